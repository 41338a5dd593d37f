# Groups and totals of lists.
group-year = { $field }: år
group-month = { $field }: månad
group-count = Poster
group-sum = { $field }: summa
group-average = { $field }: medelvärde
group-min = { $field }: lägsta
group-max = { $field }: högsta
group-first = { $field }: första
group-last = { $field }: sista
group-all = Alla
