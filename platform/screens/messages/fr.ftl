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
