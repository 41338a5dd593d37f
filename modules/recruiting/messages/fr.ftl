feature-recruiting = Recrutement
feature-recruiting-text = Demandes de recrutement, offres avec leurs équipes, candidats et candidatures. Tant que la fonction n’est pas activée, personne n’en voit rien.
