# Reports as files.

report-currency = Währung
report-day = Stand { $day }
report-records = { $count ->
    [one] { $number } Datensatz
   *[other] { $number } Datensätze
}
report-made = Erstellt am { $moment }
report-page = Seite { $page } von { $all }
report-none = Keine Datensätze.
report-groups = { $name } nach { $fields }
report-about = Über diesen Bericht
