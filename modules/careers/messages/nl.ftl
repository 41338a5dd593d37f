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
    {"- "}Dat u via een link naar uw sollicitaties of naar de pagina’s van uw bureau bent gekomen, tot twintig minuten na de laatste pagina, in een cookie.
    {"- "}Dat u met een account bent aangemeld, tot u weggaat, in een cookie; en dat uw browser hier eerder was, een jaar lang, in een andere.

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
careers-me = Mijn sollicitaties
careers-keep = Mogen wij uw gegevens bewaren?
careers-keep-text = De termijn waarvoor wij uw sollicitatie bewaren, is voorbij. Zonder antwoord wissen wij haar na { $day }.
careers-keep-yes = Ja, bewaar ze
careers-keep-no = Nee, wis ze
careers-keep-over = Hier valt niets te antwoorden
careers-keep-over-text = Deze vraag is beantwoord, of de termijn is voorbij.
careers-keep-thanks = Dank u
careers-keep-until = Wij bewaren uw gegevens tot { $day }. U kunt zich altijd bedenken.
careers-keep-gone = Dank u voor uw antwoord. U kunt altijd opnieuw solliciteren.
careers-me-offer = Uw aanbod
careers-me-offer-until = Geldig tot { $day }
careers-me-offer-accept = Aannemen
careers-me-offer-decline = Afwijzen
careers-me-done-answered = Dank u, uw antwoord is genoteerd.
careers-me-about = Over
careers-me-add = Document toevoegen
careers-me-applications = Sollicitaties
careers-me-applied = Gesolliciteerd op { $day }
careers-me-ask-send = Stuur mij een link
careers-me-ask-text = Vul het e-mailadres in waarmee u hebt gesolliciteerd. Als wij het kennen, krijgt u een link naar uw sollicitaties.
careers-me-asked = Kijk in uw mailbox
careers-me-asked-text = Als dit adres bij een sollicitatie hoort, is er een e-mail met een link onderweg. Die werkt één dag.
careers-me-back = Terug
careers-me-data = Uw gegevens
careers-me-documents-none = Er zijn hier geen documenten.
careers-me-done-added = Uw document is toegevoegd.
careers-me-done-exported = Er is een e-mail met een link naar uw gegevens onderweg.
careers-me-done-removed = Het document is verwijderd.
careers-me-done-saved = Uw gegevens zijn opgeslagen.
careers-me-done-withdrawn = Uw sollicitatie is ingetrokken.
careers-me-done-written = Uw bericht is verstuurd.
careers-me-email = schrijf ons om dit adres te wijzigen.
careers-me-erase = Al mijn gegevens wissen
careers-me-erase-about = U kunt altijd alles laten wissen.
careers-me-erase-ask = Al uw gegevens wissen?
careers-me-erase-sure = Ik wil dat alles wordt gewist.
careers-me-erase-text =
    Uw sollicitaties eindigen en uw gegevens, documenten en berichten worden voorgoed gewist. Niemand kan ze terughalen.

    Wat blijft is een getal zonder uw naam: dat iemand heeft gesolliciteerd, en wanneer.
careers-me-erase-tick = Vink het vakje aan als u het zeker weet.
careers-me-erase-yes = Voorgoed wissen
careers-me-erased = Uw gegevens zijn gewist
careers-me-erased-text = Een laatste e-mail bevestigt het. U kunt altijd opnieuw solliciteren.
careers-me-export = Al mijn gegevens ontvangen
careers-me-export-text = U krijgt een e-mail met een link naar een bestand met alles wat wij over u hebben.
careers-me-full = Er zijn hier te veel documenten. Verwijder er eerst een.
careers-me-hello = Hallo { $name }
careers-me-language = Taal van onze berichten
careers-me-leave = Verlaten
careers-me-message = Uw bericht
careers-me-messages = Berichten
careers-me-messages-none = Niemand heeft u nog geschreven.
careers-me-none = Onder uw adres is er geen sollicitatie.
careers-me-over = Deze link werkt niet meer. Vraag hier een nieuwe aan.
careers-me-remove = Verwijderen
careers-me-remove-name = { $name } verwijderen
careers-me-save = Opslaan
careers-me-send = Bericht versturen
careers-me-upload = Uploaden
careers-me-withdraw = Intrekken
careers-me-withdraw-ask = Deze sollicitatie intrekken?
careers-me-withdraw-text = Het team ziet dat u zich hebt teruggetrokken en werkt er niet verder aan.
careers-me-withdraw-yes = Sollicitatie intrekken
careers-me-write = Schrijf ons
careers-me-you = U
careers-me-yours = Wat van u is
careers-mend = Controleer het volgende
careers-mission = Uw werk
careers-more = Meer
careers-missing-text = Misschien is ze verplaatst, of de vacature is vervuld of ingetrokken.
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
mail-application-received-button = Mijn sollicitaties openen
mail-candidate-link-subject = Uw link naar uw sollicitaties
mail-candidate-link-body =
    Hallo { $name },

    Hier is de link die u hebt gevraagd. Hij opent uw sollicitaties bij { $tenant } en werkt één dag. Geef hem aan niemand.

    Hebt u hem niet gevraagd? Dan hoeft u niets te doen.
mail-candidate-link-button = Mijn sollicitaties openen
mail-candidate-export-subject = Uw gegevens bij { $tenant }
mail-candidate-export-body =
    Hallo { $name },

    Hier is de link naar een bestand met alles wat wij over u hebben. Hij werkt een week. Geef hem aan niemand.
mail-candidate-export-button = Mijn gegevens downloaden
mail-candidate-erased-subject = Uw gegevens zijn gewist
mail-candidate-erased-body =
    Hallo { $name },

    Zoals u vroeg heeft { $tenant } uw gegevens, documenten en berichten voorgoed gewist. Deze e-mail is de laatste.

# Interviews in the candidate’s area
careers-me-interviews = Gesprekken
careers-me-video = Videogesprek
careers-me-give-back = Deze tijd teruggeven
careers-me-choose-until = U kunt kiezen tot en met { $day }. Wie het eerst kiest, heeft de tijd.
careers-me-no-times = Er is op dit moment geen tijd vrij. Kijk later nog eens of schrijf ons hieronder.
careers-me-choose = Deze tijd nemen
careers-me-choose-other = Andere tijd kiezen
careers-me-choose-time = Kies een tijd
careers-me-done-chosen = De tijd is van u. De afspraak komt per e-mail.
careers-me-done-given-back = De tijd is teruggegeven; wie u zou ontmoeten, is op de hoogte.
