# Pages of core HR: the personal area, people, organisation, jobs and skills.
people-me = Mein Bereich
people-me-hello = Guten Tag, { $name }
people-me-no-file = Ihrem Konto ist keine Personalakte zugeordnet
people-me-no-file-text = Sie können alles nutzen, was Ihre Rollen erlauben. Wenden Sie sich an die Personalabteilung, wenn das Konto zu einer Person gehören soll.
people-me-team = Mein Team
people-my-team = Mein Team
people-me-team-size = Mein Team
people-me-direct = { $count ->
    [one] { $count } direkt unterstellte Person
   *[other] { $count } direkt unterstellte Personen
}
people-me-away = { $count ->
    [one] { $count } heute abwesend
   *[other] { $count } heute abwesend
}
people-me-headcount = Personalbestand
people-me-headcount-note = Aktive Mitarbeitende, die Sie sehen dürfen
people-joiners = Eintritte
people-leavers = Austritte
people-this-month = In diesem Monat
people-joiners-month = Eintritte in diesem Monat
people-leavers-month = Austritte in diesem Monat
people-me-awaiting = Wartet auf mich
people-me-nothing = Es liegt nichts an
people-me-nothing-text = Anträge Ihres Teams, Aufgaben und nahende Termine erscheinen hier.
people-more = { $count ->
    [one] { $count } weiterer Eintrag
   *[other] { $count } weitere Einträge
}
people-wait-absence = Abwesenheit beantragt: { $from } bis { $to }
people-wait-absence-day = Abwesenheit beantragt: { $from }
people-wait-trial = Probezeit endet am { $date }
people-wait-permit = { $name } läuft am { $date } ab
people-wait-document = { $name } läuft am { $date } ab
people-wait-certification = { $name } läuft am { $date } ab
people-away = Abwesend
people-away-until = Abwesend bis { $date }
people-me-by-unit = Personalbestand nach Organisationseinheit
people-me-file = Meine Akte
people-me-absences = Meine Abwesenheiten
people-me-links = Schnellzugriff
people-seniority = Betriebszugehörigkeit
people-since = seit { $date }
people-until = bis { $date }
people-length = { $years ->
    [0] { $months ->
        [one] { $months } Monat
       *[other] { $months } Monate
    }
    [one] { $years } Jahr { $months ->
        [0] {""}
        [one] { $months } Monat
       *[other] { $months } Monate
    }
   *[other] { $years } Jahre { $months ->
        [0] {""}
        [one] { $months } Monat
       *[other] { $months } Monate
    }
}
people-length-new = weniger als ein Monat
people-today = Heute
people-tomorrow = Morgen
people-in-days = { $count ->
    [one] In { $count } Tag
   *[other] In { $count } Tagen
}
people-days-ago = { $count ->
    [one] Vor { $count } Tag
   *[other] Vor { $count } Tagen
}
people-nothing-recorded = Noch nichts erfasst.
people-slice-current = aktuell
people-slice-future = künftig
people-unit-below = Einheit mit Untereinheiten
people-country = Land
people-quick = Schnellfilter
people-tabs = Abschnitte der Akte
people-tab-overview = Übersicht
people-tab-work = Beschäftigung
people-tab-personal = Persönliches
people-tab-profile = Profil
people-tab-absences = Abwesenheiten
people-tab-equipment = Arbeitsmittel & Onboarding
people-tab-pay = Abrechnungsdaten
people-tab-history = Verlauf
people-reports-to = berichtet an
people-not-yet = Am gewählten Tag ist diese Person noch nicht eingetreten. Eintritt: { $date }
people-no-longer = Am gewählten Tag ist diese Person bereits ausgetreten. Letzter Tag: { $date }
people-move = Versetzen …
people-leave = Austritt erfassen …
people-photo-change = Foto ändern
people-nothing = Noch nichts vorhanden
people-nothing-text = Was zu dieser Person in diesem Abschnitt erfasst ist, erscheint hier.
people-hours-week = { $hours } Stunden pro Woche
people-work = Zuordnung
people-no-assignment = An diesem Tag besteht keine Zuordnung.
people-person = Person
people-employment = Beschäftigungsverhältnis
people-contact = Kontakt
people-extra = Weitere Angaben
people-direct-reports = Direkt unterstellt
people-leads = Leitet
people-history-what = Was geändert wurde
people-history-everything = Alles
people-history-until = Bis
people-history-more = Die letzten { $count } Änderungen werden gezeigt. Wählen Sie ein früheres Datum, um mehr zu sehen.
people-move-title = { $name } versetzen
people-move-text = Ab dem gewählten Tag gilt eine neue Zuordnung. Die bisherige endet am Tag davor und bleibt im Verlauf.
people-move-from = Gültig ab
people-move-from-help = Erster Tag der neuen Zuordnung, in der Vergangenheit oder Zukunft.
people-move-now = Bisherige Zuordnung
people-move-do = Versetzen
people-moved = Die Versetzung wurde erfasst.
people-leave-title = Austritt von { $name }
people-leave-text = Zuordnung und Vertrag enden am letzten Tag. Die Akte bleibt erhalten.
people-leave-date = Letzter Tag
people-leave-date-help = Letzter Tag des Beschäftigungsverhältnisses.
people-leave-do = Austritt erfassen
people-leave-team = { $count ->
    [one] { $count } Person berichtet an diese Person und braucht eine neue Führungskraft.
   *[other] { $count } Personen berichten an diese Person und brauchen eine neue Führungskraft.
}
people-leave-loans = { $count ->
    [one] { $count } Arbeitsmittel ist noch zurückzugeben.
   *[other] { $count } Arbeitsmittel sind noch zurückzugeben.
}
people-left = Der Austritt wurde erfasst.
org-title = Organisation
org-chart = Organigramm
org-list = Organisationsliste
org-ways = Ansichten der Organisation
org-summary = { $count ->
    [one] { $count } Einheit am { $date }
   *[other] { $count } Einheiten am { $date }
}
org-counts-visible = Gezählt werden Personen, die Sie sehen dürfen
org-on-day = Am { $date }
org-from-here = Organigramm ab hier
org-in-chart = Im Organigramm zeigen
org-add-below = Untereinheit anlegen
org-count = { $own } / { $all }
org-own = Personen der Einheit
org-all = Mit Untereinheiten
org-find = Einheit suchen
org-levels = Gezeigte Ebenen
org-levels-count = { $count ->
    [one] { $count } Ebene
   *[other] { $count } Ebenen
}
org-level = Ebene { $level }
org-boxes = Kästen
org-outline = Gliederung
org-none = An diesem Tag gibt es keine Einheiten
org-none-text = Wählen Sie ein anderes Datum, legen Sie eine Einheit an oder importieren Sie die Organisation aus einer Datei.
org-found = { $count ->
    [one] { $count } Einheit gefunden für „{ $words }“
   *[other] { $count } Einheiten gefunden für „{ $words }“
}
org-whole = Gesamte Organisation
org-above = Übergeordnete Einheiten
org-all-fields = Alle Felder
org-top = die oberste Ebene
org-move-title = { $name } verschieben
org-move-text = { $name } gehört jetzt zu: { $parent }. Alles vor dem Stichtag bleibt, wie es war.
org-move-to = Neue übergeordnete Einheit
org-move-to-help = Leer lassen, um die Einheit ganz nach oben zu setzen.
org-move-date = Gültig ab
org-move-date-help = Ab diesem Tag gehört die Einheit zur neuen übergeordneten Einheit.
org-move-do = Verschieben
org-move-people = { $count ->
    [one] { $count } Person zieht mit der Einheit um. Regelbasierte Berechtigungslisten passen sich sofort an.
   *[other] { $count } Personen ziehen mit der Einheit um. Regelbasierte Berechtigungslisten passen sich sofort an.
}
org-moved = Die Einheit wurde verschoben.
org-move-same = Die Einheit ist bereits dort; nichts wurde geändert.
org-move-undone = Die Verschiebung wurde rückgängig gemacht.
org-other-day = Die Einheit besteht am gewählten Tag nicht. Der nächstliegende Zeitraum wird gezeigt.
org-tab-positions = Planstellen
org-tab-properties = Merkmale
org-planned = geplant: { $count }
org-sub-units = Untereinheiten
org-no-sub-units = Unter dieser Einheit gibt es keine weiteren.
org-only-here = Nur diese Einheit
org-with-below = Mit Untereinheiten
org-as-list = Als Liste öffnen
org-nobody = Niemand hier
org-nobody-text = Niemand, den Sie sehen dürfen, ist dieser Einheit an diesem Tag zugeordnet.
org-first = Die ersten { $count } werden gezeigt; alle finden Sie in der Liste.
org-no-positions = Keine Planstellen
org-no-positions-text = Planstellen dieser Einheit erscheinen hier mit ihren Inhabern.
org-holders = Besetzt mit
org-filled = Besetzt
org-vacant = { $count } vakant
org-open-positions = Offene Planstellen
org-planned-headcount = Geplanter Personalbestand
org-vacancies = Vakant
org-in-positions = { $count ->
    [one] auf { $count } Planstelle
   *[other] auf { $count } Planstellen
}
org-only-vacant = Nur vakante
org-jobs-text = Jobfamilien und die zugehörigen Tätigkeiten.
org-no-family = Ohne Familie
org-people-in-job = Personen mit dieser Tätigkeit
org-job-skills = Erforderliche Kompetenzen
org-mandatory = zwingend
org-level-of = Stufe { $rank } von { $top }
org-paths = Karrierewege
org-path-to = Nächste Schritte
org-path-from = Häufige Herkunft
org-months = { $count ->
    [one] meist nach { $count } Monat
   *[other] meist nach { $count } Monaten
}
org-find-skill = Kompetenz suchen
org-skills-count = Kompetenzen im Katalog: { $count }
org-skills-in = { $count ->
    [one] { $count } Kompetenz
   *[other] { $count } Kompetenzen
}
org-no-category = Ohne Kategorie
org-no-skills = Noch keine Kompetenzen
org-no-skills-text = Importieren Sie einen Katalog wie ESCO oder legen Sie eigene Kompetenzen an.
org-more-skills = Mehr als { $count }: Liste öffnen
org-also-called = Auch genannt: { $name }
org-broader = Übergeordnet
org-narrower = Untergeordnet
org-names = Bezeichnungen in allen Sprachen
org-needed-by = Tätigkeiten, die sie erfordern
org-people-with-skill = Personen mit dieser Kompetenz
