recruiting-notes = Notes
recruiting-move = Déplacer
recruiting-specialisations = Spécialisations
recruiting-questions = Questions aux candidats
recruiting-members = Membres
general-section-vacancies = Recrutement
recruiting-tabs = Parties de l’offre
recruiting-tab-board = Tableau
recruiting-tab-details = Offre
recruiting-tab-team = Équipe de recrutement
recruiting-all-applications = Candidatures en liste
recruiting-add-application = Ajouter une candidature
recruiting-texts = Ce que lisent les candidats
recruiting-team-text = Les membres de l’équipe voient les candidatures à cette offre et leurs candidats, dans la limite de leurs rôles.
recruiting-in-charge = Responsables
recruiting-rating = Note : { $count } sur 5
recruiting-move-name = Déplacer { $name }
recruiting-move-many = { $count ->
    [one] Déplacer { $count } candidature
   *[other] Déplacer { $count } candidatures
}
recruiting-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
recruiting-no-applications = Aucune candidature pour l’instant
recruiting-no-applications-text = Ajoutez quelqu’un que vous connaissez ou importez des candidatures depuis un fichier.
recruiting-no-pipeline = Cette offre n’a pas de parcours et aucun n’est le parcours standard. Choisissez-en un dans l’offre.
recruiting-selected = Candidatures sélectionnées
recruiting-move-selected = Déplacer la sélection
recruiting-board-keys = Glissez les cartes vers une autre étape ou utilisez le clavier : les flèches passent d’une carte à l’autre, M déplace la carte, X la sélectionne, Entrée l’ouvre.
recruiting-withdrawn = { $count ->
    [one] { $count } candidature retirée
   *[other] { $count } candidatures retirées
}
recruiting-more = { $count ->
    [one] Afficher { $count } de plus
   *[other] Afficher { $count } de plus
}
recruiting-nothing-selected = Sélectionnez d’abord les candidatures à déplacer.
recruiting-withdraw = Retirée par le candidat
recruiting-reason-help = Nécessaire lorsque la candidature est refusée.
recruiting-comment-help = Uniquement des faits : le candidat a le droit de le lire.
recruiting-moved = { $count ->
    [one] Candidature déplacée
   *[other] { $count } candidatures déplacées
}
recruiting-moved-none = Rien n’a changé
recruiting-move-undone = { $count ->
    [one] Candidature remise à sa place
   *[other] { $count } candidatures remises à leur place
}
privacy-erase = Effacer
privacy-erase-confirm = Tout ce qui permet de savoir de qui il s’agissait est effacé définitivement : données, documents, messages, notes, et ce qu’en dit l’historique. Personne ne peut le rétablir.
privacy-erased-done = Candidature effacée
privacy-was-erased = Effacé le { $day }. Il reste que quelqu’un a postulé.
privacy-no-rule = Aucune règle ne dit combien de temps ces données sont conservées : elles le sont jusqu’à ce que quelqu’un les efface.
privacy-held = Rien n’est demandé ni effacé tant qu’une candidature est en cours, ou dès que la personne travaille ici.
privacy-asked = Accord demandé pour la conservation ; sans réponse, les données sont effacées après le { $day }.
privacy-consented = Conservé jusqu’au { $day }, avec l’accord de la personne.
privacy-until = Conservé jusqu’au { $day } selon la règle { $rule } ; ensuite la personne est interrogée.
privacy-keep-heading = Pouvons-nous conserver vos données ?
privacy-keep-text = La durée de conservation de votre candidature est écoulée. Avec votre accord, nous la conservons jusqu’au [keep]. Si vous refusez, ou sans réponse avant le [answer], nous l’effaçons.
privacy-erased = Candidature effacée
letters-write = Écrire
letters-write-selected = Écrire à la sélection
letters-write-to = Écrire à { $name }
letters-write-many = { $count ->
    [one] Écrire à { $count } candidat
   *[other] Écrire à { $count } candidats
}
letters-too-many = Sélectionnez de 1 à { $count } candidatures : chaque lettre est relue avant de partir.
letters-lost = Aucune adresse pour ces candidats ; ils ne recevront rien
letters-none = Il n’y a pas encore de modèle de message.
letters-new = Nouveau modèle
letters-free = Sans modèle
letters-take = Utiliser le modèle
letters-refuse = Refus
letters-refuse-text = L’envoi clôt les candidatures comme refusées. Le motif reste en interne.
letters-refuse-send = Refuser et envoyer
letters-send = Envoyer
letters-for-all = Pour tous
letters-for-all-text = Les champs de fusion tels que {"{"}candidate.first_name{"}"} sont remplacés dans chaque lettre.
letters-to = Envoyer à { $name }
letters-look = Voir la lettre
letters-missing = Rien n’est connu pour : { $fields }. Vérifiez que les phrases se lisent encore bien.
letters-foreign = Il n’y a pas de version en { $wanted } ; celle-ci est en { $language }.
letters-sent = { $count ->
    [one] Message envoyé
   *[other] { $count } messages envoyés
}
letters-nothing = Rien n’a encore été écrit.
letters-incoming = Du candidat
letters-saved = Modèle enregistré
letters-preview = Aperçu
letters-preview-empty = Ce que vous écrivez apparaît ici tel que le candidat le lira.
letters-fields = Champs de fusion
letters-fields-text = Ils sont remplacés à la rédaction de la lettre. Choisissez-en un pour l’insérer là où vous écrivez.
letters-other-language = Autre langue
letters-company = Nom de l’entreprise
letters-sender = Nom de la personne qui écrit
letters-today = Date du jour
letters-answer-until = Dernier jour pour répondre à la question sur la conservation
letters-keep-until = Jour jusqu’auquel les données sont conservées après accord
letters-sample-title = Gestionnaire de paie
letters-sample-unit = Ressources humaines
recruiting-note = Nouvelle note
recruiting-no-notes = Personne n’a encore rien écrit.
recruiting-note-saved = Note enregistrée
recruiting-nothing-happened = Rien ne s’est encore passé
recruiting-happened = Ce qui s’est passé
recruiting-candidate-tabs = Parties du dossier
recruiting-tab-data = Données
recruiting-changes = Modifications des données
recruiting-propose = Proposer pour une offre
recruiting-open-file = Ouvrir le dossier
recruiting-applied-nowhere = Aucune candidature enregistrée.
recruiting-tab-publication = Publication
recruiting-publication-text = Où les candidats lisent cette offre, et quand.
recruiting-sites = Sites carrière
recruiting-on-site = Les candidats la lisent
recruiting-not-on-site = Absente
recruiting-not-open = L’offre n’est pas ouverte : personne ne la lit.
recruiting-publish = Publier
recruiting-no-sites = Il n’y a pas encore de site carrière. Un administrateur en crée un sous « Sites carrière ».
recruiting-published = L’offre y est désormais lisible.
recruiting-approvals = Validation
recruiting-earlier-rounds = Tours précédents
recruiting-step-later = Pas encore sollicité
recruiting-decided-by = décidé par { $name } par délégation
recruiting-your-decision = Votre décision
recruiting-decide-for = Vous décidez pour { $name }.
recruiting-decision-help = Nécessaire pour refuser ou renvoyer. Le demandeur la lit.
recruiting-approve = Valider
recruiting-send-back = Renvoyer
recruiting-refuse = Refuser
recruiting-decided = Décision enregistrée
recruiting-hand-in = Soumettre pour validation
recruiting-take-back = Reprendre
recruiting-give-up = Annuler la demande
recruiting-handed-in = Envoyée : les personnes qui décident sont sollicitées
recruiting-taken-back = Reprise : c’est de nouveau un brouillon
recruiting-given-up = Demande annulée
recruiting-open-vacancy = Créer l’offre d’emploi
recruiting-vacancy-made = Offre d’emploi créée comme brouillon
recruiting-without-position = Sans poste
recruiting-position-help = Son métier, son unité, son lieu et son type de contrat sont repris.
recruiting-under-way = En cours
recruiting-all-states = Toutes
recruiting-wait-requisition = Décider de la demande de recrutement « { $title } »
recruiting-wait-offer = Décider de la proposition d’embauche « { $title } »
recruiting-make-offer = Faire une proposition d’embauche
recruiting-make-offer-short = Proposition
recruiting-offer-to = Proposition à { $name }
recruiting-offer-expired = La date de validité de cette proposition est passée. Notez qu’elle a été déclinée, ou retirez-la et faites-en une nouvelle.
recruiting-offer-withdraw = Retirer
recruiting-offer-withdrawn = Proposition retirée
recruiting-offer-prepare = Préparer la lettre
recruiting-offer-answer = Réponse du candidat
recruiting-offer-decline-help = Si la proposition a été déclinée et que vous savez pourquoi.
recruiting-offer-accepted = Acceptée
recruiting-offer-declined = Déclinée
recruiting-offer-noted = Réponse notée
recruiting-letter-subject = Objet
recruiting-letter-text = Texte de la lettre
recruiting-letter-empty = Une lettre sans texte n’en est pas une. Écrivez quelque chose.
recruiting-offer-letter = Lettre de proposition
recruiting-offer-mailed-to = La lettre part à { $address }, avec la proposition en PDF.
recruiting-offer-by-hand = Aucun e-mail ne peut être envoyé à ce candidat. La proposition est conservée en PDF ; imprimez-la et remettez-la.
recruiting-offer-terms-help = Sous votre texte, le PDF reprend ce qui a été validé ; cela ne se modifie pas ici.
recruiting-offer-preview = Voir le PDF
recruiting-offer-send = Envoyer la proposition
recruiting-offer-sent = Proposition envoyée
recruiting-offer-kept = Proposition conservée en PDF ; aucun e-mail envoyé
recruiting-offer-terms = Notre proposition
recruiting-offer-sign-company = Pour l’entreprise : date, signature
recruiting-offer-sign-candidate = J’accepte la proposition : date, signature
recruiting-wait-hire = Embaucher le candidat, qui a accepté la proposition
recruiting-hiring = L’embauche est en cours. Cette page indique quand elle est terminée.
recruiting-hired-as = Embauché : { $name }.
recruiting-open-employee = Ouvrir le dossier du salarié
recruiting-hire-failed = L’embauche n’a pas abouti
recruiting-hire-again = Relancer l’embauche
recruiting-hire-ready = Le candidat a accepté.
recruiting-hire = Embaucher
recruiting-hire-by-others = Le candidat a accepté. Une personne autorisée à ajouter des salariés l’embauche : elle le trouve sous « En attente de mon action » dans Mon espace.
recruiting-hire-comes-back = { $name } a déjà travaillé ici et revient : le même dossier, avec un nouveau contrat et une nouvelle affectation.
recruiting-hire-moves = { $name } travaille déjà ici. L’embauche est une mobilité : une nouvelle affectation à partir du premier jour, et pas de second salarié.
recruiting-hire-take = Reprendre du dossier du candidat
recruiting-hire-take-address = Adresses
recruiting-hire-take-contact = E-mail et téléphone privés
recruiting-hire-take-skills = Compétences
recruiting-hire-take-documents = Documents, proposition comprise
recruiting-hire-take-help = Est repris ce que vous pouvez lire du candidat et enregistrer sur les salariés.
recruiting-hire-name = Embaucher { $name }
recruiting-hire-text = Ce qui est prérempli vient de la proposition, de l’offre d’emploi et du dossier du candidat. Tout est enregistré en une fois dans l’administration du personnel.
recruiting-hire-asked = L’embauche est en cours
recruiting-refuse-others = Refuser ensemble
recruiting-filled-others = { $count ->
    [one] Le poste est pourvu. { $count } candidature est encore en cours.
   *[other] Le poste est pourvu. { $count } candidatures sont encore en cours.
}
recruiting-plan = Planifier
recruiting-plan-interview = Planifier un entretien
recruiting-interview-with = Entretien avec { $name }
recruiting-change-interview = Modifier l’entretien avec { $name }
recruiting-interview-saved = Entretien enregistré ; les personnes concernées sont prévenues
recruiting-conflict = { $name } a un autre entretien du { $from } au { $to }.
recruiting-day = Jour
recruiting-length = Durée
recruiting-minutes = minutes
recruiting-wait-scorecard = Remplir la fiche d’évaluation de l’entretien
recruiting-figures = Chiffres du recrutement
recruiting-figures-text = Jusqu’où vont les candidatures, d’où elles viennent, combien de temps prend une embauche et ce qui reste à pourvoir ; calculé d’après ce que vous pouvez voir.
recruiting-figures-from = Du
recruiting-figures-to = Au
recruiting-figures-show = Afficher les chiffres
recruiting-figures-all = Toute l’année écoulée
recruiting-figures-hired = Embauchés
recruiting-figures-median = Délai médian d’embauche
recruiting-figures-positions = Postes à pourvoir
recruiting-figures-funnel = Jusqu’où vont les candidatures
recruiting-figures-reached = Arrivées jusque-là
recruiting-figures-share = Part en %
recruiting-figures-sources = Origine des candidatures
recruiting-figures-interviewed = Entretien
recruiting-figures-no-source = Non indiquée
recruiting-figures-time = Jours de la candidature à l’embauche
recruiting-figures-month = Mois de l’embauche
recruiting-figures-open = Postes à pourvoir par offre
recruiting-figures-left = Encore recherchés
recruiting-figures-days-open = Jours depuis l’ouverture
recruiting-figures-none = Rien à afficher pour cette période
recruiting-scorecard-open = Votre fiche est ouverte. Vous verrez celles des autres après l’envoi de la vôtre.
recruiting-fill-in = Remplir
recruiting-scorecard-of = Fiche d’évaluation : { $name }
recruiting-scorecard-text = Écrivez ce que vous avez entendu et vu. Personne ne le lit avant l’envoi.
recruiting-scorecard-given = Cette fiche a été envoyée.
recruiting-remark = Remarque : { $name }
recruiting-keep = Garder en brouillon
recruiting-submit = Envoyer
recruiting-scorecard-submitted = Fiche envoyée
recruiting-scorecard-kept = Brouillon gardé
recruiting-scorecard-reopened = Fiche rouverte
recruiting-reopen = Rouvrir la fiche de { $name }
