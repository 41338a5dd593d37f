mail-requisition-asked-subject = { $name } vraagt uw goedkeuring voor ‘{ $title }’
mail-requisition-asked-body =
    Hallo,

    Bij { $tenant } wacht een personeelsaanvraag op uw beslissing: ‘{ $title }’, aangevraagd door { $name }.
mail-requisition-asked-button = Aanvraag openen

mail-requisition-reminded-subject = Herinnering: ‘{ $title }’ wacht op uw beslissing
mail-requisition-reminded-body =
    Hallo,

    De personeelsaanvraag ‘{ $title }’ van { $name } wacht al enkele dagen op uw beslissing.
mail-requisition-reminded-button = Aanvraag openen

mail-requisition-approved-subject = ‘{ $title }’ is goedgekeurd
mail-requisition-approved-body =
    Hallo,

    Uw personeelsaanvraag ‘{ $title }’ is door iedereen die is gevraagd goedgekeurd. De vacature kan worden aangemaakt.
mail-requisition-approved-button = Aanvraag openen

mail-requisition-refused-subject = ‘{ $title }’ is afgewezen
mail-requisition-refused-body =
    Hallo,

    { $name } heeft uw personeelsaanvraag ‘{ $title }’ afgewezen:

    { $comment }
mail-requisition-refused-button = Aanvraag openen

mail-requisition-returned-subject = ‘{ $title }’ is naar u teruggestuurd
mail-requisition-returned-body =
    Hallo,

    { $name } heeft uw personeelsaanvraag ‘{ $title }’ teruggestuurd. Het is weer een concept; pas het aan en dien het opnieuw in.

    { $comment }
mail-requisition-returned-button = Aanvraag openen
