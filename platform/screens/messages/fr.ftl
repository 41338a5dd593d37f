# The frame of a page
ui-skip = Aller au contenu
ui-news = Notifications
ui-menu = Menu
ui-menu-collapse = Réduire le menu
ui-search = Rechercher
ui-search-hint = Rechercher une personne, une organisation, un emploi…
ui-search-results = Résultats de la recherche
ui-search-all = Afficher tous les résultats
ui-asof = Date d’observation
ui-asof-help = Afficher les données telles qu’elles sont à cette date
ui-asof-band = Vous consultez la situation au { $date }.
ui-asof-today = Revenir à aujourd’hui
ui-language = Langue
ui-languages = Langues
ui-theme = Apparence
ui-theme-light = Clair
ui-theme-dark = Sombre
ui-theme-auto = Comme le système
ui-user-menu = Mon compte
ui-sign-out = Se déconnecter
ui-breadcrumbs = Vous êtes ici

# Actions
ui-save = Enregistrer
ui-cancel = Annuler
ui-confirm = Confirmer
ui-close = Fermer
ui-undo = Annuler l’action
ui-add = Ajouter
ui-new = Nouveau
ui-edit = Modifier
ui-delete = Supprimer
ui-export = Exporter
ui-import = Importer
ui-download = Télécharger
ui-upload = Téléverser
ui-copy = Copier
ui-print = Imprimer
ui-move = Déplacer vers…
ui-cut = Couper
ui-open = Ouvrir
ui-apply = Appliquer
ui-reset = Réinitialiser
ui-clear = Effacer
ui-back = Retour
ui-next = Suivant
ui-previous = Précédent
ui-actions = Actions
ui-choose = Choisir

# Words
ui-yes = Oui
ui-no = Non
ui-none = Aucun
ui-all = Tous
ui-empty-value = vide
ui-from = de
ui-to = à
ui-people = Personnes
ui-history = Historique
ui-details = Détails
ui-loading = Chargement…
ui-more = Plus
ui-saved = Modifications enregistrées.
ui-deleted = Élément supprimé.

# Lists
ui-no-results = Aucun résultat
ui-no-results-text = Essayez d’autres mots ou retirez un filtre.
ui-filter = Filtrer la liste
ui-filter-hint = Filtrer…
ui-filter-remove = Retirer le filtre { $name }
ui-columns = Colonnes
ui-columns-help = Choisir les colonnes et leur ordre
ui-move-up = Monter
ui-move-down = Descendre
ui-sort = Trier selon cette colonne
ui-select-all = Tout sélectionner sur cette page
ui-select-row = Sélectionner { $name }
ui-select-none = Effacer la sélection
ui-select-matching = Sélectionner les { $count }
ui-bulk = Actions sur la sélection
ui-pages = Pages

# Forms
ui-required = obligatoire
ui-unsaved = Modifications non enregistrées
ui-errors = { $count ->
    [one] Un problème est à corriger
   *[other] { $count } problèmes sont à corriger
}
ui-hours-minutes = heures:minutes
ui-reveal = Afficher le mot de passe
ui-currency = Devise
ui-pick-hint = Saisissez pour rechercher
ui-file-remove = Retirer ce fichier
ui-drop-file = Choisir un fichier
ui-drop-files = Choisir des fichiers
ui-drop-hint = ou déposez-le ici
ui-upload-progress = Progression de l’envoi

# Trees and charts
ui-tree-help = Les flèches déplacent et ouvrent, Entrée affiche le détail.
ui-tree-help-move = Les flèches déplacent et ouvrent, Entrée affiche le détail. Pour déplacer une unité : faites-la glisser, ou appuyez sur X puis, sur la nouvelle unité de rattachement, sur V ; M permet de choisir dans une liste.
ui-zoom = Zoom
ui-zoom-in = Agrandir
ui-zoom-out = Réduire
ui-zoom-fit = Ajuster à la largeur
ui-chart-table = Afficher les chiffres

# What the scripts say
ui-js-offline = Le serveur est injoignable. Vérifiez votre connexion et réessayez.
ui-js-failed = L’opération a échoué. Veuillez réessayer.
ui-js-confirm-title = Confirmez-vous ?
ui-js-results = Résultats : { $count }
ui-js-more-results = Il y en a d’autres : précisez la saisie.
ui-js-selected = { $count } sélectionné(s)
ui-js-moved-to = { $name } : position { $position } sur { $count }
ui-js-unsaved-title = Quitter sans enregistrer ?
ui-js-unsaved-text = Vos modifications sur cette page seront perdues.
ui-js-discard = Abandonner les modifications
ui-js-remove = Retirer { $name }
ui-js-added = { $name } ajouté
ui-js-loaded = Chargés : { $count }
ui-js-move-inside = { $name } ne peut pas être déplacé dans sa propre structure.
ui-js-move-same = { $name } est déjà dans { $parent }.
ui-js-cut = { $name } est coupé. Placez-vous sur la nouvelle unité de rattachement et appuyez sur V ; Échap abandonne.
ui-js-cut-off = { $name } reste en place.
ui-js-cut-nothing = Rien n’est coupé. Appuyez sur X sur l’élément à déplacer.
ui-js-uploading = Envoi : { $percent }
ui-js-processing = Traitement…
ui-js-uploaded = Envoi terminé
ui-js-copied = Copié

# General screens of every business object
general-section-interfaces = Interfaces
general-all-lists = Toutes les listes
general-my-file = Mon dossier
general-change-password = Changer de mot de passe
general-range = { $first }–{ $last } sur { $total }
general-rows = { $count } lignes par page
general-options = Options d’affichage
general-slices-day = Valables à la date choisie
general-slices-all = Toutes les périodes
general-slices = Périodes
general-open-end = sans fin
general-shown = Affichée
general-valid = En vigueur
general-future = À venir
general-other-day = Cette période ne couvre pas la date choisie.
general-period = Du { $from } au { $until }
general-period-open = À partir du { $from }, sans fin
general-correct-slice = Corriger cette période
general-change-from = Modifier à partir d’une date
general-correct-text = L’enregistrement remplace les données de cette période.
general-from-title = Modifier { $name } à partir d’une date
general-from-text = Une nouvelle période commence à la date de début saisie. La période actuelle se termine la veille et reste dans l’historique.
general-filter-add = Ajouter un filtre
general-filter-field = Champ
general-filter-op = Condition
general-filter-value = Valeur
general-filter-condition = Condition
general-on-the-day = À la date choisie
general-op-is = est
general-op-ne = n’est pas
general-op-contains = contient
general-op-starts = commence par
general-op-ge = est au moins
general-op-le = est au plus
general-op-from = à partir du
general-op-until = jusqu’au
general-op-under = est ou dépend de
general-op-empty = est vide
general-op-filled = est renseigné
general-empty = Rien pour l’instant : { $name }
general-empty-create = Ajoutez le premier à la main, ou importez un fichier pour en créer plusieurs d’un coup.
general-empty-text = Dès qu’un élément vous sera accessible, il apparaîtra ici.
general-empty-dated = Rien n’est en vigueur à la date choisie. Choisissez une autre date ou affichez toutes les périodes.
general-views = Vues
general-view-all = Tout
general-view-save = Enregistrer comme vue…
general-view-change = Mettre à jour ou renommer la vue…
general-view-delete = Supprimer la vue
general-view-delete-confirm = Supprimer la vue « { $name } » ? Les données restent.
general-view-name = Nom de la vue
general-view-role = Partager avec le rôle
general-view-role-help = Toute personne ayant ce rôle trouve la vue dans le menu, mais ne voit que les données auxquelles elle a droit.
general-view-default = Ouvrir cette liste avec cette vue
general-view-saved = La vue a été enregistrée.
general-view-deleted = La vue a été supprimée.
general-bulk-set = Renseigner un champ
general-bulk-set-count = { $count ->
    [one] Renseigner un champ d’une fiche
   *[other] Renseigner un champ de { $count } fiches
}
general-bulk-set-all = Renseigner un champ de toutes les fiches trouvées
general-bulk-empties = Une valeur vide efface le champ.
general-bulk-nothing = Aucun champ ne peut être renseigné pour plusieurs fiches à la fois.
general-bulk-refused = Certaines fiches n’ont pas pu être modifiées
general-bulk-kept = Tout n’a pas pu être supprimé
general-bulk-delete-confirm = Supprimer les fiches sélectionnées ?
general-bulk-changed = { $count ->
    [one] Une fiche a été modifiée.
   *[other] { $count } fiches ont été modifiées.
}
general-deleted = { $count ->
    [one] Une fiche a été supprimée.
   *[other] { $count } fiches ont été supprimées.
}
general-restored = { $count ->
    [one] Une fiche a été rétablie.
   *[other] { $count } fiches ont été rétablies.
}
general-created = Création enregistrée.
general-saved = Vos modifications ont été enregistrées.
general-unchanged = Rien n’a été modifié.
general-delete-confirm = Supprimer cette fiche ?
general-delete-slice = Supprimer cette période
general-delete-slice-confirm = Supprimer cette période ? Les autres restent.
general-not-deleted = Suppression impossible
general-duplicate = Dupliquer
general-new-title = Nouveau : { $name }
general-edit-title = Modifier { $name }
general-changed-title = Quelqu’un a modifié cette fiche entre-temps
general-changed-text = Votre saisie est conservée. Enregistrez de nouveau pour remplacer ces modifications, ou rechargez l’état actuel pour recommencer.
general-reload = Recharger l’état actuel
general-related = Liens
general-related-none = Rien ne se rapporte à cette fiche
general-related-none-text = Les fiches qui s’y rapportent apparaissent ici.
general-add-related = Ajouter
general-show-all = Tout afficher
general-history-none = Aucune modification enregistrée
general-history-none-text = Les modifications que vous pouvez consulter apparaissent ici, avec l’auteur, l’heure et les valeurs avant et après.
general-did-create = a créé la fiche
general-did-delete = a supprimé la fiche
general-did-update = { $count ->
    [one] a modifié un champ
   *[other] a modifié { $count } champs
}
general-system = Talang
general-file = Fichier
general-door-screen = Écran
general-door-rest = API REST
general-door-import = Import de fichier
general-door-command-line = Ligne de commande
general-door-task = Tâche de fond
general-search-title = Résultats de recherche pour « { $words } »
general-search-text = Saisissez le début d’un nom, d’un matricule ou d’un code. Accents et majuscules n’ont pas d’importance.
