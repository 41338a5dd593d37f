# Who applies and how far, as counts of a year (S11)
recruiting-diversity = Hvor langt kandidater fra { $year } kom: { $kind }
recruiting-diversity-text = For hele virksomheden og hele året, uanset hvad der er valgt ovenfor; afrundet til femmere, små grupper lagt sammen.
recruiting-diversity-women = Kvinder
recruiting-diversity-men = Mænd
recruiting-diversity-another = Andet
recruiting-diversity-under-25 = under 25
recruiting-diversity-from-55 = 55 og ældre
recruiting-diversity-rest = Øvrige og ikke oplyst
