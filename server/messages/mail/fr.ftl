# Links from mails, password policy, mails, activation
links-sign-in = Vers la connexion
links-forgotten = Mot de passe oublié ?
links-not-by-mail = Ici, les nouveaux mots de passe ne sont pas envoyés par e-mail. Adressez-vous à votre administrateur RH.
links-forgotten-text = Saisissez votre identifiant. Nous envoyons un lien pour un nouveau mot de passe à l’adresse de votre compte.
links-send = Envoyer le lien
links-asked = S’il existe un compte avec cet identifiant et une adresse e-mail, un e-mail est en route.
links-asked-help = Regardez dans votre boîte, et aussi parmi les courriers indésirables. Le lien fonctionne une seule fois et pour une durée limitée.
links-invalid = Ce lien ne fonctionne plus
links-activate = Activer le compte
links-set = Définir un nouveau mot de passe
links-activate-text = Choisissez votre mot de passe. Vous pourrez ensuite vous connecter avec.
links-set-text = Choisissez un nouveau mot de passe. L’ancien prend fin et vous êtes déconnecté partout.
links-done = Votre mot de passe est défini. Vous pouvez maintenant vous connecter.
links-done-title = C’est fait
policy-says-length = au moins { $count } caractères
policy-says-special = { $count ->
        [one] au moins un caractère qui n’est ni une lettre ni un chiffre
       *[other] au moins { $count } caractères qui ne sont ni des lettres ni des chiffres
    }
policy-says-digits = { $count ->
        [one] au moins un chiffre
       *[other] au moins { $count } chiffres
    }
policy-says-lower = { $count ->
        [one] au moins une minuscule
       *[other] au moins { $count } minuscules
    }
policy-says-upper = { $count ->
        [one] au moins une majuscule
       *[other] au moins { $count } majuscules
    }
policy-says-used = { $count ->
        [one] pas le mot de passe précédent
       *[other] aucun des { $count } derniers mots de passe
    }
policy-says-login = votre identifiant n’y figure pas
policy-says-weak = ne pas faire partie des mots de passe que l’on devine en premier
policy-strength-0 = très faible
policy-strength-1 = faible
policy-strength-2 = moyenne
policy-strength-3 = bonne
policy-strength-4 = forte
policy-bits = { $bits } bits
policy-strength = Robustesse
policy-fine = Le mot de passe convient.
policy-title = Règles des mots de passe
policy-text = Ce que doivent être les mots de passe et la durée des sessions : des salariés et administrateurs, et des candidats.
policy-profile = Profil
policy-profile-text = Commencez par un profil et modifiez au besoin certaines règles ci-dessous.
policy-candidates = Candidats
policy-candidates-text = Comme au contrat, avec au moins 12 caractères : les candidats choisissent eux-mêmes leurs mots de passe.
policy-contract = Contrat
policy-contract-text = Au moins 8 caractères de quatre sortes, un nouveau mot de passe tous les 90 jours, les 24 derniers refusés, verrouillage après 5 échecs.
policy-standards = Normes
policy-standards-text = D’après la CNIL (2022-100) et le NIST SP 800-63B-4 : au moins 15 caractères, sans exigence sur leurs sortes, sans changement périodique, mots de passe courants refusés.
policy-in-force = en vigueur
policy-take = Utiliser ce profil
policy-composition = À quoi ressemble un mot de passe
policy-time = Changement et verrouillage
policy-mail = Liens par e-mail
policy-try = Essayer un mot de passe
policy-try-text = Voyez ce que ces règles disent d’un mot de passe, même avant de les enregistrer. Ce que vous tapez ici n’est conservé nulle part.
policy-saved = Les règles des mots de passe ont été enregistrées.
mails-title = E-mails
mails-text = Comment les e-mails partent, et lesquels n’ont pas encore pu être envoyés.
mails-way = Envoi des e-mails
mails-none = Aucun e-mail ne peut être envoyé : aucun serveur de messagerie n’est configuré. L’exploitant de cette installation s’en charge.
mails-transport = Voie
mails-by-smtp = par un serveur de messagerie
mails-by-file = dans un dossier
mails-by-catcher = conservés pour la démonstration, rien ne quitte cette machine
mails-security = Connexion
mails-starttls = protégée (STARTTLS)
mails-tls = protégée (TLS)
mails-plain = non protégée
mails-from = Expéditeur
mails-read-caught = Lire les e-mails de la démonstration
mails-test = M’envoyer un e-mail de test
mails-test-sent = Un e-mail de test est en route vers vous.
mails-open = Pas encore envoyés
mails-all = Tous les e-mails
mails-retry = Réessayer
mails-retried = Un nouvel essai a lieu maintenant.
mails-nothing = Tout a été envoyé
mails-nothing-text = Les e-mails en attente ou qui n’ont pas pu être envoyés apparaissent ici.
activation-title = Activer des comptes
activation-text = Les comptes que personne n’a encore utilisés reçoivent par e-mail un lien avec lequel leur titulaire choisit un mot de passe.
activation-none = Personne n’attend
activation-none-text = Tout compte ayant une adresse e-mail a un mot de passe.
activation-waiting = { $count ->
        [one] Un compte ayant une adresse e-mail n’a pas encore de mot de passe.
       *[other] { $count } comptes ayant une adresse e-mail n’ont pas encore de mot de passe.
    }
activation-confirm = Leur envoyer à tous un lien d’activation ?
activation-send = Envoyer les liens d’activation
activation-sent = { $count ->
        [one] { $count } lien envoyé
       *[other] { $count } liens envoyés
    }
activation-progress = Envoi des liens d’activation
activation-failed = L’envoi s’est interrompu. Relancez-le : qui a déjà un lien est laissé de côté.
activation-begun = Les liens d’activation sont en cours d’envoi.
caught-title = E-mails de la démonstration
caught-text = Ce que la démonstration envoie est conservé ici et ne part vers personne.
caught-none = Pas encore d’e-mails
caught-none-text = Demandez un nouveau mot de passe ou envoyez un lien d’activation, puis revenez.
caught-follow = Suivre le lien
caught-plain = En texte seul
accounts-activation-text = Ou laissez le titulaire choisir le mot de passe, par un lien envoyé à l’adresse e-mail du compte.
accounts-send-activation = Envoyer un lien d’activation
accounts-activation-sent = Le lien d’activation est en route.
