# Comptes des candidats
careers-account = Votre compte
careers-account-again = Répétez le mot de passe
careers-account-as = Vous postulez en tant que { $name }, { $email }. Le formulaire est rempli avec vos données ; relisez-le avant de l’envoyer.
careers-account-asked-text = Si un e-mail correspond à ce que vous avez saisi, il est en route. Suivez le lien qu’il contient pour continuer.
careers-account-change = Changer le mot de passe
careers-account-confirm = Confirmer le compte
careers-account-confirm-text = Saisissez le mot de passe que vous avez choisi pour { $email }. Ainsi, personne ne peut créer un compte à votre place avec son propre mot de passe.
careers-account-device = Appareil inconnu
careers-account-documents = Parmi vos documents
careers-account-due = Votre mot de passe doit être renouvelé avant de continuer.
careers-account-end-others = Se déconnecter de tous les autres appareils
careers-account-failed = L’adresse e-mail ou le mot de passe est erroné.
careers-account-forgotten = Mot de passe oublié ?
careers-account-forgotten-text = Saisissez votre adresse e-mail. S’il existe un compte, vous recevrez un lien pour définir un nouveau mot de passe.
careers-account-have = Vous avez un compte ? Le formulaire est alors rempli avec vos données.
careers-account-here = Cet appareil
careers-account-link = Par un lien, sans mot de passe
careers-account-new = Définir un nouveau mot de passe
careers-account-new-text = Choisissez un nouveau mot de passe pour { $email }. Vous serez déconnecté partout.
careers-account-none = Pas encore de compte ?
careers-account-offer = Avec un compte, vous revenez avec votre propre mot de passe et n’avez pas à tout ressaisir pour votre prochaine candidature.
careers-account-over = Ce lien ne fonctionne plus
careers-account-over-text = Il a déjà servi, ou son délai est passé. Connectez-vous si vous avez un compte, ou créez-en un de nouveau.
careers-account-password = Mot de passe
careers-account-present = Mot de passe actuel
careers-account-rules = Le mot de passe doit remplir ces conditions :
careers-account-sessions = { $count ->
    [one] Vous êtes connecté sur cet appareil seulement.
   *[other] Vous êtes connecté sur { $count } appareils.
}
careers-account-set = Votre mot de passe est défini
careers-account-set-text = Vous pouvez maintenant vous connecter avec lui.
careers-account-sign-in = Se connecter
careers-account-sign-in-text = Avec votre compte, vous voyez vos candidatures et ce que nous vous avons écrit.
careers-account-sign-up = Créer un compte
careers-account-sign-up-text = Nous envoyons un e-mail à votre adresse. Le compte existe dès que vous l’avez confirmée.
careers-account-wrong = Ce n’est pas le mot de passe que vous avez choisi. Si vous ne le savez plus, créez le compte de nouveau.
careers-account-you = Vous êtes connecté en tant que { $email }.
careers-me-done-account = Votre compte a été créé.
careers-me-done-password = Votre mot de passe a été changé.
careers-me-done-ended = Vous êtes déconnecté de tous les autres appareils.
mail-candidate-account-confirm-subject = Confirmez votre compte chez { $tenant }
mail-candidate-account-confirm-body =
    Bonjour,

    Quelqu’un veut créer, avec cette adresse, un compte pour des candidatures chez { $tenant }. Si c’était vous, confirmez-le avec le lien ci-dessous et le mot de passe que vous avez choisi.

    Si ce n’était pas vous, vous n’avez rien à faire : sans cet e-mail, il n’y a pas de compte.
mail-candidate-account-confirm-button = Confirmer le compte
mail-candidate-account-known-subject = Vous avez déjà un compte chez { $tenant }
mail-candidate-account-known-body =
    Bonjour,

    Quelqu’un voulait créer, avec cette adresse, un compte pour des candidatures chez { $tenant }. Il en existe déjà un : connectez-vous avec votre mot de passe, ou définissez-y un nouveau si vous ne le savez plus.

    Si ce n’était pas vous, vous n’avez rien à faire.
mail-candidate-account-known-button = Se connecter
mail-candidate-account-staff-subject = Cette adresse appartient à un compte de { $tenant }
mail-candidate-account-staff-body =
    Bonjour,

    Quelqu’un voulait créer, avec cette adresse, un compte pour des candidatures chez { $tenant }. Elle sert déjà de connexion à une personne qui y travaille et ne peut donc pas être celle d’un compte de candidat.

    Si vous avez postulé, un lien par e-mail mène à tout moment à vos candidatures : demandez-le sur la page ci-dessous.
mail-candidate-account-staff-button = Ouvrir la page
