# Mails about webhooks that need somebody
mail-webhook-given-up-subject = Webhooken ”{ $label }” hos { $tenant } kan inte levereras
mail-webhook-given-up-body =
    Hej!

    Meddelanden till ”{ $label }” har inte kunnat levereras på tre dagar, och minst ett har getts upp. { $why }

    Se på sidan vad som getts upp, laga mottagaren och skicka det igen därifrån.
mail-webhook-given-up-button = Se webhooken

mail-webhook-gone-subject = Webhooken ”{ $label }” hos { $tenant } är pausad
mail-webhook-gone-body =
    Hej!

    Mottagaren av ”{ $label }” säger att adressen inte längre finns. Inget skickas dit längre.

    Inget går förlorat: ange den nya adressen och slå på webhooken igen, så meddelas det som hänt under tiden.
mail-webhook-gone-button = Se webhooken
