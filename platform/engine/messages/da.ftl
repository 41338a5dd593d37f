# Groups and totals of lists.
group-year = { $field }: år
group-month = { $field }: måned
group-count = Poster
group-sum = { $field }: sum
group-average = { $field }: gennemsnit
group-min = { $field }: laveste
group-max = { $field }: højeste
group-first = { $field }: første
group-last = { $field }: sidste
group-all = Alle
