# The frame of a page
ui-skip = Ir al contenido
ui-news = Avisos
ui-menu = Menú
ui-menu-collapse = Contraer el menú
ui-search = Buscar
ui-search-hint = Buscar personas, organizaciones, puestos…
ui-search-results = Resultados de la búsqueda
ui-search-all = Mostrar todos los resultados
ui-asof = Fecha de referencia
ui-asof-help = Mostrar los datos tal como están en esta fecha
ui-asof-band = Está viendo la situación a { $date }.
ui-asof-today = Volver a hoy
ui-language = Idioma
ui-languages = Idiomas
ui-theme = Apariencia
ui-theme-light = Claro
ui-theme-dark = Oscuro
ui-theme-auto = Como el sistema
ui-user-menu = Mi cuenta
ui-sign-out = Cerrar sesión
ui-breadcrumbs = Está aquí

# Actions
ui-save = Guardar
ui-cancel = Cancelar
ui-confirm = Confirmar
ui-close = Cerrar
ui-undo = Deshacer
ui-add = Añadir
ui-new = Nuevo
ui-edit = Editar
ui-delete = Eliminar
ui-export = Exportar
ui-import = Importar
ui-download = Descargar
ui-upload = Cargar
ui-copy = Copiar
ui-print = Imprimir
ui-move = Mover a…
ui-cut = Cortar
ui-open = Abrir
ui-apply = Aplicar
ui-reset = Restablecer
ui-clear = Borrar
ui-back = Atrás
ui-next = Siguiente
ui-previous = Anterior
ui-actions = Acciones
ui-choose = Seleccione

# Words
ui-yes = Sí
ui-no = No
ui-none = Ninguno
ui-all = Todos
ui-empty-value = vacío
ui-from = de
ui-to = a
ui-people = Personas
ui-history = Historial
ui-details = Detalles
ui-loading = Cargando…
ui-more = Más
ui-saved = Cambios guardados.
ui-deleted = Elemento eliminado.

# Lists
ui-no-results = Sin resultados
ui-no-results-text = Pruebe con otras palabras o quite un filtro.
ui-filter = Filtrar la lista
ui-filter-hint = Filtrar…
ui-filter-remove = Quitar el filtro { $name }
ui-columns = Columnas
ui-columns-help = Elija las columnas y su orden
ui-move-up = Subir
ui-move-down = Bajar
ui-sort = Ordenar por esta columna
ui-select-all = Seleccionar todo en esta página
ui-select-row = Seleccionar { $name }
ui-select-none = Borrar la selección
ui-select-matching = Seleccionar los { $count }
ui-bulk = Acciones para la selección
ui-pages = Páginas

# Forms
ui-required = obligatorio
ui-unsaved = Cambios sin guardar
ui-errors = { $count ->
    [one] Hay un problema que corregir
   *[other] Hay { $count } problemas que corregir
}
ui-hours-minutes = horas:minutos
ui-reveal = Mostrar la contraseña
ui-currency = Moneda
ui-pick-hint = Escriba para buscar
ui-file-remove = Quitar este archivo
ui-drop-file = Elegir un archivo
ui-drop-files = Elegir archivos
ui-drop-hint = o arrástrelo aquí
ui-upload-progress = Progreso de la carga

# Trees and charts
ui-tree-help = Las flechas mueven y abren; Intro muestra los detalles.
ui-tree-help-move = Las flechas mueven y abren; Intro muestra los detalles. Para mover una unidad: arrástrela, o pulse X, vaya a la nueva unidad superior y pulse V; con M se elige de una lista.
ui-zoom = Zoom
ui-zoom-in = Acercar
ui-zoom-out = Alejar
ui-zoom-fit = Ajustar al ancho
ui-chart-table = Mostrar las cifras

# What the scripts say
ui-js-offline = No se puede contactar con el servidor. Compruebe la conexión e inténtelo de nuevo.
ui-js-failed = No ha funcionado. Inténtelo de nuevo.
ui-js-confirm-title = ¿Está seguro?
ui-js-results = Resultados: { $count }
ui-js-more-results = Hay más: siga escribiendo.
ui-js-selected = { $count } seleccionados
ui-js-moved-to = { $name }: posición { $position } de { $count }
ui-js-unsaved-title = ¿Salir sin guardar?
ui-js-unsaved-text = Se perderán los cambios de esta página.
ui-js-discard = Descartar cambios
ui-js-remove = Quitar { $name }
ui-js-added = { $name } añadido
ui-js-loaded = Cargados: { $count }
ui-js-move-inside = { $name } no se puede mover dentro de sí mismo.
ui-js-move-same = { $name } ya está en { $parent }.
ui-js-cut = { $name } está cortado. Vaya a la nueva unidad superior y pulse V; Escape cancela.
ui-js-cut-off = { $name } se queda donde está.
ui-js-cut-nothing = No hay nada cortado. Pulse X sobre lo que quiera mover.
ui-js-uploading = Cargando: { $percent }
ui-js-processing = Procesando…
ui-js-uploaded = Carga finalizada
ui-js-copied = Copiado

# General screens of every business object
general-section-interfaces = Interfaces
general-all-lists = Todas las listas
general-my-file = Mi expediente
general-change-password = Cambiar la contraseña
general-range = { $first }–{ $last } de { $total }
general-rows = { $count } filas por página
general-options = Opciones de vista
general-slices-day = Vigentes en la fecha elegida
general-slices-all = Todos los periodos
general-slices = Periodos
general-open-end = sin fecha de fin
general-shown = Mostrado
general-valid = Vigente
general-future = Futuro
general-other-day = Este periodo no incluye la fecha elegida.
general-period = Del { $from } al { $until }
general-period-open = Desde el { $from }, sin fecha de fin
general-correct-slice = Corregir este periodo
general-change-from = Cambiar desde una fecha
general-correct-text = Lo que guarde sustituye los datos de este periodo.
general-from-title = Cambiar { $name } desde una fecha
general-from-text = En la fecha de inicio indicada empieza un nuevo periodo. El actual termina el día anterior y se conserva en el historial.
general-filter-add = Añadir filtro
general-filter-field = Campo
general-filter-op = Condición
general-filter-value = Valor
general-filter-condition = Condición
general-on-the-day = En la fecha elegida
general-op-is = es
general-op-ne = no es
general-op-contains = contiene
general-op-starts = empieza por
general-op-ge = es como mínimo
general-op-le = es como máximo
general-op-from = desde
general-op-until = hasta
general-op-under = es o depende de
general-op-empty = está vacío
general-op-filled = está informado
general-empty = Todavía no hay nada: { $name }
general-empty-create = Añada el primero a mano o cargue muchos a la vez con un archivo.
general-empty-text = En cuanto haya algo que usted pueda ver, aparecerá aquí.
general-empty-dated = No hay nada vigente en la fecha elegida. Elija otra fecha o consulte todos los periodos.
general-views = Vistas
general-view-all = Todo
general-view-save = Guardar como vista…
general-view-change = Actualizar o renombrar la vista…
general-view-delete = Eliminar la vista
general-view-delete-confirm = ¿Eliminar la vista «{ $name }»? Los datos se conservan.
general-view-name = Nombre de la vista
general-view-role = Compartir con el rol
general-view-role-help = Quienes tengan este rol encontrarán la vista en el menú; seguirán viendo solo los datos que les correspondan.
general-view-default = Abrir esta lista con esta vista
general-view-saved = La vista se ha guardado.
general-view-deleted = La vista se ha eliminado.
general-bulk-set = Asignar un campo
general-bulk-set-count = { $count ->
    [one] Asignar un campo a un registro
   *[other] Asignar un campo a { $count } registros
}
general-bulk-set-all = Asignar un campo a todos los registros encontrados
general-bulk-empties = Un valor vacío borra el campo.
general-bulk-nothing = Ningún campo puede asignarse a varios registros a la vez.
general-bulk-refused = No se han podido cambiar todos los registros
general-bulk-kept = No se ha podido eliminar todo
general-bulk-delete-confirm = ¿Eliminar los registros seleccionados?
general-bulk-changed = { $count ->
    [one] Se ha cambiado un registro.
   *[other] Se han cambiado { $count } registros.
}
general-deleted = { $count ->
    [one] Se ha eliminado un registro.
   *[other] Se han eliminado { $count } registros.
}
general-restored = { $count ->
    [one] Se ha recuperado un registro.
   *[other] Se han recuperado { $count } registros.
}
general-created = Creado.
general-saved = Se han guardado los cambios.
general-unchanged = No se ha cambiado nada.
general-delete-confirm = ¿Eliminar este registro?
general-delete-slice = Eliminar este periodo
general-delete-slice-confirm = ¿Eliminar este periodo? Los demás se conservan.
general-not-deleted = No se ha eliminado
general-duplicate = Duplicar
general-new-title = Nuevo: { $name }
general-edit-title = Editar { $name }
general-changed-title = Otra persona ha cambiado este registro mientras tanto
general-changed-text = Sus datos siguen aquí. Guarde de nuevo para sustituir estos cambios o cargue el estado actual y empiece otra vez.
general-reload = Cargar el estado actual
general-related = Relacionados
general-related-none = Nada hace referencia a este registro
general-related-none-text = Los registros que lo mencionan aparecen aquí.
general-add-related = Añadir
general-show-all = Mostrar todo
general-history-none = No hay cambios registrados
general-history-none-text = Los cambios que puede ver aparecen aquí, con autor, fecha y valores anterior y nuevo.
general-did-create = lo creó
general-did-delete = lo eliminó
general-did-update = { $count ->
    [one] cambió un campo
   *[other] cambió { $count } campos
}
general-system = Talang
general-file = Archivo
general-door-screen = Pantalla
general-door-rest = API REST
general-door-import = Importación de archivo
general-door-command-line = Línea de comandos
general-door-task = Tarea en segundo plano
general-search-title = Resultados de «{ $words }»
general-search-text = Escriba el comienzo de un nombre, un número o un código. No importan los acentos ni las mayúsculas.
