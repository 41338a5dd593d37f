# Vacaturealerts
careers-alert = Nieuwe vacatures per e-mail
careers-alert-all = Alle passende vacatures
careers-alert-ask = Stuur mij nieuwe vacatures
careers-alert-ask-help = U krijgt eerst een e-mail waarin u uw adres bevestigt.
careers-alert-asked = U krijgt een e-mail waarin u binnen zeven dagen uw adres bevestigt. Voor die tijd sturen wij u niets.
careers-alert-change = Vacaturealert wijzigen
careers-alert-confirm = Bevestig uw vacaturealert
careers-alert-confirm-text = Mogen wij nieuwe passende vacatures naar uw adres sturen?
careers-alert-confirm-yes = Ja, stuur ze mij
careers-alert-confirmed = Uw vacaturealert loopt
careers-alert-confirmed-text = Zodra er iets nieuws past, krijgt u een e-mail. In elke e-mail staat een link om de alert te wijzigen of te stoppen.
careers-alert-criteria = Wat u zoekt
careers-alert-everything = Alle vacatures
careers-alert-like = Stuur mij nieuwe vacatures zoals deze
careers-alert-often = Hoe vaak hoogstens
careers-alert-over = Deze link werkt niet meer
careers-alert-over-text = De vacaturealert is beëindigd, of de tijd is voorbij. Op de pagina met vacatures kunt u een nieuwe aanvragen.
careers-alert-saved = Uw vacaturealert is gewijzigd.
careers-alert-stop = Vacaturealert stoppen
careers-alert-stop-ask = Deze vacaturealert stoppen?
careers-alert-stop-text = U krijgt er geen e-mails meer over, en wij wissen hem.
careers-alert-stop-yes = Ja, stoppen
careers-alert-stopped = Uw vacaturealert is beëindigd
careers-alert-stopped-text = U krijgt er geen e-mails meer over.
careers-alert-text = Als een nieuwe vacature past bij wat u zoekt, krijgt u een e-mail. Met een link in elke e-mail kunt u dat altijd wijzigen of stoppen.
careers-alert-until = Hij loopt tot en met { $day }. Als u opslaat, loopt hij vanaf vandaag een jaar.
careers-alert-words = Woorden
careers-alerts = Vacaturealerts
careers-me-done-stopped = De vacaturealert is beëindigd.
mail-alert-confirm-subject = Bevestig uw vacaturealert
mail-alert-confirm-body =
    Goedendag,

    Iemand, waarschijnlijk u, heeft gevraagd om nieuwe vacatures van “{ $site }” naar dit adres te sturen. Bevestig dat alstublieft binnen zeven dagen.

    Was u het niet? Dan hoeft u niets te doen: er wordt u verder niets gestuurd.
mail-alert-confirm-button = Bevestigen
mail-alert-known-subject = Uw vacaturealert loopt al
mail-alert-known-body =
    Goedendag,

    Iemand, waarschijnlijk u, heeft op “{ $site }” een vacaturealert aangevraagd die dit adres al heeft. Die loopt ongewijzigd door. Hier kunt u hem wijzigen of stoppen.
mail-alert-known-button = Wijzigen of stoppen
mail-job-alert-subject = Nieuwe vacatures: { $site }
mail-job-alert-body =
    Goedendag,

    Er is iets nieuws op “{ $site }” dat past bij wat u zoekt: { $criteria }.

    U krijgt deze e-mail omdat u erom hebt gevraagd; uw vacaturealert loopt tot en met { $until }. U kunt hem altijd wijzigen of stoppen.
mail-job-alert-button = Wijzigen of stoppen
