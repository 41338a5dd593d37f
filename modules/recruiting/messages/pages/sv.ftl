recruiting-notes = Anteckningar
recruiting-move = Flytta
recruiting-specialisations = Inriktningar
recruiting-questions = Frågor till kandidater
recruiting-members = Medlemmar
general-section-vacancies = Rekrytering
recruiting-tabs = Delar av tjänsten
recruiting-tab-board = Tavla
recruiting-tab-details = Tjänst
recruiting-tab-team = Rekryteringsteam
recruiting-all-applications = Ansökningar som lista
recruiting-add-application = Lägg till ansökan
recruiting-texts = Det som kandidater läser
recruiting-team-text = Den som ingår i rekryteringsteamet ser ansökningarna till tjänsten och deras kandidater, så långt rollerna tillåter.
recruiting-in-charge = Ansvariga
recruiting-rating = Betyg { $count } av 5
recruiting-move-name = Flytta { $name }
recruiting-move-many = { $count ->
    [one] Flytta { $count } ansökan
   *[other] Flytta { $count } ansökningar
}
recruiting-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
recruiting-no-applications = Inga ansökningar ännu
recruiting-no-applications-text = Lägg till någon som du känner till eller importera ansökningar från en fil.
recruiting-no-pipeline = Tjänsten har inget flöde och inget är standard. Välj ett i tjänsten.
recruiting-selected = Markerade ansökningar
recruiting-move-selected = Flytta markerade
recruiting-board-keys = Dra kort till ett annat steg eller använd tangentbordet: piltangenterna går från kort till kort, M flyttar ett kort, X markerar det, Enter öppnar det.
recruiting-withdrawn = { $count ->
    [one] { $count } återtagen ansökan
   *[other] { $count } återtagna ansökningar
}
recruiting-more = { $count ->
    [one] Visa { $count } till
   *[other] Visa { $count } till
}
recruiting-nothing-selected = Markera först de ansökningar som ska flyttas.
recruiting-withdraw = Återtagen av kandidaten
recruiting-reason-help = Behövs när ansökan avslås.
recruiting-comment-help = Endast fakta: kandidaten har rätt att läsa det.
recruiting-moved = { $count ->
    [one] Ansökan flyttad
   *[other] { $count } ansökningar flyttade
}
recruiting-moved-none = Allt är kvar där det var
recruiting-move-undone = { $count ->
    [one] Ansökan återställd
   *[other] { $count } ansökningar återställda
}
privacy-erase = Radera
privacy-erase-confirm = Allt som säger vem det var raderas för gott: uppgifter, dokument, meddelanden, anteckningar och vad historiken säger om dem. Ingen kan få tillbaka det.
privacy-erased-done = Kandidaten raderad
privacy-was-erased = Raderad den { $day }. Kvar finns att någon har sökt.
privacy-no-rule = Ingen regel säger hur länge uppgifterna sparas: de sparas tills någon raderar dem.
privacy-held = Inget frågas eller raderas medan en ansökan pågår, eller när personen arbetar här.
privacy-asked = Tillfrågad om uppgifterna får sparas; utan svar raderas de efter den { $day }.
privacy-consented = Sparas till och med { $day }, med personens samtycke.
privacy-until = Sparas till och med { $day } enligt regeln { $rule }; sedan tillfrågas personen.
privacy-keep-heading = Får vi spara dina uppgifter?
privacy-keep-text = Tiden för vilken vi sparar din ansökan är slut. Med ditt samtycke sparar vi den till [keep]. Säger du nej, eller svarar du inte senast [answer], raderar vi den.
privacy-erased = Raderad kandidat
letters-write = Skriv
letters-write-selected = Skriv till valda
letters-write-to = Skriv till { $name }
letters-write-many = { $count ->
    [one] Skriv till { $count } kandidat
   *[other] Skriv till { $count } kandidater
}
letters-too-many = Välj 1 till { $count } ansökningar: varje brev läses igenom innan det skickas.
letters-lost = Det finns ingen adress till dessa kandidater; de får ingenting
letters-none = Det finns inga meddelandemallar än.
letters-new = Ny mall
letters-free = Utan mall
letters-take = Använd mallen
letters-refuse = Avslag
letters-refuse-text = När det skickas avslutas ansökningarna som avslagna. Skälet stannar i huset.
letters-refuse-send = Avslå och skicka
letters-send = Skicka
letters-for-all = Till alla
letters-for-all-text = Kopplingsfält som {"{"}candidate.first_name{"}"} ersätts i varje brev.
letters-to = Skicka till { $name }
letters-look = Se brevet
letters-missing = Uppgift saknas för: { $fields }. Kontrollera att meningarna fortfarande stämmer.
letters-foreign = Det finns ingen version på { $wanted }; den här är på { $language }.
letters-sent = { $count ->
    [one] Meddelandet skickat
   *[other] { $count } meddelanden skickade
}
letters-nothing = Inget har skrivits än.
letters-incoming = Från kandidaten
letters-saved = Mallen sparad
letters-preview = Förhandsvisning
letters-preview-empty = Det du skriver visas här så som kandidaten läser det.
letters-fields = Kopplingsfält
letters-fields-text = De ersätts när brevet skrivs. Välj ett för att infoga det där du skriver.
letters-other-language = Annat språk
letters-company = Företagets namn
letters-sender = Namn på den som skriver
letters-today = Dagens datum
letters-answer-until = Sista dag att svara på frågan om lagring
letters-keep-until = Dag till och med vilken uppgifter sparas efter samtycke
letters-sample-title = Lönespecialist
letters-sample-unit = Personal
recruiting-note = Ny anteckning
recruiting-no-notes = Ingen har skrivit något ännu.
recruiting-note-saved = Anteckningen sparades
recruiting-nothing-happened = Ingenting har hänt ännu
recruiting-happened = Vad som har hänt
recruiting-candidate-tabs = Delar av kandidatens akt
recruiting-tab-data = Uppgifter
recruiting-changes = Ändringar av uppgifterna
recruiting-propose = Föreslå till en tjänst
recruiting-open-file = Öppna akten
recruiting-applied-nowhere = Ingen ansökan är registrerad.
recruiting-tab-publication = Publicering
recruiting-publication-text = Var kandidater läser tjänsten, och från när till när.
recruiting-sites = Karriärsajter
recruiting-on-site = Kandidater läser den
recruiting-not-on-site = Finns inte där
recruiting-not-open = Tjänsten är inte öppen: ingen läser den.
recruiting-publish = Publicera
recruiting-no-sites = Det finns ingen karriärsajt ännu. En administratör skapar en under Karriärsajter.
recruiting-published = Tjänsten kan läsas där nu.
recruiting-approvals = Godkännande
recruiting-earlier-rounds = Tidigare omgångar
recruiting-step-later = Inte tillfrågad än
recruiting-decided-by = beslutat av { $name } som ersättare
recruiting-your-decision = Ditt beslut
recruiting-decide-for = Du beslutar för { $name }.
recruiting-decision-help = Behövs för att avslå eller skicka tillbaka. Den som begärde läser det.
recruiting-approve = Godkänn
recruiting-send-back = Skicka tillbaka
recruiting-refuse = Avslå
recruiting-decided = Beslutet har sparats
recruiting-hand-in = Skicka för godkännande
recruiting-take-back = Ta tillbaka
recruiting-give-up = Avbryt begäran
recruiting-handed-in = Inskickad: den som beslutar har tillfrågats
recruiting-taken-back = Tillbakatagen: den är ett utkast igen
recruiting-given-up = Begäran avbruten
recruiting-open-vacancy = Skapa ledig tjänst
recruiting-vacancy-made = Ledig tjänst skapad som utkast
recruiting-without-position = Utan befattning
recruiting-position-help = Dess jobb, enhet, plats och anställningsform tas över.
recruiting-under-way = Pågående
recruiting-all-states = Alla
recruiting-wait-requisition = Besluta om rekryteringsbegäran ”{ $title }”
recruiting-wait-offer = Besluta om erbjudandet ”{ $title }”
recruiting-make-offer = Ge ett erbjudande
recruiting-make-offer-short = Erbjudande
recruiting-offer-to = Erbjudande till { $name }
recruiting-offer-expired = Dagen då erbjudandet senast gäller har passerat. Anteckna att det avböjdes, eller återta det och ge ett nytt.
recruiting-offer-withdraw = Återta
recruiting-offer-withdrawn = Erbjudandet återtaget
recruiting-offer-prepare = Förbered brevet
recruiting-offer-answer = Kandidatens svar
recruiting-offer-decline-help = Om erbjudandet avböjdes och du vet varför.
recruiting-offer-accepted = Accepterat
recruiting-offer-declined = Avböjt
recruiting-offer-noted = Svaret antecknat
recruiting-letter-subject = Ämne
recruiting-letter-text = Brevets text
recruiting-letter-empty = Ett brev utan text är inget brev. Skriv något.
recruiting-offer-letter = Brev med erbjudandet
recruiting-offer-mailed-to = Brevet skickas till { $address }, med erbjudandet som PDF.
recruiting-offer-by-hand = Det går inte att skicka e-post till den här kandidaten. Erbjudandet sparas som PDF; skriv ut det och lämna över det.
recruiting-offer-terms-help = Under din text anger PDF-filen det som godkändes; det kan inte ändras här.
recruiting-offer-preview = Visa PDF
recruiting-offer-send = Skicka erbjudandet
recruiting-offer-sent = Erbjudandet skickat
recruiting-offer-kept = Erbjudandet sparat som PDF; ingen e-post skickades
recruiting-offer-terms = Vårt erbjudande
recruiting-offer-sign-company = För företaget: datum, underskrift
recruiting-offer-sign-candidate = Jag accepterar erbjudandet: datum, underskrift
recruiting-wait-hire = Anställ kandidaten, som har accepterat erbjudandet
recruiting-hiring = Kandidaten anställs. Sidan visar när det är klart.
recruiting-hired-as = Anställd: { $name }.
recruiting-open-employee = Öppna personalakten
recruiting-hire-failed = Anställningen gick inte igenom
recruiting-hire-again = Anställ igen
recruiting-hire-ready = Kandidaten har accepterat.
recruiting-hire = Anställ
recruiting-hire-by-others = Kandidaten har accepterat. Den som får lägga till medarbetare anställer: det finns under ”Väntar på mig” på Min sida.
recruiting-hire-comes-back = { $name } har arbetat här tidigare och kommer tillbaka: samma akt, med nytt avtal och ny placering.
recruiting-hire-moves = { $name } arbetar redan här. Anställningen är en omplacering: en ny placering från första dagen, och ingen andra medarbetare.
recruiting-hire-take = Ta över från kandidatens akt
recruiting-hire-take-address = Adresser
recruiting-hire-take-contact = Privat e-post och telefon
recruiting-hire-take-skills = Kompetenser
recruiting-hire-take-documents = Dokument, erbjudandet inräknat
recruiting-hire-take-help = Det tas över som du får läsa om kandidaten och registrera om medarbetare.
recruiting-hire-name = Anställ { $name }
recruiting-hire-text = Det ifyllda kommer från erbjudandet, tjänsten och kandidatens akt. Allt skrivs på en gång i personaladministrationen.
recruiting-hire-asked = Kandidaten anställs
recruiting-refuse-others = Ge dem avslag tillsammans
recruiting-filled-others = { $count ->
    [one] Tjänsten är tillsatt. { $count } ansökan pågår fortfarande.
   *[other] Tjänsten är tillsatt. { $count } ansökningar pågår fortfarande.
}
recruiting-plan = Planera
recruiting-plan-interview = Planera en intervju
recruiting-interview-with = Intervju med { $name }
recruiting-change-interview = Ändra intervjun med { $name }
recruiting-interview-saved = Intervjun har sparats; alla berörda meddelas
recruiting-conflict = { $name } har en annan intervju från { $from } till { $to }.
recruiting-day = Dag
recruiting-length = Längd
recruiting-minutes = minuter
recruiting-wait-scorecard = Fyll i bedömningsformuläret för intervjun
recruiting-figures = Rekryteringens siffror
recruiting-figures-text = Hur långt ansökningar kommer, varifrån de kommer, hur lång tid en anställning tar och vad som är öppet; beräknat på det du får se.
recruiting-figures-from = Från
recruiting-figures-to = Till och med
recruiting-figures-show = Visa siffror
recruiting-figures-all = Allt från det senaste året
recruiting-figures-hired = Anställda
recruiting-figures-median = Mediandagar till anställning
recruiting-figures-positions = Platser kvar att tillsätta
recruiting-figures-funnel = Hur långt ansökningar kommer
recruiting-figures-reached = Kom så långt
recruiting-figures-share = Andel i %
recruiting-figures-sources = Varifrån ansökningar kommer
recruiting-figures-interviewed = Intervjuade
recruiting-figures-no-source = Ej angivet
recruiting-figures-time = Dagar från ansökan till anställning
recruiting-figures-month = Anställningsmånad
recruiting-figures-open = Lediga platser
recruiting-figures-left = Söks fortfarande
recruiting-figures-days-open = Dagar öppen
recruiting-figures-none = Det finns inget att visa för den här tiden
recruiting-scorecard-open = Ditt formulär är öppet. Du ser de andras när ditt är inskickat.
recruiting-fill-in = Fyll i
recruiting-scorecard-of = Bedömning: { $name }
recruiting-scorecard-text = Skriv vad du hörde och såg. Ingen läser det innan du skickar in det.
recruiting-scorecard-given = Formuläret är inskickat.
recruiting-remark = Anmärkning om { $name }
recruiting-keep = Spara som utkast
recruiting-submit = Skicka in
recruiting-scorecard-submitted = Bedömningen är inskickad
recruiting-scorecard-kept = Utkastet har sparats
recruiting-scorecard-reopened = Bedömningen är öppen igen
recruiting-reopen = Öppna { $name }s bedömning igen
