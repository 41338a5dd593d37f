# Mails about runs at set times that need somebody
mail-schedule-failed-subject = “{ $label }” at { $tenant } has failed
mail-schedule-failed-body =
    Hello,

    “{ $label }” could not run. It was due on { $planned } and began on { $began }.

    { $why }
mail-schedule-failed-button = See the run

mail-schedule-partly-subject = “{ $label }” at { $tenant } was done in part
mail-schedule-partly-body =
    Hello,

    “{ $label }” has run, but not everything was taken. It was due on { $planned } and began on { $began }.

    Files: { $files }. Refused as a whole: { $refused }. Lines rejected: { $lines }.

    The result of each line is in the folder out, where files were imported.
mail-schedule-partly-button = See the run

mail-schedule-late-subject = “{ $label }” at { $tenant } came late
mail-schedule-late-body =
    Hello,

    “{ $label }” was due on { $planned } and began only on { $began }. Nothing was lost; everything has been done now.

    Files: { $files }. Refused as a whole: { $refused }. Lines rejected: { $lines }.
mail-schedule-late-button = See the run

mail-report-sent-subject = Your report “{ $label }” is ready
mail-report-sent-body =
    Hello,

    “{ $label }” has been made for you, with what you may see. Sign in to fetch it: the file is there until { $until } (UTC).
mail-report-sent-button = See my reports
