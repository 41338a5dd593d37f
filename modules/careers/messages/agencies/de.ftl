careers-agency = Für Personalvermittlungen
careers-agency-ask-text = Sie arbeiten für eine Personalvermittlung, mit der wir zusammenarbeiten? Geben Sie Ihre E-Mail-Adresse ein. Kennen wir sie, erhalten Sie einen Link zu den Seiten Ihrer Vermittlung.
careers-agency-asked-text = Gehört diese Adresse jemandem bei einer Vermittlung, ist eine E-Mail mit einem Link unterwegs. Er gilt einen Tag lang.
careers-agency-vacancies = Stellen für Sie
careers-agency-no-vacancies = Zurzeit gibt es keine Stelle für Ihre Vermittlung. Sie erhalten eine E-Mail, sobald es eine gibt.
careers-agency-vacancy = Stelle
careers-agency-until = Vorschläge bis { $day }
careers-agency-note = Für Ihre Vermittlung
careers-agency-back = Zurück zur Übersicht
careers-agency-proposals = Ihre Vorschläge
careers-agency-none = Ihre Vermittlung hat noch niemanden vorgeschlagen. Wählen Sie eine Stelle und schlagen Sie jemanden vor.
careers-agency-nothing = Kein Vorschlag passt dazu.
careers-agency-more = Nur die neuesten werden gezeigt. Suchen Sie nach einem Namen oder einer Nummer, um andere zu finden.
careers-agency-proposed-on = Vorgeschlagen am { $day } · { $number }
careers-agency-search = Name oder Nummer
careers-agency-state = Status
careers-agency-all = Alle
careers-agency-number = Nummer
careers-agency-protected = Gilt als Ihr Vorschlag bis
careers-agency-propose = Person vorschlagen
careers-agency-propose-for = Person vorschlagen: { $title }
careers-agency-person = Die Person
careers-agency-papers = Unterlagen
careers-agency-agreed = Die Person ist damit einverstanden, dass wir sie für diese Stelle vorschlagen und diese Daten senden.
careers-agency-agreed-missing = Schlagen Sie nur Personen vor, die einverstanden sind. Haken Sie das Feld an, wenn es so ist.
careers-agency-told = Die Person erhält von uns eine E-Mail, die sagt, wer sie vorgeschlagen hat, mit einem Link zu ihren Daten.
careers-agency-send = Vorschlag senden
careers-agency-done-proposed = Ihr Vorschlag ist eingegangen. Sie erhalten eine E-Mail, sobald es etwas Neues gibt.
careers-agency-done-withdrawn = Ihr Vorschlag ist zurückgezogen.
careers-agency-withdraw = Vorschlag zurückziehen
careers-agency-withdraw-ask = Diesen Vorschlag zurückziehen?
careers-agency-withdraw-text = Wir arbeiten nicht weiter daran, und die Person gilt nicht mehr als von Ihrer Vermittlung vorgeschlagen.
careers-field-comment = Warum die Person passt
careers-field-language = Sprache unserer E-Mails an die Person
careers-me-proposed = Vorgeschlagen von Personalvermittlungen
careers-me-proposed-on = { $agency }, am { $day }
mail-agency-link-subject = Ihr Link zu den Seiten von { $agency } bei { $tenant }
mail-agency-link-body =
    Guten Tag { $name },

    hier ist der Link, den Sie angefordert haben. Er öffnet die Stellen und Vorschläge von { $agency } bei { $tenant } und gilt einen Tag lang. Geben Sie ihn niemandem.

    Sie haben ihn nicht angefordert? Dann brauchen Sie nichts zu tun.
mail-agency-link-button = Seiten öffnen
