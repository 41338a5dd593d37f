recruiting-notes = Notizen
recruiting-move = Verschieben
recruiting-specialisations = Spezialgebiete
recruiting-questions = Fragen an Bewerbende
recruiting-members = Mitglieder
general-section-vacancies = Recruiting
recruiting-tabs = Teile der Stelle
recruiting-tab-board = Board
recruiting-tab-details = Stelle
recruiting-tab-team = Auswahlteam
recruiting-all-applications = Bewerbungen als Liste
recruiting-add-application = Bewerbung hinzufügen
recruiting-texts = Was Bewerbende lesen
recruiting-team-text = Wer zum Auswahlteam gehört, sieht die Bewerbungen auf diese Stelle und deren Personen, soweit die eigenen Rollen es erlauben.
recruiting-in-charge = Verantwortlich
recruiting-rating = Bewertet mit { $count } von 5
recruiting-move-name = { $name } verschieben
recruiting-move-many = { $count ->
    [one] { $count } Bewerbung verschieben
   *[other] { $count } Bewerbungen verschieben
}
recruiting-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
recruiting-no-applications = Noch keine Bewerbungen
recruiting-no-applications-text = Fügen Sie jemanden hinzu, den Sie kennen, oder importieren Sie Bewerbungen aus einer Datei.
recruiting-no-pipeline = Diese Stelle hat keinen Ablauf, und keiner ist der Standard. Wählen Sie in der Stelle einen aus.
recruiting-selected = Ausgewählte Bewerbungen
recruiting-move-selected = Auswahl verschieben
recruiting-board-keys = Ziehen Sie Karten in eine andere Stufe oder nutzen Sie die Tastatur: Pfeiltasten gehen von Karte zu Karte, M verschiebt sie, X wählt sie aus, Eingabe öffnet sie.
recruiting-withdrawn = { $count ->
    [one] { $count } zurückgezogene Bewerbung
   *[other] { $count } zurückgezogene Bewerbungen
}
recruiting-more = { $count ->
    [one] { $count } weitere zeigen
   *[other] { $count } weitere zeigen
}
recruiting-nothing-selected = Wählen Sie zuerst die Bewerbungen aus, die verschoben werden sollen.
recruiting-withdraw = Von der Person zurückgezogen
recruiting-reason-help = Nötig, wenn abgesagt wird.
recruiting-comment-help = Nur Tatsachen: Die betroffene Person darf es lesen.
recruiting-moved = { $count ->
    [one] Bewerbung verschoben
   *[other] { $count } Bewerbungen verschoben
}
recruiting-moved-none = Alles bleibt, wo es war
recruiting-move-undone = { $count ->
    [one] Bewerbung zurückgestellt
   *[other] { $count } Bewerbungen zurückgestellt
}
privacy-erase = Löschen
privacy-erase-confirm = Alles, was sagt, wer es war, wird endgültig gelöscht: Daten, Dokumente, Nachrichten, Notizen und was der Verlauf darüber sagt. Niemand kann es zurückholen.
privacy-erased-done = Person gelöscht
privacy-was-erased = Gelöscht am { $day }. Es bleibt, dass sich jemand beworben hat.
privacy-no-rule = Keine Regel sagt, wie lange diese Daten aufbewahrt werden: Sie bleiben, bis jemand sie löscht.
privacy-held = Es wird nichts gefragt oder gelöscht, solange eine Bewerbung läuft oder sobald die Person hier arbeitet.
privacy-asked = Gefragt, ob die Daten aufbewahrt werden dürfen; ohne Antwort werden sie nach dem { $day } gelöscht.
privacy-consented = Aufbewahrt bis { $day }, mit Zustimmung der Person.
privacy-until = Aufbewahrt bis { $day } nach der Regel { $rule }; danach wird die Person gefragt.
privacy-keep-heading = Dürfen wir Ihre Daten aufbewahren?
privacy-keep-text = Die Zeit, für die wir Ihre Bewerbung aufbewahren, ist vorbei. Mit Ihrer Zustimmung bewahren wir sie bis zum [keep] auf. Sagen Sie nein oder antworten Sie bis zum [answer] nicht, löschen wir sie.
privacy-erased = Gelöschte Person
letters-write = Schreiben
letters-write-selected = Auswahl anschreiben
letters-write-to = An { $name } schreiben
letters-write-many = { $count ->
    [one] An { $count } Person schreiben
   *[other] An { $count } Personen schreiben
}
letters-too-many = Wählen Sie 1 bis { $count } Bewerbungen: Jeder Brief wird angesehen, bevor er hinausgeht.
letters-lost = Für diese Personen gibt es keine Adresse; sie erhalten nichts
letters-none = Es gibt noch keine Nachrichtenvorlagen.
letters-new = Neue Vorlage
letters-free = Ohne Vorlage
letters-take = Vorlage verwenden
letters-refuse = Absage
letters-refuse-text = Mit dem Versand werden die Bewerbungen als abgelehnt abgeschlossen. Der Grund bleibt im Haus.
letters-refuse-send = Ablehnen und senden
letters-send = Senden
letters-for-all = Für alle
letters-for-all-text = Seriendruckfelder wie {"{"}candidate.first_name{"}"} werden in jedem Brief ersetzt.
letters-to = An { $name } senden
letters-look = Brief ansehen
letters-missing = Nichts bekannt ist für: { $fields }. Prüfen Sie, ob die Sätze noch stimmen.
letters-foreign = Auf { $wanted } gibt es keine Fassung; diese ist auf { $language }.
letters-sent = { $count ->
    [one] Nachricht gesendet
   *[other] { $count } Nachrichten gesendet
}
letters-nothing = Noch wurde nichts geschrieben.
letters-incoming = Von der Person
letters-saved = Vorlage gespeichert
letters-preview = Vorschau
letters-preview-empty = Was Sie schreiben, erscheint hier so, wie es gelesen wird.
letters-fields = Seriendruckfelder
letters-fields-text = Sie werden ersetzt, wenn der Brief entsteht. Wählen Sie eines, um es dort einzufügen, wo Sie schreiben.
letters-other-language = Andere Sprache
letters-company = Name des Unternehmens
letters-sender = Name der Person, die schreibt
letters-today = Heutiges Datum
letters-answer-until = Letzter Tag für die Antwort auf die Frage zur Aufbewahrung
letters-keep-until = Tag, bis zu dem die Daten nach Zustimmung aufbewahrt werden
letters-sample-title = Fachkraft Entgeltabrechnung
letters-sample-unit = Personal
recruiting-note = Neue Notiz
recruiting-no-notes = Noch niemand hat etwas geschrieben.
recruiting-note-saved = Notiz gespeichert
recruiting-nothing-happened = Noch ist nichts geschehen
recruiting-happened = Was geschah
recruiting-candidate-tabs = Teile der Bewerberakte
recruiting-tab-data = Daten
recruiting-changes = Änderungen der Daten
recruiting-propose = Für eine Stelle vorschlagen
recruiting-open-file = Akte öffnen
recruiting-applied-nowhere = Keine Bewerbung erfasst.
recruiting-tab-publication = Veröffentlichung
recruiting-publication-text = Wo Bewerbende diese Stelle lesen, und von wann bis wann.
recruiting-sites = Karriereseiten
recruiting-on-site = Ist zu lesen
recruiting-not-on-site = Nicht zu lesen
recruiting-not-open = Die Stelle ist nicht offen: Niemand liest sie.
recruiting-publish = Veröffentlichen
recruiting-no-sites = Es gibt noch keine Karriereseite. Eine Administratorin oder ein Administrator legt sie unter „Karriereseiten“ an.
recruiting-published = Die Stelle ist dort jetzt zu lesen.
recruiting-approvals = Genehmigung
recruiting-earlier-rounds = Frühere Runden
recruiting-step-later = Noch nicht gefragt
recruiting-decided-by = entschieden von { $name } in Vertretung
recruiting-your-decision = Ihre Entscheidung
recruiting-decide-for = Sie entscheiden für { $name }.
recruiting-decision-help = Nötig, um abzulehnen oder zurückzugeben. Wer den Antrag gestellt hat, liest sie.
recruiting-approve = Genehmigen
recruiting-send-back = Zurückgeben
recruiting-refuse = Ablehnen
recruiting-decided = Entscheidung gespeichert
recruiting-hand-in = Zur Genehmigung einreichen
recruiting-take-back = Zurückziehen
recruiting-give-up = Anforderung aufgeben
recruiting-handed-in = Eingereicht: Wer entscheidet, ist gefragt
recruiting-taken-back = Zurückgezogen: wieder ein Entwurf
recruiting-given-up = Anforderung aufgegeben
recruiting-open-vacancy = Stelle anlegen
recruiting-vacancy-made = Stelle als Entwurf angelegt
recruiting-without-position = Ohne Planstelle
recruiting-position-help = Job, Einheit, Ort und Vertragsart werden übernommen.
recruiting-under-way = In Arbeit
recruiting-all-states = Alle
recruiting-wait-requisition = Über die Personalanforderung „{ $title }“ entscheiden
recruiting-wait-offer = Über das Vertragsangebot „{ $title }“ entscheiden
recruiting-make-offer = Vertragsangebot erstellen
recruiting-make-offer-short = Angebot
recruiting-offer-to = Angebot an { $name }
recruiting-offer-expired = Der Tag, bis zu dem dieses Angebot gilt, ist vorbei. Vermerken Sie die Ablehnung, oder ziehen Sie es zurück und erstellen Sie ein neues.
recruiting-offer-withdraw = Zurückziehen
recruiting-offer-withdrawn = Angebot zurückgezogen
recruiting-offer-prepare = Schreiben vorbereiten
recruiting-offer-answer = Antwort der Person
recruiting-offer-decline-help = Falls das Angebot abgelehnt wurde und Sie den Grund kennen.
recruiting-offer-accepted = Angenommen
recruiting-offer-declined = Abgelehnt
recruiting-offer-noted = Antwort vermerkt
recruiting-letter-subject = Betreff
recruiting-letter-text = Text des Schreibens
recruiting-letter-empty = Ein Schreiben ohne Text ist keines. Schreiben Sie etwas.
recruiting-offer-letter = Schreiben zum Angebot
recruiting-offer-mailed-to = Das Schreiben geht an { $address }, mit dem Angebot als PDF.
recruiting-offer-by-hand = An diese Person kann keine E-Mail gesendet werden. Das Angebot wird als PDF abgelegt; drucken Sie es aus und übergeben Sie es.
recruiting-offer-terms-help = Unter Ihrem Text führt das PDF auf, was genehmigt wurde; das lässt sich hier nicht ändern.
recruiting-offer-preview = PDF ansehen
recruiting-offer-send = Angebot senden
recruiting-offer-sent = Angebot gesendet
recruiting-offer-kept = Angebot als PDF abgelegt; es wurde keine E-Mail gesendet
recruiting-offer-terms = Unser Angebot
recruiting-offer-sign-company = Für das Unternehmen: Datum, Unterschrift
recruiting-offer-sign-candidate = Ich nehme das Angebot an: Datum, Unterschrift
recruiting-wait-hire = Die Person einstellen, die das Angebot angenommen hat
recruiting-hiring = Die Einstellung läuft. Diese Seite zeigt, wenn sie abgeschlossen ist.
recruiting-hired-as = Eingestellt: { $name }.
recruiting-open-employee = Personalakte öffnen
recruiting-hire-failed = Die Einstellung ist gescheitert
recruiting-hire-again = Erneut einstellen
recruiting-hire-ready = Das Angebot ist angenommen.
recruiting-hire = Einstellen
recruiting-hire-by-others = Das Angebot ist angenommen. Einstellen kann, wer Mitarbeitende anlegen darf: Es steht dort unter „Wartet auf mich“ in Mein Bereich.
recruiting-hire-comes-back = { $name } hat hier schon gearbeitet und kommt zurück: dieselbe Akte, mit neuem Vertrag und neuer Zuordnung.
recruiting-hire-moves = { $name } arbeitet bereits hier. Die Einstellung ist eine Versetzung: eine neue Zuordnung ab dem ersten Tag, keine zweite Akte.
recruiting-hire-take = Aus der Bewerbungsakte übernehmen
recruiting-hire-take-address = Adressen
recruiting-hire-take-contact = Private E-Mail und Telefonnummer
recruiting-hire-take-skills = Kompetenzen
recruiting-hire-take-documents = Unterlagen, das Angebot eingeschlossen
recruiting-hire-take-help = Übernommen wird, was Sie von der Person lesen und über Mitarbeitende erfassen dürfen.
recruiting-hire-name = { $name } einstellen
recruiting-hire-text = Was ausgefüllt ist, stammt aus dem Angebot, der Stelle und der Bewerbungsakte. Alles wird auf einmal in die Personalverwaltung geschrieben.
recruiting-hire-asked = Die Einstellung läuft
recruiting-refuse-others = Gemeinsam absagen
recruiting-filled-others = { $count ->
    [one] Die Stelle ist besetzt. { $count } Bewerbung läuft noch.
   *[other] Die Stelle ist besetzt. { $count } Bewerbungen laufen noch.
}
recruiting-plan = Planen
recruiting-plan-interview = Gespräch planen
recruiting-interview-with = Gespräch mit { $name }
recruiting-change-interview = Gespräch mit { $name } ändern
recruiting-interview-saved = Gespräch gespeichert; alle Beteiligten werden benachrichtigt
recruiting-conflict = { $name } hat ein anderes Gespräch von { $from } bis { $to }.
recruiting-day = Tag
recruiting-length = Dauer
recruiting-minutes = Minuten
recruiting-wait-scorecard = Bewertungsbogen zum Gespräch ausfüllen
recruiting-figures = Kennzahlen des Recruitings
recruiting-figures-text = Wie weit Bewerbungen kommen, woher sie kommen, wie lange eine Einstellung dauert und was noch offen ist; berechnet aus dem, was Sie sehen dürfen.
recruiting-figures-from = Von
recruiting-figures-to = Bis
recruiting-figures-show = Kennzahlen anzeigen
recruiting-figures-all = Alles des letzten Jahres
recruiting-figures-hired = Eingestellt
recruiting-figures-median = Tage bis zur Einstellung (Median)
recruiting-figures-positions = Noch zu besetzen
recruiting-figures-funnel = Wie weit Bewerbungen kommen
recruiting-figures-reached = So weit gekommen
recruiting-figures-share = Anteil in %
recruiting-figures-sources = Woher Bewerbungen kommen
recruiting-figures-interviewed = Im Gespräch
recruiting-figures-no-source = Nicht angegeben
recruiting-figures-time = Tage von der Bewerbung bis zur Einstellung
recruiting-figures-month = Monat der Einstellung
recruiting-figures-open = Offene Stellen
recruiting-figures-left = Noch gesucht
recruiting-figures-days-open = Tage offen
recruiting-figures-none = Für diesen Zeitraum gibt es nichts zu zeigen
recruiting-scorecard-open = Ihr Bewertungsbogen ist offen. Die der anderen sehen Sie, sobald Ihrer eingereicht ist.
recruiting-fill-in = Ausfüllen
recruiting-scorecard-of = Bewertungsbogen: { $name }
recruiting-scorecard-text = Schreiben Sie auf, was Sie gehört und gesehen haben. Vor dem Einreichen liest es niemand.
recruiting-scorecard-given = Dieser Bewertungsbogen ist eingereicht.
recruiting-remark = Bemerkung zu { $name }
recruiting-keep = Als Entwurf behalten
recruiting-submit = Einreichen
recruiting-scorecard-submitted = Bewertungsbogen eingereicht
recruiting-scorecard-kept = Entwurf behalten
recruiting-scorecard-reopened = Bewertungsbogen wieder offen
recruiting-reopen = Bewertungsbogen von { $name } wieder öffnen
