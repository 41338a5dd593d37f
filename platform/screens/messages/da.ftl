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

# General screens of every business object
general-section-interfaces = Grænseflader
general-all-lists = Alle lister
general-my-file = Min mappe
general-change-password = Skift adgangskode
general-range = { $first }–{ $last } af { $total }
general-rows = { $count } rækker pr. side
general-options = Visningsindstillinger
general-slices-day = Gælder på den valgte dato
general-slices-all = Alle perioder
general-slices = Perioder
general-open-end = indtil videre
general-shown = Vist
general-valid = Gælder
general-future = Kommende
general-other-day = Perioden omfatter ikke den valgte dato.
general-period = Fra { $from } til { $until }
general-period-open = Fra { $from }, indtil videre
general-correct-slice = Ret perioden
general-change-from = Ændr fra en dato
general-correct-text = Det, du gemmer, erstatter periodens oplysninger.
general-from-title = Ændr { $name } fra en dato
general-from-text = En ny periode begynder på den startdato, du angiver. Den nuværende slutter dagen før og bliver i historikken.
general-filter-add = Tilføj filter
general-filter-field = Felt
general-filter-op = Betingelse
general-filter-value = Værdi
general-filter-condition = Betingelse
general-on-the-day = På den valgte dato
general-op-is = er
general-op-ne = er ikke
general-op-contains = indeholder
general-op-starts = begynder med
general-op-ge = er mindst
general-op-le = er højst
general-op-from = fra og med
general-op-until = til og med
general-op-under = er eller hører under
general-op-empty = er tomt
general-op-filled = er udfyldt
general-empty = Endnu intet her: { $name }
general-empty-create = Tilføj den første i hånden, eller indlæs mange på én gang fra en fil.
general-empty-text = Så snart der er noget, du må se, vises det her.
general-empty-dated = Intet gælder på den valgte dato. Vælg en anden dato, eller se alle perioder.
general-views = Visninger
general-view-all = Alt
general-view-save = Gem som visning …
general-view-change = Opdater eller omdøb visningen …
general-view-delete = Slet visningen
general-view-delete-confirm = Slet visningen »{ $name }«? Oplysningerne bevares.
general-view-name = Visningens navn
general-view-role = Del med rolle
general-view-role-help = Alle med rollen finder visningen i menuen, men ser stadig kun de oplysninger, de må se.
general-view-default = Åbn listen med denne visning
general-view-saved = Visningen er gemt.
general-view-deleted = Visningen er slettet.
general-bulk-set = Sæt et felt
general-bulk-set-count = { $count ->
    [one] Sæt et felt i én post
   *[other] Sæt et felt i { $count } poster
}
general-bulk-set-all = Sæt et felt i alle fundne poster
general-bulk-empties = En tom værdi rydder feltet.
general-bulk-nothing = Intet felt kan sættes for flere poster på én gang.
general-bulk-refused = Ikke alle poster kunne ændres
general-bulk-kept = Ikke alt kunne slettes
general-bulk-delete-confirm = Slet de valgte poster?
general-bulk-changed = { $count ->
    [one] Én post er ændret.
   *[other] { $count } poster er ændret.
}
general-deleted = { $count ->
    [one] Én post er slettet.
   *[other] { $count } poster er slettet.
}
general-restored = { $count ->
    [one] Én post er gendannet.
   *[other] { $count } poster er gendannet.
}
general-created = Oprettet.
general-saved = Dine ændringer er gemt.
general-unchanged = Intet blev ændret.
general-delete-confirm = Slet posten?
general-delete-slice = Slet perioden
general-delete-slice-confirm = Slet perioden? De andre bevares.
general-not-deleted = Ikke slettet
general-duplicate = Duplikér
general-new-title = Ny: { $name }
general-edit-title = Rediger { $name }
general-changed-title = En anden har ændret posten i mellemtiden
general-changed-text = Dine indtastninger er her stadig. Gem igen for at overskrive ændringerne, eller hent den aktuelle tilstand, og begynd forfra.
general-reload = Hent aktuel tilstand
general-related = Relateret
general-related-none = Intet henviser til posten
general-related-none-text = Poster, der henviser hertil, vises her.
general-add-related = Tilføj
general-show-all = Vis alle
general-history-none = Ingen ændringer registreret
general-history-none-text = Ændringer, du må se, vises her med hvem, hvornår samt gammel og ny værdi.
general-did-create = oprettede posten
general-did-delete = slettede posten
general-did-update = { $count ->
    [one] ændrede ét felt
   *[other] ændrede { $count } felter
}
general-system = Talang
general-file = Fil
general-door-screen = Skærm
general-door-rest = REST-API
general-door-import = Filimport
general-door-command-line = Kommandolinje
general-door-task = Baggrundsjob
general-search-title = Søgeresultater for »{ $words }«
general-search-text = Skriv begyndelsen af et navn, et nummer eller en kode. Accenter og store bogstaver betyder intet.
