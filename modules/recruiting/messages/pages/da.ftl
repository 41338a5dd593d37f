recruiting-notes = Notater
recruiting-move = Flyt
recruiting-specialisations = Specialer
recruiting-questions = Spørgsmål til kandidater
recruiting-members = Medlemmer
general-section-vacancies = Rekruttering
recruiting-tabs = Dele af stillingen
recruiting-tab-board = Tavle
recruiting-tab-details = Stilling
recruiting-tab-team = Ansættelsesteam
recruiting-all-applications = Ansøgninger som liste
recruiting-add-application = Tilføj ansøgning
recruiting-texts = Det kandidater læser
recruiting-team-text = Den, der er med i ansættelsesteamet, ser ansøgningerne til stillingen og deres kandidater, så langt rollerne tillader det.
recruiting-in-charge = Ansvarlige
recruiting-rating = Vurderet til { $count } af 5
recruiting-move-name = Flyt { $name }
recruiting-move-many = { $count ->
    [one] Flyt { $count } ansøgning
   *[other] Flyt { $count } ansøgninger
}
recruiting-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dage
}
recruiting-no-applications = Ingen ansøgninger endnu
recruiting-no-applications-text = Tilføj en, du kender, eller importer ansøgninger fra en fil.
recruiting-no-pipeline = Stillingen har intet forløb, og intet er standard. Vælg et i stillingen.
recruiting-selected = Valgte ansøgninger
recruiting-move-selected = Flyt valgte
recruiting-board-keys = Træk kort til et andet trin, eller brug tastaturet: piletasterne går fra kort til kort, M flytter et kort, X vælger det, Enter åbner det.
recruiting-withdrawn = { $count ->
    [one] { $count } trukket ansøgning
   *[other] { $count } trukne ansøgninger
}
recruiting-more = { $count ->
    [one] Vis { $count } mere
   *[other] Vis { $count } mere
}
recruiting-nothing-selected = Vælg først de ansøgninger, der skal flyttes.
recruiting-withdraw = Trukket af kandidaten
recruiting-reason-help = Kræves, når ansøgningen afvises.
recruiting-comment-help = Kun fakta: kandidaten har ret til at læse det.
recruiting-moved = { $count ->
    [one] Ansøgning flyttet
   *[other] { $count } ansøgninger flyttet
}
recruiting-moved-none = Alt bliver, hvor det var
recruiting-move-undone = { $count ->
    [one] Ansøgning sat tilbage
   *[other] { $count } ansøgninger sat tilbage
}
privacy-erase = Slet
privacy-erase-confirm = Alt, der fortæller, hvem det var, slettes for altid: data, dokumenter, beskeder, noter og det, som historikken siger om dem. Ingen kan få det tilbage.
privacy-erased-done = Kandidaten er slettet
privacy-was-erased = Slettet den { $day }. Tilbage er, at nogen har søgt.
privacy-no-rule = Ingen regel siger, hvor længe disse data opbevares: de opbevares, til nogen sletter dem.
privacy-held = Der spørges og slettes intet, mens en ansøgning er i gang, eller når personen arbejder her.
privacy-asked = Spurgt, om data må opbevares; uden svar slettes de efter den { $day }.
privacy-consented = Opbevares til { $day } med personens samtykke.
privacy-until = Opbevares til { $day } efter reglen { $rule }; derefter spørges personen.
privacy-keep-heading = Må vi gemme dine data?
privacy-keep-text = Den tid, vi opbevarer din ansøgning i, er slut. Med dit samtykke opbevarer vi den til [keep]. Siger du nej, eller svarer du ikke senest [answer], sletter vi den.
privacy-erased = Slettet kandidat
letters-write = Skriv
letters-write-selected = Skriv til valgte
letters-write-to = Skriv til { $name }
letters-write-many = { $count ->
    [one] Skriv til { $count } kandidat
   *[other] Skriv til { $count } kandidater
}
letters-too-many = Vælg 1 til { $count } ansøgninger: hvert brev læses igennem, før det sendes.
letters-lost = Der er ingen adresse til disse kandidater; de får intet
letters-none = Der er ingen beskedskabeloner endnu.
letters-new = Ny skabelon
letters-free = Uden skabelon
letters-take = Brug skabelonen
letters-refuse = Afslag
letters-refuse-text = Når det sendes, lukkes ansøgningerne som afslået. Årsagen bliver i huset.
letters-refuse-send = Afslå og send
letters-send = Send
letters-for-all = Til alle
letters-for-all-text = Flettefelter som {"{"}candidate.first_name{"}"} erstattes i hvert brev.
letters-to = Send til { $name }
letters-look = Se brevet
letters-missing = Der vides intet om: { $fields }. Kontrollér, at sætningerne stadig giver mening.
letters-foreign = Der er ingen version på { $wanted }; denne er på { $language }.
letters-sent = { $count ->
    [one] Beskeden er sendt
   *[other] { $count } beskeder er sendt
}
letters-nothing = Der er ikke skrevet noget endnu.
letters-incoming = Fra kandidaten
letters-saved = Skabelonen er gemt
letters-preview = Forhåndsvisning
letters-preview-empty = Det, du skriver, vises her, som kandidaten læser det.
letters-fields = Flettefelter
letters-fields-text = De erstattes, når brevet skrives. Vælg et for at indsætte det, hvor du skriver.
letters-other-language = Andet sprog
letters-company = Virksomhedens navn
letters-sender = Navn på den, der skriver
letters-today = Dags dato
letters-answer-until = Sidste dag til at svare på spørgsmålet om opbevaring
letters-keep-until = Dag, til hvilken data opbevares efter samtykke
letters-sample-title = Lønspecialist
letters-sample-unit = Personale
recruiting-note = Nyt notat
recruiting-no-notes = Ingen har skrevet noget endnu.
recruiting-note-saved = Notatet er gemt
recruiting-nothing-happened = Der er ikke sket noget endnu
recruiting-happened = Hvad der er sket
recruiting-candidate-tabs = Dele af kandidatens mappe
recruiting-tab-data = Data
recruiting-changes = Ændringer af data
recruiting-propose = Foreslå til en stilling
recruiting-open-file = Åbn mappen
recruiting-applied-nowhere = Ingen ansøgning er registreret.
recruiting-tab-publication = Opslag
recruiting-publication-text = Hvor kandidater læser stillingen, og fra hvornår til hvornår.
recruiting-sites = Karrieresider
recruiting-on-site = Kandidater læser den
recruiting-not-on-site = Ikke der
recruiting-not-open = Stillingen er ikke åben: ingen læser den.
recruiting-publish = Slå op
recruiting-no-sites = Der er endnu ingen karriereside. En administrator opretter den under Karrieresider.
recruiting-published = Stillingen kan læses der nu.
recruiting-approvals = Godkendelse
recruiting-earlier-rounds = Tidligere runder
recruiting-step-later = Endnu ikke spurgt
recruiting-decided-by = besluttet af { $name } som stedfortræder
recruiting-your-decision = Din beslutning
recruiting-decide-for = Du beslutter for { $name }.
recruiting-decision-help = Kræves for at afvise eller sende tilbage. Den, der anmodede, læser det.
recruiting-approve = Godkend
recruiting-send-back = Send tilbage
recruiting-refuse = Afvis
recruiting-decided = Beslutningen er gemt
recruiting-hand-in = Indsend til godkendelse
recruiting-take-back = Træk tilbage
recruiting-give-up = Annuller anmodningen
recruiting-handed-in = Indsendt: den, der beslutter, er blevet spurgt
recruiting-taken-back = Trukket tilbage: det er en kladde igen
recruiting-given-up = Anmodningen er annulleret
recruiting-open-vacancy = Opret stilling
recruiting-vacancy-made = Stillingen er oprettet som kladde
recruiting-without-position = Uden stilling
recruiting-position-help = Dens job, enhed, sted og kontrakttype overtages.
recruiting-under-way = I gang
recruiting-all-states = Alle
recruiting-wait-requisition = Beslut om rekrutteringsanmodningen »{ $title }«
recruiting-wait-offer = Beslut om jobtilbuddet “{ $title }”
recruiting-make-offer = Giv et jobtilbud
recruiting-make-offer-short = Tilbud
recruiting-offer-to = Tilbud til { $name }
recruiting-offer-expired = Dagen, hvor tilbuddet senest gælder, er passeret. Notér, at det blev afslået, eller træk det tilbage og giv et nyt.
recruiting-offer-withdraw = Træk tilbage
recruiting-offer-withdrawn = Tilbuddet er trukket tilbage
recruiting-offer-prepare = Forbered brevet
recruiting-offer-answer = Kandidatens svar
recruiting-offer-decline-help = Hvis tilbuddet blev afslået, og du ved hvorfor.
recruiting-offer-accepted = Accepteret
recruiting-offer-declined = Afslået
recruiting-offer-noted = Svaret er noteret
recruiting-letter-subject = Emne
recruiting-letter-text = Brevets tekst
recruiting-letter-empty = Et brev uden tekst er ikke et brev. Skriv noget.
recruiting-offer-letter = Brev med tilbuddet
recruiting-offer-mailed-to = Brevet sendes til { $address } med tilbuddet som PDF.
recruiting-offer-by-hand = Der kan ikke sendes mail til denne kandidat. Tilbuddet gemmes som PDF; udskriv det, og aflever det.
recruiting-offer-terms-help = Under din tekst angiver PDF-filen det, der blev godkendt; det kan ikke ændres her.
recruiting-offer-preview = Vis PDF
recruiting-offer-send = Send tilbuddet
recruiting-offer-sent = Tilbuddet er sendt
recruiting-offer-kept = Tilbuddet er gemt som PDF; der blev ikke sendt nogen mail
recruiting-offer-terms = Vores tilbud
recruiting-offer-sign-company = For virksomheden: dato, underskrift
recruiting-offer-sign-candidate = Jeg accepterer tilbuddet: dato, underskrift
recruiting-wait-hire = Ansæt kandidaten, som har accepteret tilbuddet
recruiting-hiring = Kandidaten bliver ansat. Siden viser, når det er færdigt.
recruiting-hired-as = Ansat: { $name }.
recruiting-open-employee = Åbn medarbejderens sagsmappe
recruiting-hire-failed = Ansættelsen gik ikke igennem
recruiting-hire-again = Ansæt igen
recruiting-hire-ready = Kandidaten har accepteret.
recruiting-hire = Ansæt
recruiting-hire-by-others = Kandidaten har accepteret. Den, der må tilføje medarbejdere, ansætter: det står under “Afventer mig” på Min side.
recruiting-hire-comes-back = { $name } har arbejdet her før og kommer tilbage: den samme mappe med en ny kontrakt og en ny plads.
recruiting-hire-moves = { $name } arbejder her allerede. Ansættelsen er en flytning: en ny plads fra første dag, og ingen anden medarbejder.
recruiting-hire-take = Overtag fra kandidatens mappe
recruiting-hire-take-address = Adresser
recruiting-hire-take-contact = Privat mail og telefon
recruiting-hire-take-skills = Kompetencer
recruiting-hire-take-documents = Dokumenter, også tilbuddet
recruiting-hire-take-help = Det overtages, som du må læse om kandidaten og registrere om medarbejdere.
recruiting-hire-name = Ansæt { $name }
recruiting-hire-text = Det udfyldte kommer fra tilbuddet, stillingen og kandidatens mappe. Alt skrives på én gang i personaleadministrationen.
recruiting-hire-asked = Kandidaten bliver ansat
recruiting-refuse-others = Giv dem afslag samlet
recruiting-filled-others = { $count ->
    [one] Stillingen er besat. { $count } ansøgning er stadig i gang.
   *[other] Stillingen er besat. { $count } ansøgninger er stadig i gang.
}
recruiting-plan = Planlæg
recruiting-plan-interview = Planlæg en jobsamtale
recruiting-interview-with = Jobsamtale med { $name }
recruiting-change-interview = Ret jobsamtalen med { $name }
recruiting-interview-saved = Jobsamtalen er gemt; alle berørte får besked
recruiting-conflict = { $name } har en anden samtale fra { $from } til { $to }.
recruiting-day = Dag
recruiting-length = Varighed
recruiting-minutes = minutter
recruiting-wait-scorecard = Udfyld vurderingsskemaet for samtalen
recruiting-figures = Rekrutteringens tal
recruiting-figures-text = Hvor langt ansøgninger kommer, hvor de kommer fra, hvor lang tid en ansættelse tager, og hvad der stadig er åbent; beregnet ud fra det, du må se.
recruiting-figures-from = Fra
recruiting-figures-to = Til og med
recruiting-figures-show = Vis tal
recruiting-figures-all = Alt fra det seneste år
recruiting-figures-hired = Ansatte
recruiting-figures-median = Median af dage til ansættelse
recruiting-figures-positions = Stillinger endnu ubesatte
recruiting-figures-funnel = Hvor langt ansøgninger kommer
recruiting-figures-reached = Kom så langt
recruiting-figures-share = Andel i %
recruiting-figures-sources = Hvor ansøgninger kommer fra
recruiting-figures-interviewed = Til samtale
recruiting-figures-no-source = Ikke angivet
recruiting-figures-time = Dage fra ansøgning til ansættelse
recruiting-figures-month = Ansættelsesmåned
recruiting-figures-open = Ledige stillinger
recruiting-figures-left = Søges stadig
recruiting-figures-days-open = Dage åben
recruiting-figures-none = Der er intet at vise for denne periode
recruiting-scorecard-open = Dit skema er åbent. Du ser de andres, når dit er indsendt.
recruiting-fill-in = Udfyld
recruiting-scorecard-of = Vurdering: { $name }
recruiting-scorecard-text = Skriv, hvad du hørte og så. Ingen læser det, før du indsender det.
recruiting-scorecard-given = Skemaet er indsendt.
recruiting-remark = Bemærkning til { $name }
recruiting-keep = Gem som kladde
recruiting-submit = Indsend
recruiting-scorecard-submitted = Vurderingen er indsendt
recruiting-scorecard-kept = Kladden er gemt
recruiting-scorecard-reopened = Vurderingen er åben igen
recruiting-reopen = Åbn { $name }s vurdering igen
