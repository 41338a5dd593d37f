# Mails about webhooks that need somebody
mail-webhook-given-up-subject = El webhook «{ $label }» de { $tenant } no se puede entregar
mail-webhook-given-up-body =
    Hola:

    Durante tres días no se pudieron entregar mensajes a «{ $label }», y al menos uno se abandonó. { $why }

    Consulte en la página qué se abandonó, repare el destinatario y vuelva a enviarlo desde allí.
mail-webhook-given-up-button = Ver el webhook

mail-webhook-gone-subject = El webhook «{ $label }» de { $tenant } está en pausa
mail-webhook-gone-body =
    Hola:

    El destinatario de «{ $label }» indica que su dirección ya no existe. Ya no se envía nada allí.

    No se pierde nada: introduzca la nueva dirección y active de nuevo el webhook; se le comunicará lo ocurrido entretanto.
mail-webhook-gone-button = Ver el webhook
