# Who applies and how far, as counts of a year (S11)
recruiting-diversity = Jusqu’où sont arrivés les candidats de { $year }, selon : { $kind }
recruiting-diversity-text = Pour toute l’entreprise et toute l’année, quel que soit le choix ci-dessus ; arrondi à cinq près, petits groupes réunis.
recruiting-diversity-women = Femmes
recruiting-diversity-men = Hommes
recruiting-diversity-another = Autre
recruiting-diversity-under-25 = moins de 25 ans
recruiting-diversity-from-55 = 55 ans et plus
recruiting-diversity-rest = Autres et non précisé
