# Career sites
careers-about-you = Over u
careers-all = Alles tonen
careers-answer = Beantwoord deze vraag.
careers-apply = Solliciteren
careers-apply-for = Solliciteren: { $title }
careers-at-a-glance = In het kort
careers-back = Alle vacatures
careers-benefits = Wat wij bieden
careers-category = Categorie
careers-choose = Controleer dit antwoord.
careers-company = Wie wij zijn
careers-contract = Contract
careers-cookies = Wat deze site in uw browser bewaart
careers-cookies-text =
    {"- "}De gekozen taal, een jaar lang, in een cookie.
    {"- "}Een begonnen sollicitatie, een week lang, alleen op uw apparaat. Ze wordt gewist bij het versturen of wanneer u dat wilt.

    Niets volgt u en niets wordt met anderen gedeeld.
careers-copied = Gekopieerd
careers-copy = Link kopiëren
careers-country = Land
careers-cv-read = We hebben ingevuld wat we in uw cv vonden. Kijk het even na.
careers-cv-missing = Voeg uw cv toe.
careers-date-wrong = Vul een datum in.
careers-documents = Wat u meestuurt
careers-documents-title = Uw documenten
careers-draft = Wat u hier eerder schreef, staat er weer. Het wordt alleen op dit apparaat bewaard.
careers-draft-forget = Wissen
careers-education = Opleiding
careers-email-wrong = Dit is geen e-mailadres, zoals naam@voorbeeld.nl.
careers-experience = Ervaring
careers-family = Vakgebied
careers-feed = Nieuwe vacatures als feed
careers-field-available-from = Beschikbaar vanaf
careers-field-city = Woonplaats
careers-field-country = Land
careers-field-cover-text = Bericht aan ons
careers-field-cv = Cv
careers-field-document = Andere documenten
careers-field-email = E-mail
careers-field-first-name = Voornaam
careers-field-last-name = Achternaam
careers-field-letter = Motivatiebrief
careers-field-phone = Telefoon
careers-field-privacy = Privacyverklaring
careers-file-help = Pdf, Word, OpenDocument, RTF of afbeelding, tot 10 MB.
careers-files-again = Kies uw bestanden opnieuw: browsers bewaren ze niet.
careers-fill-in = Vul dit in.
careers-find = Zoeken
careers-jobs = Vacatures
careers-kind = Dit bestand kunnen we niet openen. Stuur een pdf-, Word-, OpenDocument- of RTF-bestand of een afbeelding.
careers-language = Taal
careers-languages = Talen
careers-large = Dit bestand is groter dan 10 MB.
careers-letter-missing = Voeg een motivatiebrief toe of schrijf een bericht.
careers-mail = Per e-mail
careers-mend = Controleer het volgende
careers-mission = Uw werk
careers-more = Meer
careers-more-jobs = Meer vacatures
careers-narrow = Verfijnen
careers-none = Op dit moment zijn er geen vacatures
careers-none-text = Nieuwe verschijnen op deze pagina zodra ze openstaan.
careers-nothing = Niets past bij dit alles
careers-nothing-text = Laat een keuze los of zoek andere woorden.
careers-openings = Plaatsen
careers-optional = (optioneel)
careers-page = Pagina { $number }
careers-pages = Pagina’s
careers-part-time = { $share } van voltijd
careers-place = Plaats
careers-privacy = Privacy
careers-privacy-missing = Lees de privacyverklaring en vink het vakje aan.
careers-privacy-read = Ik heb gelezen hoe { $name } mijn gegevens gebruikt.
careers-profile = Uw profiel
careers-questions = Enkele vragen
careers-received = Uw sollicitatie is ontvangen
careers-received-text = Dank u. We hebben een bevestiging naar uw e-mailadres gestuurd. Elke sollicitatie wordt door iemand gelezen; u hoort van ons.
careers-reference = Referentie
careers-remote = Thuiswerken
careers-salary = Salaris
careers-search = Vacatures zoeken
careers-search-hint = Beroep, vaardigheid, plaats
careers-send = Sollicitatie versturen
careers-send-help = U ontvangt een bevestiging per e-mail.
careers-sending = Bezig met versturen …
careers-share = Delen
careers-skills = Vaardigheden
careers-start = Begin
careers-take-back = verwijderen
careers-today = Vandaag
careers-too-long = Dit is te lang.
careers-too-many = Stuur hoogstens vijf documenten.
careers-top = Uitgelicht
careers-unit = Afdeling
careers-until = Solliciteren tot
careers-welcome = Vind werk dat bij u past
careers-count = { $count ->
    [one] { $count } vacature
   *[other] { $count } vacatures
}
careers-days-ago = { $count ->
    [1] Gisteren
   *[other] { $count } dagen geleden
}
careers-months = { $count ->
    [one] { $count } maand
   *[other] { $count } maanden
}
careers-others = { $count ->
    [one] nog { $count }
   *[other] nog { $count }
}
mail-application-received-subject = We hebben uw sollicitatie ontvangen: { $vacancy }
mail-application-received-body =
    Beste { $name },

    Dank u voor uw sollicitatie op “{ $vacancy }” (referentie { $reference }). Ze is aangekomen en wordt door iemand gelezen. U hoort van ons.

    Hebt u niet gesolliciteerd? Dan heeft iemand per ongeluk uw adres ingevuld; laat het het bedrijf weten.
careers-remote-fact = Thuiswerken: { $text }
careers-per = { $period ->
    [hour] { $amount } per uur
    [day] { $amount } per dag
    [week] { $amount } per week
    [month] { $amount } per maand
   *[year] { $amount } per jaar
}
