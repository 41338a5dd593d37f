mail-note-mention-subject = { $name } vous mentionne dans une note : { $title }
mail-note-mention-body =
    Bonjour,

    { $name } vous mentionne dans une note sur une candidature à l’offre « { $title } » chez { $tenant }.
mail-note-mention-button = Ouvrir la candidature

mail-requisition-asked-subject = { $name } vous demande de valider « { $title } »
mail-requisition-asked-body =
    Bonjour,

    Une demande de recrutement attend votre décision chez { $tenant } : « { $title } », demandée par { $name }.
mail-requisition-asked-button = Ouvrir la demande

mail-requisition-reminded-subject = Rappel : « { $title } » attend votre décision
mail-requisition-reminded-body =
    Bonjour,

    La demande de recrutement « { $title } » de { $name } attend votre décision depuis quelques jours.
mail-requisition-reminded-button = Ouvrir la demande

mail-requisition-approved-subject = « { $title } » a été validée
mail-requisition-approved-body =
    Bonjour,

    Votre demande de recrutement « { $title } » a été validée par toutes les personnes sollicitées. L’offre d’emploi peut être créée.
mail-requisition-approved-button = Ouvrir la demande

mail-requisition-refused-subject = « { $title } » a été refusée
mail-requisition-refused-body =
    Bonjour,

    { $name } a refusé votre demande de recrutement « { $title } » :

    { $comment }
mail-requisition-refused-button = Ouvrir la demande

mail-requisition-returned-subject = « { $title } » vous a été renvoyée
mail-requisition-returned-body =
    Bonjour,

    { $name } vous renvoie la demande de recrutement « { $title } ». C’est de nouveau un brouillon ; modifiez-le et soumettez-le encore.

    { $comment }
mail-requisition-returned-button = Ouvrir la demande

mail-candidate-letter-subject = { $heading }
mail-candidate-letter-body = {""}
mail-candidate-letter-button = Ouvrir mes candidatures

mail-candidate-keep-subject = { $heading }
mail-candidate-keep-body = {""}
mail-candidate-keep-button = Répondre

mail-candidate-wrote-subject = Un candidat vous a écrit : « { $title } »
mail-candidate-wrote-body =
    Bonjour,

    Une personne qui a postulé à « { $title } » a écrit un message. Lisez-le sur la page de la candidature.
mail-candidate-wrote-button = Ouvrir la candidature

mail-offer-asked-subject = { $name } vous demande de valider une proposition d’embauche : { $title }
mail-offer-asked-body =
    Bonjour,

    Une proposition d’embauche attend votre décision chez { $tenant } : { $title }, établie par { $name }.
mail-offer-asked-button = Ouvrir la proposition

mail-offer-reminded-subject = Rappel : une proposition d’embauche attend votre décision : { $title }
mail-offer-reminded-body =
    Bonjour,

    La proposition { $title } de { $name } attend votre décision depuis quelques jours. Le candidat attend aussi.
mail-offer-reminded-button = Ouvrir la proposition

mail-offer-approved-subject = La proposition d’embauche est validée : { $title }
mail-offer-approved-body =
    Bonjour,

    Votre proposition { $title } a été validée par toutes les personnes sollicitées. La lettre peut partir.
mail-offer-approved-button = Ouvrir la proposition

mail-offer-refused-subject = La proposition d’embauche est refusée : { $title }
mail-offer-refused-body =
    Bonjour,

    { $name } a refusé votre proposition { $title } :

    { $comment }
mail-offer-refused-button = Ouvrir la proposition

mail-offer-returned-subject = La proposition d’embauche vous est renvoyée : { $title }
mail-offer-returned-body =
    Bonjour,

    { $name } vous a renvoyé la proposition { $title }. C’est de nouveau un brouillon ; modifiez-la et soumettez-la à nouveau.

    { $comment }
mail-offer-returned-button = Ouvrir la proposition

mail-offer-accepted-subject = { $name } accepte votre proposition
mail-offer-accepted-body =
    Bonjour,

    { $name } a accepté la proposition « { $title } ».
mail-offer-accepted-button = Ouvrir la proposition

mail-offer-declined-subject = { $name } décline votre proposition
mail-offer-declined-body =
    Bonjour,

    { $name } a décliné la proposition « { $title } ».
mail-offer-declined-button = Ouvrir la proposition

mail-interview-planned-subject = Entretien pour « { $title } » : { $when }
mail-interview-planned-body =
    Bonjour,

    Vous menez un entretien avec { $name }. Le rendez-vous est joint.

    Quand : { $when }
    Où : { $place }
mail-interview-planned-button = Ouvrir la candidature

mail-interview-changed-subject = Modifié : entretien pour « { $title } », { $when }
mail-interview-changed-body =
    Bonjour,

    L’entretien avec { $name } a été modifié. Le nouveau rendez-vous est joint.

    Quand : { $when }
    Où : { $place }
mail-interview-changed-button = Ouvrir la candidature

mail-interview-cancelled-subject = Annulé : entretien pour « { $title } », { $when }
mail-interview-cancelled-body =
    Bonjour,

    L’entretien avec { $name } n’a plus lieu avec vous.

    Quand : { $when }
    Où : { $place }
mail-interview-cancelled-button = Ouvrir la candidature

mail-interview-invitation-subject = Invitation à un entretien : { $title }
mail-interview-invitation-body =
    Bonjour { $name },

    Nous aimerions vous rencontrer au sujet de votre candidature pour « { $title } ». Le rendez-vous est joint.

    Quand : { $when }
    Où : { $place }

mail-interview-moved-subject = Votre entretien a été modifié : { $title }
mail-interview-moved-body =
    Bonjour { $name },

    L’entretien sur votre candidature pour « { $title } » a été modifié. Le nouveau rendez-vous est joint.

    Quand : { $when }
    Où : { $place }

mail-interview-off-subject = Votre entretien est annulé : { $title }
mail-interview-off-body =
    Bonjour { $name },

    L’entretien sur votre candidature pour « { $title } » n’aura pas lieu. Nous reprendrons contact avec vous.

    Quand : { $when }
    Où : { $place }
