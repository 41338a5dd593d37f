mail-note-mention-subject = { $name } noemt u in een notitie: { $title }
mail-note-mention-body =
    Hallo,

    { $name } noemt u in een notitie bij een sollicitatie op „{ $title }” bij { $tenant }.
mail-note-mention-button = Sollicitatie openen

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

mail-candidate-letter-subject = { $heading }
mail-candidate-letter-body = {""}
mail-candidate-letter-button = Mijn sollicitaties openen

mail-candidate-keep-subject = { $heading }
mail-candidate-keep-body = {""}
mail-candidate-keep-button = Antwoorden

mail-candidate-wrote-subject = Een kandidaat heeft u geschreven: ‘{ $title }’
mail-candidate-wrote-body =
    Hallo,

    Iemand die op ‘{ $title }’ heeft gesolliciteerd, heeft een bericht geschreven. Lees het op de pagina van de sollicitatie.
mail-candidate-wrote-button = Sollicitatie openen

mail-offer-asked-subject = { $name } vraagt u een arbeidsaanbod goed te keuren: { $title }
mail-offer-asked-body =
    Hallo,

    Bij { $tenant } wacht een arbeidsaanbod op uw beslissing: { $title }, opgesteld door { $name }.
mail-offer-asked-button = Aanbod openen

mail-offer-reminded-subject = Herinnering: een arbeidsaanbod wacht op uw beslissing: { $title }
mail-offer-reminded-body =
    Hallo,

    Het aanbod { $title } van { $name } wacht al enkele dagen op uw beslissing. Ook de kandidaat wacht.
mail-offer-reminded-button = Aanbod openen

mail-offer-approved-subject = Het arbeidsaanbod is goedgekeurd: { $title }
mail-offer-approved-body =
    Hallo,

    Uw aanbod { $title } is goedgekeurd door iedereen die is gevraagd. De brief kan worden verstuurd.
mail-offer-approved-button = Aanbod openen

mail-offer-refused-subject = Het arbeidsaanbod is afgewezen: { $title }
mail-offer-refused-body =
    Hallo,

    { $name } heeft uw aanbod { $title } afgewezen:

    { $comment }
mail-offer-refused-button = Aanbod openen

mail-offer-returned-subject = Het arbeidsaanbod komt naar u terug: { $title }
mail-offer-returned-body =
    Hallo,

    { $name } heeft uw aanbod { $title } teruggestuurd. Het is weer een concept; pas het aan en dien het opnieuw in.

    { $comment }
mail-offer-returned-button = Aanbod openen

mail-offer-accepted-subject = { $name } aanvaardt uw aanbod
mail-offer-accepted-body =
    Hallo,

    { $name } heeft het aanbod “{ $title }” aanvaard.
mail-offer-accepted-button = Aanbod openen

mail-offer-declined-subject = { $name } weigert uw aanbod
mail-offer-declined-body =
    Hallo,

    { $name } heeft het aanbod “{ $title }” geweigerd.
mail-offer-declined-button = Aanbod openen

mail-interview-planned-subject = Gesprek voor ‘{ $title }’: { $when }
mail-interview-planned-body =
    Hallo,

    U voert een gesprek met { $name }. De afspraak is bijgevoegd.

    Wanneer: { $when }
    Waar: { $place }
mail-interview-planned-button = Sollicitatie openen

mail-interview-changed-subject = Gewijzigd: gesprek voor ‘{ $title }’, { $when }
mail-interview-changed-body =
    Hallo,

    Het gesprek met { $name } is gewijzigd. De nieuwe afspraak is bijgevoegd.

    Wanneer: { $when }
    Waar: { $place }
mail-interview-changed-button = Sollicitatie openen

mail-interview-cancelled-subject = Afgezegd: gesprek voor ‘{ $title }’, { $when }
mail-interview-cancelled-body =
    Hallo,

    Het gesprek met { $name } gaat niet meer met u door.

    Wanneer: { $when }
    Waar: { $place }
mail-interview-cancelled-button = Sollicitatie openen

mail-interview-invitation-subject = Uitnodiging voor een gesprek: { $title }
mail-interview-invitation-body =
    Hallo { $name },

    Wij willen u graag spreken over uw sollicitatie voor ‘{ $title }’. De afspraak is bijgevoegd.

    Wanneer: { $when }
    Waar: { $place }

mail-interview-moved-subject = Uw gesprek is gewijzigd: { $title }
mail-interview-moved-body =
    Hallo { $name },

    Het gesprek over uw sollicitatie voor ‘{ $title }’ is gewijzigd. De nieuwe afspraak is bijgevoegd.

    Wanneer: { $when }
    Waar: { $place }

mail-interview-off-subject = Uw gesprek gaat niet door: { $title }
mail-interview-off-body =
    Hallo { $name },

    Het gesprek over uw sollicitatie voor ‘{ $title }’ gaat niet door. Wij nemen contact met u op.

    Wanneer: { $when }
    Waar: { $place }
