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

# General screens of every business object
general-section-interfaces = Koppelingen
general-all-lists = Alle lijsten
general-my-file = Mijn dossier
general-change-password = Wachtwoord wijzigen
general-range = { $first }–{ $last } van { $total }
general-rows = { $count } rijen per pagina
general-options = Weergaveopties
general-slices-day = Geldig op de gekozen datum
general-slices-all = Alle perioden
general-slices = Perioden
general-open-end = onbepaald
general-shown = Getoond
general-valid = Geldig
general-future = Toekomstig
general-other-day = Deze periode omvat de gekozen datum niet.
general-period = Van { $from } tot en met { $until }
general-period-open = Vanaf { $from }, voor onbepaalde tijd
general-correct-slice = Deze periode corrigeren
general-change-from = Wijzigen vanaf een datum
general-correct-text = Wat u opslaat, vervangt de gegevens van deze periode.
general-from-title = { $name } wijzigen vanaf een datum
general-from-text = Op de ingevoerde begindatum start een nieuwe periode. De huidige eindigt de dag ervoor en blijft in de historie staan.
general-filter-add = Filter toevoegen
general-filter-field = Veld
general-filter-op = Voorwaarde
general-filter-value = Waarde
general-filter-condition = Voorwaarde
general-on-the-day = Op de gekozen datum
general-op-is = is
general-op-ne = is niet
general-op-contains = bevat
general-op-starts = begint met
general-op-ge = is minstens
general-op-le = is hoogstens
general-op-from = vanaf
general-op-until = tot en met
general-op-under = is of valt onder
general-op-empty = is leeg
general-op-filled = is ingevuld
general-empty = Nog niets aanwezig: { $name }
general-empty-create = Voeg de eerste met de hand toe, of laad er veel tegelijk met een bestand.
general-empty-text = Zodra er iets is dat u mag zien, verschijnt het hier.
general-empty-dated = Op de gekozen datum is niets geldig. Kies een andere datum of bekijk alle perioden.
general-views = Weergaven
general-view-all = Alles
general-view-save = Opslaan als weergave …
general-view-change = Weergave bijwerken of hernoemen …
general-view-delete = Weergave verwijderen
general-view-delete-confirm = De weergave “{ $name }” verwijderen? De gegevens blijven bestaan.
general-view-name = Naam van de weergave
general-view-role = Delen met rol
general-view-role-help = Iedereen met deze rol vindt de weergave in het menu en ziet nog steeds alleen de gegevens die hij of zij mag zien.
general-view-default = Deze lijst met deze weergave openen
general-view-saved = De weergave is opgeslagen.
general-view-deleted = De weergave is verwijderd.
general-bulk-set = Veld instellen
general-bulk-set-count = { $count ->
    [one] Een veld van één record instellen
   *[other] Een veld van { $count } records instellen
}
general-bulk-set-all = Een veld van alle gevonden records instellen
general-bulk-empties = Een lege waarde maakt het veld leeg.
general-bulk-nothing = Er is geen veld dat voor meerdere records tegelijk kan worden ingesteld.
general-bulk-refused = Niet alle records konden worden gewijzigd
general-bulk-kept = Niet alles kon worden verwijderd
general-bulk-delete-confirm = De geselecteerde records verwijderen?
general-bulk-changed = { $count ->
    [one] Eén record is gewijzigd.
   *[other] { $count } records zijn gewijzigd.
}
general-deleted = { $count ->
    [one] Eén record is verwijderd.
   *[other] { $count } records zijn verwijderd.
}
general-restored = { $count ->
    [one] Eén record is hersteld.
   *[other] { $count } records zijn hersteld.
}
general-created = Aangemaakt.
general-saved = Uw wijzigingen zijn opgeslagen.
general-unchanged = Er is niets gewijzigd.
general-delete-confirm = Dit record verwijderen?
general-delete-slice = Deze periode verwijderen
general-delete-slice-confirm = Deze periode verwijderen? De andere blijven staan.
general-not-deleted = Niet verwijderd
general-duplicate = Dupliceren
general-new-title = Nieuw: { $name }
general-edit-title = { $name } bewerken
general-changed-title = Iemand anders heeft dit record intussen gewijzigd
general-changed-text = Uw invoer staat er nog. Sla opnieuw op om deze wijzigingen te overschrijven, of laad de huidige stand en begin opnieuw.
general-reload = Huidige stand laden
general-related = Gerelateerd
general-related-none = Niets verwijst naar dit record
general-related-none-text = Records die hiernaar verwijzen, verschijnen hier.
general-add-related = Toevoegen
general-show-all = Alles tonen
general-history-none = Geen wijzigingen vastgelegd
general-history-none-text = Wijzigingen die u mag zien, verschijnen hier met auteur, tijdstip en oude en nieuwe waarde.
general-did-create = heeft dit aangemaakt
general-did-delete = heeft dit verwijderd
general-did-update = { $count ->
    [one] heeft één veld gewijzigd
   *[other] heeft { $count } velden gewijzigd
}
general-system = Talang
general-file = Bestand
general-door-screen = Scherm
general-door-rest = REST-API
general-door-import = Bestandsimport
general-door-command-line = Opdrachtregel
general-door-task = Achtergrondtaak
general-search-title = Zoekresultaten voor “{ $words }”
general-search-text = Typ het begin van een naam, nummer of code. Accenten en hoofdletters maken niet uit.
