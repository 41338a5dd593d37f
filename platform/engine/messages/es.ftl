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

# Conditions of lists in words.
filter-search = Palabras buscadas
filter-and = y
filter-or = o
filter-not = no
filter-chosen = Registros elegidos
filter-op-is = es
filter-op-ne = no es
filter-op-contains = contiene
filter-op-starts = empieza por
filter-op-ge = es como mínimo
filter-op-le = es como máximo
filter-op-from = desde
filter-op-until = hasta
filter-op-under = es o depende de
filter-op-empty = está vacío
filter-op-filled = está informado
filter-op-lt = es menor que
filter-op-gt = es mayor que
filter-op-before = antes del
filter-op-after = después del
filter-op-ends = termina en
