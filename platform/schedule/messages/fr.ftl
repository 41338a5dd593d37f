# Mails about runs at set times that need somebody
mail-schedule-failed-subject = « { $label } » chez { $tenant } a échoué
mail-schedule-failed-body =
    Bonjour,

    « { $label } » n’a pas pu s’exécuter. L’exécution était prévue le { $planned } et a commencé le { $began }.

    { $why }
mail-schedule-failed-button = Voir l’exécution

mail-schedule-partly-subject = « { $label } » chez { $tenant } n’a été fait qu’en partie
mail-schedule-partly-body =
    Bonjour,

    « { $label } » s’est exécuté, mais tout n’a pas été accepté. L’exécution était prévue le { $planned } et a commencé le { $began }.

    Fichiers : { $files }. Refusés en entier : { $refused }. Lignes rejetées : { $lines }.

    Le résultat de chaque ligne se trouve dans le dossier out, si des fichiers ont été importés.
mail-schedule-partly-button = Voir l’exécution

mail-schedule-late-subject = « { $label } » chez { $tenant } a pris du retard
mail-schedule-late-body =
    Bonjour,

    « { $label } » était prévu le { $planned } et n’a commencé que le { $began }. Rien n’est perdu ; tout est fait maintenant.

    Fichiers : { $files }. Refusés en entier : { $refused }. Lignes rejetées : { $lines }.
mail-schedule-late-button = Voir l’exécution

mail-report-sent-subject = Votre rapport « { $label } » est prêt
mail-report-sent-body =
    Bonjour,

    « { $label } » a été créé pour vous, avec ce que vous avez le droit de voir. Connectez-vous pour le récupérer : le fichier est disponible jusqu’au { $until } (UTC).
mail-report-sent-button = Voir mes rapports
