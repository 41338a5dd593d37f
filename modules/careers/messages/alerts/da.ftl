# Jobagenter
careers-alert = Nye stillinger pr. e-mail
careers-alert-all = Alle stillinger, der passer
careers-alert-ask = Send mig nye stillinger
careers-alert-ask-help = Først får du en mail, hvor du bekræfter din adresse.
careers-alert-asked = Du får en mail, hvor du bekræfter din adresse inden for syv dage. Før det sender vi dig intet.
careers-alert-change = Ret jobagenten
careers-alert-confirm = Bekræft din jobagent
careers-alert-confirm-text = Skal vi sende nye stillinger, der passer, til din adresse?
careers-alert-confirm-yes = Ja, send dem til mig
careers-alert-confirmed = Din jobagent er i gang
careers-alert-confirmed-text = Så snart noget nyt passer, får du en mail. I hver mail er der et link til at rette eller stoppe jobagenten.
careers-alert-criteria = Det, du søger
careers-alert-everything = Alle stillinger
careers-alert-like = Send mig nye stillinger som disse
careers-alert-often = Hvor ofte højst
careers-alert-over = Linket virker ikke længere
careers-alert-over-text = Jobagenten er stoppet, eller tiden er udløbet. Du kan oprette en ny på siden med stillinger.
careers-alert-saved = Din jobagent er rettet.
careers-alert-stop = Stop jobagenten
careers-alert-stop-ask = Stop denne jobagent?
careers-alert-stop-text = Du får ikke flere mails om den, og vi sletter den.
careers-alert-stop-yes = Ja, stop den
careers-alert-stopped = Din jobagent er stoppet
careers-alert-stopped-text = Du får ikke flere mails om den.
careers-alert-text = Når en ny stilling passer til det, du søger, får du en mail. Du kan altid rette eller stoppe det med et link i hver mail.
careers-alert-until = Den løber til og med { $day }. Når du gemmer, løber den et år fra i dag.
careers-alert-words = Ord
careers-alerts = Jobagenter
careers-me-done-stopped = Jobagenten er stoppet.
mail-alert-confirm-subject = Bekræft din jobagent
mail-alert-confirm-body =
    Hej

    Nogen, sandsynligvis dig, har bedt om at få nye stillinger på »{ $site }« sendt til denne adresse. Bekræft det inden for syv dage.

    Var det ikke dig? Så behøver du ikke gøre noget: Der bliver ikke sendt mere til dig.
mail-alert-confirm-button = Bekræft
mail-alert-known-subject = Din jobagent er allerede i gang
mail-alert-known-body =
    Hej

    Nogen, sandsynligvis dig, har på »{ $site }« bedt om en jobagent, som denne adresse allerede har. Den fortsætter, som den er. Her kan du rette eller stoppe den.
mail-alert-known-button = Ret eller stop
mail-job-alert-subject = Nye stillinger: { $site }
mail-job-alert-body =
    Hej

    Der er nyt på »{ $site }«, der passer til det, du søger: { $criteria }.

    Du får denne mail, fordi du har bedt om den; din jobagent løber til og med { $until }. Du kan altid rette eller stoppe den.
mail-job-alert-button = Ret eller stop
