# The frame of a page
ui-skip = Gå til indholdet
ui-news = Meddelelser
ui-menu = Menu
ui-menu-collapse = Skjul menuen
ui-search = Søg
ui-search-hint = Søg efter personer, organisationer, job …
ui-search-results = Søgeresultater
ui-search-all = Vis alle resultater
ui-asof = Visningsdato
ui-asof-help = Vis oplysningerne, som de ser ud på denne dato
ui-asof-band = Du ser situationen den { $date }.
ui-asof-today = Tilbage til i dag
ui-language = Sprog
ui-languages = Sprog
ui-theme = Udseende
ui-theme-light = Lyst
ui-theme-dark = Mørkt
ui-theme-auto = Som systemet
ui-user-menu = Min konto
ui-sign-out = Log ud
ui-breadcrumbs = Du er her

# Actions
ui-save = Gem
ui-cancel = Annuller
ui-confirm = Bekræft
ui-close = Luk
ui-undo = Fortryd
ui-add = Tilføj
ui-new = Ny
ui-edit = Rediger
ui-delete = Slet
ui-export = Eksportér
ui-import = Importér
ui-download = Download
ui-upload = Upload
ui-copy = Kopiér
ui-print = Udskriv
ui-move = Flyt til …
ui-cut = Klip
ui-open = Åbn
ui-apply = Anvend
ui-reset = Nulstil
ui-clear = Ryd
ui-back = Tilbage
ui-next = Næste
ui-previous = Forrige
ui-actions = Handlinger
ui-choose = Vælg

# Words
ui-yes = Ja
ui-no = Nej
ui-none = Ingen
ui-all = Alle
ui-empty-value = tom
ui-from = fra
ui-to = til
ui-people = Personer
ui-history = Historik
ui-details = Detaljer
ui-loading = Indlæser …
ui-more = Mere
ui-saved = Gemt.
ui-deleted = Slettet.

# Lists
ui-no-results = Ingen resultater
ui-no-results-text = Prøv andre ord, eller fjern et filter.
ui-filter = Filtrér listen
ui-filter-hint = Filtrér …
ui-filter-remove = Fjern filteret { $name }
ui-columns = Kolonner
ui-columns-help = Vælg kolonner og deres rækkefølge
ui-move-up = Flyt op
ui-move-down = Flyt ned
ui-sort = Sortér efter denne kolonne
ui-select-all = Vælg alle på denne side
ui-select-row = Vælg { $name }
ui-select-none = Ryd markering
ui-select-matching = Vælg alle { $count }
ui-bulk = Handlinger for de valgte
ui-pages = Sider

# Forms
ui-required = skal udfyldes
ui-unsaved = Ikke-gemte ændringer
ui-errors = { $count ->
    [one] Der er én fejl at rette
   *[other] Der er { $count } fejl at rette
}
ui-hours-minutes = timer:minutter
ui-reveal = Vis adgangskoden
ui-currency = Valuta
ui-pick-hint = Skriv for at søge
ui-file-remove = Fjern filen
ui-drop-file = Vælg en fil
ui-drop-files = Vælg filer
ui-drop-hint = eller slip den her
ui-upload-progress = Uploadstatus

# Trees and charts
ui-tree-help = Piletasterne flytter og åbner, Enter viser detaljerne.
ui-tree-help-move = Piletasterne flytter og åbner, Enter viser detaljerne. Flyt en enhed: træk den, eller tryk X, gå til den nye overordnede enhed, og tryk V; med M vælger du fra en liste.
ui-zoom = Zoom
ui-zoom-in = Zoom ind
ui-zoom-out = Zoom ud
ui-zoom-fit = Tilpas til bredden
ui-chart-table = Vis tallene

# What the scripts say
ui-js-offline = Serveren kan ikke nås. Kontrollér forbindelsen, og prøv igen.
ui-js-failed = Det lykkedes ikke. Prøv igen.
ui-js-confirm-title = Er du sikker?
ui-js-results = Resultater: { $count }
ui-js-more-results = Der er flere: skriv mere.
ui-js-selected = { $count } valgt
ui-js-moved-to = { $name }: plads { $position } af { $count }
ui-js-unsaved-title = Forlad uden at gemme?
ui-js-unsaved-text = Dine ændringer på siden går tabt.
ui-js-discard = Kassér ændringer
ui-js-remove = Fjern { $name }
ui-js-added = { $name } tilføjet
ui-js-loaded = Indlæst: { $count }
ui-js-move-inside = { $name } kan ikke flyttes ind i sig selv.
ui-js-move-same = { $name } ligger allerede under { $parent }.
ui-js-cut = { $name } er klippet. Gå til den nye overordnede enhed, og tryk V; Esc afbryder.
ui-js-cut-off = { $name } bliver, hvor den er.
ui-js-cut-nothing = Intet er klippet. Tryk X på det, du vil flytte.
ui-js-uploading = Uploader: { $percent }
ui-js-processing = Behandler …
ui-js-uploaded = Upload færdig
ui-js-copied = Kopieret
