# Webhooks
webhooks = Webhookar
webhooks-text = Andra system som genast får veta vad som händer med poster genom signerade meddelanden till sin adress.
webhooks-new = Ny webhook
webhooks-none = Inga webhookar än
webhooks-none-text = Skapa först ett användarkonto för systemet och ge det en roll: meddelanden berättar vad kontot får läsa. Sedan webhooken, därefter dess hemlighet.
webhooks-name = Namn
webhooks-address = Adress
webhooks-events = Händelser
webhooks-alerts = Varningar till
webhooks-delivered-at = Senast levererat
webhooks-waiting = Väntar
webhooks-given-up = Uppgivna
webhooks-state = Status
webhooks-paused = Pausad
webhooks-waits = Inte redo
webhooks-trouble = Behöver någon
webhooks-active = Aktiv
webhooks-never = aldrig
webhooks-about = Webhook
webhooks-secret = Hemlighet
webhooks-gone = Mottagaren säger att adressen inte längre finns
webhooks-gone-text = Den svarade med 410, så inget skickas dit längre. Ange den nya adressen och slå på webhooken igen: det som hänt under tiden meddelas då.
webhooks-account-unusable = Kontot vars behörigheter meddelanden läses med kan inte användas: inget meddelas förrän det går, och inget går förlorat.
webhooks-try = Prova
webhooks-try-text = Ett exempel är signerat som alla meddelanden och berättar inte om någon händelse.
webhooks-sample = Skicka ett exempel
webhooks-sample-failed = Exemplet kom inte fram
webhooks-sample-arrived = Exemplet kom fram
webhooks-sample-text = Mottagaren svarade med status { $status } efter { $time }.
webhooks-secret-made = Den nya hemligheten
webhooks-secret-once = Den visas bara nu: ange den hos mottagaren, som kontrollerar signaturer med den. Ingen kan läsa den senare.
webhooks-no-secret = Det finns ingen hemlighet än, och utan den går inget ut. Det som händer till dess meddelas efteråt.
webhooks-overlap = Den nuvarande hemligheten signerar fortfarande
webhooks-rotate = Byt hemligheten
webhooks-make-secret = Skapa hemligheten
webhooks-log = Leveranser
webhooks-again = Skicka igen
webhooks-again-text = Meddelanden som skickas igen har samma webhook-id som förut, så att mottagaren känner igen dem den redan har.
webhooks-again-failed-count = Skicka det uppgivna igen ({ $count })
webhooks-since = Allt sedan (UTC)
webhooks-since-help = Även det som hände innan webhooken fanns, så långt kontot får läsa det.
webhooks-since-confirm = Skicka allt sedan den tiden igen?
webhooks-since-do = Skicka allt igen
webhooks-since-done = Allt sedan dess skickas igen.
webhooks-again-done = { $count ->
    [0] Det fanns inget att skicka igen.
    [one] Ett meddelande skickas igen.
   *[other] { $count } meddelanden skickas igen.
}
webhooks-shown = { $count ->
    [one] En leverans
   *[other] { $count } leveranser
}
webhooks-no-log = Inget har levererats än
webhooks-no-log-text = Så snart en av händelserna inträffar står den här. Leveranser sparas i 90 dagar.
webhooks-not-found = Ingen sådan leverans
webhooks-not-found-text = Sök efter en händelse som employees.changed, efter numret på en post eller efter ett webhook-id.
webhooks-all = Alla leveranser
webhooks-happened = När
webhooks-event = Händelse
webhooks-record = Post
webhooks-attempts = Försök
webhooks-next = Nästa försök
webhooks-state-waiting = Väntar
webhooks-state-delivered = Levererad
webhooks-state-given-up = Uppgiven
webhooks-state-withheld = Undanhållen
webhooks-at = När
webhooks-outcome = Resultat
webhooks-status = Status
webhooks-took = Tog
webhooks-not-tried = Inte prövad än
webhooks-not-tried-text = Det är snart dess tur.
webhooks-behind = efter en tidigare händelse för samma post
webhooks-ended = Avslutad
webhooks-again-one = Skicka igen
webhooks-saved = Webhooken har sparats.
webhooks-every-object = Alla objekt
webhooks-events-text = Kryssa för det som ska meddelas. Endast det som kontot får läsa meddelas.
webhooks-find = Sök objekt
webhooks-object = Objekt
webhooks-event-created = Skapad
webhooks-event-changed = Ändrad
webhooks-event-removed = Borttagen
webhooks-ticked = { $count ->
    [one] { $count } förkryssad
   *[other] { $count } förkryssade
 }
webhooks-key-signs = Meddelanden signeras med nyckeln för den applikation som registrerade webhooken, som mottagaren väntar sig. Det upphör med den nyckeln.
webhooks-key-missing = Inget meddelande skickas: nyckeln som signerade dem gäller inte längre, eller dess applikation är inte aktiv. När programmet registrerar webhooken igen signerar dess nuvarande nyckel.
webhooks-collected = Skickas tillsammans
webhooks-collected-minutes = { $count ->
    [one] varje minut
   *[other] var { $count }:e minut
}
