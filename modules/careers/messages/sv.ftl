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
    {"- "}Att du kommit via en länk till dina ansökningar eller till ert företags sidor, i tjugo minuter efter den sista sidan, i en kaka.
    {"- "}Att du är inloggad med ett konto, tills du lämnar, i en kaka; och att din webbläsare har varit här förut, i ett år, i en annan.

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
careers-me = Mina ansökningar
careers-keep = Får vi spara dina uppgifter?
careers-keep-text = Tiden för vilken vi sparar din ansökan är slut. Utan svar raderar vi den efter den { $day }.
careers-keep-yes = Ja, spara dem
careers-keep-no = Nej, radera dem
careers-keep-over = Här finns inget att svara på
careers-keep-over-text = Frågan är besvarad, eller så är tiden ute.
careers-keep-thanks = Tack
careers-keep-until = Vi sparar dina uppgifter till { $day }. Du kan ändra dig när som helst.
careers-keep-gone = Tack för ditt svar. Du kan söka igen när som helst.
careers-me-offer = Ditt erbjudande
careers-me-offer-until = Giltigt till { $day }
careers-me-offer-accept = Tacka ja
careers-me-offer-decline = Tacka nej
careers-me-done-answered = Tack, ditt svar är noterat.
careers-me-about = Gäller
careers-me-add = Lägg till ett dokument
careers-me-applications = Ansökningar
careers-me-applied = Sökt den { $day }
careers-me-ask-send = Skicka en länk
careers-me-ask-text = Ange e-postadressen som du sökte med. Om vi känner till den får du en länk till dina ansökningar.
careers-me-asked = Titta i din inkorg
careers-me-asked-text = Om adressen hör till en ansökan är ett mejl med en länk på väg. Den fungerar i ett dygn.
careers-me-back = Tillbaka
careers-me-data = Dina uppgifter
careers-me-documents-none = Det finns inga dokument här.
careers-me-done-added = Ditt dokument har lagts till.
careers-me-done-exported = Ett mejl med en länk till dina uppgifter är på väg.
careers-me-done-removed = Dokumentet har tagits bort.
careers-me-done-saved = Dina uppgifter har sparats.
careers-me-done-withdrawn = Din ansökan har dragits tillbaka.
careers-me-done-written = Ditt meddelande har skickats.
careers-me-email = skriv till oss för att ändra adressen.
careers-me-erase = Radera alla mina uppgifter
careers-me-erase-about = Du kan när som helst få allt raderat.
careers-me-erase-ask = Radera alla dina uppgifter?
careers-me-erase-sure = Jag vill att allt raderas.
careers-me-erase-text =
    Dina ansökningar avslutas, och dina uppgifter, dokument och meddelanden raderas för gott. Ingen kan få tillbaka dem.

    Kvar blir en siffra utan ditt namn: att någon har sökt, och när.
careers-me-erase-tick = Kryssa i rutan om du är säker.
careers-me-erase-yes = Radera för gott
careers-me-erased = Dina uppgifter har raderats
careers-me-erased-text = Ett sista mejl bekräftar det. Du kan söka igen när som helst.
careers-me-export = Hämta alla mina uppgifter
careers-me-export-text = Du får ett mejl med en länk till en fil med allt vi har om dig.
careers-me-full = Det finns för många dokument här. Ta bort ett först.
careers-me-hello = Hej { $name }
careers-me-language = Språk för våra meddelanden
careers-me-leave = Lämna
careers-me-message = Ditt meddelande
careers-me-messages = Meddelanden
careers-me-messages-none = Ingen har skrivit till dig än.
careers-me-none = Det finns ingen ansökan på din adress.
careers-me-over = Länken fungerar inte längre. Be om en ny här.
careers-me-remove = Ta bort
careers-me-remove-name = Ta bort { $name }
careers-me-save = Spara
careers-me-send = Skicka meddelande
careers-me-upload = Ladda upp
careers-me-withdraw = Dra tillbaka
careers-me-withdraw-ask = Dra tillbaka ansökan?
careers-me-withdraw-text = Teamet ser att du har dragit dig ur och arbetar inte vidare med den.
careers-me-withdraw-yes = Dra tillbaka ansökan
careers-me-write = Skriv till oss
careers-me-you = Du
careers-me-yours = Det som är ditt
careers-mend = Kontrollera följande
careers-mission = Ditt arbete
careers-more = Mer
careers-missing-text = Den kan ha flyttats, eller så är tjänsten tillsatt eller tillbakadragen.
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
mail-application-received-button = Öppna mina ansökningar
mail-candidate-link-subject = Din länk till dina ansökningar
mail-candidate-link-body =
    Hej { $name },

    Här är länken som du bad om. Den öppnar dina ansökningar hos { $tenant } och fungerar i ett dygn. Ge den inte till någon.

    Bad du inte om den? Då behöver du inte göra något.
mail-candidate-link-button = Öppna mina ansökningar
mail-candidate-export-subject = Dina uppgifter hos { $tenant }
mail-candidate-export-body =
    Hej { $name },

    Här är länken till en fil med allt vi har om dig. Den fungerar i en vecka. Ge den inte till någon.
mail-candidate-export-button = Hämta mina uppgifter
mail-candidate-erased-subject = Dina uppgifter har raderats
mail-candidate-erased-body =
    Hej { $name },

    Som du bad om har { $tenant } raderat dina uppgifter, dokument och meddelanden för gott. Det här mejlet är det sista.

# Interviews in the candidate’s area
careers-me-interviews = Intervjuer
careers-me-video = Videomöte
careers-me-give-back = Lämna tillbaka tiden
careers-me-choose-until = Du kan välja till och med { $day }. Den som väljer först får tiden.
careers-me-no-times = Ingen tid är ledig just nu. Titta igen senare eller skriv till oss nedan.
careers-me-choose = Ta den här tiden
careers-me-choose-other = Välj en annan tid
careers-me-choose-time = Välj en tid
careers-me-done-chosen = Tiden är din. Mötet kommer med e-post.
careers-me-done-given-back = Tiden är återlämnad, och de som skulle träffa dig vet om det.
