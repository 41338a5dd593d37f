# Reports as files.

report-currency = moneda
report-day = A fecha de { $day }
report-records = { $count ->
    [one] { $number } registro
   *[other] { $number } registros
}
report-made = Creado el { $moment }
report-page = Página { $page } de { $all }
report-none = No hay registros.
report-groups = { $name } por { $fields }
report-about = Acerca de
