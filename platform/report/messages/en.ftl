# Reports as files.

report-currency = currency
report-day = As of { $day }
report-records = { $count ->
    [one] { $number } record
   *[other] { $number } records
}
report-made = Made on { $moment }
report-page = Page { $page } of { $all }
report-none = There are no records.
report-groups = { $name } by { $fields }
report-about = About
