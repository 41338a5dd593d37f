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
