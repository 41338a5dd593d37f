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

# Conditions of lists in words.
filter-search = Søgeord
filter-and = og
filter-or = eller
filter-not = ikke
filter-chosen = Valgte poster
filter-op-is = er
filter-op-ne = er ikke
filter-op-contains = indeholder
filter-op-starts = begynder med
filter-op-ge = er mindst
filter-op-le = er højst
filter-op-from = fra og med
filter-op-until = til og med
filter-op-under = er eller hører under
filter-op-empty = er tomt
filter-op-filled = er udfyldt
filter-op-lt = er mindre end
filter-op-gt = er større end
filter-op-before = før
filter-op-after = efter
filter-op-ends = slutter med
