# Mails about webhooks that need somebody
mail-webhook-given-up-subject = Der Webhook „{ $label }“ bei { $tenant } kann nicht zugestellt werden
mail-webhook-given-up-body =
    Guten Tag,

    Meldungen an „{ $label }“ konnten drei Tage lang nicht zugestellt werden, und mindestens eine wurde aufgegeben. { $why }

    Sehen Sie auf der Seite nach, was aufgegeben wurde, bringen Sie den Empfänger in Ordnung und senden Sie es von dort erneut.
mail-webhook-given-up-button = Webhook ansehen

mail-webhook-gone-subject = Der Webhook „{ $label }“ bei { $tenant } ist angehalten
mail-webhook-gone-body =
    Guten Tag,

    Der Empfänger von „{ $label }“ meldet, dass es seine Adresse nicht mehr gibt. Dorthin wird nichts mehr gesendet.

    Nichts geht verloren: Tragen Sie die neue Adresse ein und schalten Sie den Webhook wieder ein; was inzwischen geschah, wird dann gemeldet.
mail-webhook-gone-button = Webhook ansehen
