# Reports as files.

report-currency = valuta
report-day = Per { $day }
report-records = { $count ->
    [one] { $number } record
   *[other] { $number } records
}
report-made = Gemaakt op { $moment }
report-page = Pagina { $page } van { $all }
report-none = Er zijn geen records.
report-groups = { $name } per { $fields }
report-about = Over dit rapport
