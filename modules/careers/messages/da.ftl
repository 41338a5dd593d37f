# Career sites
careers-about-you = Om dig
careers-all = Vis alle
careers-answer = Besvar spørgsmålet.
careers-apply = Ansøg
careers-apply-for = Ansøgning: { $title }
careers-at-a-glance = Kort fortalt
careers-back = Alle ledige stillinger
careers-benefits = Vi tilbyder
careers-category = Kategori
careers-choose = Kontrollér svaret.
careers-company = Om os
careers-contract = Ansættelse
careers-cookies = Hvad webstedet gemmer i din browser
careers-cookies-text =
    {"- "}Det sprog, du vælger, i et år, i en cookie.
    {"- "}En påbegyndt ansøgning, i en uge, kun på din enhed. Den slettes, når du sender den, eller når du beder om det.
    {"- "}At du er kommet via et link til dine ansøgninger eller til jeres bureaus sider, i tyve minutter efter den sidste side, i en cookie.
    {"- "}At du er logget ind med en konto, indtil du forlader siden, i en cookie; og at din browser har været her før, i et år, i en anden.

    Intet følger dig, og intet deles med andre.
careers-copied = Kopieret
careers-copy = Kopiér link
careers-country = Land
careers-cv-read = Vi har udfyldt det, vi fandt i dit cv. Se det venligst igennem.
careers-cv-missing = Vedhæft dit cv.
careers-date-wrong = Angiv en dato.
careers-documents = Det skal du sende
careers-documents-title = Dine dokumenter
careers-draft = Vi har gendannet det, du skrev tidligere. Det gemmes kun på denne enhed.
careers-draft-forget = Slet det
careers-education = Uddannelse
careers-email-wrong = Det er ikke en e-mailadresse som navn@eksempel.dk.
careers-experience = Erfaring
careers-family = Fagområde
careers-feed = Nye stillinger som feed
careers-field-available-from = Kan tidligst begynde
careers-field-city = By
careers-field-country = Land
careers-field-cover-text = Besked til os
careers-field-cv = Cv
careers-field-document = Andre dokumenter
careers-field-email = E-mail
careers-field-first-name = Fornavn
careers-field-last-name = Efternavn
careers-field-letter = Ansøgningsbrev
careers-field-phone = Telefon
careers-field-privacy = Privatlivsinformation
careers-file-help = PDF, Word, OpenDocument, RTF eller billede, højst 10 MB.
careers-files-again = Vælg dine filer igen: browsere gemmer dem ikke.
careers-fill-in = Udfyld feltet.
careers-find = Søg
careers-jobs = Ledige stillinger
careers-kind = Vi kan ikke åbne filen. Send PDF, Word, OpenDocument, RTF eller et billede.
careers-language = Sprog
careers-languages = Sprog
careers-large = Filen er større end 10 MB.
careers-letter-missing = Vedhæft et brev, eller skriv en besked.
careers-mail = Med e-mail
careers-me = Mine ansøgninger
careers-keep = Må vi gemme dine data?
careers-keep-text = Den tid, vi opbevarer din ansøgning i, er slut. Uden svar sletter vi den efter den { $day }.
careers-keep-yes = Ja, gem dem
careers-keep-no = Nej, slet dem
careers-keep-over = Der er intet at svare på her
careers-keep-over-text = Spørgsmålet er besvaret, eller fristen er udløbet.
careers-keep-thanks = Tak
careers-keep-until = Vi opbevarer dine data til { $day }. Du kan altid ombestemme dig.
careers-keep-gone = Tak for dit svar. Du kan altid søge igen.
careers-me-offer = Dit tilbud
careers-me-offer-until = Gyldigt til { $day }
careers-me-offer-accept = Acceptér
careers-me-offer-decline = Afslå
careers-me-done-answered = Tak, dit svar er noteret.
careers-me-about = Vedrører
careers-me-add = Tilføj et dokument
careers-me-applications = Ansøgninger
careers-me-applied = Søgt den { $day }
careers-me-ask-send = Send mig et link
careers-me-ask-text = Indtast den e-mailadresse, du søgte med. Hvis vi kender den, får du et link til dine ansøgninger.
careers-me-asked = Se i din indbakke
careers-me-asked-text = Hvis adressen hører til en ansøgning, er en mail med et link på vej. Det virker i et døgn.
careers-me-back = Tilbage
careers-me-data = Dine oplysninger
careers-me-documents-none = Der er ingen dokumenter her.
careers-me-done-added = Dit dokument er tilføjet.
careers-me-done-exported = En mail med et link til dine data er på vej.
careers-me-done-removed = Dokumentet er fjernet.
careers-me-done-saved = Dine oplysninger er gemt.
careers-me-done-withdrawn = Din ansøgning er trukket tilbage.
careers-me-done-written = Din besked er sendt.
careers-me-email = skriv til os for at ændre adressen.
careers-me-erase = Slet alle mine data
careers-me-erase-about = Du kan altid få alt slettet.
careers-me-erase-ask = Slet alle dine data?
careers-me-erase-sure = Jeg ønsker, at alt slettes.
careers-me-erase-text =
    Dine ansøgninger slutter, og dine data, dokumenter og beskeder slettes for altid. Ingen kan få dem tilbage.

    Tilbage er et tal uden dit navn: at nogen har søgt, og hvornår.
careers-me-erase-tick = Sæt flueben, hvis du er sikker.
careers-me-erase-yes = Slet for altid
careers-me-erased = Dine data er slettet
careers-me-erased-text = En sidste mail bekræfter det. Du kan altid søge igen.
careers-me-export = Få alle mine data
careers-me-export-text = Du får en mail med et link til en fil med alt, hvad vi har om dig.
careers-me-full = Der er for mange dokumenter her. Fjern et først.
careers-me-hello = Hej { $name }
careers-me-language = Sprog i vores beskeder
careers-me-leave = Forlad
careers-me-message = Din besked
careers-me-messages = Beskeder
careers-me-messages-none = Ingen har skrevet til dig endnu.
careers-me-none = Der er ingen ansøgning på din adresse.
careers-me-over = Linket virker ikke længere. Bed om et nyt her.
careers-me-remove = Fjern
careers-me-remove-name = Fjern { $name }
careers-me-save = Gem
careers-me-send = Send besked
careers-me-upload = Upload
careers-me-withdraw = Træk tilbage
careers-me-withdraw-ask = Træk ansøgningen tilbage?
careers-me-withdraw-text = Teamet ser, at du har trukket dig, og arbejder ikke videre med den.
careers-me-withdraw-yes = Træk ansøgningen tilbage
careers-me-write = Skriv til os
careers-me-you = Du
careers-me-yours = Det, der er dit
careers-mend = Kontrollér følgende
careers-mission = Dit arbejde
careers-more = Mere
careers-missing-text = Den kan være flyttet, eller stillingen er besat eller trukket tilbage.
careers-more-jobs = Flere stillinger
careers-narrow = Afgræns
careers-none = Der er ingen ledige stillinger lige nu
careers-none-text = Nye vises på denne side, så snart de er åbne.
careers-nothing = Intet passer på alt dette
careers-nothing-text = Fjern et valg, eller søg på andre ord.
careers-openings = Antal stillinger
careers-optional = (valgfrit)
careers-page = Side { $number }
careers-pages = Sider
careers-part-time = { $share } af fuld tid
careers-place = Sted
careers-privacy = Privatliv
careers-privacy-missing = Læs privatlivsinformationen, og sæt kryds i feltet.
careers-privacy-read = Jeg har læst, hvordan { $name } bruger mine oplysninger.
careers-profile = Din profil
careers-questions = Nogle spørgsmål
careers-received = Din ansøgning er modtaget
careers-received-text = Tak. Vi har sendt en bekræftelse til din e-mailadresse. Hver ansøgning læses af et menneske; du hører fra os.
careers-reference = Reference
careers-remote = Hjemmearbejde
careers-salary = Løn
careers-search = Søg stillinger
careers-search-hint = Job, kompetence, sted
careers-send = Send ansøgning
careers-send-help = Du får en bekræftelse med e-mail.
careers-sending = Sender …
careers-share = Del
careers-skills = Kompetencer
careers-start = Start
careers-take-back = fjern
careers-today = I dag
careers-too-long = Det er for langt.
careers-too-many = Højst fem dokumenter.
careers-top = Udvalgt
careers-unit = Afdeling
careers-until = Ansøg senest
careers-welcome = Find et arbejde, der passer til dig
careers-count = { $count ->
    [one] { $count } ledig stilling
   *[other] { $count } ledige stillinger
}
careers-days-ago = { $count ->
    [1] I går
   *[other] For { $count } dage siden
}
careers-months = { $count ->
    [one] { $count } måned
   *[other] { $count } måneder
}
careers-others = { $count ->
    [one] { $count } mere
   *[other] { $count } flere
}
mail-application-received-subject = Vi har modtaget din ansøgning: { $vacancy }
mail-application-received-body =
    Hej { $name }

    Tak for din ansøgning til »{ $vacancy }« (reference { $reference }). Den er kommet frem og bliver læst af et menneske. Du hører fra os.

    Har du ikke ansøgt? Så har nogen skrevet din adresse ved en fejl; giv gerne virksomheden besked.
careers-remote-fact = Hjemmefra: { $text }
careers-per = { $period ->
    [hour] { $amount } pr. time
    [day] { $amount } pr. dag
    [week] { $amount } pr. uge
    [month] { $amount } pr. måned
   *[year] { $amount } pr. år
}
mail-application-received-button = Åbn mine ansøgninger
mail-candidate-link-subject = Dit link til dine ansøgninger
mail-candidate-link-body =
    Hej { $name }

    Her er det link, du bad om. Det åbner dine ansøgninger hos { $tenant } og virker i et døgn. Giv det ikke til nogen.

    Har du ikke bedt om det? Så skal du ikke gøre noget.
mail-candidate-link-button = Åbn mine ansøgninger
mail-candidate-export-subject = Dine data hos { $tenant }
mail-candidate-export-body =
    Hej { $name }

    Her er linket til en fil med alt, hvad vi har om dig. Det virker i en uge. Giv det ikke til nogen.
mail-candidate-export-button = Hent mine data
mail-candidate-erased-subject = Dine data er slettet
mail-candidate-erased-body =
    Hej { $name }

    Som du bad om, har { $tenant } slettet dine data, dokumenter og beskeder for altid. Denne mail er den sidste.

# Interviews in the candidate’s area
careers-me-interviews = Samtaler
careers-me-video = Videomøde
careers-me-give-back = Giv tiden tilbage
careers-me-choose-until = Du kan vælge til og med { $day }. Den, der vælger først, får tiden.
careers-me-no-times = Der er ingen ledig tid lige nu. Se igen senere, eller skriv til os nedenfor.
careers-me-choose = Tag denne tid
careers-me-choose-other = Vælg en anden tid
careers-me-choose-time = Vælg en tid
careers-me-done-chosen = Tiden er din. Aftalen kommer pr. e-mail.
careers-me-done-given-back = Tiden er givet tilbage, og de, der skulle møde dig, har fået besked.
