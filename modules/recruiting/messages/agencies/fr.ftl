agencies-tab = Cabinets
agencies-text = Les cabinets lisent cette offre comme les candidats, avec votre note, et proposent des personnes sur le site carrière. Ils ne voient jamais qui d’autre a été proposé, ni le dossier d’un candidat.
agencies-given = Confiée à
agencies-nobody = Aucun cabinet n’a encore cette offre.
agencies-no-agency = Aucun autre cabinet n’est sous contrat. Créez-en un sous « Cabinets de recrutement », avec ses contacts.
agencies-give = Confier à un cabinet
agencies-gave = Les contacts du cabinet reçoivent un e-mail.
agencies-take-back = Reprendre
agencies-taken-back = Le cabinet ne voit plus l’offre.
agencies-holds = La voit
agencies-holds-not = Ne la voit pas
agencies-counts = { $proposed } proposés, { $accepted } acceptés, { $hired } embauchés
agencies-none = Personne n’a encore été proposé.
agencies-by = Proposé par { $agency } le { $day }
agencies-for = pour { $vacancy }
agencies-protected = Protégé jusqu’au { $day }.
agencies-protection-over = La protection a pris fin le { $day }.
agencies-fee = Honoraires : { $fee }
agencies-fee-share = Honoraires en cas d’embauche : { $fee } du salaire de la première année
agencies-applied = A déjà une candidature pour cette offre.
agencies-first = { $agency } était le premier : protégé jusqu’au { $day }.
agencies-known = Un dossier existait déjà ; rien n’y a été changé. Acceptez la proposition pour créer une candidature.
agencies-same = Peut-être la même personne que :
agencies-wrote = Le cabinet a écrit
agencies-accept = Accepter
agencies-duplicate = Déjà connu
agencies-refuse = Refuser
agencies-decided = Décidé ; le cabinet peut le lire.
agencies-undecided = Le cabinet lit « reçue » jusqu’à votre décision.
agencies-details = Détails
agencies-wait = Décider d’une proposition de cabinet
mail-agency-given-subject = Une offre pour vous : { $vacancy }
mail-agency-given-body =
    Bonjour { $name },

    { $tenant } souhaite que votre cabinet propose des candidats pour « { $vacancy } » (référence { $reference }), à partir du { $start }.
mail-agency-given-button = Ouvrir l’offre
mail-agency-answer-subject = Votre proposition { $number } : { $state }
mail-agency-answer-body =
    Bonjour { $name },

    Votre proposition { $number } pour « { $vacancy } » chez { $tenant } en est maintenant à : { $state }.
mail-agency-answer-button = Ouvrir la proposition
mail-agency-proposed-subject = { $agency } propose quelqu’un pour « { $title } »
mail-agency-proposed-body =
    Bonjour,

    { $agency } a proposé quelqu’un pour « { $title } ». À vous de décider si vous retenez la proposition ; d’ici là, le cabinet lit qu’elle a été reçue.
mail-agency-proposed-button = Ouvrir les propositions
mail-candidate-proposed-subject = { $agency } vous a proposé à { $tenant }
mail-candidate-proposed-body =
    Bonjour { $name },

    Le cabinet de recrutement { $agency } vous a proposé à { $tenant } pour « { $vacancy } » (référence { $reference }) et nous a indiqué que vous étiez d’accord. Il nous a transmis votre nom, votre adresse et ce qu’il a envoyé à votre sujet : peut-être votre téléphone, votre ville, votre CV et d’autres documents.

    { $tenant } détient désormais ces données, pour décider avec vous si vous travaillerez ici. Votre espace les affiche, avec la notice de confidentialité. Vous pouvez y les corriger, vous les faire envoyer toutes, vous retirer ou tout faire effacer.

    Vous n’étiez pas d’accord ? Alors effacez tout à cet endroit et dites-le-nous, s’il vous plaît.
mail-candidate-proposed-button = Ouvrir mon espace
