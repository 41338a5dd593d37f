# Konten von Bewerbenden
careers-account = Ihr Konto
careers-account-again = Passwort wiederholen
careers-account-as = Sie bewerben sich als { $name }, { $email }. Das Formular ist aus Ihren Daten ausgefüllt; sehen Sie es vor dem Absenden durch.
careers-account-asked-text = Gehört eine E-Mail zu Ihrer Eingabe, ist sie unterwegs. Folgen Sie dem Link darin.
careers-account-change = Passwort ändern
careers-account-confirm = Konto bestätigen
careers-account-confirm-text = Geben Sie das Passwort ein, das Sie für { $email } gewählt haben. So kann niemand für Sie ein Konto mit einem fremden Passwort anlegen.
careers-account-device = Unbekanntes Gerät
careers-account-documents = Aus Ihren Unterlagen
careers-account-due = Ihr Passwort muss erneuert werden, bevor es weitergeht.
careers-account-end-others = Auf allen anderen Geräten abmelden
careers-account-failed = Die E-Mail-Adresse oder das Passwort ist falsch.
careers-account-forgotten = Passwort vergessen?
careers-account-forgotten-text = Geben Sie Ihre E-Mail-Adresse ein. Gibt es ein Konto, erhalten Sie einen Link, mit dem Sie ein neues Passwort setzen.
careers-account-have = Haben Sie ein Konto? Dann wird das Formular aus Ihren Daten ausgefüllt.
careers-account-here = Dieses Gerät
careers-account-link = Mit einem Link, ohne Passwort
careers-account-new = Neues Passwort setzen
careers-account-new-text = Wählen Sie ein neues Passwort für { $email }. Sie werden überall abgemeldet.
careers-account-none = Noch kein Konto?
careers-account-offer = Mit einem Konto kommen Sie mit einem eigenen Passwort zurück und müssen für die nächste Bewerbung nicht alles neu ausfüllen.
careers-account-over = Dieser Link gilt nicht mehr
careers-account-over-text = Er wurde benutzt, oder seine Zeit ist um. Melden Sie sich an, wenn Sie ein Konto haben, oder legen Sie es neu an.
careers-account-password = Passwort
careers-account-present = Jetziges Passwort
careers-account-rules = Das Passwort braucht:
careers-account-sessions = { $count ->
    [one] Sie sind nur auf diesem Gerät angemeldet.
   *[other] Sie sind auf { $count } Geräten angemeldet.
}
careers-account-set = Ihr Passwort ist gesetzt
careers-account-set-text = Sie können sich jetzt damit anmelden.
careers-account-sign-in = Anmelden
careers-account-sign-in-text = Mit Ihrem Konto sehen Sie Ihre Bewerbungen und was wir Ihnen geschrieben haben.
careers-account-sign-up = Konto anlegen
careers-account-sign-up-text = Wir schicken eine E-Mail an Ihre Adresse. Das Konto besteht, sobald Sie sie bestätigt haben.
careers-account-wrong = Das ist nicht das Passwort, das Sie gewählt haben. Wenn Sie es nicht mehr wissen, legen Sie das Konto neu an.
careers-account-you = Sie sind als { $email } angemeldet.
careers-me-done-account = Ihr Konto wurde angelegt.
careers-me-done-password = Ihr Passwort wurde geändert.
careers-me-done-ended = Sie sind auf allen anderen Geräten abgemeldet.
mail-candidate-account-confirm-subject = Bestätigen Sie Ihr Konto bei { $tenant }
mail-candidate-account-confirm-body =
    Guten Tag,

    jemand möchte mit dieser Adresse ein Konto für Bewerbungen bei { $tenant } anlegen. Wenn Sie das waren, bestätigen Sie es mit dem Link unten und dem Passwort, das Sie gewählt haben.

    Wenn nicht, brauchen Sie nichts zu tun: Ohne diese E-Mail gibt es kein Konto.
mail-candidate-account-confirm-button = Konto bestätigen
mail-candidate-account-known-subject = Sie haben bereits ein Konto bei { $tenant }
mail-candidate-account-known-body =
    Guten Tag,

    jemand wollte mit dieser Adresse ein Konto für Bewerbungen bei { $tenant } anlegen. Es gibt schon eines: Melden Sie sich mit Ihrem Passwort an, oder setzen Sie dort ein neues, wenn Sie es nicht mehr wissen.

    Wenn Sie das nicht waren, brauchen Sie nichts zu tun.
mail-candidate-account-known-button = Anmelden
mail-candidate-account-staff-subject = Diese Adresse gehört zu einem Konto von { $tenant }
mail-candidate-account-staff-body =
    Guten Tag,

    jemand wollte mit dieser Adresse ein Konto für Bewerbungen bei { $tenant } anlegen. Mit ihr meldet sich bereits jemand an, der dort arbeitet; sie kann deshalb nicht zu einem Konto von Bewerbenden gehören.

    Wenn Sie sich beworben haben, führt ein Link per E-Mail jederzeit zu Ihren Bewerbungen: Fordern Sie ihn auf der Seite unten an.
mail-candidate-account-staff-button = Seite öffnen
