# Who applies and how far, as counts of a year (S11)
recruiting-diversity = Hoe ver kandidaten van { $year } kwamen: { $kind }
recruiting-diversity-text = Van het hele bedrijf en het hele jaar, wat hierboven ook is gekozen; afgerond op vijftallen, kleine groepen samengevoegd.
recruiting-diversity-women = Vrouwen
recruiting-diversity-men = Mannen
recruiting-diversity-another = Anders
recruiting-diversity-under-25 = jonger dan 25
recruiting-diversity-from-55 = 55 en ouder
recruiting-diversity-rest = Overigen en niet opgegeven
