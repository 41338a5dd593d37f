# Mails about webhooks that need somebody
mail-webhook-given-up-subject = De webhook “{ $label }” bij { $tenant } kan niet worden bezorgd
mail-webhook-given-up-body =
    Hallo,

    Berichten aan “{ $label }” konden drie dagen lang niet worden bezorgd, en ten minste één is opgegeven. { $why }

    Bekijk op de pagina wat is opgegeven, herstel de ontvanger en verstuur het van daaruit opnieuw.
mail-webhook-given-up-button = Webhook bekijken

mail-webhook-gone-subject = De webhook “{ $label }” bij { $tenant } is gepauzeerd
mail-webhook-gone-body =
    Hallo,

    De ontvanger van “{ $label }” meldt dat zijn adres niet meer bestaat. Er wordt niets meer naartoe gestuurd.

    Er gaat niets verloren: vul het nieuwe adres in en zet de webhook weer aan; wat intussen gebeurde, wordt dan gemeld.
mail-webhook-gone-button = Webhook bekijken
