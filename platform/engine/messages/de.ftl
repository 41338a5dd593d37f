# Groups and totals of lists.
group-year = { $field }: Jahr
group-month = { $field }: Monat
group-count = Datensätze
group-sum = { $field }: Summe
group-average = { $field }: Durchschnitt
group-min = { $field }: Minimum
group-max = { $field }: Maximum
group-first = { $field }: frühestes
group-last = { $field }: spätestes
group-all = Gesamt

# Conditions of lists in words.
filter-search = Suchwörter
filter-and = und
filter-or = oder
filter-not = nicht
filter-chosen = Ausgewählte Datensätze
filter-op-is = ist
filter-op-ne = ist nicht
filter-op-contains = enthält
filter-op-starts = beginnt mit
filter-op-ge = ist mindestens
filter-op-le = ist höchstens
filter-op-from = ab
filter-op-until = bis
filter-op-under = ist oder gehört zu
filter-op-empty = ist leer
filter-op-filled = ist ausgefüllt
filter-op-lt = ist kleiner als
filter-op-gt = ist größer als
filter-op-before = vor
filter-op-after = nach
filter-op-ends = endet mit
