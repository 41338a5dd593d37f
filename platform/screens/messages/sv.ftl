# The frame of a page
ui-skip = Hoppa till innehållet
ui-news = Meddelanden
ui-menu = Meny
ui-menu-collapse = Fäll ihop menyn
ui-search = Sök
ui-search-hint = Sök personer, organisationer, befattningar …
ui-search-results = Sökresultat
ui-search-all = Visa alla resultat
ui-asof = Visningsdatum
ui-asof-help = Visa uppgifterna så som de ser ut detta datum
ui-asof-band = Du ser läget den { $date }.
ui-asof-today = Tillbaka till idag
ui-language = Språk
ui-languages = Språk
ui-theme = Utseende
ui-theme-light = Ljust
ui-theme-dark = Mörkt
ui-theme-auto = Som systemet
ui-user-menu = Mitt konto
ui-sign-out = Logga ut
ui-breadcrumbs = Du är här

# Actions
ui-save = Spara
ui-cancel = Avbryt
ui-confirm = Bekräfta
ui-close = Stäng
ui-undo = Ångra
ui-add = Lägg till
ui-new = Ny
ui-edit = Redigera
ui-delete = Ta bort
ui-export = Exportera
ui-import = Importera
ui-download = Ladda ned
ui-upload = Ladda upp
ui-copy = Kopiera
ui-print = Skriv ut
ui-move = Flytta till …
ui-cut = Klipp ut
ui-open = Öppna
ui-apply = Tillämpa
ui-reset = Återställ
ui-clear = Rensa
ui-back = Tillbaka
ui-next = Nästa
ui-previous = Föregående
ui-actions = Åtgärder
ui-choose = Välj

# Words
ui-yes = Ja
ui-no = Nej
ui-none = Inget
ui-all = Alla
ui-empty-value = tomt
ui-from = från
ui-to = till
ui-people = Personer
ui-history = Historik
ui-details = Detaljer
ui-loading = Läser in …
ui-more = Mer
ui-saved = Sparat.
ui-deleted = Borttaget.

# Lists
ui-no-results = Inga träffar
ui-no-results-text = Prova andra ord eller ta bort ett filter.
ui-filter = Filtrera listan
ui-filter-hint = Filtrera …
ui-filter-remove = Ta bort filtret { $name }
ui-columns = Kolumner
ui-columns-help = Välj kolumner och deras ordning
ui-move-up = Flytta upp
ui-move-down = Flytta ned
ui-sort = Sortera efter denna kolumn
ui-select-all = Markera alla på sidan
ui-select-row = Markera { $name }
ui-select-none = Avmarkera
ui-select-matching = Markera alla { $count }
ui-bulk = Åtgärder för markerade
ui-pages = Sidor

# Forms
ui-required = obligatoriskt
ui-unsaved = Osparade ändringar
ui-errors = { $count ->
    [one] Det finns ett fel att rätta
   *[other] Det finns { $count } fel att rätta
}
ui-hours-minutes = timmar:minuter
ui-reveal = Visa lösenordet
ui-currency = Valuta
ui-pick-hint = Skriv för att söka
ui-file-remove = Ta bort filen
ui-drop-file = Välj en fil
ui-drop-files = Välj filer
ui-drop-hint = eller släpp den här
ui-upload-progress = Uppladdningens förlopp

# Trees and charts
ui-tree-help = Piltangenterna flyttar och öppnar, Retur visar detaljerna.
ui-tree-help-move = Piltangenterna flyttar och öppnar, Retur visar detaljerna. Flytta en enhet: dra den, eller tryck X, gå till den nya överordnade enheten och tryck V; med M väljer du i en lista.
ui-zoom = Zooma
ui-zoom-in = Zooma in
ui-zoom-out = Zooma ut
ui-zoom-fit = Anpassa till bredden
ui-chart-table = Visa siffrorna

# What the scripts say
ui-js-offline = Servern kan inte nås. Kontrollera anslutningen och försök igen.
ui-js-failed = Det fungerade inte. Försök igen.
ui-js-confirm-title = Är du säker?
ui-js-results = Träffar: { $count }
ui-js-more-results = Det finns fler: skriv mer.
ui-js-selected = { $count } markerade
ui-js-moved-to = { $name }: plats { $position } av { $count }
ui-js-unsaved-title = Lämna utan att spara?
ui-js-unsaved-text = Dina ändringar på sidan går förlorade.
ui-js-discard = Kasta ändringarna
ui-js-remove = Ta bort { $name }
ui-js-added = { $name } har lagts till
ui-js-loaded = Inlästa: { $count }
ui-js-move-inside = { $name } kan inte flyttas in i sig själv.
ui-js-move-same = { $name } finns redan under { $parent }.
ui-js-cut = { $name } är utklippt. Gå till den nya överordnade enheten och tryck V; Esc avbryter.
ui-js-cut-off = { $name } stannar kvar.
ui-js-cut-nothing = Inget är utklippt. Tryck X på det du vill flytta.
ui-js-uploading = Laddar upp: { $percent }
ui-js-processing = Bearbetar …
ui-js-uploaded = Uppladdningen är klar
ui-js-copied = Kopierat
