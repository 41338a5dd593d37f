# Mails about runs at set times that need somebody
mail-schedule-failed-subject = „{ $label }“ bei { $tenant } ist fehlgeschlagen
mail-schedule-failed-body =
    Guten Tag,

    „{ $label }“ konnte nicht laufen. Fällig war der Lauf am { $planned }, begonnen hat er am { $began }.

    { $why }
mail-schedule-failed-button = Lauf ansehen

mail-schedule-partly-subject = „{ $label }“ bei { $tenant } ist teilweise erledigt
mail-schedule-partly-body =
    Guten Tag,

    „{ $label }“ ist gelaufen, aber nicht alles wurde angenommen. Fällig war der Lauf am { $planned }, begonnen hat er am { $began }.

    Dateien: { $files }. Als Ganzes abgelehnt: { $refused }. Abgelehnte Zeilen: { $lines }.

    Das Ergebnis jeder Zeile liegt im Ordner out, wenn Dateien importiert wurden.
mail-schedule-partly-button = Lauf ansehen

mail-schedule-late-subject = „{ $label }“ bei { $tenant } kam verspätet
mail-schedule-late-body =
    Guten Tag,

    „{ $label }“ war am { $planned } fällig und hat erst am { $began } begonnen. Nichts ging verloren; jetzt ist alles erledigt.

    Dateien: { $files }. Als Ganzes abgelehnt: { $refused }. Abgelehnte Zeilen: { $lines }.
mail-schedule-late-button = Lauf ansehen

mail-report-sent-subject = Ihr Bericht „{ $label }“ ist fertig
mail-report-sent-body =
    Guten Tag,

    „{ $label }“ wurde für Sie erstellt, mit dem, was Sie sehen dürfen. Melden Sie sich an, um ihn zu holen: Die Datei ist bis { $until } (UTC) da.
mail-report-sent-button = Meine Berichte ansehen
