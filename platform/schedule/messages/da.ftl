# Mails about runs at set times that need somebody
mail-schedule-failed-subject = “{ $label }” hos { $tenant } mislykkedes
mail-schedule-failed-body =
    Hej

    “{ $label }” kunne ikke køre. Kørslen skulle ske { $planned } og begyndte { $began }.

    { $why }
mail-schedule-failed-button = Se kørslen

mail-schedule-partly-subject = “{ $label }” hos { $tenant } blev kun delvis udført
mail-schedule-partly-body =
    Hej

    “{ $label }” er kørt, men ikke alt blev taget imod. Kørslen skulle ske { $planned } og begyndte { $began }.

    Filer: { $files }. Afvist i deres helhed: { $refused }. Afviste linjer: { $lines }.

    Resultatet for hver linje ligger i mappen out, hvis der blev importeret filer.
mail-schedule-partly-button = Se kørslen

mail-schedule-late-subject = “{ $label }” hos { $tenant } kom for sent
mail-schedule-late-body =
    Hej

    “{ $label }” skulle køre { $planned } og begyndte først { $began }. Intet er gået tabt; alt er nu udført.

    Filer: { $files }. Afvist i deres helhed: { $refused }. Afviste linjer: { $lines }.
mail-schedule-late-button = Se kørslen

mail-report-sent-subject = Din rapport “{ $label }” er klar
mail-report-sent-body =
    Hej

    “{ $label }” er lavet til dig, med det, du må se. Log ind for at hente den: filen er til rådighed til { $until } (UTC).
mail-report-sent-button = Se mine rapporter
