# Alertes emploi
careers-alert = Les nouvelles offres par e-mail
careers-alert-all = Toutes les offres correspondantes
careers-alert-ask = M’envoyer les nouvelles offres
careers-alert-ask-help = Vous recevrez d’abord un e-mail pour confirmer votre adresse.
careers-alert-asked = Vous allez recevoir un e-mail pour confirmer votre adresse sous sept jours. D’ici là, nous ne vous envoyons rien.
careers-alert-change = Modifier l’alerte emploi
careers-alert-confirm = Confirmez votre alerte emploi
careers-alert-confirm-text = Pouvons-nous envoyer à votre adresse les nouvelles offres correspondantes ?
careers-alert-confirm-yes = Oui, envoyez-les-moi
careers-alert-confirmed = Votre alerte emploi est active
careers-alert-confirmed-text = Dès qu’une nouvelle offre correspond, vous recevez un e-mail. Chaque e-mail contient un lien pour modifier ou arrêter l’alerte.
careers-alert-criteria = Ce que vous cherchez
careers-alert-everything = Toutes les offres
careers-alert-like = M’envoyer les nouvelles offres de ce type
careers-alert-often = À quelle fréquence au plus
careers-alert-over = Ce lien ne fonctionne plus
careers-alert-over-text = L’alerte emploi est terminée, ou le délai est écoulé. Vous pouvez en demander une nouvelle sur la page des offres.
careers-alert-saved = Votre alerte emploi a été modifiée.
careers-alert-stop = Arrêter l’alerte emploi
careers-alert-stop-ask = Arrêter cette alerte emploi ?
careers-alert-stop-text = Vous ne recevrez plus d’e-mails à ce sujet, et nous l’effaçons.
careers-alert-stop-yes = Oui, l’arrêter
careers-alert-stopped = Votre alerte emploi est terminée
careers-alert-stopped-text = Vous ne recevrez plus d’e-mails à ce sujet.
careers-alert-text = Quand une nouvelle offre correspond à ce que vous cherchez, vous recevez un e-mail. Vous pouvez la modifier ou l’arrêter à tout moment par un lien dans chaque e-mail.
careers-alert-until = Elle court jusqu’au { $day }. Si vous enregistrez, elle court un an à partir d’aujourd’hui.
careers-alert-words = Mots
careers-alerts = Alertes emploi
careers-me-done-stopped = L’alerte emploi est terminée.
mail-alert-confirm-subject = Veuillez confirmer votre alerte emploi
mail-alert-confirm-body =
    Bonjour,

    Quelqu’un, probablement vous, a demandé que les nouvelles offres de « { $site } » soient envoyées à cette adresse. Veuillez le confirmer sous sept jours.

    Ce n’était pas vous ? Vous n’avez alors rien à faire : plus rien ne vous sera envoyé.
mail-alert-confirm-button = Confirmer
mail-alert-known-subject = Votre alerte emploi est déjà active
mail-alert-known-body =
    Bonjour,

    Quelqu’un, probablement vous, a demandé sur « { $site } » une alerte emploi que cette adresse a déjà. Elle continue sans changement. Vous pouvez la modifier ou l’arrêter ici.
mail-alert-known-button = Modifier ou arrêter
mail-job-alert-subject = Nouvelles offres : { $site }
mail-job-alert-body =
    Bonjour,

    Il y a du nouveau sur « { $site } » qui correspond à ce que vous cherchez : { $criteria }.

    Vous recevez cet e-mail parce que vous l’avez demandé ; votre alerte emploi court jusqu’au { $until }. Vous pouvez la modifier ou l’arrêter à tout moment.
mail-job-alert-button = Modifier ou arrêter
