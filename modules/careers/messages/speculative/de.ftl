# Initiativbewerbungen
careers-field-contract = Vertrag
careers-field-family = Arbeitsgebiet
careers-field-wish-country = Land
careers-field-wish-place = Ort oder Region
careers-spontaneous = Initiativbewerbung
careers-spontaneous-none = Nichts Passendes dabei?
careers-spontaneous-pool = Initiativbewerbungen
careers-spontaneous-received = Vielen Dank. Wir haben eine Bestätigung an Ihre E-Mail-Adresse gesendet. Wir merken Ihre Bewerbung für passende Stellen vor.
careers-spontaneous-text = Senden Sie uns Ihre Unterlagen und sagen Sie uns, was Sie gern tun würden, damit wir Sie finden, wenn eine Stelle frei wird.
careers-spontaneous-withdraw = Ihre Bewerbung wird gelöscht und nicht mehr berücksichtigt. Ihre Daten und Unterlagen bleiben hier, bis Sie sie löschen.
careers-up-to = (höchstens { $count })
careers-wish = Was Sie suchen
careers-wish-any = Beliebig
mail-speculative-received-subject = Wir haben Ihre Bewerbung erhalten
mail-speculative-received-body =
    Guten Tag { $name },

    vielen Dank für Ihre Bewerbung. Sie ist angekommen, und wir merken sie für passende Stellen vor. In Ihrem Bereich können Sie sie ansehen, Unterlagen ergänzen und sie zurückziehen.

    Sie haben sich nicht beworben? Dann hat jemand versehentlich Ihre Adresse eingegeben; bitte sagen Sie dem Unternehmen Bescheid.
mail-speculative-received-button = Meine Bewerbungen öffnen
