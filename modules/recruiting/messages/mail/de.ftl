mail-note-mention-subject = { $name } erwähnt Sie in einer Notiz: { $title }
mail-note-mention-body =
    Guten Tag,

    { $name } erwähnt Sie in einer Notiz zu einer Bewerbung auf „{ $title }“ bei { $tenant }.
mail-note-mention-button = Bewerbung öffnen

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

mail-candidate-letter-subject = { $heading }
mail-candidate-letter-body = {""}
mail-candidate-letter-button = Meine Bewerbungen öffnen

mail-candidate-keep-subject = { $heading }
mail-candidate-keep-body = {""}
mail-candidate-keep-button = Antworten

mail-candidate-wrote-subject = Nachricht zu „{ $title }“
mail-candidate-wrote-body =
    Guten Tag,

    eine Person, die sich auf „{ $title }“ beworben hat, hat eine Nachricht geschrieben. Sie steht auf der Seite der Bewerbung.
mail-candidate-wrote-button = Bewerbung öffnen

mail-offer-asked-subject = { $name } bittet Sie, ein Vertragsangebot zu genehmigen: { $title }
mail-offer-asked-body =
    Guten Tag,

    Bei { $tenant } wartet ein Vertragsangebot auf Ihre Entscheidung: { $title }, erstellt von { $name }.
mail-offer-asked-button = Angebot öffnen

mail-offer-reminded-subject = Erinnerung: Ein Vertragsangebot wartet auf Ihre Entscheidung: { $title }
mail-offer-reminded-body =
    Guten Tag,

    Das Angebot { $title } von { $name } wartet seit einigen Tagen auf Ihre Entscheidung. Auch die Bewerberin oder der Bewerber wartet.
mail-offer-reminded-button = Angebot öffnen

mail-offer-approved-subject = Das Vertragsangebot ist genehmigt: { $title }
mail-offer-approved-body =
    Guten Tag,

    Ihr Angebot { $title } wurde von allen genehmigt, die gefragt waren. Das Schreiben kann gesendet werden.
mail-offer-approved-button = Angebot öffnen

mail-offer-refused-subject = Das Vertragsangebot ist nicht genehmigt: { $title }
mail-offer-refused-body =
    Guten Tag,

    { $name } hat Ihr Angebot { $title } nicht genehmigt:

    { $comment }
mail-offer-refused-button = Angebot öffnen

mail-offer-returned-subject = Das Vertragsangebot kommt zu Ihnen zurück: { $title }
mail-offer-returned-body =
    Guten Tag,

    { $name } hat Ihr Angebot { $title } zurückgegeben. Es ist wieder ein Entwurf; ändern Sie es und reichen Sie es erneut ein.

    { $comment }
mail-offer-returned-button = Angebot öffnen

mail-offer-accepted-subject = { $name } nimmt Ihr Angebot an
mail-offer-accepted-body =
    Guten Tag,

    { $name } hat das Angebot „{ $title }“ angenommen.
mail-offer-accepted-button = Angebot öffnen

mail-offer-declined-subject = { $name } lehnt Ihr Angebot ab
mail-offer-declined-body =
    Guten Tag,

    { $name } hat das Angebot „{ $title }“ abgelehnt.
mail-offer-declined-button = Angebot öffnen

mail-interview-planned-subject = Gespräch für „{ $title }“: { $when }
mail-interview-planned-body =
    Guten Tag,

    Sie führen ein Gespräch mit { $name }. Der Termin liegt bei.

    Wann: { $when }
    Wo: { $place }
mail-interview-planned-button = Bewerbung öffnen

mail-interview-changed-subject = Geändert: Gespräch für „{ $title }“, { $when }
mail-interview-changed-body =
    Guten Tag,

    Das Gespräch mit { $name } hat sich geändert. Der neue Termin liegt bei.

    Wann: { $when }
    Wo: { $place }
mail-interview-changed-button = Bewerbung öffnen

mail-interview-cancelled-subject = Abgesagt: Gespräch für „{ $title }“, { $when }
mail-interview-cancelled-body =
    Guten Tag,

    Das Gespräch mit { $name } findet nicht mehr mit Ihnen statt.

    Wann: { $when }
    Wo: { $place }
mail-interview-cancelled-button = Bewerbung öffnen

mail-interview-invitation-subject = Einladung zum Gespräch: { $title }
mail-interview-invitation-body =
    Guten Tag { $name },

    Wir möchten Sie zu Ihrer Bewerbung für „{ $title }“ kennenlernen. Der Termin liegt bei.

    Wann: { $when }
    Wo: { $place }

mail-interview-moved-subject = Ihr Gespräch hat sich geändert: { $title }
mail-interview-moved-body =
    Guten Tag { $name },

    Das Gespräch zu Ihrer Bewerbung für „{ $title }“ hat sich geändert. Der neue Termin liegt bei.

    Wann: { $when }
    Wo: { $place }

mail-interview-off-subject = Ihr Gespräch ist abgesagt: { $title }
mail-interview-off-body =
    Guten Tag { $name },

    Das Gespräch zu Ihrer Bewerbung für „{ $title }“ findet nicht statt. Wir melden uns bei Ihnen.

    Wann: { $when }
    Wo: { $place }
