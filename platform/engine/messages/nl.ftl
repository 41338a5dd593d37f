# Groups and totals of lists.
group-year = { $field }: jaar
group-month = { $field }: maand
group-count = Records
group-sum = { $field }: som
group-average = { $field }: gemiddelde
group-min = { $field }: laagste
group-max = { $field }: hoogste
group-first = { $field }: eerste
group-last = { $field }: laatste
group-all = Totaal

# Conditions of lists in words.
filter-search = Zoekwoorden
filter-and = en
filter-or = of
filter-not = niet
filter-chosen = Gekozen records
filter-op-is = is
filter-op-ne = is niet
filter-op-contains = bevat
filter-op-starts = begint met
filter-op-ge = is minstens
filter-op-le = is hoogstens
filter-op-from = vanaf
filter-op-until = tot en met
filter-op-under = is of valt onder
filter-op-empty = is leeg
filter-op-filled = is ingevuld
filter-op-lt = is kleiner dan
filter-op-gt = is groter dan
filter-op-before = vóór
filter-op-after = na
filter-op-ends = eindigt op
