# Pages of core HR: the personal area, people, organisation, jobs and skills.
people-me = Mi espacio
people-me-hello = Hola, { $name }
people-me-no-file = Su cuenta no está vinculada a ningún expediente de empleado
people-me-no-file-text = Puede trabajar con todo lo que permiten sus roles. Consulte a Recursos Humanos si esta cuenta debe pertenecer a un empleado.
people-me-team = Mi equipo
people-my-team = Mi equipo
people-me-team-size = Mi equipo
people-me-direct = { $count ->
    [one] { $count } colaborador directo
   *[other] { $count } colaboradores directos
}
people-me-away = { $count ->
    [one] { $count } ausente hoy
   *[other] { $count } ausentes hoy
}
people-me-headcount = Plantilla
people-me-headcount-note = Empleados activos que puede ver
people-joiners = Altas
people-leavers = Bajas
people-this-month = Este mes
people-joiners-month = Altas de este mes
people-leavers-month = Bajas de este mes
people-me-awaiting = Pendiente de mí
people-me-nothing = No tiene nada pendiente
people-me-nothing-text = Aquí aparecen las solicitudes de su equipo, las tareas y los vencimientos próximos.
people-more = { $count ->
    [one] { $count } más
   *[other] { $count } más
}
people-wait-absence = Ausencia solicitada: del { $from } al { $to }
people-wait-absence-day = Ausencia solicitada: { $from }
people-wait-trial = El período de prueba termina el { $date }
people-wait-permit = { $name }: caduca el { $date }
people-wait-document = { $name }: caduca el { $date }
people-wait-certification = { $name }: caduca el { $date }
people-away = Ausente
people-away-until = Ausente hasta el { $date }
people-me-by-unit = Plantilla por organización
people-me-file = Mi expediente
people-me-absences = Mis ausencias
people-me-links = Accesos rápidos
people-seniority = Antigüedad
people-since = desde el { $date }
people-until = hasta el { $date }
people-length = { $years ->
    [0] { $months ->
        [one] { $months } mes
       *[other] { $months } meses
    }
    [one] { $years } año { $months ->
        [0] {""}
        [one] { $months } mes
       *[other] { $months } meses
    }
   *[other] { $years } años { $months ->
        [0] {""}
        [one] { $months } mes
       *[other] { $months } meses
    }
}
people-length-new = menos de un mes
people-today = Hoy
people-tomorrow = Mañana
people-in-days = { $count ->
    [one] En { $count } día
   *[other] En { $count } días
}
people-days-ago = { $count ->
    [one] Hace { $count } día
   *[other] Hace { $count } días
}
people-nothing-recorded = Todavía no hay nada registrado.
people-slice-current = vigente
people-slice-future = futuro
people-unit-below = Organización y subunidades
people-country = País
people-quick = Filtros rápidos
people-tabs = Secciones del expediente
people-tab-overview = Resumen
people-tab-work = Trabajo
people-tab-personal = Personal
people-tab-profile = Perfil
people-tab-absences = Ausencias
people-tab-equipment = Equipo e incorporación
people-tab-pay = Datos de nómina
people-tab-history = Historial
people-reports-to = depende de
people-not-yet = En la fecha elegida esta persona aún no se ha incorporado. Fecha de alta: { $date }
people-no-longer = En la fecha elegida esta persona ya ha causado baja. Último día: { $date }
people-move = Traslado …
people-leave = Registrar baja …
people-photo-change = Cambiar foto
people-nothing = Aún no hay nada
people-nothing-text = Aquí aparece lo que se registra sobre esta persona en esta sección.
people-hours-week = { $hours } horas semanales
people-work = Asignación
people-no-assignment = No hay asignación en esta fecha.
people-person = Persona
people-employment = Relación laboral
people-contact = Contacto
people-extra = Otros datos
people-direct-reports = Colaboradores directos
people-leads = Dirige
people-history-what = Qué se ha modificado
people-history-everything = Todo
people-history-until = Hasta
people-history-more = Se muestran los últimos { $count } cambios. Elija una fecha anterior para ver más.
people-move-title = Traslado de { $name }
people-move-text = En la fecha elegida comienza una nueva asignación. La actual termina el día anterior y queda en el historial.
people-move-from = Con efecto desde
people-move-from-help = Primer día de la nueva asignación, pasado o futuro.
people-move-now = Asignación actual
people-move-do = Trasladar
people-moved = El traslado se ha registrado.
people-leave-title = Baja de { $name }
people-leave-text = La asignación y el contrato terminan el último día. El expediente se conserva.
people-leave-date = Último día
people-leave-date-help = Último día de la relación laboral.
people-leave-do = Registrar baja
people-leave-team = { $count ->
    [one] { $count } persona depende de esta persona y necesita otro responsable.
   *[other] { $count } personas dependen de esta persona y necesitan otro responsable.
}
people-leave-loans = { $count ->
    [one] Queda { $count } equipo por devolver.
   *[other] Quedan { $count } equipos por devolver.
}
people-left = La baja se ha registrado.
org-title = Organización
org-chart = Organigrama
org-list = Lista de organizaciones
org-ways = Vistas de la organización
org-summary = { $count ->
    [one] { $count } unidad a { $date }
   *[other] { $count } unidades a { $date }
}
org-counts-visible = Las cifras cuentan las personas que usted puede ver
org-on-day = A { $date }
org-from-here = Organigrama desde aquí
org-in-chart = Ver en el organigrama
org-add-below = Añadir subunidad
org-count = { $own } / { $all }
org-own = Personas de la unidad
org-all = Con subunidades
org-find = Buscar una unidad
org-levels = Niveles mostrados
org-levels-count = { $count ->
    [one] { $count } nivel
   *[other] { $count } niveles
}
org-level = nivel { $level }
org-boxes = Casillas
org-outline = Esquema
org-none = No hay unidades en esta fecha
org-none-text = Elija otra fecha, añada una unidad o importe la organización desde un archivo.
org-found = { $count ->
    [one] { $count } unidad encontrada para «{ $words }»
   *[other] { $count } unidades encontradas para «{ $words }»
}
org-whole = Toda la organización
org-above = Unidades superiores
org-all-fields = Todos los campos
org-top = el nivel superior
org-move-title = Mover { $name }
org-move-text = { $name } depende ahora de: { $parent }. Todo lo anterior a la fecha de efecto queda igual.
org-move-to = Nueva unidad superior
org-move-to-help = Déjelo vacío para situar la unidad en el nivel superior.
org-move-date = Con efecto desde
org-move-date-help = Desde este día la unidad depende de la nueva unidad superior.
org-move-do = Mover
org-move-people = { $count ->
    [one] { $count } persona se mueve con la unidad. Las listas de acreditación por regla se actualizan al momento.
   *[other] { $count } personas se mueven con la unidad. Las listas de acreditación por regla se actualizan al momento.
}
org-moved = La unidad se ha movido.
org-move-same = La unidad ya está ahí; no se ha cambiado nada.
org-move-undone = El movimiento se ha deshecho.
org-other-day = La unidad no existe en la fecha elegida. Se muestra el período más próximo.
org-tab-positions = Puestos
org-tab-properties = Propiedades
org-planned = previsto: { $count }
org-sub-units = Subunidades
org-no-sub-units = No hay unidades por debajo de esta.
org-only-here = Solo esta unidad
org-with-below = Incluir subunidades
org-as-list = Abrir como lista
org-nobody = No hay nadie
org-nobody-text = Nadie que usted pueda ver está asignado a esta unidad en esta fecha.
org-first = Se muestran los primeros { $count }; abra la lista para ver todos.
org-no-positions = Sin puestos
org-no-positions-text = Aquí aparecen los puestos de esta unidad con sus titulares.
org-holders = Titulares
org-filled = Cubierto
org-vacant = { $count } vacante
org-open-positions = Puestos abiertos
org-planned-headcount = Plantilla prevista
org-vacancies = Vacantes
org-in-positions = { $count ->
    [one] en { $count } puesto
   *[other] en { $count } puestos
}
org-only-vacant = Solo vacantes
org-jobs-text = Las familias profesionales y sus puestos tipo.
org-no-family = Sin familia
org-people-in-job = Personas en este puesto
org-job-skills = Competencias requeridas
org-mandatory = obligatoria
org-level-of = nivel { $rank } de { $top }
org-paths = Trayectorias profesionales
org-path-to = Siguientes pasos
org-path-from = Procedencia habitual
org-months = { $count ->
    [one] normalmente tras { $count } mes
   *[other] normalmente tras { $count } meses
}
org-find-skill = Buscar una competencia
org-skills-count = Competencias en el catálogo: { $count }
org-skills-in = { $count ->
    [one] { $count } competencia
   *[other] { $count } competencias
}
org-no-category = Sin categoría
org-no-skills = Aún no hay competencias
org-no-skills-text = Importe un catálogo como ESCO o añada sus propias competencias.
org-more-skills = Más de { $count }: abrir la lista
org-also-called = También llamada: { $name }
org-broader = Más generales
org-narrower = Más específicas
org-names = Nombres en todos los idiomas
org-needed-by = Puestos que la requieren
org-people-with-skill = Personas que la tienen
