careers-agency = Voor bureaus
careers-agency-ask-text = Werkt u voor een wervingsbureau waarmee wij samenwerken? Vul uw e-mailadres in. Als wij het kennen, krijgt u een link naar de pagina’s van uw bureau.
careers-agency-asked-text = Als dit adres van iemand bij een bureau is, is er een e-mail met een link onderweg. Die werkt één dag.
careers-agency-vacancies = Vacatures voor u
careers-agency-no-vacancies = Op dit moment is er geen vacature voor uw bureau. U krijgt een e-mail zodra er een is.
careers-agency-vacancy = Vacature
careers-agency-until = Voorstellen tot en met { $day }
careers-agency-note = Voor uw bureau
careers-agency-back = Terug naar het overzicht
careers-agency-proposals = Uw voorstellen
careers-agency-none = Uw bureau heeft nog niemand voorgesteld. Kies een vacature en stel iemand voor.
careers-agency-nothing = Geen voorstel past daarbij.
careers-agency-more = Alleen de nieuwste worden getoond. Zoek op een naam of nummer om andere te vinden.
careers-agency-proposed-on = Voorgesteld op { $day } · { $number }
careers-agency-search = Naam of nummer
careers-agency-state = Status
careers-agency-all = Alle
careers-agency-number = Nummer
careers-agency-protected = Geldt als uw voorstel tot en met
careers-agency-propose = Kandidaat voorstellen
careers-agency-propose-for = Kandidaat voorstellen: { $title }
careers-agency-person = De persoon
careers-agency-papers = Documenten
careers-agency-agreed = De persoon stemt ermee in dat wij haar of hem voor deze vacature voorstellen en deze gegevens sturen.
careers-agency-agreed-missing = Stel alleen mensen voor die ermee instemmen. Vink het vakje aan als dat zo is.
careers-agency-told = De persoon krijgt van ons een e-mail waarin staat wie het voorstel deed, met een link naar de gegevens.
careers-agency-send = Voorstel versturen
careers-agency-done-proposed = Uw voorstel is ontvangen. U krijgt een e-mail zodra er nieuws is.
careers-agency-done-withdrawn = Uw voorstel is ingetrokken.
careers-agency-withdraw = Voorstel intrekken
careers-agency-withdraw-ask = Dit voorstel intrekken?
careers-agency-withdraw-text = Wij werken er niet verder aan, en de persoon geldt niet meer als door uw bureau voorgesteld.
careers-field-comment = Waarom deze persoon past
careers-field-language = Taal van onze e-mails aan de persoon
careers-me-proposed = Voorgesteld door bureaus
careers-me-proposed-on = { $agency }, op { $day }
mail-agency-link-subject = Uw link naar de pagina’s van { $agency } bij { $tenant }
mail-agency-link-body =
    Hallo { $name },

    Hier is de link die u hebt aangevraagd. Hij opent de vacatures en voorstellen van { $agency } bij { $tenant } en werkt één dag. Geef hem aan niemand.

    Hebt u hem niet aangevraagd? Dan hoeft u niets te doen.
mail-agency-link-button = Pagina’s openen
