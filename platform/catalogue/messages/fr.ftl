# Erreurs : une phrase par code, `.hint` dit comment y remédier.
fault-value-mandatory = { $field } : une valeur est obligatoire.
    .hint = Saisissez une valeur.
fault-value-code = { $field } : le code n’est pas valide.
    .hint = N’utilisez ni le caractère | ni d’espace au début ou à la fin.
fault-value-text-too-long = { $field } : le texte est trop long ({ $max } caractères au maximum).
fault-value-text-too-short = { $field } : le texte est trop court ({ $min } caractères au minimum).
fault-value-number = { $field } : ce n’est pas un nombre.
    .hint = Écrivez par exemple { $example }.
fault-value-integer = { $field } : un nombre entier est attendu.
fault-value-decimal-places = { $field } : trop de décimales ({ $max } au maximum).
fault-value-too-small = { $field } : la valeur doit être au moins { $min }.
fault-value-too-large = { $field } : la valeur doit être au plus { $max }.
fault-value-date = { $field } : la date n’est pas valide.
    .hint = Écrivez par exemple { $example } ou 2026-12-31.
fault-value-time = { $field } : l’heure n’est pas valide.
    .hint = Écrivez par exemple 14:30.
fault-value-instant = { $field } : la date et l’heure ne sont pas valides.
    .hint = Écrivez par exemple 2026-12-31T14:30:00Z.
fault-value-email = { $field } : l’adresse e-mail n’est pas valide.
fault-value-phone = { $field } : le numéro de téléphone n’est pas valide.
    .hint = Écrivez par exemple +33 1 23 45 67 89.
fault-value-url = { $field } : l’adresse web n’est pas valide.
    .hint = Elle commence par https:// ou http://.
fault-value-iban = { $field } : l’IBAN n’est pas valide.
    .hint = Vérifiez sa longueur et ses chiffres : la clé de contrôle ne correspond pas.
fault-value-language = { $field } : la langue est inconnue.
    .hint = Utilisez le code à deux lettres ISO 639-1, par exemple fr.
fault-value-country = { $field } : le pays est inconnu.
    .hint = Utilisez le code à deux lettres ISO 3166-1, par exemple FR.
fault-value-currency = { $field } : la devise est inconnue.
    .hint = Utilisez le code à trois lettres ISO 4217, par exemple EUR.
fault-value-culture = { $field } : la culture est inconnue.
    .hint = Indiquez la langue et la région, par exemple fr-FR.
fault-value-choice = { $field } : les valeurs possibles sont { $allowed }.
fault-value-item = { $field } : cette valeur ne figure pas dans la liste de valeurs { $list }.
    .hint = Choisissez une valeur existante ou ajoutez-la d’abord à la liste.
fault-value-bool = { $field } : répondez par oui ou par non.
fault-value-duration = { $field } : la durée n’est pas valide.
    .hint = Écrivez par exemple 37:30 pour 37 heures et 30 minutes.
fault-value-json = { $field } : le JSON n’est pas valide.
fault-value-network = { $field } : « { $value } » n’est pas un réseau.
    .hint = Indiquez l’adresse et la longueur du réseau, par exemple 192.0.2.0/24 ou 2001:db8::/32.
fault-value-control-character = { $field } : le texte contient des caractères non affichables.
    .hint = Supprimez les retours à la ligne, tabulations et autres caractères de contrôle.
fault-value-type = { $field } : type incorrect, { $expected } est attendu.
fault-value-duplicate = { $field } : une autre fiche a déjà cette valeur.
fault-reference-unknown = { $field } : « { $key } » n’existe pas dans { $object }.
fault-reference-ambiguous = { $field } : « { $key } » désigne plusieurs fiches de { $object }.
    .hint = Indiquez la clé complète.
fault-field-unknown = Le champ « { $name } » n’existe pas.
fault-field-read-only = { $field } : ce champ est rempli par le système et ne peut pas être modifié.
fault-field-fixed = { $field } : ce champ ne peut plus être modifié après la création.
fault-field-not-permitted = { $field } : vous n’avez pas le droit de modifier ce champ.
fault-key-missing = La fiche ne peut pas être identifiée : { $fields } est obligatoire.
fault-key-duplicate = La clé « { $key } » figure plusieurs fois.
fault-record-exists = Une fiche avec la clé « { $key } » existe déjà.
    .hint = Utilisez le mode InsertAndUpdate pour mettre à jour les fiches existantes.
fault-record-not-found = Cette fiche n’existe pas ou ne vous est pas accessible.
fault-record-in-use = Suppression impossible : cette fiche est utilisée par { $count ->
        [one] une fiche
       *[other] { $count } fiches
    } de { $object }.
fault-record-changed = Quelqu’un d’autre a modifié cette fiche entre-temps.
    .hint = Rechargez-la puis refaites votre modification.
fault-period-end-before-start = La fin précède le début.
fault-period-overlap = Cette période en chevauche une autre.
    .hint = Modifiez le début ou la fin, ou commencez par modifier l’autre période.
fault-hierarchy-circle = { $field } formerait une boucle : l’élément choisi se trouve en dessous de celui-ci.
    .hint = Choisissez un élément qui ne se trouve pas en dessous.
fault-right-missing = Vous n’avez pas le droit d’effectuer cette action.
    .hint = Adressez-vous à votre administrateur RH.
fault-right-technical = Seul un super-administrateur accorde, modifie ou retire des droits sur la configuration technique.
    .hint = Adressez-vous à un super-administrateur.
fault-right-exceeds = Ces droits dépassent les vôtres : { $object }.
    .hint = Adressez-vous à une personne qui administre les droits.
fault-right-own-account = Personne ne s’accorde des droits à soi-même : { $object }.
    .hint = Adressez-vous à un autre administrateur.
fault-right-last-super-administrator = Plus personne n’aurait accès à la configuration technique.
    .hint = Donnez d’abord le rôle à un autre compte actif.
fault-right-last-administrator = Plus personne ne pourrait administrer les droits.
    .hint = Donnez d’abord le rôle à un autre compte actif.
fault-object-unknown = L’objet « { $name } » n’existe pas.
fault-object-read-only = { $object } : modification impossible ici.
fault-object-mastered-elsewhere = { $object } : ces données sont gérées dans un autre système et sont ici en lecture seule.
    .hint = Effectuez la modification dans le système maître.
fault-request-invalid = La requête est incompréhensible : { $detail }
fault-request-too-large = La requête est trop volumineuse ({ $max } au maximum).
fault-request-method = Cette adresse n’accepte pas cette méthode.
    .hint = Méthodes autorisées : { $allowed }.
fault-request-media-type = La requête doit être envoyée au format { $expected }.
fault-request-not-acceptable = La réponse ne peut être fournie qu’au format { $expected }.
fault-filter-syntax = Le filtre est incompréhensible à la position { $position } : { $detail }
fault-sort-unknown = Le tri par « { $name } » n’est pas possible.
fault-cursor-invalid = Le repère de page n’est pas valide.
    .hint = Recommencez à la première page.
fault-idempotency-conflict = Cette clé d’idempotence a déjà servi pour une autre requête.
    .hint = Utilisez une nouvelle clé pour chaque nouvelle requête.
fault-file-encoding = Le fichier n’est pas encodé en UTF-8 (ligne { $line }, octet { $position }).
    .hint = Enregistrez-le au format « CSV UTF-8 ».
fault-file-header = Le fichier n’a pas de ligne d’en-tête.
    .hint = La première ligne donne les noms des colonnes.
fault-file-name = Le nom de fichier « { $name } » est incompréhensible.
    .hint = Écrivez [ImportType]_[ImportMode]_[Culture]_[Order]_.csv, par exemple Employee_InsertAndUpdate_fr-FR_10_.csv.
fault-file-type = « { $name } » n’est pas un type d’import.
fault-file-mode = « { $name } » n’est pas un mode d’import.
    .hint = Utilisez InsertOnly ou InsertAndUpdate.
fault-file-culture = La culture « { $name } » est inconnue.
    .hint = Indiquez la langue et la région, par exemple fr-FR.
fault-file-order = « { $name } » n’est pas un ordre d’exécution.
    .hint = Utilisez un nombre entier ; les fichiers sont traités par ordre croissant.
fault-file-empty = Le fichier ne contient aucune ligne de données.
fault-file-column-unknown = La colonne « { $name } » est inconnue.
    .hint = Colonnes connues les plus proches : { $near }.
fault-file-column-missing = La colonne « { $name } » manque.
    .hint = Elle fait partie de la clé : sans elle, aucune ligne ne peut être rattachée à un enregistrement.
fault-file-column-twice = La colonne « { $name } » figure deux fois.
fault-line-columns = La ligne compte { $found } cellules, l’en-tête en compte { $expected }.
    .hint = Vérifiez les séparateurs et les guillemets.
fault-line-quote = Un guillemet n’est jamais refermé.
    .hint = Doublez les guillemets à l’intérieur d’une cellule entre guillemets.
fault-sign-in-failed = Identifiant ou mot de passe incorrect.
fault-sign-in-required = Veuillez vous connecter.
fault-sign-in-locked = Trop de tentatives infructueuses. Réessayez dans { $minutes ->
        [one] une minute
       *[other] { $minutes } minutes
    }.
fault-network-refused = Talang n’est pas accessible depuis ce réseau. Réessayez depuis le réseau de votre entreprise ou adressez-vous à votre administrateur RH.
fault-network-shuts-out = Vous vous excluriez vous-même : votre adresse est { $address }. Autorisez d’abord un réseau qui la contient.
fault-session-confirm = Par sécurité, veuillez confirmer votre identité.
fault-password-wrong = Le mot de passe actuel est incorrect.
fault-password-short = Le mot de passe doit comporter au moins { $min } caractères.
    .hint = Plusieurs mots à la suite se retiennent facilement.
fault-password-login-inside = Le mot de passe ne doit pas contenir l’identifiant.
fault-password-common = Ce mot de passe est l’un des premiers que l’on devine.
    .hint = Choisissez-en un auquel personne d’autre ne penserait.
fault-password-same = Le nouveau mot de passe est identique à l’actuel.
fault-password-differ = Les deux mots de passe sont différents.
fault-csrf = Le formulaire a expiré.
    .hint = Rechargez la page et réessayez.
fault-scope-unknown = { $name } n’est pas un périmètre : indiquez un objet et une action, par exemple employees:read.
fault-quota-used-up = Les { $max } requêtes de la journée sont épuisées. Reprenez après minuit (UTC) ou demandez une augmentation à l’administrateur.
fault-tenant-unknown = Le client « { $name } » n’existe pas.
fault-tenant-exists = Le client « { $name } » existe déjà.
fault-rule-syntax = La règle est incompréhensible à la position { $position } : { $detail }
fault-extra-code-taken = Le code « { $name } » est déjà utilisé par un autre champ.
fault-extra-sensitive = Ce champ semble contenir des données sensibles ({ $category ->
        [health] santé
        [religion] religion ou convictions
        [union] appartenance syndicale
        [ethnicity] origine ethnique
        [sexuality] vie ou orientation sexuelle
        [politics] opinions politiques
        [biometrics] données génétiques ou biométriques
       *[other] catégorie particulière
    } ; article 9 du RGPD).
    .hint = Confirmez que vous disposez d’une base légale, ou renoncez à ce champ.
fault-feature-unknown = Il n’existe pas de fonction « { $name } » à activer.
    .hint = Fonctions que l’on peut activer : { $allowed }.
fault-delegation-self = Personne ne peut se déléguer ses propres droits.
fault-acting-ended = L’action au nom d’autrui a pris fin : rien n’a été fait. Vous continuez en votre nom.
fault-acting-own-benefit = Lorsque vous agissez au nom d’autrui, rien ne peut être modifié pour vous désigner vous-même.
fault-acting-consent = Le consentement se donne pour 1 à 24 heures, uniquement à des comptes du support.
fault-delegation-not-yours = Seule la personne représentée délègue, ou quelqu’un qui peut attribuer des rôles.
fault-delegation-to-oneself = Personne ne se délègue à soi-même le travail d’autrui.
    .hint = Choisissez un autre salarié comme délégataire.
fault-storage-failed = Les données n’ont pas pu être enregistrées ou lues. Rien n’a été modifié.
fault-storage-busy = Le système est très sollicité.
    .hint = Réessayez dans un instant.
fault-internal = Une erreur s’est produite de notre côté. Elle a été enregistrée.
fault-adapt-unmapped = { $field } : le format adapté ne prévoit pas la valeur « { $value } ».
    .hint = Ajoutez cette valeur au format adapté ou corrigez le fichier.
fault-adapt-number = { $field } : « { $value } » n’est pas un nombre entier d’années.
fault-adapt-format = Le format adapté n’est pas valide ({ $place }) : { $detail }
fault-mail-none = Cette installation n’envoie pas d’e-mails.
    .hint = Son exploitant peut configurer un serveur de messagerie.
fault-mail-address = Ce n’est pas une adresse à laquelle un e-mail peut être envoyé.
fault-mail-unreachable = Le serveur de messagerie est injoignable.
    .hint = L’e-mail attend et un nouvel essai aura lieu automatiquement.
fault-mail-not-secure = Aucune connexion protégée au serveur de messagerie n’a pu être établie.
    .hint = L’exploitant vérifie le nom et le certificat du serveur.
fault-mail-not-offered = Le serveur de messagerie n’offre pas ce qu’il faut : protection, authentification ou adresses avec de tels caractères.
fault-mail-login = Le serveur de messagerie refuse l’authentification de cette installation.
    .hint = L’exploitant vérifie l’utilisateur et le mot de passe.
fault-mail-refused = Le serveur de messagerie a refusé l’e-mail.
    .hint = Vérifiez l’adresse.
fault-mail-expired = L’e-mail n’a pas pu être envoyé à temps.
fault-mail-folder = L’e-mail n’a pas pu être écrit dans son dossier.
fault-mail-gone = Le contenu de cet e-mail n’existe plus.
    .hint = Provoquez-en un nouveau, par exemple avec un nouveau lien d’activation.
fault-sign-in-unconfirmed = Votre adresse e-mail n’est pas encore confirmée.
    .hint = Nous vous avons envoyé un e-mail avec un lien : suivez-le pour confirmer l’adresse et choisir votre mot de passe.
fault-account-no-link = Aucun lien n’a été envoyé : le compte n’a pas d’adresse e-mail, ne peut pas être utilisé ou a reçu plusieurs liens au cours de la dernière heure.
fault-link-invalid = Ce lien ne fonctionne plus.
    .hint = Un lien ne sert qu’une fois et pour une durée limitée. Demandez-en un autre avec « Mot de passe oublié ? » sur la page de connexion.
fault-password-special = Il faut au mot de passe au moins { $count ->
        [one] un caractère qui n’est ni une lettre ni un chiffre
       *[other] { $count } caractères qui ne sont ni des lettres ni des chiffres
    }.
fault-password-digits = Il faut au mot de passe au moins { $count ->
        [one] un chiffre
       *[other] { $count } chiffres
    }.
fault-password-lower = Il faut au mot de passe au moins { $count ->
        [one] une minuscule
       *[other] { $count } minuscules
    }.
fault-password-upper = Il faut au mot de passe au moins { $count ->
        [one] une majuscule
       *[other] { $count } majuscules
    }.
fault-password-used = Ce mot de passe a déjà été utilisé.
    .hint = Choisissez-en un que vous n’avez pas encore eu ici.
fault-password-hash = Ce n’est pas une empreinte de mot de passe qui puisse être reprise.
    .hint = Le guide des administrateurs en montre les formes.
fault-provider-untested = Le fournisseur d’identité n’a pas encore été testé.
    .hint = Effectuez d’abord une connexion de test sur sa page.
fault-provider-certificate = { $field } : ce certificat n’est pas utilisable ({ $detail }).
    .hint = Collez le certificat de signature du fournisseur en PEM, de BEGIN CERTIFICATE à END CERTIFICATE.
fault-provider-metadata = Les métadonnées du fournisseur ne sont pas utilisables : { $detail }
fault-provider-address = L’adresse « { $address } » ne peut pas être appelée.
    .hint = Indiquez une adresse https accessible depuis Internet, ou collez les métadonnées.
fault-provider-unreachable = « { $address } » ne répond pas comme prévu.
    .hint = Vérifiez l’adresse, ou collez les métadonnées.
fault-provider-incomplete = Il manque au fournisseur d’identité : { $name }.
    .hint = Complétez ses paramètres.
fault-sso-message = La réponse du fournisseur d’identité est illisible : { $detail }
fault-sso-structure = La réponse du fournisseur d’identité n’est pas construite comme il faut : { $detail }
fault-sso-signature = La réponse du fournisseur d’identité n’est pas signée avec l’un de ses certificats.
    .hint = Si le fournisseur a changé de clé, l’administrateur ajoute le nouveau certificat.
fault-sso-algorithm = La réponse du fournisseur d’identité est signée d’une manière peu sûre.
    .hint = Réglez le fournisseur sur RSA ou ECDSA avec SHA-256.
fault-sso-encryption = La réponse du fournisseur d’identité ne peut pas être déchiffrée.
    .hint = Donnez au fournisseur nos métadonnées actuelles.
fault-sso-issuer = La réponse vient d’un autre fournisseur d’identité que prévu.
fault-sso-audience = La réponse du fournisseur d’identité est destinée à une autre application.
    .hint = Comparez l’entity ID dans les paramètres du fournisseur avec le nôtre.
fault-sso-recipient = La réponse du fournisseur d’identité est destinée à une autre adresse.
fault-sso-destination = La réponse du fournisseur d’identité a été envoyée à une autre adresse.
fault-sso-time = La réponse du fournisseur d’identité n’est plus valable, ou pas encore.
    .hint = Reconnectez-vous ; si cela se répète, l’horloge du fournisseur est fausse.
fault-sso-replay = Cette connexion a déjà été utilisée.
    .hint = Reconnectez-vous.
fault-sso-nonce = La réponse du fournisseur d’identité correspond à une autre connexion.
fault-sso-browser = Cette connexion n’a pas été commencée dans ce navigateur, ou il y a trop longtemps.
    .hint = Reconnectez-vous.
fault-sso-unsolicited = Personne n’a demandé cette connexion ici.
    .hint = Commencez sur notre page de connexion, ou autorisez les connexions qui partent du fournisseur.
fault-sso-declined = Le fournisseur d’identité a refusé la connexion : { $detail }
fault-sso-subject = Le fournisseur d’identité ne dit pas qui s’est connecté.
    .hint = L’administrateur vérifie quel attribut contient l’identifiant.
fault-sso-account = Vous n’avez pas de compte ici.
    .hint = Demandez-en un à votre administrateur.
fault-schedule-cron = « { $value } » n’est pas un moment auquel quelque chose pourrait avoir lieu.
    .hint = Écrivez cinq champs : minute, heure, jour du mois, mois, jour de la semaine, par exemple 30 2 * * * pour chaque nuit à deux heures et demie.
fault-schedule-zone = Il n’y a pas de fuseau horaire « { $value } ».
    .hint = Nommez un fuseau de la base tz, par exemple Europe/Paris.
fault-schedule-operator = Rien n’a été importé : le compte « operator » n’existe pas ou n’est pas actif.
    .hint = Un administrateur du client peut le créer, avec le rôle integration, ou l’autoriser à nouveau.
fault-file-space-login = Un identifiant de l’espace de fichiers compte 2 à 32 lettres minuscules, chiffres, traits d’union et traits de soulignement, et commence par une lettre.
fault-file-space-key = Ceci n’est pas une clé publique utilisable ici.
    .hint = Donnez la ligne d’une clé publique OpenSSH de type ssh-ed25519 ou ecdsa-sha2-nistp256, -nistp384 ou -nistp521. Les clés RSA ne sont pas acceptées.
fault-file-space-key-private = Ceci est une clé privée. Elle reste chez son propriétaire ; rien n’en a été conservé.
    .hint = Donnez la ligne de la clé publique : le fichier du même nom qui se termine par .pub. Mieux vaut remplacer une clé privée qui a été envoyée.
fault-file-space-key-type = Les clés de type { $type } ne sont pas acceptées.
    .hint = Créez-en une de type Ed25519, avec ssh-keygen -t ed25519, et donnez la ligne de son fichier qui se termine par .pub. Les clés ECDSA sur les courbes nistp256, nistp384 et nistp521 sont également acceptées.
fault-file-space-name = « { $name } » ne peut pas être un nom dans l’espace de fichiers.
    .hint = Un nom compte au plus 255 octets, ne commence pas par un point et ne contient ni barre oblique (inverse ou non), ni caractère de contrôle ou invisible, ni signe ressemblant à une barre oblique ou à un point.
fault-file-space-place = Rien ne peut être modifié à cet endroit.
    .hint = Les fichiers et dossiers vont dans in, out, done ou rejected, sur huit niveaux au plus ; ces quatre dossiers restent en place.
fault-file-space-not-found = Ce fichier ou ce dossier n’existe pas.
fault-file-space-exists = Un fichier ou un dossier porte déjà ce nom.
fault-file-space-not-empty = Le dossier n’est pas vide.
fault-file-space-kind = Ceci ne vaut que pour des fichiers, ou que pour des dossiers.
fault-file-space-full = L’espace de fichiers est plein : { $max } Mio au plus.
    .hint = Supprimez ce qui n’est plus utile ou demandez plus de place au fournisseur.
fault-file-space-most = L’espace de fichiers contient au plus { $max } fichiers et dossiers.
    .hint = Supprimez ce qui n’est plus utile ou demandez plus de place au fournisseur.
fault-second-factor-wrong = Ce code n’est pas correct ou a déjà servi. Attendez le suivant.
fault-second-factor-expired = La clé n’est plus valable. Recommencez et scannez la nouvelle image.
fault-second-factor-none = Il n’y a pas de second facteur.
fault-second-factor-required = Votre entreprise demande un second facteur. Configurez-en un autre avant de supprimer celui-ci.
fault-passkey-failed = Cette clé d’accès n’a pas pu être utilisée. Réessayez, ou connectez-vous d’une autre manière.
fault-passkey-expired = La demande à votre appareil est trop ancienne. Réessayez.
fault-passkey-known = Cette clé d’accès est déjà utilisée. Créez-en une autre.
fault-passkey-too-many = Un compte a au plus { $max } clés d’accès. Supprimez-en une que vous n’utilisez plus.
fault-passkey-not-allowed = Votre entreprise n’utilise pas de clés d’accès. Connectez-vous d’une autre manière.
