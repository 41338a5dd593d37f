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
