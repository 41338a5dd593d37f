mail-requisition-asked-subject = { $name } ber dig godkänna ”{ $title }”
mail-requisition-asked-body =
    Hej,

    En rekryteringsbegäran väntar på ditt beslut hos { $tenant }: ”{ $title }”, begärd av { $name }.
mail-requisition-asked-button = Öppna begäran

mail-requisition-reminded-subject = Påminnelse: ”{ $title }” väntar på ditt beslut
mail-requisition-reminded-body =
    Hej,

    Rekryteringsbegäran ”{ $title }” från { $name } har väntat på ditt beslut i några dagar.
mail-requisition-reminded-button = Öppna begäran

mail-requisition-approved-subject = ”{ $title }” har godkänts
mail-requisition-approved-body =
    Hej,

    Din rekryteringsbegäran ”{ $title }” har godkänts av alla tillfrågade. Den lediga tjänsten kan skapas.
mail-requisition-approved-button = Öppna begäran

mail-requisition-refused-subject = ”{ $title }” har avslagits
mail-requisition-refused-body =
    Hej,

    { $name } har avslagit din rekryteringsbegäran ”{ $title }”:

    { $comment }
mail-requisition-refused-button = Öppna begäran

mail-requisition-returned-subject = ”{ $title }” har skickats tillbaka till dig
mail-requisition-returned-body =
    Hej,

    { $name } har skickat tillbaka din rekryteringsbegäran ”{ $title }”. Den är ett utkast igen; ändra den och skicka in den på nytt.

    { $comment }
mail-requisition-returned-button = Öppna begäran
