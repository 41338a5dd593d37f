recruiting-duplicates = Doublons possibles
recruiting-duplicates-text = Dossiers qui concernent peut-être la même personne : même adresse e-mail ou même téléphone, ou même nom avec la même date de naissance ou la même ville. À vous de décider.
recruiting-no-duplicates = Aucun doublon possible
recruiting-no-duplicates-text = Dès que deux dossiers ont la même adresse, le même téléphone, ou le même nom avec la même date de naissance ou la même ville, ils apparaissent ici.
recruiting-same-email = Même e-mail
recruiting-same-phone = Même téléphone
recruiting-same-birth = Même nom et date de naissance
recruiting-same-town = Même nom et ville
recruiting-merge = Fusionner
recruiting-merge-title = Fusionner un autre dossier avec celui de { $name }
recruiting-merge-text = Choisissez ce que le dossier contiendra ensuite. Tout le reste est réuni, et ce que les deux dossiers ont en commun n’y figure qu’une fois.
recruiting-merge-stays = Reste
recruiting-merge-goes = Y est intégré
recruiting-merge-swap = Garder l’autre dossier
recruiting-merge-same = Les deux dossiers disent la même chose.
recruiting-merge-choose = Ce que le dossier contiendra
recruiting-merge-nothing = rien
recruiting-merge-joined = Ce qui est réuni
recruiting-merge-joined-text = Les candidatures à la même offre n’en font plus qu’une : la plus avancée reste, avec les documents, notes et événements des deux.
recruiting-merge-undo-text = Vous pouvez annuler pendant 30 jours.
recruiting-merged = Dossiers fusionnés
recruiting-merge-undone = Les dossiers sont à nouveau séparés
recruiting-merge-was-undone = Annulée
recruiting-merges = Dossiers fusionnés
recruiting-merge-until = Annulation possible jusqu’au { $day }
recruiting-mind = Mot-clé ou vivier
recruiting-mind-some = Sélectionnez d’abord des candidats : jusqu’à { $count } à la fois.
recruiting-mind-many = { $count ->
    [one] Garder { $count } candidat en tête
   *[other] Garder { $count } candidats en tête
}
recruiting-mind-tag-help = Un mot ou deux pour les retrouver. Rien sur la santé, les convictions, l’origine ou la famille.
recruiting-mind-into = Ajouter au vivier
recruiting-mind-out = Retirer du vivier
recruiting-mind-no-pools = Il n’y a pas encore de vivier. Créez-en un sous Toutes les listes, Viviers de candidats.
recruiting-mind-nothing = Saisissez un mot-clé ou choisissez un vivier.
recruiting-kept = { $count ->
    [one] Candidat mis à jour
   *[other] { $count } candidats mis à jour
}
recruiting-kept-none = C’était déjà le cas pour tous
recruiting-mind-undone = Tout est comme avant
recruiting-wait-mention = Lire la note qui vous mentionne
recruiting-mention-help = Tapez @ et un nom pour prévenir un membre de l’équipe de recrutement.
recruiting-mention-list = Membres de l’équipe de recrutement
recruiting-mentions-you = Vous mentionne
recruiting-mention-read = Marquer comme lue
recruiting-mention-done = Marquée comme lue
