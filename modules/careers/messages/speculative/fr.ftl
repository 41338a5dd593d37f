# Candidatures spontanées
careers-field-contract = Contrat
careers-field-family = Domaine
careers-field-wish-country = Pays
careers-field-wish-place = Ville ou région
careers-spontaneous = Candidature spontanée
careers-spontaneous-none = Rien ne correspond ?
careers-spontaneous-pool = Candidatures spontanées
careers-spontaneous-received = Merci. Nous avons envoyé une confirmation à votre adresse e-mail. Nous gardons votre candidature en vue pour les offres correspondantes.
careers-spontaneous-text = Envoyez-nous vos documents et dites-nous ce que vous aimeriez faire, pour que les recruteurs vous trouvent quand un poste s’ouvre.
careers-spontaneous-withdraw = Votre candidature est effacée et n’est plus examinée. Vos données et documents restent ici jusqu’à ce que vous les effaciez.
careers-up-to = ({ $count } au plus)
careers-wish = Ce que vous cherchez
careers-wish-any = Indifférent
mail-speculative-received-subject = Nous avons reçu votre candidature
mail-speculative-received-body =
    Bonjour { $name },

    Merci de votre candidature. Elle nous est bien parvenue, et nous la gardons en vue pour les offres correspondantes. Dans votre espace, vous pouvez la voir, ajouter des documents et la retirer.

    Vous n’avez pas postulé ? Quelqu’un a alors saisi votre adresse par erreur ; merci de le signaler à l’entreprise.
mail-speculative-received-button = Ouvrir mes candidatures
