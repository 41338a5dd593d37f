mail-requisition-asked-subject = { $name } beder dig godkende »{ $title }«
mail-requisition-asked-body =
    Hej,

    En rekrutteringsanmodning venter på din beslutning hos { $tenant }: »{ $title }«, anmodet af { $name }.
mail-requisition-asked-button = Åbn anmodningen

mail-requisition-reminded-subject = Påmindelse: »{ $title }« venter på din beslutning
mail-requisition-reminded-body =
    Hej,

    Rekrutteringsanmodningen »{ $title }« fra { $name } har ventet på din beslutning i nogle dage.
mail-requisition-reminded-button = Åbn anmodningen

mail-requisition-approved-subject = »{ $title }« er godkendt
mail-requisition-approved-body =
    Hej,

    Din rekrutteringsanmodning »{ $title }« er godkendt af alle, der er spurgt. Stillingen kan oprettes.
mail-requisition-approved-button = Åbn anmodningen

mail-requisition-refused-subject = »{ $title }« er afvist
mail-requisition-refused-body =
    Hej,

    { $name } har afvist din rekrutteringsanmodning »{ $title }«:

    { $comment }
mail-requisition-refused-button = Åbn anmodningen

mail-requisition-returned-subject = »{ $title }« er sendt tilbage til dig
mail-requisition-returned-body =
    Hej,

    { $name } har sendt din rekrutteringsanmodning »{ $title }« tilbage. Den er en kladde igen; ret den, og indsend den på ny.

    { $comment }
mail-requisition-returned-button = Åbn anmodningen
