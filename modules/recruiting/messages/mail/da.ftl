mail-note-mention-subject = { $name } nævner dig i et notat: { $title }
mail-note-mention-body =
    Hej,

    { $name } nævner dig i et notat om en ansøgning til ”{ $title }” hos { $tenant }.
mail-note-mention-button = Åbn ansøgningen

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

mail-candidate-letter-subject = { $heading }
mail-candidate-letter-body = {""}
mail-candidate-letter-button = Åbn mine ansøgninger

mail-candidate-keep-subject = { $heading }
mail-candidate-keep-body = {""}
mail-candidate-keep-button = Svar

mail-candidate-wrote-subject = En kandidat har skrevet til dig: “{ $title }”
mail-candidate-wrote-body =
    Hej

    En, der har søgt “{ $title }”, har skrevet en besked. Læs den på ansøgningens side.
mail-candidate-wrote-button = Åbn ansøgningen

mail-offer-asked-subject = { $name } beder dig godkende et jobtilbud: { $title }
mail-offer-asked-body =
    Hej,

    Et jobtilbud venter på din afgørelse hos { $tenant }: { $title }, udarbejdet af { $name }.
mail-offer-asked-button = Åbn tilbuddet

mail-offer-reminded-subject = Påmindelse: et jobtilbud venter på din afgørelse: { $title }
mail-offer-reminded-body =
    Hej,

    Tilbuddet { $title } fra { $name } har ventet på din afgørelse i nogle dage. Kandidaten venter også.
mail-offer-reminded-button = Åbn tilbuddet

mail-offer-approved-subject = Jobtilbuddet er godkendt: { $title }
mail-offer-approved-body =
    Hej,

    Dit tilbud { $title } er godkendt af alle, der blev spurgt. Brevet kan sendes.
mail-offer-approved-button = Åbn tilbuddet

mail-offer-refused-subject = Jobtilbuddet er afvist: { $title }
mail-offer-refused-body =
    Hej,

    { $name } har afvist dit tilbud { $title }:

    { $comment }
mail-offer-refused-button = Åbn tilbuddet

mail-offer-returned-subject = Jobtilbuddet kommer tilbage til dig: { $title }
mail-offer-returned-body =
    Hej,

    { $name } har sendt dit tilbud { $title } tilbage. Det er igen en kladde; ret det, og indsend det på ny.

    { $comment }
mail-offer-returned-button = Åbn tilbuddet

mail-offer-accepted-subject = { $name } accepterer dit tilbud
mail-offer-accepted-body =
    Hej,

    { $name } har accepteret tilbuddet “{ $title }”.
mail-offer-accepted-button = Åbn tilbuddet

mail-offer-declined-subject = { $name } afslår dit tilbud
mail-offer-declined-body =
    Hej,

    { $name } har afslået tilbuddet “{ $title }”.
mail-offer-declined-button = Åbn tilbuddet

mail-interview-planned-subject = Jobsamtale om »{ $title }«: { $when }
mail-interview-planned-body =
    Hej,

    Du skal lede en samtale med { $name }. Aftalen er vedlagt.

    Hvornår: { $when }
    Hvor: { $place }
mail-interview-planned-button = Åbn ansøgningen

mail-interview-changed-subject = Ændret: jobsamtale om »{ $title }«, { $when }
mail-interview-changed-body =
    Hej,

    Samtalen med { $name } er ændret. Den nye aftale er vedlagt.

    Hvornår: { $when }
    Hvor: { $place }
mail-interview-changed-button = Åbn ansøgningen

mail-interview-cancelled-subject = Aflyst: jobsamtale om »{ $title }«, { $when }
mail-interview-cancelled-body =
    Hej,

    Samtalen med { $name } finder ikke længere sted med dig.

    Hvornår: { $when }
    Hvor: { $place }
mail-interview-cancelled-button = Åbn ansøgningen

mail-interview-invitation-subject = Indkaldelse til jobsamtale: { $title }
mail-interview-invitation-body =
    Hej { $name },

    Vi vil gerne møde dig om din ansøgning til »{ $title }«. Aftalen er vedlagt.

    Hvornår: { $when }
    Hvor: { $place }

mail-interview-moved-subject = Din jobsamtale er ændret: { $title }
mail-interview-moved-body =
    Hej { $name },

    Samtalen om din ansøgning til »{ $title }« er ændret. Den nye aftale er vedlagt.

    Hvornår: { $when }
    Hvor: { $place }

mail-interview-off-subject = Din jobsamtale er aflyst: { $title }
mail-interview-off-body =
    Hej { $name },

    Samtalen om din ansøgning til »{ $title }« finder ikke sted. Vi kontakter dig.

    Hvornår: { $when }
    Hvor: { $place }
