# Webhooks
webhooks = Webhooks
webhooks-text = Andre systemer, der straks får at vide, hvad der sker med poster, ved underskrevne beskeder til deres adresse.
webhooks-new = Ny webhook
webhooks-none = Ingen webhooks endnu
webhooks-none-text = Opret først en brugerkonto til systemet, og giv den en rolle: beskeder fortæller, hvad kontoen må læse. Derefter webhooken, så dens hemmelighed.
webhooks-name = Navn
webhooks-address = Adresse
webhooks-events = Hændelser
webhooks-alerts = Advarsler til
webhooks-delivered-at = Senest leveret
webhooks-waiting = Venter
webhooks-given-up = Opgivet
webhooks-state = Status
webhooks-paused = På pause
webhooks-waits = Ikke klar
webhooks-trouble = Kræver nogen
webhooks-active = Aktiv
webhooks-never = aldrig
webhooks-about = Webhook
webhooks-secret = Hemmelighed
webhooks-gone = Modtageren siger, at adressen ikke længere findes
webhooks-gone-text = Den svarede med 410, så der sendes ikke mere dertil. Angiv den nye adresse, og slå webhooken til igen: det, der er sket imens, meddeles så.
webhooks-account-unusable = Kontoen, hvis rettigheder beskeder læses med, kan ikke bruges: indtil da meddeles intet, og intet går tabt.
webhooks-try = Prøv den
webhooks-try-text = Et eksempel er underskrevet som enhver besked og fortæller ikke om nogen hændelse.
webhooks-sample = Send et eksempel
webhooks-sample-failed = Eksemplet kom ikke frem
webhooks-sample-arrived = Eksemplet kom frem
webhooks-sample-text = Modtageren svarede med status { $status } efter { $time }.
webhooks-secret-made = Den nye hemmelighed
webhooks-secret-once = Den vises kun nu: angiv den hos modtageren, som kontrollerer underskrifter med den. Ingen kan læse den senere.
webhooks-no-secret = Der er ingen hemmelighed endnu, og uden den sendes intet. Hvad der sker indtil da, meddeles bagefter.
webhooks-overlap = Den nuværende hemmelighed underskriver stadig
webhooks-rotate = Udskift hemmeligheden
webhooks-make-secret = Opret hemmeligheden
webhooks-log = Leveringer
webhooks-again = Send igen
webhooks-again-text = Beskeder, der sendes igen, har samme webhook-id som før, så modtageren kan genkende dem, den har.
webhooks-again-failed-count = Send det opgivne igen ({ $count })
webhooks-since = Alt siden (UTC)
webhooks-since-help = Også hvad der skete, før denne webhook fandtes, så vidt kontoen må læse det.
webhooks-since-confirm = Send alt siden det tidspunkt igen?
webhooks-since-do = Send alt igen
webhooks-since-done = Alt siden da sendes igen.
webhooks-again-done = { $count ->
    [0] Der var intet at sende igen.
    [one] Én besked sendes igen.
   *[other] { $count } beskeder sendes igen.
}
webhooks-shown = { $count ->
    [one] Én levering
   *[other] { $count } leveringer
}
webhooks-no-log = Intet er leveret endnu
webhooks-no-log-text = Så snart en af hændelserne sker, står den her. Leveringer gemmes i 90 dage.
webhooks-not-found = Ingen sådan levering
webhooks-not-found-text = Søg efter en hændelse som employees.changed, efter nummeret på en post eller efter et webhook-id.
webhooks-all = Alle leveringer
webhooks-happened = Hvornår
webhooks-event = Hændelse
webhooks-record = Post
webhooks-attempts = Forsøg
webhooks-next = Næste forsøg
webhooks-state-waiting = Venter
webhooks-state-delivered = Leveret
webhooks-state-given-up = Opgivet
webhooks-state-withheld = Tilbageholdt
webhooks-at = Hvornår
webhooks-outcome = Resultat
webhooks-status = Status
webhooks-took = Tog
webhooks-not-tried = Ikke prøvet endnu
webhooks-not-tried-text = Det er straks dens tur.
webhooks-behind = efter en tidligere hændelse for samme post
webhooks-ended = Afsluttet
webhooks-again-one = Send igen
webhooks-saved = Webhooken er gemt.
webhooks-every-object = Alle objekter
webhooks-events-text = Sæt kryds ved det, der skal meddeles. Kun det, som kontoen må læse, meddeles.
webhooks-find = Find et objekt
webhooks-object = Objekt
webhooks-event-created = Oprettet
webhooks-event-changed = Ændret
webhooks-event-removed = Fjernet
webhooks-ticked = { $count ->
    [one] { $count } afkrydset
   *[other] { $count } afkrydsede
 }
webhooks-key-signs = Meddelelser underskrives med nøglen til den applikation, der tilmeldte denne webhook, som modtageren forventer. Det ophører med nøglen.
webhooks-key-missing = Ingen meddelelser sendes: nøglen, de blev underskrevet med, gælder ikke længere, eller dens applikation er ikke aktiv. Når programmet tilmelder webhooken igen, underskriver dets nuværende nøgle.
webhooks-collected = Sendes samlet
webhooks-collected-minutes = { $count ->
    [one] hvert minut
   *[other] hvert { $count }. minut
}
