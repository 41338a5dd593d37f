# Tout e-mail
mail-copy = Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :
mail-foot = Ce message a été envoyé automatiquement pour le compte de { $tenant }. Merci de ne pas y répondre.

# Un e-mail pour voir si les e-mails arrivent
mail-test-subject = Message de test de { $tenant }
mail-test-body =
    Bonjour,

    Vous avez demandé ce message pour vérifier que les e-mails arrivent. C’est le cas.

# Un nouveau compte
mail-account-activation-subject = Activez votre compte chez { $tenant }
mail-account-activation-body =
    Bonjour,

    Un compte a été créé pour vous chez { $tenant }. Votre identifiant est { $login }.

    Choisissez votre mot de passe pour confirmer votre adresse et activer le compte. Le lien fonctionne une seule fois, jusqu’au { $until }.

    Si vous n’attendez pas de compte, vous n’avez rien à faire.
mail-account-activation-button = Activer le compte

# Un mot de passe oublié
mail-account-reactivation-subject = Définissez un nouveau mot de passe pour { $tenant }
mail-account-reactivation-body =
    Bonjour,

    Un nouveau mot de passe a été demandé pour le compte { $login } chez { $tenant }.

    Définissez-le avec le lien ci-dessous. Il fonctionne une seule fois, jusqu’au { $until }. D’ici là, votre mot de passe actuel reste valable.

    Si ce n’était pas vous, vous n’avez rien à faire : sans ce message, personne ne peut entrer.
mail-account-reactivation-button = Définir un nouveau mot de passe

# Un compte verrouillé
mail-account-locked-subject = Votre compte chez { $tenant } est verrouillé pour un moment
mail-account-locked-body =
    Bonjour,

    Un mot de passe erroné a été saisi plusieurs fois pour le compte { $login }. Il est donc verrouillé pendant quelques minutes.

    Si c’était vous : patientez, ou définissez un nouveau mot de passe avec le lien ci-dessous. Il fonctionne une seule fois, jusqu’au { $until }, et déverrouille le compte aussitôt.

    Si ce n’était pas vous : votre compte est protégé. Prévenez votre administrateur si cela se reproduit.
mail-account-locked-button = Définir un nouveau mot de passe

# Avis
mail-password-changed-subject = Votre mot de passe chez { $tenant } a été changé
mail-password-changed-body =
    Bonjour,

    Le mot de passe du compte { $login } a été changé le { $when }. Vous avez été déconnecté de tous vos autres appareils.

    Si ce n’était pas vous, définissez aussitôt un nouveau mot de passe avec « Mot de passe oublié ? » sur la page de connexion et prévenez votre administrateur.

mail-email-changed-old-subject = L’adresse de votre compte chez { $tenant } a été changée
mail-email-changed-old-body =
    Bonjour,

    Les messages concernant le compte { $login } sont désormais envoyés à une autre adresse. Celui-ci est le dernier que vous recevez ici.

    Si vous ne savez pas pourquoi, prévenez votre administrateur.

mail-email-changed-new-subject = Ceci est désormais l’adresse de votre compte chez { $tenant }
mail-email-changed-new-body =
    Bonjour,

    Les messages concernant le compte { $login } arrivent désormais à cette adresse.

    Si vous ne savez pas pourquoi, prévenez votre administrateur.

mail-new-device-subject = Nouvelle connexion à votre compte chez { $tenant }
mail-new-device-body =
    Bonjour,

    Quelqu’un s’est connecté au compte { $login } avec un appareil qui n’avait pas encore servi.

    Quand : { $when }
    Appareil : { $device }
    Adresse : { $address }

    Si c’était vous, vous n’avez rien à faire. Sinon, définissez aussitôt un nouveau mot de passe et prévenez votre administrateur.

# Les mêmes pour les comptes des candidats
mail-candidate-account-activation-subject = Choisissez un mot de passe pour votre compte chez { $tenant }
mail-candidate-account-activation-body =
    Bonjour,

    { $login } est désormais l’adresse de votre compte pour vos candidatures chez { $tenant }. Votre ancien mot de passe ne fonctionne plus.

    Choisissez-en un nouveau avec le lien ci-dessous. Il fonctionne une seule fois, jusqu’au { $until }.
mail-candidate-account-activation-button = Choisir un mot de passe
mail-candidate-account-reactivation-subject = Définissez un nouveau mot de passe pour { $tenant }
mail-candidate-account-reactivation-body =
    Bonjour,

    Un nouveau mot de passe a été demandé pour votre compte { $login } pour vos candidatures chez { $tenant }.

    Définissez-le avec le lien ci-dessous. Il fonctionne une seule fois, jusqu’au { $until }. D’ici là, votre mot de passe actuel reste valable.

    Si ce n’était pas vous, vous n’avez rien à faire : sans ce message, personne ne peut entrer.
mail-candidate-account-reactivation-button = Définir un nouveau mot de passe
mail-candidate-account-locked-subject = Votre compte chez { $tenant } est verrouillé pour un moment
mail-candidate-account-locked-body =
    Bonjour,

    Un mot de passe erroné a été saisi plusieurs fois pour votre compte { $login }. Il est donc verrouillé pendant quelques minutes.

    Si c’était vous : patientez, ou définissez un nouveau mot de passe avec le lien ci-dessous. Il fonctionne une seule fois, jusqu’au { $until }, et déverrouille le compte aussitôt.

    Si ce n’était pas vous : votre compte est protégé, et vous n’avez rien à faire.
mail-candidate-account-locked-button = Définir un nouveau mot de passe
mail-candidate-password-changed-subject = Votre mot de passe chez { $tenant } a été changé
mail-candidate-password-changed-body =
    Bonjour,

    Le mot de passe de votre compte { $login } a été changé le { $when }. Vous avez été déconnecté de tous vos autres appareils.

    Si ce n’était pas vous, définissez aussitôt un nouveau mot de passe avec « Mot de passe oublié ? » sur le site carrière.
mail-candidate-new-device-subject = Nouvelle connexion à votre compte chez { $tenant }
mail-candidate-new-device-body =
    Bonjour,

    Quelqu’un s’est connecté à votre compte { $login } avec un appareil qui n’avait pas encore servi.

    Quand : { $when }
    Appareil : { $device }
    Adresse : { $address }

    Si c’était vous, vous n’avez rien à faire. Sinon, définissez aussitôt un nouveau mot de passe.

mail-delegation-received-subject = { $name } vous délègue son travail chez { $tenant }
mail-delegation-received-body =
    Bonjour,

    Du { $start } au { $end }, vous pouvez agir au nom de { $name }. Commencez et terminez sur la page Délégations ; tout est consigné avec les deux noms.

mail-delegation-received-button = Délégations

mail-delegation-given-subject = Vous avez délégué à { $name } chez { $tenant }
mail-delegation-given-body =
    Bonjour,

    Du { $start } au { $end }, { $name } peut agir en votre nom. Si ce n’est pas vous qui l’avez décidé, mettez-y fin aussitôt sur la page Délégations et prévenez votre administrateur.

mail-delegation-given-button = Délégations

# Second factors
mail-factor-added-subject = Un second facteur a été ajouté à votre compte chez { $tenant }
mail-factor-added-body =
    Bonjour,

    Un second facteur, ou une nouvelle série de codes de secours, a été ajouté au compte { $login } le { $when }.

    Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe et prévenez votre administrateur.

mail-factor-removed-subject = Un second facteur de votre compte chez { $tenant } a été supprimé
mail-factor-removed-body =
    Bonjour,

    Un second facteur du compte { $login } a été supprimé le { $when }.

    Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe et prévenez votre administrateur.

mail-factor-reset-subject = Votre second facteur chez { $tenant } a été réinitialisé
mail-factor-reset-body =
    Bonjour,

    Un administrateur a retiré tous les seconds facteurs du compte { $login } le { $when } et mis fin à ses sessions. Vous pouvez vous connecter avec votre mot de passe et en configurer un nouveau.

    Si vous ne l’avez pas demandé, prévenez tout de suite votre administrateur.

mail-recovery-used-subject = Un code de secours de votre compte chez { $tenant } a été utilisé
mail-recovery-used-body =
    Bonjour,

    Un code de secours a servi à se connecter au compte { $login } le { $when }. Il ne fonctionnera plus.

    Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe et prévenez votre administrateur.

mail-factor-guessed-subject = Des codes erronés ont été saisis pour votre compte chez { $tenant }
mail-factor-guessed-body =
    Bonjour,

    Quelqu’un a donné votre bon mot de passe à la connexion au compte { $login }, puis plusieurs codes erronés, le dernier le { $when } depuis l’adresse { $address }. Personne n’a pu entrer.

    Si c’était vous : attendez quelques minutes et réessayez, ou utilisez un code de secours. Sinon, quelqu’un connaît votre mot de passe : choisissez-en tout de suite un nouveau et prévenez votre administrateur.
