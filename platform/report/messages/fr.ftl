# Reports as files.

report-currency = devise
report-day = Situation au { $day }
report-records = { $count ->
    [one] { $number } enregistrement
   *[other] { $number } enregistrements
}
report-made = Établi le { $moment }
report-page = Page { $page } sur { $all }
report-none = Aucun enregistrement.
report-groups = { $name } par { $fields }
report-about = À propos
