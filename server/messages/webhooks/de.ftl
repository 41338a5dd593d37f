# Webhooks
webhooks = Webhooks
webhooks-text = Andere Systeme, die durch unterschriebene Meldungen an ihre Adresse sofort erfahren, was mit Datensätzen geschieht.
webhooks-new = Neuer Webhook
webhooks-none = Noch keine Webhooks
webhooks-none-text = Legen Sie zuerst ein Benutzerkonto für das System an und geben Sie ihm eine Rolle: Meldungen sagen, was dieses Konto lesen darf. Danach den Webhook, dann sein Geheimnis.
webhooks-name = Bezeichnung
webhooks-address = Adresse
webhooks-events = Ereignisse
webhooks-alerts = Warnungen an
webhooks-delivered-at = Zuletzt zugestellt
webhooks-waiting = Wartend
webhooks-given-up = Aufgegeben
webhooks-state = Status
webhooks-paused = Angehalten
webhooks-waits = Nicht bereit
webhooks-trouble = Braucht jemanden
webhooks-active = Aktiv
webhooks-never = nie
webhooks-about = Webhook
webhooks-secret = Geheimnis
webhooks-gone = Der Empfänger meldet, dass es seine Adresse nicht mehr gibt
webhooks-gone-text = Er hat mit 410 geantwortet, deshalb wird nichts mehr dorthin gesendet. Tragen Sie seine neue Adresse ein und schalten Sie den Webhook wieder ein: Was inzwischen geschah, wird dann gemeldet.
webhooks-account-unusable = Das Konto, mit dessen Rechten Meldungen gelesen werden, kann nicht benutzt werden: Bis dahin wird nichts gemeldet, und nichts geht verloren.
webhooks-try = Ausprobieren
webhooks-try-text = Ein Beispiel ist unterschrieben wie jede Meldung und berichtet von keinem Ereignis.
webhooks-sample = Beispiel senden
webhooks-sample-failed = Das Beispiel ist nicht angekommen
webhooks-sample-arrived = Das Beispiel ist angekommen
webhooks-sample-text = Der Empfänger hat nach { $time } mit dem Status { $status } geantwortet.
webhooks-secret-made = Das neue Geheimnis
webhooks-secret-once = Es wird nur jetzt gezeigt: Tragen Sie es beim Empfänger ein, der damit Unterschriften prüft. Später kann es niemand mehr lesen.
webhooks-no-secret = Es gibt noch kein Geheimnis, und ohne geht nichts hinaus. Was bis dahin geschieht, wird danach gemeldet.
webhooks-overlap = Das jetzige Geheimnis unterschreibt noch
webhooks-rotate = Geheimnis ersetzen
webhooks-make-secret = Geheimnis erzeugen
webhooks-log = Zustellungen
webhooks-again = Erneut senden
webhooks-again-text = Erneut gesendete Meldungen haben dieselbe webhook-id wie zuvor, damit der Empfänger erkennt, was er schon kennt.
webhooks-again-failed-count = Aufgegebenes erneut senden ({ $count })
webhooks-since = Alles seit (UTC)
webhooks-since-help = Auch was geschah, bevor es diesen Webhook gab, soweit das Konto es lesen darf.
webhooks-since-confirm = Alles seit diesem Zeitpunkt erneut senden?
webhooks-since-do = Alles erneut senden
webhooks-since-done = Alles seit diesem Zeitpunkt wird erneut gesendet.
webhooks-again-done = { $count ->
    [0] Es gab nichts erneut zu senden.
    [one] Eine Meldung wird erneut gesendet.
   *[other] { $count } Meldungen werden erneut gesendet.
}
webhooks-shown = { $count ->
    [one] Eine Zustellung
   *[other] { $count } Zustellungen
}
webhooks-no-log = Noch nichts zugestellt
webhooks-no-log-text = Sobald eines der Ereignisse geschieht, steht es hier. Zustellungen werden 90 Tage aufbewahrt.
webhooks-not-found = Keine solche Zustellung
webhooks-not-found-text = Suchen Sie nach einem Ereignis wie employees.changed, nach der Nummer eines Datensatzes oder nach einer webhook-id.
webhooks-all = Alle Zustellungen
webhooks-happened = Wann
webhooks-event = Ereignis
webhooks-record = Datensatz
webhooks-attempts = Versuche
webhooks-next = Nächster Versuch
webhooks-state-waiting = Wartet
webhooks-state-delivered = Zugestellt
webhooks-state-given-up = Aufgegeben
webhooks-state-withheld = Zurückgehalten
webhooks-at = Wann
webhooks-outcome = Ergebnis
webhooks-status = Status
webhooks-took = Dauer
webhooks-not-tried = Noch nicht versucht
webhooks-not-tried-text = Sie ist gleich an der Reihe.
webhooks-behind = nach einem früheren Ereignis desselben Datensatzes
webhooks-ended = Beendet
webhooks-again-one = Erneut senden
webhooks-saved = Webhook gespeichert.
webhooks-every-object = Alle Objekte
webhooks-events-text = Kreuzen Sie an, was gemeldet wird. Gemeldet wird nur, was das Konto lesen darf.
webhooks-find = Objekt suchen
webhooks-object = Objekt
webhooks-event-created = Angelegt
webhooks-event-changed = Geändert
webhooks-event-removed = Entfernt
webhooks-ticked = { $count } angekreuzt
webhooks-key-signs = Meldungen werden mit dem Schlüssel der Anwendung unterschrieben, die diesen Webhook angemeldet hat, wie der Empfänger es erwartet. Mit diesem Schlüssel endet das.
webhooks-key-missing = Es geht keine Meldung hinaus: Der Schlüssel, mit dem sie unterschrieben wurden, gilt nicht mehr, oder seine Anwendung ist nicht aktiv. Sobald das Programm diesen Webhook erneut anmeldet, unterschreibt dessen heutiger Schlüssel.
webhooks-collected = Gemeinsam zugestellt
webhooks-collected-minutes = { $count ->
    [one] jede Minute
   *[other] alle { $count } Minuten
}
