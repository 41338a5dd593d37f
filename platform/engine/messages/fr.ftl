# Groups and totals of lists.
group-year = { $field } : année
group-month = { $field } : mois
group-count = Enregistrements
group-sum = { $field } : somme
group-average = { $field } : moyenne
group-min = { $field } : minimum
group-max = { $field } : maximum
group-first = { $field } : premier
group-last = { $field } : dernier
group-all = Total

# Conditions of lists in words.
filter-search = Mots recherchés
filter-and = et
filter-or = ou
filter-not = pas
filter-chosen = Enregistrements choisis
filter-op-is = est
filter-op-ne = n’est pas
filter-op-contains = contient
filter-op-starts = commence par
filter-op-ge = est au moins
filter-op-le = est au plus
filter-op-from = à partir du
filter-op-until = jusqu’au
filter-op-under = est ou dépend de
filter-op-empty = est vide
filter-op-filled = est renseigné
filter-op-lt = est inférieur à
filter-op-gt = est supérieur à
filter-op-before = avant le
filter-op-after = après le
filter-op-ends = se termine par
