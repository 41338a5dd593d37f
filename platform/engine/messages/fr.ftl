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
