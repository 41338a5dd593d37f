# Groups and totals of lists.
group-year = { $field }: año
group-month = { $field }: mes
group-count = Registros
group-sum = { $field }: suma
group-average = { $field }: media
group-min = { $field }: mínimo
group-max = { $field }: máximo
group-first = { $field }: primera
group-last = { $field }: última
group-all = Total
