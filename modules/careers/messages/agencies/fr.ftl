careers-agency = Espace cabinets
careers-agency-ask-text = Vous travaillez pour un cabinet de recrutement avec lequel nous coopérons ? Saisissez votre adresse e-mail. Si nous la connaissons, vous recevrez un lien qui ouvre les pages de votre cabinet.
careers-agency-asked-text = Si cette adresse est celle d’une personne d’un cabinet, un e-mail avec un lien est en route. Il fonctionne pendant un jour.
careers-agency-vacancies = Offres qui vous sont confiées
careers-agency-no-vacancies = Aucune offre n’est confiée à votre cabinet pour le moment. Vous recevrez un e-mail dès qu’il y en aura une.
careers-agency-vacancy = Offre d’emploi
careers-agency-until = Propositions jusqu’au { $day }
careers-agency-note = Pour votre cabinet
careers-agency-back = Retour à l’aperçu
careers-agency-proposals = Vos propositions
careers-agency-none = Votre cabinet n’a encore proposé personne. Choisissez une offre et proposez quelqu’un.
careers-agency-nothing = Aucune proposition ne correspond.
careers-agency-more = Seules les dernières sont affichées. Cherchez un nom ou un numéro pour trouver les autres.
careers-agency-proposed-on = Proposé le { $day } · { $number }
careers-agency-search = Nom ou numéro
careers-agency-state = État
careers-agency-all = Tous
careers-agency-number = Numéro
careers-agency-protected = Réputé proposé par vous jusqu’au
careers-agency-propose = Proposer un candidat
careers-agency-propose-for = Proposer un candidat : { $title }
careers-agency-person = La personne
careers-agency-papers = Documents
careers-agency-agreed = La personne accepte que nous la proposions pour cette offre et transmettions ces données.
careers-agency-agreed-missing = Ne proposez que des personnes qui ont donné leur accord. Cochez la case si c’est le cas.
careers-agency-told = La personne reçoit de notre part un e-mail qui indique qui l’a proposée, avec un lien vers ses données.
careers-agency-send = Envoyer la proposition
careers-agency-done-proposed = Votre proposition a été reçue. Vous recevrez un e-mail dès qu’il y aura du nouveau.
careers-agency-done-withdrawn = Votre proposition a été retirée.
careers-agency-withdraw = Retirer la proposition
careers-agency-withdraw-ask = Retirer cette proposition ?
careers-agency-withdraw-text = Nous cessons d’y travailler, et la personne n’est plus réputée proposée par votre cabinet.
careers-field-comment = Pourquoi cette personne convient
careers-field-language = Langue de nos e-mails à la personne
careers-me-proposed = Proposé par des cabinets
careers-me-proposed-on = { $agency }, le { $day }
mail-agency-link-subject = Votre lien vers les pages de { $agency } chez { $tenant }
mail-agency-link-body =
    Bonjour { $name },

    Voici le lien que vous avez demandé. Il ouvre les offres et les propositions de { $agency } chez { $tenant } et fonctionne pendant un jour. Ne le donnez à personne.

    Vous ne l’avez pas demandé ? Alors vous n’avez rien à faire.
mail-agency-link-button = Ouvrir les pages
