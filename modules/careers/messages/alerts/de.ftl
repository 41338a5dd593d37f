# Stellenabos
careers-alert = Neue Stellen per E-Mail
careers-alert-all = Alle passenden Stellen
careers-alert-ask = Neue Stellen senden
careers-alert-ask-help = Zuerst erhalten Sie eine E-Mail, in der Sie Ihre Adresse bestätigen.
careers-alert-asked = Sie erhalten eine E-Mail, in der Sie Ihre Adresse innerhalb von sieben Tagen bestätigen. Vorher senden wir Ihnen nichts.
careers-alert-change = Stellenabo ändern
careers-alert-confirm = Bestätigen Sie Ihr Stellenabo
careers-alert-confirm-text = Sollen wir neue passende Stellen an Ihre Adresse senden?
careers-alert-confirm-yes = Ja, bitte senden
careers-alert-confirmed = Ihr Stellenabo läuft
careers-alert-confirmed-text = Sobald etwas Neues passt, erhalten Sie eine E-Mail. In jeder steht ein Link, mit dem Sie das Stellenabo ändern oder beenden.
careers-alert-criteria = Was Sie suchen
careers-alert-everything = Alle Stellen
careers-alert-like = Neue Stellen wie diese zusenden
careers-alert-often = Wie oft höchstens
careers-alert-over = Dieser Link gilt nicht mehr
careers-alert-over-text = Das Stellenabo ist beendet, oder die Zeit ist abgelaufen. Auf der Seite mit den Stellen können Sie ein neues anlegen.
careers-alert-saved = Ihr Stellenabo wurde geändert.
careers-alert-stop = Stellenabo beenden
careers-alert-stop-ask = Dieses Stellenabo beenden?
careers-alert-stop-text = Sie erhalten dazu keine E-Mails mehr, und wir löschen es.
careers-alert-stop-yes = Ja, beenden
careers-alert-stopped = Ihr Stellenabo ist beendet
careers-alert-stopped-text = Sie erhalten dazu keine E-Mails mehr.
careers-alert-text = Passt eine neue Stelle zu dem, was Sie suchen, erhalten Sie eine E-Mail. Über einen Link in jeder E-Mail können Sie das jederzeit ändern oder beenden.
careers-alert-until = Es läuft bis zum { $day }. Wenn Sie speichern, läuft es ab heute ein Jahr.
careers-alert-words = Wörter
careers-alerts = Stellenabos
careers-me-done-stopped = Das Stellenabo ist beendet.
mail-alert-confirm-subject = Bitte bestätigen Sie Ihr Stellenabo
mail-alert-confirm-body =
    Guten Tag,

    jemand, wahrscheinlich Sie, möchte neue Stellen auf „{ $site }“ an diese Adresse gesendet bekommen. Bitte bestätigen Sie das innerhalb von sieben Tagen.

    Sie waren es nicht? Dann brauchen Sie nichts zu tun: Es wird Ihnen nichts weiter gesendet.
mail-alert-confirm-button = Bestätigen
mail-alert-known-subject = Ihr Stellenabo läuft schon
mail-alert-known-body =
    Guten Tag,

    jemand, wahrscheinlich Sie, hat auf „{ $site }“ ein Stellenabo angelegt, das es für diese Adresse schon gibt. Es läuft unverändert weiter. Hier können Sie es ändern oder beenden.
mail-alert-known-button = Ändern oder beenden
mail-job-alert-subject = Neue Stellen: { $site }
mail-job-alert-body =
    Guten Tag,

    auf „{ $site }“ gibt es Neues, das zu Ihrer Suche passt: { $criteria }.

    Sie erhalten diese E-Mail, weil Sie darum gebeten haben; Ihr Stellenabo läuft bis zum { $until }. Sie können es jederzeit ändern oder beenden.
mail-job-alert-button = Ändern oder beenden
