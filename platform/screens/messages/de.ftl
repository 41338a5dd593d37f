# The frame of a page
ui-skip = Zum Inhalt springen
ui-news = Mitteilungen
ui-menu = Menü
ui-menu-collapse = Menü einklappen
ui-search = Suchen
ui-search-hint = Personen, Organisationen, Stellen suchen …
ui-search-results = Suchergebnisse
ui-search-all = Alle Ergebnisse anzeigen
ui-asof = Stichtag
ui-asof-help = Daten zu diesem Stichtag anzeigen
ui-asof-band = Sie sehen den Stand vom { $date }.
ui-asof-today = Zurück zu heute
ui-language = Sprache
ui-languages = Sprachen
ui-theme = Darstellung
ui-theme-light = Hell
ui-theme-dark = Dunkel
ui-theme-auto = Wie das System
ui-user-menu = Mein Konto
ui-sign-out = Abmelden
ui-breadcrumbs = Sie sind hier

# Actions
ui-save = Speichern
ui-cancel = Abbrechen
ui-confirm = Bestätigen
ui-close = Schließen
ui-undo = Rückgängig machen
ui-add = Hinzufügen
ui-new = Neu
ui-edit = Bearbeiten
ui-delete = Löschen
ui-export = Exportieren
ui-import = Importieren
ui-download = Herunterladen
ui-upload = Hochladen
ui-copy = Kopieren
ui-print = Drucken
ui-move = Verschieben nach …
ui-cut = Ausschneiden
ui-open = Öffnen
ui-apply = Anwenden
ui-reset = Zurücksetzen
ui-clear = Leeren
ui-back = Zurück
ui-next = Weiter
ui-previous = Zurück
ui-actions = Aktionen
ui-choose = Bitte auswählen

# Words
ui-yes = Ja
ui-no = Nein
ui-none = Keine Angabe
ui-all = Alle
ui-empty-value = leer
ui-from = von
ui-to = zu
ui-people = Personen
ui-history = Verlauf
ui-details = Details
ui-loading = Wird geladen …
ui-more = Mehr
ui-saved = Gespeichert.
ui-deleted = Gelöscht.

# Lists
ui-no-results = Nichts gefunden
ui-no-results-text = Versuchen Sie es mit anderen Begriffen oder entfernen Sie einen Filter.
ui-filter = Liste filtern
ui-filter-hint = Filtern …
ui-filter-remove = Filter { $name } entfernen
ui-columns = Spalten
ui-columns-help = Spalten und ihre Reihenfolge wählen
ui-move-up = Nach oben
ui-move-down = Nach unten
ui-sort = Nach dieser Spalte sortieren
ui-select-all = Alle auf dieser Seite auswählen
ui-select-row = { $name } auswählen
ui-select-none = Auswahl aufheben
ui-select-matching = Alle { $count } auswählen
ui-bulk = Aktionen für die Auswahl
ui-pages = Seiten

# Forms
ui-required = Pflichtfeld
ui-unsaved = Nicht gespeicherte Änderungen
ui-errors = { $count ->
    [one] Eine Angabe ist zu korrigieren
   *[other] { $count } Angaben sind zu korrigieren
}
ui-hours-minutes = Stunden:Minuten
ui-reveal = Passwort anzeigen
ui-currency = Währung
ui-pick-hint = Zum Suchen tippen
ui-file-remove = Diese Datei entfernen
ui-drop-file = Datei auswählen
ui-drop-files = Dateien auswählen
ui-drop-hint = oder hierher ziehen
ui-upload-progress = Fortschritt des Hochladens

# Trees and charts
ui-tree-help = Pfeiltasten bewegen und öffnen, die Eingabetaste zeigt die Einzelheiten.
ui-tree-help-move = Pfeiltasten bewegen und öffnen, die Eingabetaste zeigt die Einzelheiten. Einheit verschieben: ziehen, oder X drücken, zur neuen übergeordneten Einheit gehen und V drücken; mit M aus einer Liste wählen.
ui-zoom = Zoom
ui-zoom-in = Vergrößern
ui-zoom-out = Verkleinern
ui-zoom-fit = An Breite anpassen
ui-chart-table = Zahlen anzeigen

# What the scripts say
ui-js-offline = Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.
ui-js-failed = Das hat nicht funktioniert. Bitte versuchen Sie es erneut.
ui-js-confirm-title = Sind Sie sicher?
ui-js-results = Ergebnisse: { $count }
ui-js-more-results = Es gibt mehr: bitte weitertippen.
ui-js-selected = { $count } ausgewählt
ui-js-moved-to = { $name }: Position { $position } von { $count }
ui-js-unsaved-title = Seite ohne Speichern verlassen?
ui-js-unsaved-text = Ihre Änderungen auf dieser Seite gehen verloren.
ui-js-discard = Änderungen verwerfen
ui-js-remove = { $name } entfernen
ui-js-added = { $name } hinzugefügt
ui-js-loaded = Geladen: { $count }
ui-js-move-inside = { $name } kann nicht in sich selbst verschoben werden.
ui-js-move-same = { $name } gehört bereits zu { $parent }.
ui-js-cut = { $name } ist ausgeschnitten. Zur neuen übergeordneten Einheit gehen und V drücken; Escape bricht ab.
ui-js-cut-off = { $name } bleibt, wo es ist.
ui-js-cut-nothing = Nichts ist ausgeschnitten. Drücken Sie X auf dem Eintrag, den Sie verschieben möchten.
ui-js-uploading = Wird hochgeladen: { $percent }
ui-js-processing = Wird verarbeitet …
ui-js-uploaded = Hochladen abgeschlossen
ui-js-copied = Kopiert
