mail-requisition-asked-subject = { $name } bittet um Ihre Genehmigung: „{ $title }“
mail-requisition-asked-body =
    Guten Tag,

    Bei { $tenant } wartet eine Personalanforderung auf Ihre Entscheidung: „{ $title }“, angefordert von { $name }.
mail-requisition-asked-button = Personalanforderung öffnen

mail-requisition-reminded-subject = Erinnerung: „{ $title }“ wartet auf Ihre Entscheidung
mail-requisition-reminded-body =
    Guten Tag,

    Die Personalanforderung „{ $title }“ von { $name } wartet seit einigen Tagen auf Ihre Entscheidung.
mail-requisition-reminded-button = Personalanforderung öffnen

mail-requisition-approved-subject = „{ $title }“ ist genehmigt
mail-requisition-approved-body =
    Guten Tag,

    Ihre Personalanforderung „{ $title }“ wurde von allen Gefragten genehmigt. Die Stelle kann angelegt werden.
mail-requisition-approved-button = Personalanforderung öffnen

mail-requisition-refused-subject = „{ $title }“ ist abgelehnt
mail-requisition-refused-body =
    Guten Tag,

    { $name } hat Ihre Personalanforderung „{ $title }“ abgelehnt:

    { $comment }
mail-requisition-refused-button = Personalanforderung öffnen

mail-requisition-returned-subject = „{ $title }“ kommt zu Ihnen zurück
mail-requisition-returned-body =
    Guten Tag,

    { $name } hat Ihre Personalanforderung „{ $title }“ zurückgegeben. Sie ist wieder ein Entwurf; ändern Sie ihn und reichen Sie ihn neu ein.

    { $comment }
mail-requisition-returned-button = Personalanforderung öffnen
