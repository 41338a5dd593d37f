# Links from mails, password policy, mails, activation
links-sign-in = Zur Anmeldung
links-forgotten = Passwort vergessen?
links-not-by-mail = Neue Passwörter werden hier nicht per E-Mail verschickt. Bitte wenden Sie sich an Ihre HR-Administration.
links-forgotten-text = Geben Sie Ihren Benutzernamen ein. Wir schicken einen Link für ein neues Passwort an die Adresse Ihres Kontos.
links-send = Link schicken
links-asked = Wenn es ein Konto mit diesem Benutzernamen und einer E-Mail-Adresse gibt, ist eine E-Mail unterwegs.
links-asked-help = Sehen Sie in Ihr Postfach und auch unter den unerwünschten E-Mails nach. Der Link gilt einmal und nur für begrenzte Zeit.
links-invalid = Der Link gilt nicht mehr
links-activate = Konto aktivieren
links-set = Neues Passwort setzen
links-activate-text = Wählen Sie Ihr Passwort. Danach können Sie sich damit anmelden.
links-set-text = Wählen Sie ein neues Passwort. Das bisherige gilt dann nicht mehr, und Sie werden überall abgemeldet.
links-done = Ihr Passwort ist gesetzt. Sie können sich jetzt damit anmelden.
links-done-title = Fertig
policy-says-length = mindestens { $count } Zeichen
policy-says-special = { $count ->
        [one] mindestens ein Zeichen, das weder Buchstabe noch Ziffer ist
       *[other] mindestens { $count } Zeichen, die weder Buchstaben noch Ziffern sind
    }
policy-says-digits = { $count ->
        [one] mindestens eine Ziffer
       *[other] mindestens { $count } Ziffern
    }
policy-says-lower = { $count ->
        [one] mindestens ein Kleinbuchstabe
       *[other] mindestens { $count } Kleinbuchstaben
    }
policy-says-upper = { $count ->
        [one] mindestens ein Großbuchstabe
       *[other] mindestens { $count } Großbuchstaben
    }
policy-says-used = { $count ->
        [one] nicht das vorige Passwort
       *[other] keines der letzten { $count } Passwörter
    }
policy-says-login = Ihr Benutzername kommt nicht darin vor
policy-says-weak = keines, das zuerst erraten wird
policy-strength-0 = sehr schwach
policy-strength-1 = schwach
policy-strength-2 = mittel
policy-strength-3 = gut
policy-strength-4 = stark
policy-bits = { $bits } Bit
policy-strength = Stärke
policy-fine = Das Passwort kann genommen werden.
policy-title = Passwortregeln
policy-text = Wie Passwörter sein müssen und wie lange Sitzungen dauern: von Mitarbeitenden und Administratoren und von Bewerbern.
policy-profile = Profil
policy-profile-text = Beginnen Sie mit einem Profil und ändern Sie bei Bedarf unten einzelne Regeln.
policy-candidates = Bewerber
policy-candidates-text = Wie im Vertrag, mit mindestens 12 Zeichen: Bewerber wählen ihre Passwörter selbst.
policy-contract = Vertrag
policy-contract-text = Mindestens 8 Zeichen aus vier Arten, alle 90 Tage ein neues Passwort, die letzten 24 werden abgelehnt, Sperre nach 5 Fehlversuchen.
policy-standards = Standards
policy-standards-text = Nach CNIL 2022-100 und NIST SP 800-63B-4: mindestens 15 Zeichen, keine Vorgaben zu ihrer Art, kein regelmäßiger Wechsel, verbreitete Passwörter werden abgelehnt.
policy-in-force = in Kraft
policy-take = Dieses Profil nehmen
policy-composition = Wie ein Passwort sein muss
policy-time = Wechsel und Sperre
policy-mail = Links per E-Mail
policy-try = Ein Passwort ausprobieren
policy-try-text = Sehen Sie, was diese Regeln zu einem Passwort sagen, auch bevor Sie sie speichern. Was Sie hier tippen, wird nirgends aufbewahrt.
policy-saved = Die Passwortregeln wurden gespeichert.
mails-title = E-Mails
mails-text = Wie E-Mails verschickt werden und welche noch nicht gesendet werden konnten.
mails-way = Versand
mails-none = Es können keine E-Mails gesendet werden: Es ist kein Mailserver eingerichtet. Das tut, wer diese Installation betreibt.
mails-transport = Weg
mails-by-smtp = über einen Mailserver
mails-by-file = in einen Ordner
mails-by-catcher = für die Demo aufbewahrt, nichts verlässt diesen Rechner
mails-security = Verbindung
mails-starttls = geschützt (STARTTLS)
mails-tls = geschützt (TLS)
mails-plain = nicht geschützt
mails-from = Absender
mails-read-caught = Die E-Mails der Demo lesen
mails-test = Mir eine Test-E-Mail schicken
mails-test-sent = Eine Test-E-Mail an Sie ist unterwegs.
mails-open = Noch nicht gesendet
mails-all = Alle E-Mails
mails-retry = Wieder versuchen
mails-retried = Die E-Mail wird jetzt wieder versucht.
mails-nothing = Alles ist gesendet
mails-nothing-text = Wartende und nicht zustellbare E-Mails erscheinen hier.
activation-title = Konten aktivieren
activation-text = Konten, die noch niemand benutzt hat, bekommen per E-Mail einen Link, mit dem ihre Inhaber ein Passwort wählen.
activation-none = Niemand wartet
activation-none-text = Jedes Konto mit E-Mail-Adresse hat ein Passwort.
activation-waiting = { $count ->
        [one] Ein Konto mit E-Mail-Adresse hat noch kein Passwort.
       *[other] { $count } Konten mit E-Mail-Adresse haben noch kein Passwort.
    }
activation-confirm = Allen einen Aktivierungslink schicken?
activation-send = Aktivierungslinks schicken
activation-sent = { $count ->
        [one] Ein Link verschickt
       *[other] { $count } Links verschickt
    }
activation-progress = Aktivierungslinks werden verschickt
activation-failed = Der Versand brach ab. Starten Sie ihn wieder: Wer schon einen Link hat, wird übergangen.
activation-begun = Die Aktivierungslinks werden verschickt.
caught-title = E-Mails der Demo
caught-text = Was die Demo verschickt, wird hier aufbewahrt und geht an niemanden.
caught-none = Noch keine E-Mails
caught-none-text = Fordern Sie ein neues Passwort an oder schicken Sie einen Aktivierungslink, und kommen Sie wieder.
caught-follow = Dem Link folgen
caught-plain = Als reiner Text
accounts-activation-text = Oder lassen Sie den Inhaber das Passwort wählen, mit einem Link an die E-Mail-Adresse des Kontos.
accounts-send-activation = Aktivierungslink schicken
accounts-activation-sent = Der Aktivierungslink ist unterwegs.
