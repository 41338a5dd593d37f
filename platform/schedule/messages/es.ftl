# Mails about runs at set times that need somebody
mail-schedule-failed-subject = «{ $label }» en { $tenant } ha fallado
mail-schedule-failed-body =
    Buenos días:

    «{ $label }» no pudo ejecutarse. La ejecución estaba prevista para el { $planned } y empezó el { $began }.

    { $why }
mail-schedule-failed-button = Ver la ejecución

mail-schedule-partly-subject = «{ $label }» en { $tenant } se ha hecho solo en parte
mail-schedule-partly-body =
    Buenos días:

    «{ $label }» se ha ejecutado, pero no se aceptó todo. La ejecución estaba prevista para el { $planned } y empezó el { $began }.

    Archivos: { $files }. Rechazados por completo: { $refused }. Líneas rechazadas: { $lines }.

    El resultado de cada línea está en la carpeta out, si se importaron archivos.
mail-schedule-partly-button = Ver la ejecución

mail-schedule-late-subject = «{ $label }» en { $tenant } llegó tarde
mail-schedule-late-body =
    Buenos días:

    «{ $label }» estaba previsto para el { $planned } y no empezó hasta el { $began }. No se ha perdido nada; ahora está todo hecho.

    Archivos: { $files }. Rechazados por completo: { $refused }. Líneas rechazadas: { $lines }.
mail-schedule-late-button = Ver la ejecución

mail-report-sent-subject = Su informe «{ $label }» está listo
mail-report-sent-body =
    Buenos días:

    «{ $label }» se ha creado para usted, con lo que puede ver. Inicie sesión para obtenerlo: el archivo está disponible hasta el { $until } (UTC).
mail-report-sent-button = Ver mis informes
