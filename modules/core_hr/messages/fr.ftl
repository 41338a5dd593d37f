# Pages of core HR: the personal area, people, organisation, jobs and skills.
people-me = Mon espace
people-me-hello = Bonjour { $name }
people-me-no-file = Votre compte n’est rattaché à aucun dossier salarié
people-me-no-file-text = Vous accédez à tout ce que vos rôles permettent. Adressez-vous au service RH si ce compte doit être rattaché à un salarié.
people-me-team = Mon équipe
people-my-team = Mon équipe
people-me-team-size = Mon équipe
people-me-direct = { $count ->
    [one] { $count } collaborateur direct
   *[other] { $count } collaborateurs directs
}
people-me-away = { $count ->
    [one] { $count } absent aujourd’hui
   *[other] { $count } absents aujourd’hui
}
people-me-headcount = Effectif
people-me-headcount-note = Salariés actifs visibles pour vous
people-joiners = Arrivées
people-leavers = Départs
people-this-month = Ce mois-ci
people-joiners-month = Arrivées du mois
people-leavers-month = Départs du mois
people-me-awaiting = En attente de mon action
people-me-nothing = Rien ne vous attend
people-me-nothing-text = Les demandes de votre équipe, vos tâches et les échéances proches s’affichent ici.
people-more = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
people-wait-absence = Absence demandée : du { $from } au { $to }
people-wait-absence-day = Absence demandée : le { $from }
people-wait-trial = Fin de la période d’essai le { $date }
people-wait-permit = { $name } : expire le { $date }
people-wait-document = { $name } : expire le { $date }
people-wait-certification = { $name } : expire le { $date }
people-away = Absent
people-away-until = Absence jusqu’au { $date }
people-me-by-unit = Effectif par organisation
people-me-file = Mon dossier
people-me-absences = Mes absences
people-me-links = Accès rapide
people-seniority = Ancienneté
people-since = depuis le { $date }
people-until = jusqu’au { $date }
people-length = { $years ->
    [0] { $months ->
        [one] { $months } mois
       *[other] { $months } mois
    }
    [one] { $years } an { $months ->
        [0] {""}
        [one] { $months } mois
       *[other] { $months } mois
    }
   *[other] { $years } ans { $months ->
        [0] {""}
        [one] { $months } mois
       *[other] { $months } mois
    }
}
people-length-new = moins d’un mois
people-today = Aujourd’hui
people-tomorrow = Demain
people-in-days = { $count ->
    [one] Dans { $count } jour
   *[other] Dans { $count } jours
}
people-days-ago = { $count ->
    [one] Il y a { $count } jour
   *[other] Il y a { $count } jours
}
people-nothing-recorded = Rien n’est encore enregistré.
people-slice-current = en cours
people-slice-future = à venir
people-unit-below = Organisation et sous-unités
people-country = Pays
people-quick = Filtres rapides
people-tabs = Rubriques du dossier
people-tab-overview = Vue d’ensemble
people-tab-work = Emploi
people-tab-personal = Personnel
people-tab-profile = Profil
people-tab-absences = Absences
people-tab-equipment = Matériel et intégration
people-tab-pay = Données de paie
people-tab-history = Historique
people-reports-to = rattaché à
people-not-yet = À la date choisie, cette personne n’est pas encore entrée. Date d’entrée : { $date }
people-no-longer = À la date choisie, cette personne a déjà quitté l’entreprise. Dernier jour : { $date }
people-move = Mutation …
people-leave = Enregistrer le départ …
people-photo-change = Changer la photo
people-nothing = Rien pour le moment
people-nothing-text = Ce qui est enregistré sous cette rubrique pour cette personne s’affiche ici.
people-hours-week = { $hours } heures par semaine
people-work = Affectation
people-no-assignment = Aucune affectation à cette date.
people-person = Personne
people-employment = Relation de travail
people-contact = Coordonnées
people-extra = Informations complémentaires
people-direct-reports = Collaborateurs directs
people-leads = Responsable de
people-history-what = Objet modifié
people-history-everything = Tout
people-history-until = Jusqu’au
people-history-more = Les { $count } dernières modifications sont affichées. Choisissez une date antérieure pour en voir davantage.
people-move-title = Mutation de { $name }
people-move-text = Une nouvelle affectation commence à la date choisie. L’affectation actuelle prend fin la veille et reste dans l’historique.
people-move-from = Date d’effet
people-move-from-help = Premier jour de la nouvelle affectation, passé ou futur.
people-move-now = Affectation actuelle
people-move-do = Enregistrer la mutation
people-moved = La mutation a été enregistrée.
people-leave-title = Départ de { $name }
people-leave-text = L’affectation et le contrat prennent fin le dernier jour. Le dossier est conservé.
people-leave-date = Dernier jour
people-leave-date-help = Dernier jour de la relation de travail.
people-leave-do = Enregistrer le départ
people-leave-team = { $count ->
    [one] { $count } personne est rattachée à ce responsable et devra en avoir un autre.
   *[other] { $count } personnes sont rattachées à ce responsable et devront en avoir un autre.
}
people-leave-loans = { $count ->
    [one] { $count } équipement reste à restituer.
   *[other] { $count } équipements restent à restituer.
}
people-left = Le départ a été enregistré.
org-title = Organisation
org-chart = Organigramme
org-list = Liste des organisations
org-ways = Vues de l’organisation
org-summary = { $count ->
    [one] { $count } unité au { $date }
   *[other] { $count } unités au { $date }
}
org-counts-visible = Les effectifs comptent les personnes visibles pour vous
org-on-day = Au { $date }
org-from-here = Organigramme à partir d’ici
org-in-chart = Voir dans l’organigramme
org-add-below = Ajouter une sous-unité
org-count = { $own } / { $all }
org-own = Effectif propre
org-all = Avec les sous-unités
org-find = Rechercher une unité
org-levels = Niveaux affichés
org-levels-count = { $count ->
    [one] { $count } niveau
   *[other] { $count } niveaux
}
org-level = niveau { $level }
org-boxes = Cases
org-outline = Arborescence
org-none = Aucune unité à cette date
org-none-text = Choisissez une autre date, ajoutez une unité ou importez l’organisation depuis un fichier.
org-found = { $count ->
    [one] { $count } unité trouvée pour « { $words } »
   *[other] { $count } unités trouvées pour « { $words } »
}
org-whole = Toute l’organisation
org-above = Unités supérieures
org-all-fields = Tous les champs
org-top = le sommet
org-move-title = Déplacer { $name }
org-move-text = { $name } est actuellement sous : { $parent }. Tout ce qui précède la date d’effet reste inchangé.
org-move-to = Nouvelle unité supérieure
org-move-to-help = Laissez vide pour placer l’unité au sommet.
org-move-date = Date d’effet
org-move-date-help = L’unité dépend de la nouvelle unité supérieure à partir de ce jour.
org-move-do = Déplacer
org-move-people = { $count ->
    [one] { $count } personne suit l’unité. Les listes d’habilitation par règle s’adaptent aussitôt.
   *[other] { $count } personnes suivent l’unité. Les listes d’habilitation par règle s’adaptent aussitôt.
}
org-moved = L’unité a été déplacée.
org-move-same = L’unité s’y trouve déjà ; rien n’a été modifié.
org-move-undone = Le déplacement a été annulé.
org-other-day = L’unité n’existe pas à la date choisie. La période la plus proche est affichée.
org-tab-positions = Postes
org-tab-properties = Propriétés
org-planned = prévu : { $count }
org-sub-units = Sous-unités
org-no-sub-units = Aucune unité en dessous de celle-ci.
org-only-here = Cette unité seule
org-with-below = Inclure les sous-unités
org-as-list = Ouvrir en liste
org-nobody = Personne ici
org-nobody-text = Aucune personne visible pour vous n’est affectée à cette unité à cette date.
org-first = Les { $count } premières personnes sont affichées ; ouvrez la liste pour toutes les voir.
org-no-positions = Aucun poste
org-no-positions-text = Les postes de cette unité s’affichent ici avec leurs titulaires.
org-holders = Titulaires
org-filled = Pourvu
org-vacant = { $count } à pourvoir
org-open-positions = Postes ouverts
org-planned-headcount = Effectif prévu
org-vacancies = À pourvoir
org-in-positions = { $count ->
    [one] sur { $count } poste
   *[other] sur { $count } postes
}
org-only-vacant = À pourvoir uniquement
org-jobs-text = Les familles de métiers et leurs emplois.
org-no-family = Sans famille
org-people-in-job = Personnes à ce poste
org-job-skills = Compétences requises
org-mandatory = obligatoire
org-level-of = niveau { $rank } sur { $top }
org-paths = Parcours professionnels
org-path-to = Évolutions possibles
org-path-from = Métiers de provenance
org-months = { $count ->
    [one] en général après { $count } mois
   *[other] en général après { $count } mois
}
org-find-skill = Rechercher une compétence
org-skills-count = Compétences dans le référentiel : { $count }
org-skills-in = { $count ->
    [one] { $count } compétence
   *[other] { $count } compétences
}
org-no-category = Sans catégorie
org-no-skills = Aucune compétence
org-no-skills-text = Importez un référentiel tel qu’ESCO ou ajoutez vos propres compétences.
org-more-skills = Plus de { $count } : ouvrir la liste
org-also-called = Autre nom : { $name }
org-broader = Plus générales
org-narrower = Plus spécifiques
org-names = Libellés dans toutes les langues
org-needed-by = Métiers qui la requièrent
org-people-with-skill = Personnes qui la possèdent
