# Mails about webhooks that need somebody
mail-webhook-given-up-subject = Le webhook « { $label } » chez { $tenant } ne peut pas être remis
mail-webhook-given-up-body =
    Bonjour,

    Des messages à « { $label } » n’ont pas pu être remis pendant trois jours, et au moins un a été abandonné. { $why }

    Voyez sur la page ce qui a été abandonné, réparez le destinataire et renvoyez-le depuis cette page.
mail-webhook-given-up-button = Voir le webhook

mail-webhook-gone-subject = Le webhook « { $label } » chez { $tenant } est en pause
mail-webhook-gone-body =
    Bonjour,

    Le destinataire de « { $label } » indique que son adresse n’existe plus. Plus rien n’y est envoyé.

    Rien n’est perdu : saisissez la nouvelle adresse et réactivez le webhook ; ce qui s’est passé entre-temps lui sera annoncé.
mail-webhook-gone-button = Voir le webhook
