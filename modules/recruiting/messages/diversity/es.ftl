# Who applies and how far, as counts of a year (S11)
recruiting-diversity = Hasta dónde llegaron los candidatos de { $year }, según: { $kind }
recruiting-diversity-text = De toda la empresa y de todo el año, se elija lo que se elija arriba; redondeado a múltiplos de cinco, con los grupos pequeños reunidos.
recruiting-diversity-women = Mujeres
recruiting-diversity-men = Hombres
recruiting-diversity-another = Otro
recruiting-diversity-under-25 = menos de 25
recruiting-diversity-from-55 = 55 o más
recruiting-diversity-rest = Otros y sin indicar
