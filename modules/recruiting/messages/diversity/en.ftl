# Who applies and how far, as counts of a year (S11)
recruiting-diversity = How far candidates of { $year } came: { $kind }
recruiting-diversity-text = Of the whole company and the whole year, whatever is chosen above; rounded to fives, small groups put together.
recruiting-diversity-women = Women
recruiting-diversity-men = Men
recruiting-diversity-another = Another
recruiting-diversity-under-25 = under 25
recruiting-diversity-from-55 = 55 and over
recruiting-diversity-rest = Others and not said
