# Mails about webhooks that need somebody
mail-webhook-given-up-subject = The webhook “{ $label }” at { $tenant } cannot be delivered
mail-webhook-given-up-body =
    Hello,

    Messages to “{ $label }” could not be delivered for three days, and at least one of them was given up. { $why }

    See on the page what was given up, mend the receiver, and send it again from there.
mail-webhook-given-up-button = See the webhook

mail-webhook-gone-subject = The webhook “{ $label }” at { $tenant } is paused
mail-webhook-gone-body =
    Hello,

    The receiver of “{ $label }” says that its address is gone. Nothing is sent there any more.

    Nothing is lost: enter the new address and switch the webhook on again, and it is told what happened in the meantime.
mail-webhook-gone-button = See the webhook
