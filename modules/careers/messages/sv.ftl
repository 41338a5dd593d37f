# Career sites
careers-about-you = Om dig
careers-all = Visa alla
careers-answer = Svara på frågan.
careers-apply = Ansök
careers-apply-for = Ansökan: { $title }
careers-at-a-glance = I korthet
careers-back = Alla lediga jobb
careers-benefits = Vi erbjuder
careers-category = Kategori
careers-choose = Kontrollera svaret.
careers-company = Om oss
careers-contract = Anställningsform
careers-cookies = Vad webbplatsen sparar i din webbläsare
careers-cookies-text =
    {"- "}Språket du väljer, i ett år, i en kaka.
    {"- "}En påbörjad ansökan, i en vecka, bara på din enhet. Den raderas när du skickar den eller när du ber om det.

    Inget följer dig och inget delas med andra.
careers-copied = Kopierad
careers-copy = Kopiera länk
careers-country = Land
careers-cv-read = Vi har fyllt i det vi hittade i ditt cv. Kontrollera gärna.
careers-cv-missing = Bifoga ditt cv.
careers-date-wrong = Ange ett datum.
careers-documents = Vad du skickar med
careers-documents-title = Dina dokument
careers-draft = Vi har återställt det du skrev tidigare. Det sparas bara på den här enheten.
careers-draft-forget = Radera
careers-education = Utbildning
careers-email-wrong = Det är ingen e-postadress, som namn@exempel.se.
careers-experience = Erfarenhet
careers-family = Yrkesområde
careers-feed = Nya jobb som flöde
careers-field-available-from = Kan börja tidigast
careers-field-city = Ort
careers-field-country = Land
careers-field-cover-text = Meddelande till oss
careers-field-cv = Cv
careers-field-document = Andra dokument
careers-field-email = E-post
careers-field-first-name = Förnamn
careers-field-last-name = Efternamn
careers-field-letter = Personligt brev
careers-field-phone = Telefon
careers-field-privacy = Integritetsinformation
careers-file-help = PDF, Word, OpenDocument, RTF eller bild, högst 10 MB.
careers-files-again = Välj dina filer igen: webbläsare sparar dem inte.
careers-fill-in = Fyll i detta.
careers-find = Sök
careers-jobs = Lediga jobb
careers-kind = Vi kan inte öppna filen. Skicka PDF, Word, OpenDocument, RTF eller en bild.
careers-language = Språk
careers-languages = Språk
careers-large = Filen är större än 10 MB.
careers-letter-missing = Bifoga ett personligt brev eller skriv ett meddelande.
careers-mail = Med e-post
careers-mend = Kontrollera följande
careers-mission = Ditt arbete
careers-more = Mer
careers-more-jobs = Fler lediga jobb
careers-narrow = Begränsa
careers-none = Just nu finns inga lediga jobb
careers-none-text = Nya visas på den här sidan så snart de är öppna.
careers-nothing = Inget passar allt detta
careers-nothing-text = Ta bort ett val eller sök på andra ord.
careers-openings = Antal platser
careers-optional = (valfritt)
careers-page = Sida { $number }
careers-pages = Sidor
careers-part-time = { $share } av heltid
careers-place = Ort
careers-privacy = Integritet
careers-privacy-missing = Läs integritetsinformationen och kryssa i rutan.
careers-privacy-read = Jag har läst hur { $name } använder mina uppgifter.
careers-profile = Din profil
careers-questions = Några frågor
careers-received = Din ansökan är mottagen
careers-received-text = Tack. Vi har skickat en bekräftelse till din e-postadress. Varje ansökan läses av en människa; vi hör av oss.
careers-reference = Referens
careers-remote = Distansarbete
careers-salary = Lön
careers-search = Sök lediga jobb
careers-search-hint = Yrke, kompetens, ort
careers-send = Skicka ansökan
careers-send-help = Du får en bekräftelse med e-post.
careers-sending = Skickar …
careers-share = Dela
careers-skills = Kompetenser
careers-start = Start
careers-take-back = ta bort
careers-today = I dag
careers-too-long = Det är för långt.
careers-too-many = Högst fem dokument.
careers-top = Utvald
careers-unit = Avdelning
careers-until = Ansök senast
careers-welcome = Hitta ett arbete som passar dig
careers-count = { $count ->
    [one] { $count } ledigt jobb
   *[other] { $count } lediga jobb
}
careers-days-ago = { $count ->
    [1] I går
   *[other] För { $count } dagar sedan
}
careers-months = { $count ->
    [one] { $count } månad
   *[other] { $count } månader
}
careers-others = { $count ->
    [one] { $count } till
   *[other] { $count } till
}
mail-application-received-subject = Vi har tagit emot din ansökan: { $vacancy }
mail-application-received-body =
    Hej { $name },

    Tack för din ansökan till ”{ $vacancy }” (referens { $reference }). Den har kommit fram och läses av en människa. Vi hör av oss.

    Har du inte ansökt? Då har någon angett din adress av misstag; meddela gärna företaget.
careers-remote-fact = På distans: { $text }
careers-per = { $period ->
    [hour] { $amount } per timme
    [day] { $amount } per dag
    [week] { $amount } per vecka
    [month] { $amount } per månad
   *[year] { $amount } per år
}
