mail-note-mention-subject = { $name } nämner dig i en anteckning: { $title }
mail-note-mention-body =
    Hej!

    { $name } nämner dig i en anteckning om en ansökan till ”{ $title }” hos { $tenant }.
mail-note-mention-button = Öppna ansökan

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

mail-candidate-letter-subject = { $heading }
mail-candidate-letter-body = {""}
mail-candidate-letter-button = Öppna mina ansökningar

mail-candidate-keep-subject = { $heading }
mail-candidate-keep-body = {""}
mail-candidate-keep-button = Svara

mail-candidate-wrote-subject = En kandidat har skrivit till dig: ”{ $title }”
mail-candidate-wrote-body =
    Hej,

    Någon som har sökt ”{ $title }” har skrivit ett meddelande. Läs det på ansökans sida.
mail-candidate-wrote-button = Öppna ansökan

mail-offer-asked-subject = { $name } ber dig godkänna ett anställningserbjudande: { $title }
mail-offer-asked-body =
    Hej!

    Ett anställningserbjudande väntar på ditt beslut hos { $tenant }: { $title }, upprättat av { $name }.
mail-offer-asked-button = Öppna erbjudandet

mail-offer-reminded-subject = Påminnelse: ett anställningserbjudande väntar på ditt beslut: { $title }
mail-offer-reminded-body =
    Hej!

    Erbjudandet { $title } av { $name } har väntat på ditt beslut i några dagar. Kandidaten väntar också.
mail-offer-reminded-button = Öppna erbjudandet

mail-offer-approved-subject = Anställningserbjudandet är godkänt: { $title }
mail-offer-approved-body =
    Hej!

    Ditt erbjudande { $title } har godkänts av alla som tillfrågades. Brevet kan skickas.
mail-offer-approved-button = Öppna erbjudandet

mail-offer-refused-subject = Anställningserbjudandet är avslaget: { $title }
mail-offer-refused-body =
    Hej!

    { $name } har avslagit ditt erbjudande { $title }:

    { $comment }
mail-offer-refused-button = Öppna erbjudandet

mail-offer-returned-subject = Anställningserbjudandet kommer tillbaka till dig: { $title }
mail-offer-returned-body =
    Hej!

    { $name } har skickat tillbaka ditt erbjudande { $title }. Det är ett utkast igen; ändra det och skicka in det på nytt.

    { $comment }
mail-offer-returned-button = Öppna erbjudandet

mail-offer-accepted-subject = { $name } accepterar ditt erbjudande
mail-offer-accepted-body =
    Hej!

    { $name } har accepterat erbjudandet ”{ $title }”.
mail-offer-accepted-button = Öppna erbjudandet

mail-offer-declined-subject = { $name } avböjer ditt erbjudande
mail-offer-declined-body =
    Hej!

    { $name } har avböjt erbjudandet ”{ $title }”.
mail-offer-declined-button = Öppna erbjudandet

mail-interview-planned-subject = Intervju för ”{ $title }”: { $when }
mail-interview-planned-body =
    Hej,

    Du ska leda en intervju med { $name }. Mötet är bifogat.

    När: { $when }
    Var: { $place }
mail-interview-planned-button = Öppna ansökan

mail-interview-changed-subject = Ändrad: intervju för ”{ $title }”, { $when }
mail-interview-changed-body =
    Hej,

    Intervjun med { $name } har ändrats. Det nya mötet är bifogat.

    När: { $when }
    Var: { $place }
mail-interview-changed-button = Öppna ansökan

mail-interview-cancelled-subject = Inställd: intervju för ”{ $title }”, { $when }
mail-interview-cancelled-body =
    Hej,

    Intervjun med { $name } äger inte längre rum med dig.

    När: { $when }
    Var: { $place }
mail-interview-cancelled-button = Öppna ansökan

mail-interview-invitation-subject = Inbjudan till intervju: { $title }
mail-interview-invitation-body =
    Hej { $name },

    Vi vill gärna träffa dig om din ansökan till ”{ $title }”. Mötet är bifogat.

    När: { $when }
    Var: { $place }

mail-interview-moved-subject = Din intervju har ändrats: { $title }
mail-interview-moved-body =
    Hej { $name },

    Intervjun om din ansökan till ”{ $title }” har ändrats. Det nya mötet är bifogat.

    När: { $when }
    Var: { $place }

mail-interview-off-subject = Din intervju är inställd: { $title }
mail-interview-off-body =
    Hej { $name },

    Intervjun om din ansökan till ”{ $title }” äger inte rum. Vi hör av oss till dig.

    När: { $when }
    Var: { $place }
