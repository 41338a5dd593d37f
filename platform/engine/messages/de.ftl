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
