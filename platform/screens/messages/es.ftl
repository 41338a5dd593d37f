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
