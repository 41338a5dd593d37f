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

# General screens of every business object
general-section-interfaces = Gränssnitt
general-all-lists = Alla listor
general-my-file = Min akt
general-change-password = Byt lösenord
general-range = { $first }–{ $last } av { $total }
general-rows = { $count } rader per sida
general-options = Visningsalternativ
general-slices-day = Gäller valt datum
general-slices-all = Alla perioder
general-slices = Perioder
general-open-end = tills vidare
general-shown = Visas
general-valid = Gäller
general-future = Kommande
general-other-day = Perioden omfattar inte det valda datumet.
general-period = Från { $from } till { $until }
general-period-open = Från { $from }, tills vidare
general-correct-slice = Rätta perioden
general-change-from = Ändra från ett datum
general-correct-text = Det du sparar ersätter periodens uppgifter.
general-from-title = Ändra { $name } från ett datum
general-from-text = En ny period börjar det startdatum du anger. Den nuvarande slutar dagen före och finns kvar i historiken.
general-filter-add = Lägg till filter
general-filter-field = Fält
general-filter-op = Villkor
general-filter-value = Värde
general-filter-condition = Villkor
general-on-the-day = På valt datum
general-op-is = är
general-op-ne = är inte
general-op-contains = innehåller
general-op-starts = börjar med
general-op-ge = är minst
general-op-le = är högst
general-op-from = från och med
general-op-until = till och med
general-op-under = är eller ligger under
general-op-empty = är tomt
general-op-filled = är ifyllt
general-empty = Inget här ännu: { $name }
general-empty-create = Lägg till den första för hand eller läs in många på en gång från en fil.
general-empty-text = Så snart det finns något som du får se visas det här.
general-empty-dated = Inget gäller på det valda datumet. Välj ett annat datum eller visa alla perioder.
general-views = Vyer
general-view-all = Allt
general-view-save = Spara som vy …
general-view-change = Uppdatera eller byt namn på vyn …
general-view-delete = Ta bort vyn
general-view-delete-confirm = Ta bort vyn ”{ $name }”? Uppgifterna finns kvar.
general-view-name = Vyns namn
general-view-role = Dela med roll
general-view-role-help = Alla med rollen hittar vyn i menyn men ser fortfarande bara de uppgifter de får se.
general-view-default = Öppna listan med den här vyn
general-view-saved = Vyn har sparats.
general-view-deleted = Vyn har tagits bort.
general-bulk-set = Ange fält
general-bulk-set-count = { $count ->
    [one] Ange ett fält i en post
   *[other] Ange ett fält i { $count } poster
}
general-bulk-set-all = Ange ett fält i alla träffar
general-bulk-empties = Ett tomt värde tömmer fältet.
general-bulk-nothing = Inget fält kan anges för flera poster samtidigt.
general-bulk-refused = Alla poster kunde inte ändras
general-bulk-kept = Allt kunde inte tas bort
general-bulk-delete-confirm = Ta bort de markerade posterna?
general-bulk-changed = { $count ->
    [one] En post har ändrats.
   *[other] { $count } poster har ändrats.
}
general-deleted = { $count ->
    [one] En post har tagits bort.
   *[other] { $count } poster har tagits bort.
}
general-restored = { $count ->
    [one] En post har återställts.
   *[other] { $count } poster har återställts.
}
general-created = Skapat.
general-saved = Dina ändringar har sparats.
general-unchanged = Inget ändrades.
general-delete-confirm = Ta bort posten?
general-delete-slice = Ta bort perioden
general-delete-slice-confirm = Ta bort perioden? De andra finns kvar.
general-not-deleted = Inte borttaget
general-duplicate = Duplicera
general-new-title = Ny: { $name }
general-edit-title = Redigera { $name }
general-changed-title = Någon annan har ändrat posten under tiden
general-changed-text = Dina uppgifter finns kvar. Spara igen för att skriva över ändringarna, eller läs in det aktuella läget och börja om.
general-reload = Läs in aktuellt läge
general-related = Relaterat
general-related-none = Inget hänvisar till posten
general-related-none-text = Poster som hänvisar hit visas här.
general-add-related = Lägg till
general-show-all = Visa alla
general-history-none = Inga ändringar registrerade
general-history-none-text = Ändringar som du får se visas här med vem, när och gammalt och nytt värde.
general-did-create = skapade posten
general-did-delete = tog bort posten
general-did-update = { $count ->
    [one] ändrade ett fält
   *[other] ändrade { $count } fält
}
general-system = Talang
general-file = Fil
general-door-screen = Skärm
general-door-rest = REST-API
general-door-import = Filimport
general-door-command-line = Kommandorad
general-door-task = Bakgrundsjobb
general-search-title = Sökresultat för ”{ $words }”
general-search-text = Skriv början av ett namn, ett nummer eller en kod. Accenter och versaler spelar ingen roll.
