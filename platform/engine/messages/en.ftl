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

# Conditions of lists in words.
filter-search = Search words
filter-and = and
filter-or = or
filter-not = not
filter-chosen = Chosen records
filter-op-is = is
filter-op-ne = is not
filter-op-contains = contains
filter-op-starts = begins with
filter-op-ge = is at least
filter-op-le = is at most
filter-op-from = from
filter-op-until = until
filter-op-under = is or is below
filter-op-empty = is empty
filter-op-filled = is filled in
filter-op-lt = is less than
filter-op-gt = is more than
filter-op-before = before
filter-op-after = after
filter-op-ends = ends with
