# Reports as files.

report-currency = valuta
report-day = Per { $day }
report-records = { $count ->
    [one] { $number } post
   *[other] { $number } poster
}
report-made = Skapad { $moment }
report-page = Sida { $page } av { $all }
report-none = Det finns inga poster.
report-groups = { $name } efter { $fields }
report-about = Om rapporten
