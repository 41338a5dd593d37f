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
    {"- "}Que vous êtes arrivé par un lien vers vos candidatures ou vers les pages de votre cabinet, pendant vingt minutes après la dernière page, dans un cookie.
    {"- "}Le fait que vous êtes connecté avec un compte, jusqu’à ce que vous quittiez, dans un cookie ; et que votre navigateur est déjà venu, pendant un an, dans un autre.

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
careers-me = Mes candidatures
careers-keep = Pouvons-nous conserver vos données ?
careers-keep-text = La durée de conservation de votre candidature est écoulée. Sans réponse, nous l’effaçons après le { $day }.
careers-keep-yes = Oui, conservez-la
careers-keep-no = Non, effacez-la
careers-keep-over = Il n’y a rien à répondre ici
careers-keep-over-text = Cette question a reçu une réponse, ou son délai est écoulé.
careers-keep-thanks = Merci
careers-keep-until = Nous conservons vos données jusqu’au { $day }. Vous pouvez changer d’avis à tout moment.
careers-keep-gone = Merci de votre réponse. Vous pouvez postuler à nouveau à tout moment.
careers-me-offer = Votre offre
careers-me-offer-until = Valable jusqu’au { $day }
careers-me-offer-accept = Accepter
careers-me-offer-decline = Décliner
careers-me-done-answered = Merci, votre réponse a été notée.
careers-me-about = Au sujet de
careers-me-add = Ajouter un document
careers-me-applications = Candidatures
careers-me-applied = Envoyée le { $day }
careers-me-ask-send = M’envoyer un lien
careers-me-ask-text = Saisissez l’adresse e-mail avec laquelle vous avez postulé. Si nous la connaissons, vous recevrez un lien qui ouvre vos candidatures.
careers-me-asked = Consultez votre messagerie
careers-me-asked-text = Si cette adresse correspond à une candidature, un e-mail avec un lien est en route. Il fonctionne pendant un jour.
careers-me-back = Retour
careers-me-data = Vos données
careers-me-documents-none = Il n’y a pas de document ici.
careers-me-done-added = Votre document a été ajouté.
careers-me-done-exported = Un e-mail avec un lien vers vos données est en route.
careers-me-done-removed = Le document a été retiré.
careers-me-done-saved = Vos données ont été enregistrées.
careers-me-done-withdrawn = Votre candidature a été retirée.
careers-me-done-written = Votre message a été envoyé.
careers-me-email = pour changer cette adresse, écrivez-nous.
careers-me-erase = Effacer toutes mes données
careers-me-erase-about = Vous pouvez tout faire effacer à tout moment.
careers-me-erase-ask = Effacer toutes vos données ?
careers-me-erase-sure = Je veux que tout soit effacé.
careers-me-erase-text =
    Vos candidatures prennent fin, et vos données, documents et messages sont effacés définitivement. Personne ne peut les rétablir.

    Il ne reste qu’un chiffre sans votre nom : que quelqu’un a postulé, et quand.
careers-me-erase-tick = Cochez la case si vous en êtes sûr.
careers-me-erase-yes = Effacer définitivement
careers-me-erased = Vos données ont été effacées
careers-me-erased-text = Un dernier e-mail le confirme. Vous pouvez postuler à nouveau à tout moment.
careers-me-export = Obtenir toutes mes données
careers-me-export-text = Vous recevrez un e-mail avec un lien vers un fichier contenant tout ce que nous avons à votre sujet.
careers-me-full = Il y a trop de documents ici. Retirez-en un d’abord.
careers-me-hello = Bonjour { $name }
careers-me-language = Langue de nos messages
careers-me-leave = Quitter
careers-me-message = Votre message
careers-me-messages = Messages
careers-me-messages-none = Personne ne vous a encore écrit.
careers-me-none = Il n’y a pas de candidature à votre adresse.
careers-me-over = Ce lien ne fonctionne plus. Demandez-en un nouveau ici.
careers-me-remove = Retirer
careers-me-remove-name = Retirer { $name }
careers-me-save = Enregistrer
careers-me-send = Envoyer le message
careers-me-upload = Téléverser
careers-me-withdraw = Retirer
careers-me-withdraw-ask = Retirer cette candidature ?
careers-me-withdraw-text = L’équipe voit que vous vous êtes retiré et cesse d’y travailler.
careers-me-withdraw-yes = Retirer la candidature
careers-me-write = Nous écrire
careers-me-you = Vous
careers-me-yours = Ce qui est à vous
careers-mend = Veuillez vérifier ces points
careers-mission = Vos missions
careers-more = Plus
careers-missing-text = Elle a peut-être changé d’adresse, ou l’offre a été pourvue ou retirée.
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
mail-application-received-button = Ouvrir mes candidatures
mail-candidate-link-subject = Votre lien vers vos candidatures
mail-candidate-link-body =
    Bonjour { $name },

    Voici le lien que vous avez demandé. Il ouvre vos candidatures chez { $tenant } et fonctionne pendant un jour. Ne le donnez à personne.

    Vous ne l’avez pas demandé ? Alors vous n’avez rien à faire.
mail-candidate-link-button = Ouvrir mes candidatures
mail-candidate-export-subject = Vos données chez { $tenant }
mail-candidate-export-body =
    Bonjour { $name },

    Voici le lien vers un fichier contenant tout ce que nous avons à votre sujet. Il fonctionne pendant une semaine. Ne le donnez à personne.
mail-candidate-export-button = Télécharger mes données
mail-candidate-erased-subject = Vos données ont été effacées
mail-candidate-erased-body =
    Bonjour { $name },

    Comme vous l’avez demandé, { $tenant } a effacé définitivement vos données, documents et messages. Cet e-mail est le dernier.

# Interviews in the candidate’s area
careers-me-interviews = Entretiens
careers-me-video = Visioconférence
careers-me-give-back = Rendre ce créneau
careers-me-choose-until = Vous pouvez choisir jusqu’au { $day } inclus. Le premier qui choisit obtient le créneau.
careers-me-no-times = Aucun créneau n’est libre pour le moment. Revenez plus tard ou écrivez-nous ci-dessous.
careers-me-choose = Prendre ce créneau
careers-me-choose-other = Choisir un autre créneau
careers-me-choose-time = Choisissez un créneau
careers-me-done-chosen = Le créneau est à vous. Le rendez-vous arrive par courriel.
careers-me-done-given-back = Le créneau est rendu, et les personnes concernées sont prévenues.
