# Mails about runs at set times that need somebody
mail-schedule-failed-subject = ”{ $label }” hos { $tenant } misslyckades
mail-schedule-failed-body =
    Hej!

    ”{ $label }” kunde inte köras. Körningen skulle ske { $planned } och började { $began }.

    { $why }
mail-schedule-failed-button = Visa körningen

mail-schedule-partly-subject = ”{ $label }” hos { $tenant } blev delvis klar
mail-schedule-partly-body =
    Hej!

    ”{ $label }” har körts, men allt togs inte emot. Körningen skulle ske { $planned } och började { $began }.

    Filer: { $files }. Avvisade i sin helhet: { $refused }. Avvisade rader: { $lines }.

    Resultatet för varje rad finns i mappen out, om filer importerades.
mail-schedule-partly-button = Visa körningen

mail-schedule-late-subject = ”{ $label }” hos { $tenant } kom för sent
mail-schedule-late-body =
    Hej!

    ”{ $label }” skulle köras { $planned } och började först { $began }. Inget har gått förlorat; allt är klart nu.

    Filer: { $files }. Avvisade i sin helhet: { $refused }. Avvisade rader: { $lines }.
mail-schedule-late-button = Visa körningen

mail-report-sent-subject = Din rapport ”{ $label }” är klar
mail-report-sent-body =
    Hej!

    ”{ $label }” har skapats för dig, med det du får se. Logga in för att hämta den: filen finns till { $until } (UTC).
mail-report-sent-button = Visa mina rapporter
