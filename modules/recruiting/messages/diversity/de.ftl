# Who applies and how far, as counts of a year (S11)
recruiting-diversity = Wie weit Bewerbende des Jahres { $year } kamen: { $kind }
recruiting-diversity-text = Des ganzen Unternehmens und des ganzen Jahres, was auch immer oben gewählt ist; auf Fünfer gerundet, kleine Gruppen zusammengefasst.
recruiting-diversity-women = Frauen
recruiting-diversity-men = Männer
recruiting-diversity-another = Divers
recruiting-diversity-under-25 = unter 25
recruiting-diversity-from-55 = 55 und älter
recruiting-diversity-rest = Übrige und ohne Angabe
