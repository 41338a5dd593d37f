# Career sites
careers-about-you = Vous
careers-all = Tout afficher
careers-answer = Veuillez répondre à cette question.
careers-apply = Postuler
careers-apply-for = Postuler : { $title }
careers-at-a-glance = En bref
careers-back = Toutes les offres
careers-benefits = Ce que nous offrons
careers-category = Catégorie
careers-choose = Veuillez vérifier cette réponse.
careers-company = Qui nous sommes
careers-contract = Contrat
careers-cookies = Ce que ce site conserve dans votre navigateur
careers-cookies-text =
    {"- "}La langue que vous choisissez, pendant un an, dans un cookie.
    {"- "}Une candidature commencée, pendant une semaine, sur votre appareil uniquement. Elle est supprimée à l’envoi ou à votre demande.

    Rien ne vous suit et rien n’est partagé avec des tiers.
careers-copied = Copié
careers-copy = Copier le lien
careers-country = Pays
careers-cv-read = Nous avons repris ce que nous avons trouvé dans votre CV. Veuillez vérifier.
careers-cv-missing = Veuillez joindre votre CV.
careers-date-wrong = Veuillez saisir une date.
careers-documents = Documents à envoyer
careers-documents-title = Vos documents
careers-draft = Nous avons remis ce que vous aviez écrit ici. Ce n’est conservé que sur cet appareil.
careers-draft-forget = Le supprimer
careers-education = Formation
careers-email-wrong = Ce n’est pas une adresse e-mail, comme nom@exemple.com.
careers-experience = Expérience
careers-family = Métier
careers-feed = Nouvelles offres en flux RSS
careers-field-available-from = Disponible à partir du
careers-field-city = Ville
careers-field-country = Pays
careers-field-cover-text = Message
careers-field-cv = CV
careers-field-document = Autres documents
careers-field-email = E-mail
careers-field-first-name = Prénom
careers-field-last-name = Nom
careers-field-letter = Lettre de motivation
careers-field-phone = Téléphone
careers-field-privacy = Protection des données
careers-file-help = PDF, Word, OpenDocument, RTF ou image, 10 Mo au plus.
careers-files-again = Veuillez choisir de nouveau vos fichiers : les navigateurs ne les gardent pas.
careers-fill-in = Veuillez remplir ce champ.
careers-find = Chercher
careers-jobs = Offres d’emploi
careers-kind = Nous ne pouvons pas ouvrir ce fichier. Envoyez un fichier PDF, Word, OpenDocument ou RTF, ou une image.
careers-language = Langue
careers-languages = Langues
careers-large = Ce fichier dépasse 10 Mo.
careers-letter-missing = Veuillez joindre une lettre ou écrire un message.
careers-mail = Par e-mail
careers-mend = Veuillez vérifier ces points
careers-mission = Vos missions
careers-more = Plus
careers-more-jobs = Autres offres
careers-narrow = Affiner
careers-none = Aucune offre pour le moment
careers-none-text = Les nouvelles paraissent sur cette page dès leur ouverture.
careers-nothing = Rien ne correspond à tout cela
careers-nothing-text = Retirez un critère ou cherchez d’autres mots.
careers-openings = Postes
careers-optional = (facultatif)
careers-page = Page { $number }
careers-pages = Pages
careers-part-time = { $share } d’un temps plein
careers-place = Lieu
careers-privacy = Protection des données
careers-privacy-missing = Veuillez lire l’information sur vos données et cocher la case.
careers-privacy-read = J’ai lu comment { $name } utilise mes données.
careers-profile = Votre profil
careers-questions = Quelques questions
careers-received = Votre candidature est bien reçue
careers-received-text = Merci. Nous avons envoyé une confirmation à votre adresse e-mail. Chaque candidature est lue par une personne ; nous reviendrons vers vous.
careers-reference = Référence
careers-remote = Télétravail
careers-salary = Salaire
careers-search = Chercher une offre
careers-search-hint = Métier, compétence, lieu
careers-send = Envoyer la candidature
careers-send-help = Vous recevrez une confirmation par e-mail.
careers-sending = Envoi …
careers-share = Partager
careers-skills = Compétences
careers-start = Début
careers-take-back = retirer
careers-today = Aujourd’hui
careers-too-long = C’est trop long.
careers-too-many = Cinq documents au plus.
careers-top = À la une
careers-unit = Équipe
careers-until = Candidature jusqu’au
careers-welcome = Trouvez le travail qui vous va
careers-count = { $count ->
    [one] { $count } offre
   *[other] { $count } offres
}
careers-days-ago = { $count ->
    [1] Hier
   *[other] Il y a { $count } jours
}
careers-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
careers-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
mail-application-received-subject = Nous avons reçu votre candidature : { $vacancy }
mail-application-received-body =
    Bonjour { $name },

    Merci de votre candidature pour « { $vacancy } » (référence { $reference }). Elle nous est bien parvenue et sera lue par une personne. Nous reviendrons vers vous.

    Vous n’avez pas postulé ? Quelqu’un a alors saisi votre adresse par erreur ; merci de le signaler à l’entreprise.
careers-remote-fact = Télétravail : { $text }
careers-per = { $period ->
    [hour] { $amount } par heure
    [day] { $amount } par jour
    [week] { $amount } par semaine
    [month] { $amount } par mois
   *[year] { $amount } par an
}
