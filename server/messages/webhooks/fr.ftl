# Webhooks
webhooks = Webhooks
webhooks-text = Autres systèmes informés aussitôt de ce qui arrive aux enregistrements, par des messages signés à leur adresse.
webhooks-new = Nouveau webhook
webhooks-none = Pas encore de webhook
webhooks-none-text = Créez d’abord un compte pour le système et donnez-lui un rôle : les messages disent ce que ce compte peut lire. Ensuite le webhook, puis son secret.
webhooks-name = Nom
webhooks-address = Adresse
webhooks-events = Événements
webhooks-alerts = Alertes à
webhooks-delivered-at = Dernière remise
webhooks-waiting = En attente
webhooks-given-up = Abandonnés
webhooks-state = État
webhooks-paused = En pause
webhooks-waits = Pas prêt
webhooks-trouble = À traiter
webhooks-active = Actif
webhooks-never = jamais
webhooks-about = Webhook
webhooks-secret = Secret
webhooks-gone = Le destinataire indique que son adresse n’existe plus
webhooks-gone-text = Il a répondu 410, plus rien n’y est donc envoyé. Saisissez sa nouvelle adresse et réactivez le webhook : ce qui s’est passé entre-temps sera alors annoncé.
webhooks-account-unusable = Le compte dont les droits servent à lire les messages ne peut pas être utilisé : rien n’est annoncé jusque-là, et rien n’est perdu.
webhooks-try = Essayer
webhooks-try-text = Un exemple est signé comme tout message et n’annonce aucun événement.
webhooks-sample = Envoyer un exemple
webhooks-sample-failed = L’exemple n’est pas arrivé
webhooks-sample-arrived = L’exemple est arrivé
webhooks-sample-text = Le destinataire a répondu avec le statut { $status } après { $time }.
webhooks-secret-made = Le nouveau secret
webhooks-secret-once = Il n’est affiché que maintenant : saisissez-le chez le destinataire, qui vérifie les signatures avec lui. Personne ne pourra le lire plus tard.
webhooks-no-secret = Il n’y a pas encore de secret, et rien ne part sans lui. Ce qui se passe d’ici là sera annoncé ensuite.
webhooks-overlap = Le secret actuel signe encore pendant
webhooks-rotate = Remplacer le secret
webhooks-make-secret = Créer le secret
webhooks-log = Remises
webhooks-again = Renvoyer
webhooks-again-text = Les messages renvoyés portent le même webhook-id qu’avant, pour que le destinataire reconnaisse ceux qu’il a déjà.
webhooks-again-failed-count = Renvoyer ce qui a été abandonné ({ $count })
webhooks-since = Tout depuis (UTC)
webhooks-since-help = Y compris ce qui s’est passé avant l’existence de ce webhook, dans la mesure où le compte peut le lire.
webhooks-since-confirm = Renvoyer tout ce qui s’est passé depuis ce moment ?
webhooks-since-do = Tout renvoyer
webhooks-since-done = Tout ce qui s’est passé depuis est en cours de renvoi.
webhooks-again-done = { $count ->
    [0] Il n’y avait rien à renvoyer.
    [one] Un message est en cours de renvoi.
   *[other] { $count } messages sont en cours de renvoi.
}
webhooks-shown = { $count ->
    [one] Une remise
   *[other] { $count } remises
}
webhooks-no-log = Rien n’a encore été remis
webhooks-no-log-text = Dès qu’un des événements se produit, il apparaît ici. Les remises sont conservées 90 jours.
webhooks-not-found = Aucune remise correspondante
webhooks-not-found-text = Cherchez un événement tel que employees.changed, le numéro d’un enregistrement ou un webhook-id.
webhooks-all = Toutes les remises
webhooks-happened = Quand
webhooks-event = Événement
webhooks-record = Enregistrement
webhooks-attempts = Essais
webhooks-next = Prochain essai
webhooks-state-waiting = En attente
webhooks-state-delivered = Remis
webhooks-state-given-up = Abandonné
webhooks-state-withheld = Retenu
webhooks-at = Quand
webhooks-outcome = Résultat
webhooks-status = Statut
webhooks-took = Durée
webhooks-not-tried = Pas encore essayé
webhooks-not-tried-text = C’est son tour dans un instant.
webhooks-behind = après un événement antérieur du même enregistrement
webhooks-ended = Terminé le
webhooks-again-one = Renvoyer
webhooks-saved = Webhook enregistré.
webhooks-every-object = Tous les objets
webhooks-events-text = Cochez ce qui doit être signalé. Seul ce que le compte peut lire est transmis.
webhooks-find = Trouver un objet
webhooks-object = Objet
webhooks-event-created = Créé
webhooks-event-changed = Modifié
webhooks-event-removed = Supprimé
webhooks-ticked = { $count ->
    [one] { $count } coché
   *[other] { $count } cochés
 }
webhooks-key-signs = Les messages sont signés avec la clé de l’application qui a inscrit ce webhook, comme l’attend le destinataire. La signature cesse avec cette clé.
webhooks-key-missing = Aucun message ne part : la clé qui les signait n’est plus valable, ou son application n’est pas active. Quand le programme inscrit de nouveau ce webhook, les messages sont signés avec sa clé actuelle.
webhooks-collected = Envoi groupé
webhooks-collected-minutes = { $count ->
    [one] chaque minute
   *[other] toutes les { $count } minutes
}
