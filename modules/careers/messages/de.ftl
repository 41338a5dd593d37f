# Career sites
careers-about-you = Über Sie
careers-all = Alle anzeigen
careers-answer = Bitte beantworten Sie diese Frage.
careers-apply = Jetzt bewerben
careers-apply-for = Bewerbung: { $title }
careers-at-a-glance = Auf einen Blick
careers-back = Alle Stellen
careers-benefits = Das bieten wir
careers-category = Kategorie
careers-choose = Bitte prüfen Sie diese Angabe.
careers-company = Über uns
careers-contract = Vertrag
careers-cookies = Was diese Website in Ihrem Browser speichert
careers-cookies-text =
    {"- "}Die gewählte Sprache, ein Jahr lang, in einem Cookie.
    {"- "}Eine begonnene Bewerbung, eine Woche lang, nur auf Ihrem Gerät. Sie wird beim Absenden oder auf Ihren Wunsch gelöscht.
    {"- "}Dass Sie über einen Link zu Ihren Bewerbungen oder zu den Seiten Ihrer Vermittlung gekommen sind, bis zwanzig Minuten nach der letzten Seite, in einem Cookie.
    {"- "}Dass Sie mit einem Konto angemeldet sind, bis Sie die Seite verlassen, in einem Cookie; und dass Ihr Browser schon hier war, ein Jahr lang, in einem weiteren.

    Nichts verfolgt Sie, und nichts wird mit anderen geteilt.
careers-copied = Kopiert
careers-copy = Link kopieren
careers-country = Land
careers-cv-read = Wir haben übernommen, was wir in Ihrem Lebenslauf gefunden haben. Bitte prüfen Sie es.
careers-cv-missing = Bitte fügen Sie Ihren Lebenslauf bei.
careers-date-wrong = Bitte geben Sie ein Datum ein.
careers-documents = Unterlagen
careers-documents-title = Ihre Unterlagen
careers-draft = Was Sie hier zuvor geschrieben haben, ist wieder da. Es liegt nur auf diesem Gerät.
careers-draft-forget = Löschen
careers-education = Ausbildung
careers-email-wrong = Das ist keine E-Mail-Adresse wie name@beispiel.de.
careers-experience = Erfahrung
careers-family = Berufsfeld
careers-feed = Neue Stellen als Feed
careers-field-available-from = Frühester Beginn
careers-field-city = Wohnort
careers-field-country = Land
careers-field-cover-text = Ihre Nachricht an uns
careers-field-cv = Lebenslauf
careers-field-document = Weitere Unterlagen
careers-field-email = E-Mail
careers-field-first-name = Vorname
careers-field-last-name = Nachname
careers-field-letter = Anschreiben
careers-field-phone = Telefon
careers-field-privacy = Datenschutzhinweis
careers-file-help = PDF, Word, OpenDocument, RTF oder Bild, bis 10 MB.
careers-files-again = Bitte wählen Sie Ihre Dateien erneut aus: Browser behalten sie nicht.
careers-fill-in = Bitte ausfüllen.
careers-find = Suchen
careers-jobs = Stellenangebote
careers-kind = Diese Datei können wir nicht öffnen. Bitte senden Sie PDF, Word, OpenDocument, RTF oder ein Bild.
careers-language = Sprache
careers-languages = Sprachen
careers-large = Diese Datei ist größer als 10 MB.
careers-letter-missing = Bitte fügen Sie ein Anschreiben bei oder schreiben Sie eine Nachricht.
careers-mail = Per E-Mail
careers-me = Meine Bewerbungen
careers-keep = Dürfen wir Ihre Daten aufbewahren?
careers-keep-text = Die Zeit, für die wir Ihre Bewerbung aufbewahren, ist vorbei. Ohne Antwort löschen wir sie nach dem { $day }.
careers-keep-yes = Ja, aufbewahren
careers-keep-no = Nein, löschen
careers-keep-over = Hier gibt es nichts zu antworten
careers-keep-over-text = Diese Frage ist beantwortet, oder ihre Zeit ist vorbei.
careers-keep-thanks = Danke
careers-keep-until = Wir bewahren Ihre Daten bis zum { $day } auf. Sie können es sich jederzeit anders überlegen.
careers-keep-gone = Danke für Ihre Antwort. Sie können sich jederzeit wieder bewerben.
careers-me-offer = Ihr Angebot
careers-me-offer-until = Gültig bis { $day }
careers-me-offer-accept = Annehmen
careers-me-offer-decline = Ablehnen
careers-me-done-answered = Danke, Ihre Antwort wurde notiert.
careers-me-about = Betrifft
careers-me-add = Dokument hinzufügen
careers-me-applications = Bewerbungen
careers-me-applied = Beworben am { $day }
careers-me-ask-send = Link senden
careers-me-ask-text = Geben Sie die E-Mail-Adresse ein, mit der Sie sich beworben haben. Kennen wir sie, erhalten Sie einen Link zu Ihren Bewerbungen.
careers-me-asked = Sehen Sie in Ihr Postfach
careers-me-asked-text = Gehört diese Adresse zu einer Bewerbung, ist eine E-Mail mit einem Link unterwegs. Er gilt einen Tag lang.
careers-me-back = Zurück
careers-me-data = Ihre Daten
careers-me-documents-none = Hier gibt es keine Dokumente.
careers-me-done-added = Ihr Dokument wurde hinzugefügt.
careers-me-done-exported = Eine E-Mail mit einem Link zu Ihren Daten ist unterwegs.
careers-me-done-removed = Das Dokument wurde entfernt.
careers-me-done-saved = Ihre Daten wurden gespeichert.
careers-me-done-withdrawn = Ihre Bewerbung wurde zurückgezogen.
careers-me-done-written = Ihre Nachricht wurde gesendet.
careers-me-email = um diese Adresse zu ändern, schreiben Sie uns.
careers-me-erase = Alle meine Daten löschen
careers-me-erase-about = Sie können jederzeit alles löschen lassen.
careers-me-erase-ask = Alle Ihre Daten löschen?
careers-me-erase-sure = Ich möchte, dass alles gelöscht wird.
careers-me-erase-text =
    Ihre Bewerbungen enden, und Ihre Daten, Dokumente und Nachrichten werden endgültig gelöscht. Niemand kann sie zurückholen.

    Es bleibt eine Zahl ohne Ihren Namen: dass sich jemand beworben hat, und wann.
careers-me-erase-tick = Bitte setzen Sie das Häkchen, wenn Sie sicher sind.
careers-me-erase-yes = Endgültig löschen
careers-me-erased = Ihre Daten wurden gelöscht
careers-me-erased-text = Eine letzte E-Mail bestätigt es. Sie können sich jederzeit wieder bewerben.
careers-me-export = Alle meine Daten erhalten
careers-me-export-text = Sie erhalten eine E-Mail mit einem Link zu einer Datei mit allem, was wir über Sie haben.
careers-me-full = Hier sind zu viele Dokumente. Entfernen Sie zuerst eines.
careers-me-hello = Guten Tag, { $name }
careers-me-language = Sprache unserer Nachrichten
careers-me-leave = Verlassen
careers-me-message = Ihre Nachricht
careers-me-messages = Nachrichten
careers-me-messages-none = Noch hat Ihnen niemand geschrieben.
careers-me-none = Unter Ihrer Adresse gibt es keine Bewerbung.
careers-me-over = Dieser Link gilt nicht mehr. Fordern Sie hier einen neuen an.
careers-me-remove = Entfernen
careers-me-remove-name = { $name } entfernen
careers-me-save = Speichern
careers-me-send = Nachricht senden
careers-me-upload = Hochladen
careers-me-withdraw = Zurückziehen
careers-me-withdraw-ask = Diese Bewerbung zurückziehen?
careers-me-withdraw-text = Das Team sieht, dass Sie sich zurückgezogen haben, und arbeitet nicht weiter daran.
careers-me-withdraw-yes = Bewerbung zurückziehen
careers-me-write = Schreiben Sie uns
careers-me-you = Sie
careers-me-yours = Was Ihnen gehört
careers-mend = Bitte prüfen Sie Folgendes
careers-mission = Ihre Aufgaben
careers-more = Mehr
careers-missing-text = Vielleicht ist sie umgezogen, oder die Stelle ist besetzt oder zurückgezogen worden.
careers-more-jobs = Weitere Stellen
careers-narrow = Eingrenzen
careers-none = Zurzeit gibt es keine offenen Stellen
careers-none-text = Neue erscheinen auf dieser Seite, sobald sie offen sind.
careers-nothing = Dazu passt keine Stelle
careers-nothing-text = Nehmen Sie eine Auswahl zurück oder suchen Sie andere Wörter.
careers-openings = Offene Stellen
careers-optional = (freiwillig)
careers-page = Seite { $number }
careers-pages = Seiten
careers-part-time = { $share } einer Vollzeitstelle
careers-place = Ort
careers-privacy = Datenschutz
careers-privacy-missing = Bitte lesen Sie den Datenschutzhinweis und kreuzen Sie das Feld an.
careers-privacy-read = Ich habe gelesen, wie { $name } meine Daten verwendet.
careers-profile = Ihr Profil
careers-questions = Einige Fragen
careers-received = Ihre Bewerbung ist eingegangen
careers-received-text = Vielen Dank. Eine Bestätigung ist an Ihre E-Mail-Adresse unterwegs. Jede Bewerbung wird von einem Menschen gelesen; Sie hören von uns.
careers-reference = Referenz
careers-remote = Mobiles Arbeiten
careers-salary = Gehalt
careers-search = Stellen suchen
careers-search-hint = Beruf, Kenntnis, Ort
careers-send = Bewerbung absenden
careers-send-help = Sie erhalten eine Bestätigung per E-Mail.
careers-sending = Wird gesendet …
careers-share = Teilen
careers-skills = Kenntnisse
careers-start = Beginn
careers-take-back = zurücknehmen
careers-today = Heute
careers-too-long = Das ist zu lang.
careers-too-many = Bitte höchstens fünf Unterlagen.
careers-top = Top-Angebot
careers-unit = Bereich
careers-until = Bewerbung bis
careers-welcome = Finden Sie Arbeit, die zu Ihnen passt
careers-count = { $count ->
    [one] { $count } Stelle
   *[other] { $count } Stellen
}
careers-days-ago = { $count ->
    [1] Gestern
   *[other] Vor { $count } Tagen
}
careers-months = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}
careers-others = { $count ->
    [one] { $count } weitere
   *[other] { $count } weitere
}
mail-application-received-subject = Ihre Bewerbung ist eingegangen: { $vacancy }
mail-application-received-body =
    Guten Tag { $name },

    vielen Dank für Ihre Bewerbung auf „{ $vacancy }“ (Referenz { $reference }). Sie ist eingegangen und wird von einem Menschen gelesen. Sie hören von uns.

    Sie haben sich nicht beworben? Dann hat jemand Ihre Adresse versehentlich angegeben; bitte sagen Sie dem Unternehmen Bescheid.
careers-remote-fact = Mobil: { $text }
careers-per = { $period ->
    [hour] { $amount } je Stunde
    [day] { $amount } je Tag
    [week] { $amount } je Woche
    [month] { $amount } je Monat
   *[year] { $amount } je Jahr
}
mail-application-received-button = Meine Bewerbungen öffnen
mail-candidate-link-subject = Ihr Link zu Ihren Bewerbungen
mail-candidate-link-body =
    Guten Tag { $name },

    hier ist der Link, den Sie angefordert haben. Er öffnet Ihre Bewerbungen bei { $tenant } und gilt einen Tag. Geben Sie ihn niemandem.

    Sie haben ihn nicht angefordert? Dann müssen Sie nichts tun.
mail-candidate-link-button = Meine Bewerbungen öffnen
mail-candidate-export-subject = Ihre Daten bei { $tenant }
mail-candidate-export-body =
    Guten Tag { $name },

    hier ist der Link zu einer Datei mit allem, was wir über Sie haben. Er gilt eine Woche. Geben Sie ihn niemandem.
mail-candidate-export-button = Meine Daten herunterladen
mail-candidate-erased-subject = Ihre Daten wurden gelöscht
mail-candidate-erased-body =
    Guten Tag { $name },

    wie gewünscht hat { $tenant } Ihre Daten, Dokumente und Nachrichten endgültig gelöscht. Diese E-Mail ist die letzte.

# Interviews in the candidate’s area
careers-me-interviews = Gespräche
careers-me-video = Videogespräch
careers-me-give-back = Termin zurückgeben
careers-me-choose-until = Sie können bis zum { $day } wählen. Wer zuerst wählt, bekommt den Termin.
careers-me-no-times = Zurzeit ist kein Termin frei. Bitte schauen Sie später noch einmal oder schreiben Sie uns unten.
careers-me-choose = Diesen Termin nehmen
careers-me-choose-other = Anderen Termin wählen
careers-me-choose-time = Termin wählen
careers-me-done-chosen = Der Termin gehört Ihnen. Er kommt auch per E-Mail.
careers-me-done-given-back = Der Termin ist zurückgegeben; wer Sie treffen wollte, weiß Bescheid.
