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
careers-mend = Kontrollér følgende
careers-mission = Dit arbejde
careers-more = Mere
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
