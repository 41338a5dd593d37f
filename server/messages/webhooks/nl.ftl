# Webhooks
webhooks = Webhooks
webhooks-text = Andere systemen die met ondertekende berichten aan hun adres meteen horen wat er met records gebeurt.
webhooks-new = Nieuwe webhook
webhooks-none = Nog geen webhooks
webhooks-none-text = Maak eerst een gebruikersaccount voor het systeem en geef het een rol: berichten melden wat dat account mag lezen. Daarna de webhook, dan het geheim.
webhooks-name = Naam
webhooks-address = Adres
webhooks-events = Gebeurtenissen
webhooks-alerts = Waarschuwingen aan
webhooks-delivered-at = Laatst bezorgd
webhooks-waiting = Wachtend
webhooks-given-up = Opgegeven
webhooks-state = Status
webhooks-paused = Gepauzeerd
webhooks-waits = Niet gereed
webhooks-trouble = Vraagt aandacht
webhooks-active = Actief
webhooks-never = nooit
webhooks-about = Webhook
webhooks-secret = Geheim
webhooks-gone = De ontvanger meldt dat zijn adres niet meer bestaat
webhooks-gone-text = Hij antwoordde met 410, dus wordt er niets meer naartoe gestuurd. Vul het nieuwe adres in en zet de webhook weer aan: wat intussen gebeurde, wordt dan gemeld.
webhooks-account-unusable = Het account met wiens rechten berichten worden gelezen, kan niet worden gebruikt: tot dan wordt niets gemeld, en er gaat niets verloren.
webhooks-try = Uitproberen
webhooks-try-text = Een voorbeeld is ondertekend zoals elk bericht en meldt geen gebeurtenis.
webhooks-sample = Voorbeeld verzenden
webhooks-sample-failed = Het voorbeeld is niet aangekomen
webhooks-sample-arrived = Het voorbeeld is aangekomen
webhooks-sample-text = De ontvanger antwoordde na { $time } met status { $status }.
webhooks-secret-made = Het nieuwe geheim
webhooks-secret-once = Het wordt alleen nu getoond: vul het in bij de ontvanger, die er handtekeningen mee controleert. Later kan niemand het meer lezen.
webhooks-no-secret = Er is nog geen geheim, en zonder gaat er niets weg. Wat tot dan gebeurt, wordt daarna gemeld.
webhooks-overlap = Het huidige geheim ondertekent nog
webhooks-rotate = Geheim vervangen
webhooks-make-secret = Geheim maken
webhooks-log = Bezorgingen
webhooks-again = Opnieuw verzenden
webhooks-again-text = Opnieuw verzonden berichten hebben dezelfde webhook-id als eerder, zodat de ontvanger herkent wat hij al kent.
webhooks-again-failed-count = Opgegeven berichten opnieuw verzenden ({ $count })
webhooks-since = Alles sinds (UTC)
webhooks-since-help = Ook wat gebeurde voordat deze webhook er was, voor zover het account het mag lezen.
webhooks-since-confirm = Alles sinds dat moment opnieuw verzenden?
webhooks-since-do = Alles opnieuw verzenden
webhooks-since-done = Alles sinds dat moment wordt opnieuw verzonden.
webhooks-again-done = { $count ->
    [0] Er was niets om opnieuw te verzenden.
    [one] Eén bericht wordt opnieuw verzonden.
   *[other] { $count } berichten worden opnieuw verzonden.
}
webhooks-shown = { $count ->
    [one] Eén bezorging
   *[other] { $count } bezorgingen
}
webhooks-no-log = Nog niets bezorgd
webhooks-no-log-text = Zodra een van de gebeurtenissen plaatsvindt, staat ze hier. Bezorgingen worden 90 dagen bewaard.
webhooks-not-found = Geen zulke bezorging
webhooks-not-found-text = Zoek naar een gebeurtenis zoals employees.changed, naar het nummer van een record of naar een webhook-id.
webhooks-all = Alle bezorgingen
webhooks-happened = Wanneer
webhooks-event = Gebeurtenis
webhooks-record = Record
webhooks-attempts = Pogingen
webhooks-next = Volgende poging
webhooks-state-waiting = Wacht
webhooks-state-delivered = Bezorgd
webhooks-state-given-up = Opgegeven
webhooks-state-withheld = Achtergehouden
webhooks-at = Wanneer
webhooks-outcome = Resultaat
webhooks-status = Status
webhooks-took = Duur
webhooks-not-tried = Nog niet geprobeerd
webhooks-not-tried-text = Ze is zo aan de beurt.
webhooks-behind = na een eerdere gebeurtenis van hetzelfde record
webhooks-ended = Beëindigd
webhooks-again-one = Opnieuw verzenden
webhooks-saved = Webhook opgeslagen.
webhooks-every-object = Alle objecten
webhooks-events-text = Vink aan wat gemeld wordt. Alleen wat het account mag lezen, wordt gemeld.
webhooks-find = Object zoeken
webhooks-object = Object
webhooks-event-created = Aangemaakt
webhooks-event-changed = Gewijzigd
webhooks-event-removed = Verwijderd
webhooks-ticked = { $count } aangevinkt
webhooks-key-signs = Berichten worden ondertekend met de sleutel van de toepassing die deze webhook heeft aangemeld, zoals de ontvanger verwacht. Dat eindigt met die sleutel.
webhooks-key-missing = Er vertrekt geen bericht: de sleutel waarmee ze werden ondertekend geldt niet meer, of zijn toepassing is niet actief. Zodra het programma deze webhook opnieuw aanmeldt, ondertekent de huidige sleutel.
webhooks-collected = Samen geleverd
webhooks-collected-minutes = { $count ->
    [one] elke minuut
   *[other] elke { $count } minuten
}
