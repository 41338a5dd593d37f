# The frame of a page
ui-skip = Naar de inhoud
ui-news = Meldingen
ui-menu = Menu
ui-menu-collapse = Menu inklappen
ui-search = Zoeken
ui-search-hint = Zoek personen, organisaties, functies …
ui-search-results = Zoekresultaten
ui-search-all = Alle resultaten tonen
ui-asof = Peildatum
ui-asof-help = De gegevens op deze peildatum tonen
ui-asof-band = U bekijkt de situatie op { $date }.
ui-asof-today = Terug naar vandaag
ui-language = Taal
ui-languages = Talen
ui-theme = Weergave
ui-theme-light = Licht
ui-theme-dark = Donker
ui-theme-auto = Zoals het systeem
ui-user-menu = Mijn account
ui-sign-out = Afmelden
ui-breadcrumbs = U bent hier

# Actions
ui-save = Opslaan
ui-cancel = Annuleren
ui-confirm = Bevestigen
ui-close = Sluiten
ui-undo = Ongedaan maken
ui-add = Toevoegen
ui-new = Nieuw
ui-edit = Bewerken
ui-delete = Verwijderen
ui-export = Exporteren
ui-import = Importeren
ui-download = Downloaden
ui-upload = Uploaden
ui-copy = Kopiëren
ui-print = Afdrukken
ui-move = Verplaatsen naar …
ui-cut = Knippen
ui-open = Openen
ui-apply = Toepassen
ui-reset = Herstellen
ui-clear = Wissen
ui-back = Terug
ui-next = Volgende
ui-previous = Vorige
ui-actions = Acties
ui-choose = Maak een keuze

# Words
ui-yes = Ja
ui-no = Nee
ui-none = Geen
ui-all = Alle
ui-empty-value = leeg
ui-from = van
ui-to = naar
ui-people = Personen
ui-history = Geschiedenis
ui-details = Details
ui-loading = Bezig met laden …
ui-more = Meer
ui-saved = Opgeslagen.
ui-deleted = Verwijderd.

# Lists
ui-no-results = Niets gevonden
ui-no-results-text = Probeer andere woorden of verwijder een filter.
ui-filter = Lijst filteren
ui-filter-hint = Filteren …
ui-filter-remove = Filter { $name } verwijderen
ui-columns = Kolommen
ui-columns-help = Kies de kolommen en hun volgorde
ui-move-up = Omhoog
ui-move-down = Omlaag
ui-sort = Op deze kolom sorteren
ui-select-all = Alles op deze pagina selecteren
ui-select-row = { $name } selecteren
ui-select-none = Selectie wissen
ui-select-matching = Alle { $count } selecteren
ui-bulk = Acties voor de selectie
ui-pages = Pagina’s

# Forms
ui-required = verplicht
ui-unsaved = Niet-opgeslagen wijzigingen
ui-errors = { $count ->
    [one] Er is één probleem om te verhelpen
   *[other] Er zijn { $count } problemen om te verhelpen
}
ui-hours-minutes = uren:minuten
ui-reveal = Wachtwoord tonen
ui-currency = Valuta
ui-pick-hint = Typ om te zoeken
ui-file-remove = Dit bestand verwijderen
ui-drop-file = Kies een bestand
ui-drop-files = Kies bestanden
ui-drop-hint = of sleep het hierheen
ui-upload-progress = Voortgang van het uploaden

# Trees and charts
ui-tree-help = Pijltoetsen bewegen en openen, Enter toont de details.
ui-tree-help-move = Pijltoetsen bewegen en openen, Enter toont de details. Een eenheid verplaatsen: sleep haar, of druk op X, ga naar de nieuwe bovenliggende eenheid en druk op V; met M kiest u uit een lijst.
ui-zoom = Zoom
ui-zoom-in = Inzoomen
ui-zoom-out = Uitzoomen
ui-zoom-fit = Passend maken
ui-chart-table = De cijfers tonen

# What the scripts say
ui-js-offline = De server is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw.
ui-js-failed = Dat is niet gelukt. Probeer het opnieuw.
ui-js-confirm-title = Weet u het zeker?
ui-js-results = Resultaten: { $count }
ui-js-more-results = Er zijn er meer: typ verder.
ui-js-selected = { $count } geselecteerd
ui-js-moved-to = { $name }: positie { $position } van { $count }
ui-js-unsaved-title = Verlaten zonder op te slaan?
ui-js-unsaved-text = Uw wijzigingen op deze pagina gaan verloren.
ui-js-discard = Wijzigingen verwerpen
ui-js-remove = { $name } verwijderen
ui-js-added = { $name } toegevoegd
ui-js-loaded = Geladen: { $count }
ui-js-move-inside = { $name } kan niet in zichzelf worden verplaatst.
ui-js-move-same = { $name } valt al onder { $parent }.
ui-js-cut = { $name } is geknipt. Ga naar de nieuwe bovenliggende eenheid en druk op V; Escape breekt af.
ui-js-cut-off = { $name } blijft staan.
ui-js-cut-nothing = Er is niets geknipt. Druk op X op wat u wilt verplaatsen.
ui-js-uploading = Uploaden: { $percent }
ui-js-processing = Bezig met verwerken …
ui-js-uploaded = Uploaden voltooid
ui-js-copied = Gekopieerd
