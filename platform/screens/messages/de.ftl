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

# General screens of every business object
general-section-interfaces = Schnittstellen
general-all-lists = Alle Listen
general-my-file = Meine Akte
general-change-password = Passwort ändern
general-range = { $first }–{ $last } von { $total }
general-rows = { $count } Zeilen pro Seite
general-options = Anzeigeoptionen
general-slices-day = Am gewählten Tag gültig
general-slices-all = Alle Zeiträume
general-slices = Zeiträume
general-open-end = unbefristet
general-shown = Angezeigt
general-valid = Gültig
general-future = Künftig
general-other-day = Dieser Zeitraum umfasst den gewählten Tag nicht.
general-period = Vom { $from } bis { $until }
general-period-open = Ab { $from }, unbefristet
general-correct-slice = Zeitraum korrigieren
general-change-from = Ab einem Datum ändern
general-correct-text = Beim Speichern werden die Daten dieses Zeitraums ersetzt.
general-from-title = { $name } ab einem Datum ändern
general-from-text = Ein neuer Zeitraum beginnt am eingegebenen Datum. Der bisherige endet am Tag davor und bleibt im Verlauf erhalten.
general-filter-add = Filter hinzufügen
general-filter-field = Feld
general-filter-op = Bedingung
general-filter-value = Wert
general-filter-condition = Bedingung
general-on-the-day = Am gewählten Tag
general-op-is = ist
general-op-ne = ist nicht
general-op-contains = enthält
general-op-starts = beginnt mit
general-op-ge = ist mindestens
general-op-le = ist höchstens
general-op-from = ab
general-op-until = bis
general-op-under = ist oder gehört zu
general-op-empty = ist leer
general-op-filled = ist ausgefüllt
general-empty = Noch nichts vorhanden: { $name }
general-empty-create = Legen Sie den ersten Eintrag von Hand an oder übernehmen Sie viele auf einmal aus einer Datei.
general-empty-text = Sobald es etwas gibt, das Sie sehen dürfen, erscheint es hier.
general-empty-dated = Am gewählten Tag ist nichts gültig. Wählen Sie einen anderen Tag oder sehen Sie alle Zeiträume an.
general-views = Ansichten
general-view-all = Alles
general-view-save = Als Ansicht speichern …
general-view-change = Ansicht aktualisieren oder umbenennen …
general-view-delete = Ansicht löschen
general-view-delete-confirm = Ansicht „{ $name }“ löschen? Die Daten bleiben erhalten.
general-view-name = Name der Ansicht
general-view-role = Mit Rolle teilen
general-view-role-help = Alle mit dieser Rolle finden die Ansicht im Menü, sehen aber weiterhin nur die Daten, die sie sehen dürfen.
general-view-default = Diese Liste mit dieser Ansicht öffnen
general-view-saved = Die Ansicht wurde gespeichert.
general-view-deleted = Die Ansicht wurde gelöscht.
general-bulk-set = Feld setzen
general-bulk-set-count = { $count ->
    [one] Ein Feld in einem Datensatz setzen
   *[other] Ein Feld in { $count } Datensätzen setzen
}
general-bulk-set-all = Ein Feld in allen gefundenen Datensätzen setzen
general-bulk-empties = Ein leerer Wert leert das Feld.
general-bulk-nothing = Kein Feld lässt sich für mehrere Datensätze zugleich setzen.
general-bulk-refused = Nicht alle Datensätze konnten geändert werden
general-bulk-kept = Nicht alles konnte gelöscht werden
general-bulk-delete-confirm = Ausgewählte Datensätze löschen?
general-bulk-changed = { $count ->
    [one] Ein Datensatz wurde geändert.
   *[other] { $count } Datensätze wurden geändert.
}
general-deleted = { $count ->
    [one] Ein Datensatz wurde gelöscht.
   *[other] { $count } Datensätze wurden gelöscht.
}
general-restored = { $count ->
    [one] Ein Datensatz wurde wiederhergestellt.
   *[other] { $count } Datensätze wurden wiederhergestellt.
}
general-created = Angelegt.
general-saved = Ihre Änderungen wurden gespeichert.
general-unchanged = Es wurde nichts geändert.
general-delete-confirm = Diesen Datensatz löschen?
general-delete-slice = Diesen Zeitraum löschen
general-delete-slice-confirm = Diesen Zeitraum löschen? Die anderen bleiben.
general-not-deleted = Nicht gelöscht
general-duplicate = Duplizieren
general-new-title = Neu: { $name }
general-edit-title = { $name } bearbeiten
general-changed-title = Jemand anders hat diesen Datensatz inzwischen geändert
general-changed-text = Ihre Eingaben sind noch da. Speichern Sie erneut, um diese Änderungen zu überschreiben, oder laden Sie den jetzigen Stand und beginnen Sie neu.
general-reload = Jetzigen Stand laden
general-related = Verknüpft
general-related-none = Nichts bezieht sich auf diesen Datensatz
general-related-none-text = Datensätze, die diesen nennen, erscheinen hier.
general-add-related = Hinzufügen
general-show-all = Alle anzeigen
general-history-none = Keine Änderungen verzeichnet
general-history-none-text = Änderungen, die Sie sehen dürfen, erscheinen hier mit Urheber, Zeitpunkt, altem und neuem Wert.
general-did-create = hat angelegt
general-did-delete = hat gelöscht
general-did-update = { $count ->
    [one] hat ein Feld geändert
   *[other] hat { $count } Felder geändert
}
general-system = Talang
general-file = Datei
general-door-screen = Bildschirm
general-door-rest = REST-API
general-door-import = Dateiimport
general-door-command-line = Kommandozeile
general-door-task = Hintergrundaufgabe
general-search-title = Suchergebnisse für „{ $words }“
general-search-text = Geben Sie den Anfang eines Namens, einer Nummer oder eines Codes ein. Akzente und Großschreibung spielen keine Rolle.
