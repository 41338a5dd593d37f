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

# Conditions of lists in words.
filter-search = Sökord
filter-and = och
filter-or = eller
filter-not = inte
filter-chosen = Valda poster
filter-op-is = är
filter-op-ne = är inte
filter-op-contains = innehåller
filter-op-starts = börjar med
filter-op-ge = är minst
filter-op-le = är högst
filter-op-from = från och med
filter-op-until = till och med
filter-op-under = är eller ligger under
filter-op-empty = är tomt
filter-op-filled = är ifyllt
filter-op-lt = är mindre än
filter-op-gt = är större än
filter-op-before = före
filter-op-after = efter
filter-op-ends = slutar med
