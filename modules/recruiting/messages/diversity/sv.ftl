# Who applies and how far, as counts of a year (S11)
recruiting-diversity = Hur långt kandidater från { $year } kom: { $kind }
recruiting-diversity-text = För hela företaget och hela året, vad som än valts ovan; avrundat till femtal, små grupper sammanlagda.
recruiting-diversity-women = Kvinnor
recruiting-diversity-men = Män
recruiting-diversity-another = Annat
recruiting-diversity-under-25 = under 25
recruiting-diversity-from-55 = 55 och äldre
recruiting-diversity-rest = Övriga och ej angivet
