# Fehler: ein Satz je Code, `.hint` sagt, wie man ihn behebt.
fault-value-mandatory = { $field }: Pflichtfeld.
    .hint = Bitte geben Sie einen Wert ein.
fault-value-code = { $field }: kein gültiger Code.
    .hint = Das Zeichen | sowie Leerzeichen am Anfang und Ende sind nicht erlaubt.
fault-value-text-too-long = { $field }: Der Text ist zu lang (höchstens { $max } Zeichen).
fault-value-text-too-short = { $field }: Der Text ist zu kurz (mindestens { $min } Zeichen).
fault-value-number = { $field }: keine Zahl.
    .hint = Schreiben Sie zum Beispiel { $example }.
fault-value-integer = { $field }: Es wird eine ganze Zahl erwartet.
fault-value-decimal-places = { $field }: zu viele Nachkommastellen (höchstens { $max }).
fault-value-too-small = { $field }: Der Wert muss mindestens { $min } sein.
fault-value-too-large = { $field }: Der Wert darf höchstens { $max } sein.
fault-value-date = { $field }: kein gültiges Datum.
    .hint = Schreiben Sie zum Beispiel { $example } oder 2026-12-31.
fault-value-time = { $field }: keine gültige Uhrzeit.
    .hint = Schreiben Sie zum Beispiel 14:30.
fault-value-instant = { $field }: kein gültiger Zeitpunkt.
    .hint = Schreiben Sie zum Beispiel 2026-12-31T14:30:00Z.
fault-value-email = { $field }: keine gültige E-Mail-Adresse.
fault-value-phone = { $field }: keine gültige Telefonnummer.
    .hint = Schreiben Sie zum Beispiel +49 30 1234567.
fault-value-url = { $field }: keine gültige Webadresse.
    .hint = Sie beginnt mit https:// oder http://.
fault-value-iban = { $field }: keine gültige IBAN.
    .hint = Prüfen Sie Länge und Ziffern: Die Prüfziffern stimmen nicht.
fault-value-language = { $field }: unbekannte Sprache.
    .hint = Verwenden Sie den zweistelligen Code nach ISO 639-1, zum Beispiel de.
fault-value-country = { $field }: unbekanntes Land.
    .hint = Verwenden Sie den zweistelligen Code nach ISO 3166-1, zum Beispiel DE.
fault-value-currency = { $field }: unbekannte Währung.
    .hint = Verwenden Sie den dreistelligen Code nach ISO 4217, zum Beispiel EUR.
fault-value-culture = { $field }: unbekannte Kultur.
    .hint = Geben Sie Sprache und Region an, zum Beispiel de-DE.
fault-value-choice = { $field }: Möglich sind { $allowed }.
fault-value-item = { $field }: kein Eintrag der Werteliste { $list }.
    .hint = Wählen Sie einen vorhandenen Eintrag oder ergänzen Sie zuerst die Liste.
fault-value-bool = { $field }: Bitte ja oder nein angeben.
fault-value-duration = { $field }: keine gültige Dauer.
    .hint = Schreiben Sie zum Beispiel 37:30 für 37 Stunden und 30 Minuten.
fault-value-json = { $field }: kein gültiges JSON.
fault-value-network = { $field }: „{ $value }“ ist kein Netzwerk.
    .hint = Geben Sie Adresse und Länge des Netzwerks an, zum Beispiel 192.0.2.0/24 oder 2001:db8::/32.
fault-value-control-character = { $field }: Der Text enthält nicht darstellbare Zeichen.
    .hint = Entfernen Sie Zeilenumbrüche, Tabulatoren und andere Steuerzeichen.
fault-value-type = { $field }: falscher Typ, erwartet wird { $expected }.
fault-value-duplicate = { $field }: Dieser Wert ist bereits vergeben.
fault-reference-unknown = { $field }: „{ $key }“ gibt es in { $object } nicht.
fault-reference-ambiguous = { $field }: „{ $key }“ passt in { $object } auf mehrere Datensätze.
    .hint = Geben Sie den vollständigen Schlüssel an.
fault-field-unknown = Das Feld „{ $name }“ gibt es nicht.
fault-field-read-only = { $field }: Dieses Feld füllt das System; es ist nicht änderbar.
fault-field-fixed = { $field }: Dieses Feld ist nach dem Anlegen nicht mehr änderbar.
fault-field-not-permitted = { $field }: Sie dürfen dieses Feld nicht ändern.
fault-key-missing = Der Datensatz ist nicht bestimmbar: { $fields } muss angegeben werden.
fault-key-duplicate = Der Schlüssel „{ $key }“ kommt mehrfach vor.
fault-record-exists = Ein Datensatz mit dem Schlüssel „{ $key }“ besteht bereits.
    .hint = Verwenden Sie den Modus InsertAndUpdate, um bestehende Datensätze zu ändern.
fault-record-not-found = Diesen Datensatz gibt es nicht, oder Sie dürfen ihn nicht sehen.
fault-record-in-use = Löschen nicht möglich: Dieser Datensatz wird von { $count ->
        [one] einem Datensatz
       *[other] { $count } Datensätzen
    } in { $object } verwendet.
fault-record-changed = Jemand anderes hat diesen Datensatz inzwischen geändert.
    .hint = Laden Sie ihn neu und wiederholen Sie Ihre Änderung.
fault-period-end-before-start = Das Ende liegt vor dem Beginn.
fault-period-overlap = Dieser Zeitraum überschneidet sich mit einem vorhandenen.
    .hint = Ändern Sie Beginn oder Ende, oder zuerst den anderen Zeitraum.
fault-hierarchy-circle = { $field } ergäbe einen Kreis: Der gewählte Eintrag steht unterhalb von diesem.
    .hint = Wählen Sie einen Eintrag, der nicht darunter steht.
fault-right-missing = Dazu fehlt Ihnen die Berechtigung.
    .hint = Wenden Sie sich an Ihre HR-Administration.
fault-right-technical = Nur ein Superadministrator vergibt, ändert oder entzieht Rechte an der technischen Konfiguration.
    .hint = Wenden Sie sich an einen Superadministrator.
fault-right-exceeds = Diese Rechte gehen über Ihre eigenen hinaus: { $object }.
    .hint = Wenden Sie sich an jemanden, der Rechte verwaltet.
fault-right-own-account = Niemand gibt sich selbst Rechte: { $object }.
    .hint = Wenden Sie sich an einen anderen Administrator.
fault-right-last-super-administrator = Danach könnte niemand mehr die technische Konfiguration erreichen.
    .hint = Geben Sie die Rolle zuerst einem anderen aktiven Konto.
fault-right-last-administrator = Danach könnte niemand mehr Rechte verwalten.
    .hint = Geben Sie die Rolle zuerst einem anderen aktiven Konto.
fault-object-unknown = Das Objekt „{ $name }“ gibt es nicht.
fault-object-read-only = { $object }: hier nicht änderbar.
fault-object-mastered-elsewhere = { $object }: Diese Daten werden in einem anderen System gepflegt und sind hier schreibgeschützt.
    .hint = Nehmen Sie die Änderung im führenden System vor.
fault-request-invalid = Die Anfrage ist nicht verständlich: { $detail }
fault-request-too-large = Die Anfrage ist zu groß (höchstens { $max }).
fault-request-method = Diese Adresse lässt diese Methode nicht zu.
    .hint = Erlaubt: { $allowed }.
fault-request-media-type = Die Anfrage muss als { $expected } gesendet werden.
fault-request-not-acceptable = Die Antwort kann nur als { $expected } geliefert werden.
fault-filter-syntax = Der Filter ist an Position { $position } nicht verständlich: { $detail }
fault-sort-unknown = Nach „{ $name }“ kann nicht sortiert werden.
fault-cursor-invalid = Die Seitenmarke ist ungültig.
    .hint = Beginnen Sie wieder bei der ersten Seite.
fault-idempotency-conflict = Dieser Idempotenzschlüssel wurde bereits für eine andere Anfrage verwendet.
    .hint = Verwenden Sie für jede neue Anfrage einen neuen Schlüssel.
fault-file-encoding = Die Datei ist nicht in UTF-8 codiert (Zeile { $line }, Byte { $position }).
    .hint = Speichern Sie sie als „CSV UTF-8“.
fault-file-header = Die Datei hat keine Kopfzeile.
    .hint = Die erste Zeile nennt die Namen der Spalten.
fault-file-name = Der Dateiname „{ $name }“ ist nicht verständlich.
    .hint = Schreiben Sie [ImportType]_[ImportMode]_[Culture]_[Order]_.csv, zum Beispiel Employee_InsertAndUpdate_de-DE_10_.csv.
fault-file-type = „{ $name }“ ist kein Importtyp.
fault-file-mode = „{ $name }“ ist kein Importmodus.
    .hint = Verwenden Sie InsertOnly oder InsertAndUpdate.
fault-file-culture = Die Kultur „{ $name }“ ist unbekannt.
    .hint = Geben Sie Sprache und Region an, zum Beispiel de-DE.
fault-file-order = „{ $name }“ ist keine Reihenfolge.
    .hint = Verwenden Sie eine ganze Zahl; Dateien werden aufsteigend verarbeitet.
fault-file-empty = Die Datei enthält keine Datenzeilen.
fault-file-column-unknown = Die Spalte „{ $name }“ ist unbekannt.
    .hint = Ähnliche bekannte Spalten: { $near }.
fault-file-column-missing = Die Spalte „{ $name }“ fehlt.
    .hint = Sie gehört zum Schlüssel: Ohne sie lässt sich keine Zeile einem Datensatz zuordnen.
fault-file-column-twice = Die Spalte „{ $name }“ kommt zweimal vor.
fault-line-columns = Die Zeile hat { $found } Zellen, die Kopfzeile aber { $expected }.
    .hint = Prüfen Sie Trennzeichen und Anführungszeichen.
fault-line-quote = Ein Anführungszeichen wird nie geschlossen.
    .hint = Verdoppeln Sie Anführungszeichen innerhalb einer Zelle in Anführungszeichen.
fault-sign-in-failed = Benutzername oder Passwort ist falsch.
fault-sign-in-required = Bitte melden Sie sich an.
fault-sign-in-locked = Zu viele Fehlversuche. Versuchen Sie es in { $minutes ->
        [one] einer Minute
       *[other] { $minutes } Minuten
    } erneut.
fault-network-refused = Aus diesem Netz ist Talang nicht zugänglich. Versuchen Sie es aus dem Netz Ihres Unternehmens oder fragen Sie Ihre HR-Administration.
fault-network-shuts-out = Damit würden Sie sich selbst aussperren: Ihre Adresse ist { $address }. Erlauben Sie zuerst ein Netz, zu dem sie gehört.
fault-session-confirm = Bitte bestätigen Sie zur Sicherheit noch einmal, wer Sie sind.
fault-password-wrong = Das bisherige Passwort ist falsch.
fault-password-short = Das Passwort braucht mindestens { $min } Zeichen.
    .hint = Mehrere Wörter hintereinander merken sich leicht.
fault-password-login-inside = Das Passwort darf den Benutzernamen nicht enthalten.
fault-password-common = Dieses Passwort gehört zu denen, die zuerst erraten werden.
    .hint = Wählen Sie eines, auf das sonst niemand käme.
fault-password-same = Das neue Passwort ist das bisherige.
fault-password-differ = Die beiden Passwörter stimmen nicht überein.
fault-csrf = Das Formular ist abgelaufen.
    .hint = Laden Sie die Seite neu und versuchen Sie es noch einmal.
fault-scope-unknown = { $name } ist kein Geltungsbereich: Schreiben Sie ein Objekt und eine Aktion, etwa employees:read.
fault-quota-used-up = Die { $max } Anfragen dieses Tages sind verbraucht. Nach Mitternacht (UTC) geht es weiter; mehr gewährt die Administration.
fault-tenant-unknown = Den Mandanten „{ $name }“ gibt es nicht.
fault-tenant-exists = Den Mandanten „{ $name }“ gibt es bereits.
fault-rule-syntax = Die Regel ist an Position { $position } nicht verständlich: { $detail }
fault-extra-code-taken = Der Code „{ $name }“ wird bereits von einem anderen Feld verwendet.
fault-extra-sensitive = Dieses Feld enthält offenbar besondere Kategorien personenbezogener Daten ({ $category ->
        [health] Gesundheit
        [religion] Religion oder Weltanschauung
        [union] Gewerkschaftszugehörigkeit
        [ethnicity] ethnische Herkunft
        [sexuality] Sexualleben oder sexuelle Orientierung
        [politics] politische Meinungen
        [biometrics] genetische oder biometrische Daten
       *[other] besondere Kategorie
    }; Artikel 9 DSGVO).
    .hint = Bestätigen Sie, dass eine Rechtsgrundlage besteht, oder verzichten Sie auf das Feld.
fault-feature-unknown = Es gibt keine Funktion „{ $name }“, die sich schalten lässt.
    .hint = Schaltbare Funktionen: { $allowed }.
fault-delegation-self = Niemand kann sich selbst vertreten.
fault-acting-ended = Die Vertretung ist beendet: Es wurde nichts getan. Sie arbeiten im eigenen Namen weiter.
fault-acting-own-benefit = Während einer Vertretung kann nichts so geändert werden, dass es auf Sie selbst verweist.
fault-acting-consent = Die Zustimmung gilt für 1 bis 24 Stunden und nur für Supportkonten.
fault-delegation-not-yours = Nur wer vertreten wird, delegiert, oder jemand, der Rollen vergeben darf.
fault-delegation-to-oneself = Niemand delegiert die Arbeit anderer an sich selbst.
    .hint = Wählen Sie eine andere Person als Vertretung.
fault-storage-failed = Die Daten konnten nicht gespeichert oder gelesen werden. Es wurde nichts geändert.
fault-storage-busy = Das System ist ausgelastet.
    .hint = Versuchen Sie es gleich noch einmal.
fault-internal = Bei uns ist ein Fehler aufgetreten. Er wurde aufgezeichnet.
fault-adapt-unmapped = { $field }: Der Wert „{ $value }“ kommt im angepassten Format nicht vor.
    .hint = Ergänzen Sie den Wert im angepassten Format oder berichtigen Sie die Datei.
fault-adapt-number = { $field }: „{ $value }“ ist keine ganze Zahl von Jahren.
fault-adapt-format = Das angepasste Format ist ungültig ({ $place }): { $detail }
fault-mail-none = Diese Installation verschickt keine E-Mails.
    .hint = Wer sie betreibt, kann einen Mailserver einrichten.
fault-mail-address = An diese Adresse kann keine E-Mail geschickt werden.
fault-mail-unreachable = Der Mailserver ist nicht erreichbar.
    .hint = Die E-Mail wartet und wird von selbst wieder versucht.
fault-mail-not-secure = Es kam keine geschützte Verbindung zum Mailserver zustande.
    .hint = Wer die Installation betreibt, prüft Namen und Zertifikat des Servers.
fault-mail-not-offered = Der Mailserver bietet nicht, was nötig ist: Schutz, eine Anmeldung oder Adressen mit solchen Zeichen.
fault-mail-login = Der Mailserver lehnt die Anmeldung dieser Installation ab.
    .hint = Wer sie betreibt, prüft Benutzer und Passwort.
fault-mail-refused = Der Mailserver hat die E-Mail abgelehnt.
    .hint = Prüfen Sie die Adresse.
fault-mail-expired = Die E-Mail konnte nicht rechtzeitig gesendet werden.
fault-mail-folder = Die E-Mail konnte nicht in ihren Ordner geschrieben werden.
fault-mail-gone = Der Inhalt dieser E-Mail ist nicht mehr vorhanden.
    .hint = Lösen Sie sie neu aus, zum Beispiel mit einem neuen Aktivierungslink.
fault-sign-in-unconfirmed = Ihre E-Mail-Adresse ist noch nicht bestätigt.
    .hint = Wir haben Ihnen eine E-Mail mit einem Link geschickt: Folgen Sie ihm, um die Adresse zu bestätigen und Ihr Passwort zu wählen.
fault-account-no-link = Es wurde kein Link geschickt: Das Konto hat keine E-Mail-Adresse, kann nicht benutzt werden oder hat in der letzten Stunde schon mehrere Links bekommen.
fault-link-invalid = Dieser Link gilt nicht mehr.
    .hint = Links gelten einmal und nur für begrenzte Zeit. Fordern Sie über „Passwort vergessen?“ auf der Anmeldeseite einen neuen an.
fault-password-special = Das Passwort braucht mindestens { $count ->
        [one] ein Zeichen, das weder Buchstabe noch Ziffer ist
       *[other] { $count } Zeichen, die weder Buchstaben noch Ziffern sind
    }.
fault-password-digits = Das Passwort braucht mindestens { $count ->
        [one] eine Ziffer
       *[other] { $count } Ziffern
    }.
fault-password-lower = Das Passwort braucht mindestens { $count ->
        [one] einen Kleinbuchstaben
       *[other] { $count } Kleinbuchstaben
    }.
fault-password-upper = Das Passwort braucht mindestens { $count ->
        [one] einen Großbuchstaben
       *[other] { $count } Großbuchstaben
    }.
fault-password-used = Dieses Passwort wurde schon einmal benutzt.
    .hint = Wählen Sie eines, das Sie hier noch nicht hatten.
fault-password-hash = Das ist kein Passwort-Hash, der übernommen werden kann.
    .hint = Das Administrationshandbuch zeigt die Formen.
fault-provider-untested = Der Identitätsanbieter ist noch nicht getestet.
    .hint = Führen Sie zuerst auf seiner Seite eine Testanmeldung durch.
fault-provider-certificate = { $field }: Das ist kein brauchbares Zertifikat ({ $detail }).
    .hint = Fügen Sie das Signaturzertifikat des Anbieters im PEM-Format ein, von BEGIN CERTIFICATE bis END CERTIFICATE.
fault-provider-metadata = Die Metadaten des Anbieters sind nicht brauchbar: { $detail }
fault-provider-address = Die Adresse „{ $address }“ darf nicht aufgerufen werden.
    .hint = Geben Sie eine aus dem Internet erreichbare https-Adresse an oder fügen Sie die Metadaten ein.
fault-provider-unreachable = „{ $address }“ antwortet nicht wie erwartet.
    .hint = Prüfen Sie die Adresse oder fügen Sie die Metadaten ein.
fault-provider-incomplete = Dem Identitätsanbieter fehlt: { $name }.
    .hint = Vervollständigen Sie seine Einstellungen.
fault-sso-message = Die Antwort des Identitätsanbieters ist nicht lesbar: { $detail }
fault-sso-structure = Die Antwort des Identitätsanbieters ist nicht aufgebaut, wie sie sein muss: { $detail }
fault-sso-signature = Die Antwort des Identitätsanbieters ist mit keinem seiner Zertifikate signiert.
    .hint = Hat der Anbieter seinen Schlüssel gewechselt, fügt der Administrator das neue Zertifikat hinzu.
fault-sso-algorithm = Die Antwort des Identitätsanbieters ist auf unsichere Weise signiert.
    .hint = Stellen Sie den Anbieter auf RSA oder ECDSA mit SHA-256 um.
fault-sso-encryption = Die Antwort des Identitätsanbieters lässt sich nicht entschlüsseln.
    .hint = Geben Sie dem Anbieter unsere aktuellen Metadaten.
fault-sso-issuer = Die Antwort kommt von einem anderen Identitätsanbieter als erwartet.
fault-sso-audience = Die Antwort des Identitätsanbieters ist für eine andere Anwendung bestimmt.
    .hint = Vergleichen Sie die Entity-ID in den Einstellungen des Anbieters mit unserer.
fault-sso-recipient = Die Antwort des Identitätsanbieters ist für eine andere Adresse bestimmt.
fault-sso-destination = Die Antwort des Identitätsanbieters wurde an eine andere Adresse gesendet.
fault-sso-time = Die Antwort des Identitätsanbieters ist nicht mehr oder noch nicht gültig.
    .hint = Melden Sie sich erneut an; geschieht es wieder, geht die Uhr des Anbieters falsch.
fault-sso-replay = Diese Anmeldung wurde schon verwendet.
    .hint = Melden Sie sich erneut an.
fault-sso-nonce = Die Antwort des Identitätsanbieters gehört zu einer anderen Anmeldung.
fault-sso-browser = Diese Anmeldung wurde nicht in diesem Browser begonnen, oder vor zu langer Zeit.
    .hint = Melden Sie sich erneut an.
fault-sso-unsolicited = Niemand hat hier um diese Anmeldung gebeten.
    .hint = Beginnen Sie auf unserer Anmeldeseite, oder erlauben Sie Anmeldungen, die beim Anbieter beginnen.
fault-sso-declined = Der Identitätsanbieter hat die Anmeldung abgelehnt: { $detail }
fault-sso-subject = Der Identitätsanbieter sagt nicht, wer sich angemeldet hat.
    .hint = Der Administrator prüft, welches Attribut den Benutzernamen enthält.
fault-sso-account = Für Sie gibt es hier kein Konto.
    .hint = Bitten Sie Ihren Administrator um eines.
fault-schedule-cron = „{ $value }“ ist kein Zeitpunkt, zu dem etwas geschehen könnte.
    .hint = Schreiben Sie fünf Felder: Minute, Stunde, Tag des Monats, Monat, Wochentag, etwa 30 2 * * * für jede Nacht um halb drei.
fault-schedule-zone = Eine Zeitzone „{ $value }“ gibt es nicht.
    .hint = Nennen Sie eine der tz-Datenbank, etwa Europe/Paris.
fault-schedule-operator = Nichts wurde importiert: Das Konto „operator“ gibt es nicht oder es ist nicht aktiv.
    .hint = Ein Administrator des Mandanten kann es mit der Rolle integration anlegen oder wieder zulassen.
fault-file-space-login = Ein Anmeldename des Dateibereichs besteht aus 2 bis 32 Kleinbuchstaben, Ziffern, Binde- und Unterstrichen und beginnt mit einem Buchstaben.
fault-file-space-key = Das ist kein öffentlicher Schlüssel, der hier verwendet werden kann.
    .hint = Geben Sie die eine Zeile eines öffentlichen OpenSSH-Schlüssels vom Typ ssh-ed25519 oder ecdsa-sha2-nistp256, -nistp384 oder -nistp521 an. RSA-Schlüssel werden nicht angenommen.
fault-file-space-key-private = Das ist ein privater Schlüssel. Er bleibt bei seinem Besitzer; nichts davon wurde behalten.
    .hint = Geben Sie die eine Zeile des öffentlichen Schlüssels an: die gleichnamige Datei, die auf .pub endet. Ein privater Schlüssel, der verschickt wurde, wird besser ersetzt.
fault-file-space-key-type = Schlüssel vom Typ { $type } werden nicht angenommen.
    .hint = Erzeugen Sie einen vom Typ Ed25519, mit ssh-keygen -t ed25519, und geben Sie die Zeile seiner Datei an, die auf .pub endet. ECDSA-Schlüssel auf den Kurven nistp256, nistp384 und nistp521 werden ebenfalls angenommen.
fault-file-space-name = „{ $name }“ kann kein Name im Dateibereich sein.
    .hint = Ein Name hat höchstens 255 Byte, beginnt nicht mit einem Punkt und enthält weder Schrägstriche noch Steuer- oder unsichtbare Zeichen noch Zeichen, die einem Schrägstrich oder Punkt gleichen.
fault-file-space-place = An dieser Stelle kann nichts geändert werden.
    .hint = Dateien und Ordner gehören in in, out, done oder rejected, höchstens acht Ordner tief; diese vier bleiben, wie sie sind.
fault-file-space-not-found = Diese Datei oder diesen Ordner gibt es nicht.
fault-file-space-exists = Es gibt schon eine Datei oder einen Ordner dieses Namens.
fault-file-space-not-empty = Der Ordner ist nicht leer.
fault-file-space-kind = Das geht nur mit Dateien oder nur mit Ordnern.
fault-file-space-full = Der Dateibereich ist voll: höchstens { $max } MiB.
    .hint = Löschen Sie, was nicht mehr gebraucht wird, oder bitten Sie den Anbieter um mehr Platz.
fault-file-space-most = Der Dateibereich fasst höchstens { $max } Dateien und Ordner.
    .hint = Löschen Sie, was nicht mehr gebraucht wird, oder bitten Sie den Anbieter um mehr Platz.
fault-second-factor-wrong = Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten.
fault-second-factor-expired = Der Schlüssel gilt nicht mehr. Beginnen Sie neu und scannen Sie das neue Bild.
fault-second-factor-none = Es gibt keinen zweiten Faktor.
fault-second-factor-required = Ihr Unternehmen verlangt einen zweiten Faktor. Richten Sie einen anderen ein, bevor Sie diesen entfernen.
fault-passkey-failed = Dieser Passkey konnte nicht verwendet werden. Versuchen Sie es noch einmal, oder melden Sie sich auf andere Weise an.
fault-passkey-expired = Die Frage an Ihr Gerät ist zu alt. Versuchen Sie es noch einmal.
fault-passkey-known = Dieser Passkey ist schon in Gebrauch. Erstellen Sie einen anderen.
fault-passkey-too-many = Ein Konto hat höchstens { $max } Passkeys. Entfernen Sie einen, den Sie nicht mehr verwenden.
fault-passkey-not-allowed = Ihr Unternehmen verwendet keine Passkeys. Melden Sie sich auf andere Weise an.
