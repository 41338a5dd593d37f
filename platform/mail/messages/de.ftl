# Jede E-Mail
mail-copy = Wenn die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:
mail-foot = Diese Nachricht wurde automatisch im Auftrag von { $tenant } verschickt. Bitte antworten Sie nicht darauf.

# Eine E-Mail, um zu sehen, ob E-Mails ankommen
mail-test-subject = Testnachricht von { $tenant }
mail-test-body =
    Guten Tag,

    Sie haben diese Nachricht angefordert, um zu sehen, ob E-Mails ankommen. Sie kommen an.

# Ein neues Konto
mail-account-activation-subject = Aktivieren Sie Ihr Konto bei { $tenant }
mail-account-activation-body =
    Guten Tag,

    bei { $tenant } wurde ein Konto für Sie angelegt. Ihr Benutzername ist { $login }.

    Wählen Sie ein eigenes Passwort, um Ihre Adresse zu bestätigen und das Konto zu aktivieren. Der Link gilt einmal, bis { $until }.

    Wenn Sie kein Konto erwarten, brauchen Sie nichts zu tun.
mail-account-activation-button = Konto aktivieren

# Ein vergessenes Passwort
mail-account-reactivation-subject = Setzen Sie ein neues Passwort für { $tenant }
mail-account-reactivation-body =
    Guten Tag,

    für das Konto { $login } bei { $tenant } wurde ein neues Passwort angefordert.

    Setzen Sie es mit dem Link unten. Er gilt einmal, bis { $until }. Bis dahin bleibt Ihr jetziges Passwort gültig.

    Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne diese Nachricht kommt niemand hinein.
mail-account-reactivation-button = Neues Passwort setzen

# Ein gesperrtes Konto
mail-account-locked-subject = Ihr Konto bei { $tenant } ist vorübergehend gesperrt
mail-account-locked-body =
    Guten Tag,

    für das Konto { $login } wurde mehrmals ein falsches Passwort eingegeben. Es ist deshalb für einige Minuten gesperrt.

    Wenn Sie es waren: Warten Sie, oder setzen Sie mit dem Link unten ein neues Passwort. Er gilt einmal, bis { $until }, und entsperrt das Konto sofort.

    Wenn Sie es nicht waren: Ihr Konto ist geschützt. Sagen Sie Ihrer Administration Bescheid, wenn es wieder geschieht.
mail-account-locked-button = Neues Passwort setzen

# Hinweise
mail-password-changed-subject = Ihr Passwort bei { $tenant } wurde geändert
mail-password-changed-body =
    Guten Tag,

    das Passwort des Kontos { $login } wurde am { $when } geändert. Auf allen anderen Geräten sind Sie abgemeldet.

    Wenn Sie das nicht waren, setzen Sie über „Passwort vergessen?“ auf der Anmeldeseite sofort ein neues und sagen Sie Ihrer Administration Bescheid.

mail-email-changed-old-subject = Die Adresse Ihres Kontos bei { $tenant } wurde geändert
mail-email-changed-old-body =
    Guten Tag,

    Nachrichten zum Konto { $login } gehen ab jetzt an eine andere Adresse. Diese ist die letzte, die hier ankommt.

    Wenn Sie nicht wissen, warum, sagen Sie Ihrer Administration Bescheid.

mail-email-changed-new-subject = Dies ist ab jetzt die Adresse Ihres Kontos bei { $tenant }
mail-email-changed-new-body =
    Guten Tag,

    Nachrichten zum Konto { $login } kommen ab jetzt an diese Adresse.

    Wenn Sie nicht wissen, warum, sagen Sie Ihrer Administration Bescheid.

mail-new-device-subject = Neue Anmeldung an Ihrem Konto bei { $tenant }
mail-new-device-body =
    Guten Tag,

    jemand hat sich am Konto { $login } mit einem Gerät angemeldet, das bisher nicht benutzt wurde.

    Wann: { $when }
    Gerät: { $device }
    Adresse: { $address }

    Wenn Sie das waren, brauchen Sie nichts zu tun. Wenn nicht, setzen Sie sofort ein neues Passwort und sagen Sie Ihrer Administration Bescheid.

# Dasselbe über Konten von Bewerbenden
mail-candidate-account-activation-subject = Wählen Sie ein Passwort für Ihr Konto bei { $tenant }
mail-candidate-account-activation-body =
    Guten Tag,

    { $login } ist jetzt die Adresse Ihres Kontos für Bewerbungen bei { $tenant }. Ihr bisheriges Passwort gilt nicht mehr.

    Wählen Sie mit dem Link unten ein neues. Er gilt einmal, bis { $until }.
mail-candidate-account-activation-button = Passwort wählen
mail-candidate-account-reactivation-subject = Setzen Sie ein neues Passwort für { $tenant }
mail-candidate-account-reactivation-body =
    Guten Tag,

    für Ihr Konto { $login } für Bewerbungen bei { $tenant } wurde ein neues Passwort angefordert.

    Setzen Sie es mit dem Link unten. Er gilt einmal, bis { $until }. Bis dahin bleibt Ihr jetziges Passwort gültig.

    Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne diese Nachricht kommt niemand hinein.
mail-candidate-account-reactivation-button = Neues Passwort setzen
mail-candidate-account-locked-subject = Ihr Konto bei { $tenant } ist vorübergehend gesperrt
mail-candidate-account-locked-body =
    Guten Tag,

    für Ihr Konto { $login } wurde mehrmals ein falsches Passwort eingegeben. Es ist deshalb für einige Minuten gesperrt.

    Wenn Sie es waren: Warten Sie, oder setzen Sie mit dem Link unten ein neues Passwort. Er gilt einmal, bis { $until }, und entsperrt das Konto sofort.

    Wenn Sie es nicht waren: Ihr Konto ist geschützt, und Sie brauchen nichts zu tun.
mail-candidate-account-locked-button = Neues Passwort setzen
mail-candidate-password-changed-subject = Ihr Passwort bei { $tenant } wurde geändert
mail-candidate-password-changed-body =
    Guten Tag,

    das Passwort Ihres Kontos { $login } wurde am { $when } geändert. Auf allen anderen Geräten sind Sie abgemeldet.

    Wenn Sie das nicht waren, setzen Sie über „Passwort vergessen?“ auf der Karriereseite sofort ein neues.
mail-candidate-new-device-subject = Neue Anmeldung an Ihrem Konto bei { $tenant }
mail-candidate-new-device-body =
    Guten Tag,

    jemand hat sich an Ihrem Konto { $login } mit einem Gerät angemeldet, das bisher nicht benutzt wurde.

    Wann: { $when }
    Gerät: { $device }
    Adresse: { $address }

    Wenn Sie das waren, brauchen Sie nichts zu tun. Wenn nicht, setzen Sie sofort ein neues Passwort.

mail-delegation-received-subject = { $name } überträgt Ihnen Arbeit bei { $tenant }
mail-delegation-received-body =
    Guten Tag,

    Vom { $start } bis { $end } dürfen Sie für { $name } handeln. Beginnen und beenden Sie es auf der Seite Vertretungen; alles wird mit beiden Namen festgehalten.

mail-delegation-received-button = Vertretungen

mail-delegation-given-subject = Sie haben bei { $tenant } an { $name } übertragen
mail-delegation-given-body =
    Guten Tag,

    Vom { $start } bis { $end } darf { $name } für Sie handeln. Wenn Sie das nicht eingerichtet haben, beenden Sie es sofort auf der Seite Vertretungen und informieren Sie Ihre Administration.

mail-delegation-given-button = Vertretungen

# Second factors
mail-factor-added-subject = Ihrem Konto bei { $tenant } wurde ein zweiter Faktor hinzugefügt
mail-factor-added-body =
    Guten Tag,

    Dem Konto { $login } wurde am { $when } ein zweiter Faktor oder ein neuer Satz Wiederherstellungscodes hinzugefügt.

    Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort und sagen Sie Ihrer Administration Bescheid.

mail-factor-removed-subject = Ein zweiter Faktor Ihres Kontos bei { $tenant } wurde entfernt
mail-factor-removed-body =
    Guten Tag,

    Vom Konto { $login } wurde am { $when } ein zweiter Faktor entfernt.

    Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort und sagen Sie Ihrer Administration Bescheid.

mail-factor-reset-subject = Ihr zweiter Faktor bei { $tenant } wurde zurückgesetzt
mail-factor-reset-body =
    Guten Tag,

    Die Administration hat am { $when } alle zweiten Faktoren des Kontos { $login } zurückgesetzt und seine Sitzungen beendet. Sie können sich mit Ihrem Passwort anmelden und einen neuen einrichten.

    Wenn Sie nicht darum gebeten haben, sagen Sie sofort Ihrer Administration Bescheid.

mail-recovery-used-subject = Ein Wiederherstellungscode Ihres Kontos bei { $tenant } wurde benutzt
mail-recovery-used-body =
    Guten Tag,

    Mit einem Wiederherstellungscode hat sich am { $when } jemand am Konto { $login } angemeldet. Er gilt nun nicht mehr.

    Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort und sagen Sie Ihrer Administration Bescheid.

mail-factor-guessed-subject = Für Ihr Konto bei { $tenant } wurden falsche Codes eingegeben
mail-factor-guessed-body =
    Guten Tag,

    Jemand hat bei der Anmeldung am Konto { $login } Ihr richtiges Passwort und danach mehrere falsche Codes eingegeben, den letzten am { $when } von der Adresse { $address }. Niemand wurde hineingelassen.

    Wenn Sie das waren: Warten Sie einige Minuten und versuchen Sie es noch einmal, oder verwenden Sie einen Wiederherstellungscode. Wenn nicht, kennt jemand Ihr Passwort: Setzen Sie sofort ein neues und sagen Sie Ihrer Administration Bescheid.
