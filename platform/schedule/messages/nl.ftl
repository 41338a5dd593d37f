# Mails about runs at set times that need somebody
mail-schedule-failed-subject = “{ $label }” bij { $tenant } is mislukt
mail-schedule-failed-body =
    Goedendag,

    “{ $label }” kon niet worden uitgevoerd. De uitvoering was gepland op { $planned } en begon op { $began }.

    { $why }
mail-schedule-failed-button = De uitvoering bekijken

mail-schedule-partly-subject = “{ $label }” bij { $tenant } is gedeeltelijk gedaan
mail-schedule-partly-body =
    Goedendag,

    “{ $label }” is uitgevoerd, maar niet alles is aangenomen. De uitvoering was gepland op { $planned } en begon op { $began }.

    Bestanden: { $files }. In hun geheel geweigerd: { $refused }. Afgewezen regels: { $lines }.

    Het resultaat van elke regel staat in de map out, als er bestanden zijn geïmporteerd.
mail-schedule-partly-button = De uitvoering bekijken

mail-schedule-late-subject = “{ $label }” bij { $tenant } kwam te laat
mail-schedule-late-body =
    Goedendag,

    “{ $label }” was gepland op { $planned } en begon pas op { $began }. Er is niets verloren; alles is nu gedaan.

    Bestanden: { $files }. In hun geheel geweigerd: { $refused }. Afgewezen regels: { $lines }.
mail-schedule-late-button = De uitvoering bekijken

mail-report-sent-subject = Uw rapport “{ $label }” is klaar
mail-report-sent-body =
    Goedendag,

    “{ $label }” is voor u gemaakt, met wat u mag zien. Meld u aan om het op te halen: het bestand is beschikbaar tot { $until } (UTC).
mail-report-sent-button = Mijn rapporten bekijken
