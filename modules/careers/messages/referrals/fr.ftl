# Cooptation
careers-recommend = Recommander quelqu’un
careers-recommended = Vous avez été recommandé
careers-recommended-by = { $name } travaille ici et pense que ceci vous conviendrait :
careers-recommended-gone = Les candidatures à cette offre sont closes. D’autres offres vous conviendront peut-être.
careers-recommended-no = Non, merci
careers-recommended-no-text = Si vous ne le souhaitez pas, nous supprimons aussitôt votre nom et votre adresse. Sans réponse, nous le faisons après 60 jours.
careers-recommended-over = Ce lien ne fonctionne plus
careers-recommended-over-text = La recommandation a reçu une réponse, ou son délai est passé. Vous pouvez postuler à tout moment sans elle.
careers-recommended-thanks = Merci de votre réponse
careers-recommended-thanks-text = Votre nom et votre adresse ont été supprimés.
referrals-mine = Mes recommandations
referrals-text = Qui vous avez recommandé, et où cela en est.
referrals-new = Recommander quelqu’un
referrals-none = Vous n’avez encore recommandé personne
referrals-none-text = Connaissez-vous quelqu’un qui conviendrait à l’une de nos offres ? La personne reçoit un e-mail de notre part et décide elle-même.
referrals-no-vacancy = Il n’y a pas d’offre en ce moment
referrals-no-vacancy-text = Dès qu’une offre est publiée, vous pouvez recommander quelqu’un.
referrals-what-happens = La personne reçoit un e-mail avec votre nom, l’offre et un lien pour postuler. Ce que vous écrivez ici est lu par ceux qui s’occupent de l’offre. Sans réponse, nous supprimons les données de la personne après 60 jours.
referrals-send = Envoyer la recommandation
referrals-sent = Merci. La personne recommandée reçoit un e-mail de notre part.
referrals-who = Personne
referrals-vacancy = Offre
referrals-on = Recommandée le
referrals-state = Où cela en est
referrals-state-submitted = Invitée
referrals-state-considered = A postulé
referrals-state-hired = Recrutée
referrals-state-closed = Close
referrals-by = Recommandé par
mail-referral-invitation-subject = { $referrer } vous recommande : { $vacancy }
mail-referral-invitation-body =
    Bonjour { $name },

    { $referrer } travaille chez { $tenant } et vous a recommandé pour « { $vacancy } ». Avec le lien ci-dessous, vous lisez l’offre et pouvez postuler.

    Vous ne le souhaitez pas ? La même page propose « Non, merci » : nous supprimons alors aussitôt votre nom et votre adresse. Sans réponse, nous le faisons après 60 jours.
mail-referral-invitation-button = Voir l’offre
