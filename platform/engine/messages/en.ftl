# Groups and totals of lists.
group-year = { $field }: year
group-month = { $field }: month
group-count = Records
group-sum = { $field }: sum
group-average = { $field }: average
group-min = { $field }: lowest
group-max = { $field }: highest
group-first = { $field }: first
group-last = { $field }: last
group-all = All
