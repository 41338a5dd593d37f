# Reports as files.

report-currency = valuta
report-day = Pr. { $day }
report-records = { $count ->
    [one] { $number } post
   *[other] { $number } poster
}
report-made = Oprettet { $moment }
report-page = Side { $page } af { $all }
report-none = Der er ingen poster.
report-groups = { $name } efter { $fields }
report-about = Om rapporten
