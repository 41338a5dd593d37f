# Mails about webhooks that need somebody
mail-webhook-given-up-subject = Webhooken “{ $label }” hos { $tenant } kan ikke leveres
mail-webhook-given-up-body =
    Hej

    Beskeder til “{ $label }” har ikke kunnet leveres i tre dage, og mindst én er opgivet. { $why }

    Se på siden, hvad der er opgivet, få modtageren i orden, og send det igen derfra.
mail-webhook-given-up-button = Se webhooken

mail-webhook-gone-subject = Webhooken “{ $label }” hos { $tenant } er sat på pause
mail-webhook-gone-body =
    Hej

    Modtageren af “{ $label }” siger, at adressen ikke længere findes. Der sendes ikke mere dertil.

    Intet går tabt: angiv den nye adresse, og slå webhooken til igen, så meddeles det, der er sket imens.
mail-webhook-gone-button = Se webhooken
