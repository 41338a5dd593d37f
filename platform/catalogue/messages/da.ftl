# Fejl: én sætning pr. kode, `.hint` siger, hvordan fejlen rettes.
fault-value-mandatory = { $field }: obligatorisk felt.
    .hint = Angiv en værdi.
fault-value-code = { $field }: ugyldig kode.
    .hint = Tegnet | samt mellemrum i begyndelsen og slutningen er ikke tilladt.
fault-value-text-too-long = { $field }: teksten er for lang (højst { $max } tegn).
fault-value-text-too-short = { $field }: teksten er for kort (mindst { $min } tegn).
fault-value-number = { $field }: ikke et tal.
    .hint = Skriv for eksempel { $example }.
fault-value-integer = { $field }: der forventes et heltal.
fault-value-decimal-places = { $field }: for mange decimaler (højst { $max }).
fault-value-too-small = { $field }: værdien skal være mindst { $min }.
fault-value-too-large = { $field }: værdien må højst være { $max }.
fault-value-date = { $field }: ugyldig dato.
    .hint = Skriv for eksempel { $example } eller 2026-12-31.
fault-value-time = { $field }: ugyldigt klokkeslæt.
    .hint = Skriv for eksempel 14:30.
fault-value-instant = { $field }: ugyldigt tidspunkt.
    .hint = Skriv for eksempel 2026-12-31T14:30:00Z.
fault-value-email = { $field }: ugyldig e-mailadresse.
fault-value-phone = { $field }: ugyldigt telefonnummer.
    .hint = Skriv for eksempel +45 12 34 56 78.
fault-value-url = { $field }: ugyldig webadresse.
    .hint = Den begynder med https:// eller http://.
fault-value-iban = { $field }: ugyldigt IBAN.
    .hint = Kontrollér længden og cifrene: kontrolcifrene stemmer ikke.
fault-value-language = { $field }: ukendt sprog.
    .hint = Brug koden på to bogstaver efter ISO 639-1, for eksempel da.
fault-value-country = { $field }: ukendt land.
    .hint = Brug koden på to bogstaver efter ISO 3166-1, for eksempel DK.
fault-value-currency = { $field }: ukendt valuta.
    .hint = Brug koden på tre bogstaver efter ISO 4217, for eksempel DKK.
fault-value-culture = { $field }: ukendt kultur.
    .hint = Angiv sprog og region, for eksempel da-DK.
fault-value-choice = { $field }: mulige værdier er { $allowed }.
fault-value-item = { $field }: værdien findes ikke i værdilisten { $list }.
    .hint = Vælg en eksisterende værdi, eller føj den først til listen.
fault-value-bool = { $field }: angiv ja eller nej.
fault-value-duration = { $field }: ugyldig varighed.
    .hint = Skriv for eksempel 37:30 for 37 timer og 30 minutter.
fault-value-json = { $field }: ugyldig JSON.
fault-value-network = { $field }: »{ $value }« er ikke et netværk.
    .hint = Angiv netværkets adresse og længde, for eksempel 192.0.2.0/24 eller 2001:db8::/32.
fault-value-control-character = { $field }: teksten indeholder tegn, der ikke kan vises.
    .hint = Fjern linjeskift, tabulatorer og andre styretegn.
fault-value-type = { $field }: forkert type, der forventes { $expected }.
fault-value-duplicate = { $field }: en anden post har allerede denne værdi.
fault-reference-unknown = { $field }: »{ $key }« findes ikke i { $object }.
fault-reference-ambiguous = { $field }: »{ $key }« passer på flere poster i { $object }.
    .hint = Angiv hele nøglen.
fault-field-unknown = Feltet »{ $name }« findes ikke.
fault-field-read-only = { $field }: feltet udfyldes af systemet og kan ikke ændres.
fault-field-fixed = { $field }: feltet kan ikke ændres, efter at posten er oprettet.
fault-field-not-permitted = { $field }: du må ikke ændre dette felt.
fault-key-missing = Posten kan ikke identificeres: { $fields } skal angives.
fault-key-duplicate = Nøglen »{ $key }« forekommer flere gange.
fault-record-exists = Der findes allerede en post med nøglen »{ $key }«.
    .hint = Brug tilstanden InsertAndUpdate for at opdatere eksisterende poster.
fault-record-not-found = Posten findes ikke, eller du må ikke se den.
fault-record-in-use = Posten kan ikke slettes: den bruges af { $count ->
        [one] én post
       *[other] { $count } poster
    } i { $object }.
fault-record-changed = En anden har ændret posten i mellemtiden.
    .hint = Genindlæs den, og gentag din ændring.
fault-period-end-before-start = Slutningen ligger før begyndelsen.
fault-period-overlap = Perioden overlapper en eksisterende periode.
    .hint = Ret begyndelsen eller slutningen, eller ret først den anden periode.
fault-hierarchy-circle = { $field } ville danne en ring: den valgte post ligger under denne.
    .hint = Vælg en post, der ikke ligger under.
fault-right-missing = Du har ikke rettigheder til dette.
    .hint = Kontakt din HR-administrator.
fault-right-technical = Kun en superadministrator giver, ændrer eller fratager rettigheder til teknisk konfiguration.
    .hint = Kontakt en superadministrator.
fault-right-exceeds = Disse rettigheder går ud over dine egne: { $object }.
    .hint = Kontakt en, der administrerer rettigheder.
fault-right-own-account = Ingen giver sig selv rettigheder: { $object }.
    .hint = Kontakt en anden administrator.
fault-right-last-super-administrator = Så ville ingen længere have adgang til den tekniske konfiguration.
    .hint = Giv først rollen til en anden aktiv konto.
fault-right-last-administrator = Så ville ingen længere kunne administrere rettigheder.
    .hint = Giv først rollen til en anden aktiv konto.
fault-object-unknown = Objektet »{ $name }« findes ikke.
fault-object-read-only = { $object }: kan ikke ændres her.
fault-object-mastered-elsewhere = { $object }: oplysningerne vedligeholdes i et andet system og er skrivebeskyttede her.
    .hint = Foretag ændringen i kildesystemet.
fault-request-invalid = Forespørgslen kan ikke forstås: { $detail }
fault-request-too-large = Forespørgslen er for stor (højst { $max }).
fault-request-method = Denne adresse tager ikke imod denne metode.
    .hint = Tilladt: { $allowed }.
fault-request-media-type = Forespørgslen skal sendes som { $expected }.
fault-request-not-acceptable = Svaret kan kun gives som { $expected }.
fault-filter-syntax = Filteret kan ikke forstås ved position { $position }: { $detail }
fault-sort-unknown = Det er ikke muligt at sortere efter »{ $name }«.
fault-cursor-invalid = Sidemarkøren er ugyldig.
    .hint = Begynd forfra på første side.
fault-idempotency-conflict = Denne idempotensnøgle er allerede brugt til en anden forespørgsel.
    .hint = Brug en ny nøgle til hver ny forespørgsel.
fault-file-encoding = Filen er ikke kodet i UTF-8 (linje { $line }, byte { $position }).
    .hint = Gem den som »CSV UTF-8«.
fault-file-header = Filen har ingen overskriftslinje.
    .hint = Den første linje angiver kolonnernes navne.
fault-file-name = Filnavnet »{ $name }« kan ikke forstås.
    .hint = Skriv [ImportType]_[ImportMode]_[Culture]_[Order]_.csv, for eksempel Employee_InsertAndUpdate_da-DK_10_.csv.
fault-file-type = »{ $name }« er ikke en importtype.
fault-file-mode = »{ $name }« er ikke en importtilstand.
    .hint = Brug InsertOnly eller InsertAndUpdate.
fault-file-culture = Kulturen »{ $name }« er ukendt.
    .hint = Angiv sprog og region, for eksempel da-DK.
fault-file-order = »{ $name }« er ikke en rækkefølge.
    .hint = Brug et heltal; filerne behandles i stigende orden.
fault-file-empty = Filen indeholder ingen datalinjer.
fault-file-column-unknown = Kolonnen »{ $name }« er ukendt.
    .hint = Kendte kolonner, der ligner mest: { $near }.
fault-file-column-missing = Kolonnen »{ $name }« mangler.
    .hint = Den hører til nøglen: Uden den kan ingen linje knyttes til en post.
fault-file-column-twice = Kolonnen »{ $name }« forekommer to gange.
fault-line-columns = Linjen har { $found } celler, men overskriftslinjen har { $expected }.
    .hint = Kontrollér skilletegn og anførselstegn.
fault-line-quote = Et anførselstegn bliver aldrig afsluttet.
    .hint = Fordobl anførselstegn inde i en celle med anførselstegn.
fault-sign-in-failed = Forkert brugernavn eller adgangskode.
fault-sign-in-required = Log ind.
fault-sign-in-locked = For mange mislykkede forsøg. Prøv igen om { $minutes ->
        [one] ét minut
       *[other] { $minutes } minutter
    }.
fault-network-refused = Talang kan ikke bruges fra dette netværk. Prøv igen fra virksomhedens netværk, eller spørg din HR-administrator.
fault-network-shuts-out = Så ville du lukke dig selv ude: din adresse er { $address }. Tillad først et netværk, som den hører til.
fault-session-confirm = Bekræft for en sikkerheds skyld endnu en gang, hvem du er.
fault-password-wrong = Den nuværende adgangskode er forkert.
fault-password-short = Adgangskoden skal have mindst { $min } tegn.
    .hint = Flere ord efter hinanden er nemme at huske.
fault-password-login-inside = Adgangskoden må ikke indeholde brugernavnet.
fault-password-common = Denne adgangskode er blandt dem, der gættes først.
    .hint = Vælg en, som ingen andre ville finde på.
fault-password-same = Den nye adgangskode er den samme som den nuværende.
fault-password-differ = De to adgangskoder er forskellige.
fault-csrf = Formularen er udløbet.
    .hint = Genindlæs siden, og prøv igen.
fault-scope-unknown = { $name } er ikke et omfang: skriv et objekt og en handling, for eksempel employees:read.
fault-quota-used-up = Dagens { $max } forespørgsler er brugt. Fortsæt efter midnat (UTC), eller bed administratoren om flere.
fault-tenant-unknown = Kunden »{ $name }« findes ikke.
fault-tenant-exists = Kunden »{ $name }« findes allerede.
fault-rule-syntax = Reglen kan ikke forstås ved position { $position }: { $detail }
fault-extra-code-taken = Koden »{ $name }« bruges allerede af et andet felt.
fault-extra-sensitive = Feltet ser ud til at indeholde følsomme personoplysninger ({ $category ->
        [health] helbred
        [religion] religion eller overbevisning
        [union] fagforeningsmæssigt tilhørsforhold
        [ethnicity] etnisk oprindelse
        [sexuality] seksuelle forhold eller seksuel orientering
        [politics] politisk overbevisning
        [biometrics] genetiske eller biometriske data
       *[other] særlig kategori
    }; artikel 9 i GDPR).
    .hint = Bekræft, at der er et retsgrundlag, eller undlad feltet.
fault-feature-unknown = Der findes ingen funktion “{ $name }” at slå til.
    .hint = Funktioner, der kan slås til: { $allowed }.
fault-delegation-self = Ingen kan være sin egen stedfortræder.
fault-acting-ended = Du handler ikke længere for en anden: intet blev gjort. Du fortsætter i eget navn.
fault-acting-own-benefit = Når du handler for en anden, kan intet ændres, så det henviser til dig selv.
fault-acting-consent = Samtykket gælder i 1 til 24 timer og kun for supportkonti.
fault-delegation-not-yours = Kun den, der repræsenteres, delegerer, eller en, der må tildele roller.
fault-delegation-to-oneself = Ingen delegerer en andens arbejde til sig selv.
    .hint = Vælg en anden medarbejder som stedfortræder.
fault-storage-failed = Oplysningerne kunne ikke gemmes eller læses. Intet er ændret.
fault-storage-busy = Systemet er optaget.
    .hint = Prøv igen om et øjeblik.
fault-internal = Der er sket en fejl hos os. Den er registreret.
fault-adapt-unmapped = { $field }: Værdien »{ $value }« findes ikke i det tilpassede format.
    .hint = Tilføj værdien i det tilpassede format, eller ret filen.
fault-adapt-number = { $field }: »{ $value }« er ikke et helt antal år.
fault-adapt-format = Det tilpassede format er ikke gyldigt ({ $place }): { $detail }
fault-mail-none = Denne installation sender ingen mails.
    .hint = Den, der driver den, kan opsætte en mailserver.
fault-mail-address = Der kan ikke sendes mails til den adresse.
fault-mail-unreachable = Mailserveren kan ikke nås.
    .hint = Mailen venter og forsøges igen af sig selv.
fault-mail-not-secure = Der kunne ikke oprettes en beskyttet forbindelse til mailserveren.
    .hint = Den, der driver installationen, kontrollerer serverens navn og certifikat.
fault-mail-not-offered = Mailserveren tilbyder ikke det nødvendige: beskyttelse, login eller adresser med sådanne tegn.
fault-mail-login = Mailserveren afviser installationens login.
    .hint = Den, der driver den, kontrollerer bruger og adgangskode.
fault-mail-refused = Mailserveren afviste mailen.
    .hint = Kontrollér adressen.
fault-mail-expired = Mailen kunne ikke sendes i tide.
fault-mail-folder = Mailen kunne ikke skrives i sin mappe.
fault-mail-gone = Mailens indhold findes ikke længere.
    .hint = Udløs en ny, for eksempel med et nyt aktiveringslink.
fault-sign-in-unconfirmed = Din e-mailadresse er ikke bekræftet endnu.
    .hint = Vi har sendt dig en mail med et link: Følg det for at bekræfte adressen og vælge din adgangskode.
fault-account-no-link = Der blev ikke sendt noget link: Kontoen har ingen e-mailadresse, kan ikke bruges eller har fået flere links inden for den seneste time.
fault-link-invalid = Dette link virker ikke længere.
    .hint = Links virker én gang og i begrænset tid. Bed om et nyt med “Glemt adgangskode?” på loginsiden.
fault-password-special = Adgangskoden skal have mindst { $count ->
        [one] ét tegn, der hverken er bogstav eller ciffer
       *[other] { $count } tegn, der hverken er bogstaver eller cifre
    }.
fault-password-digits = Adgangskoden skal have mindst { $count ->
        [one] ét ciffer
       *[other] { $count } cifre
    }.
fault-password-lower = Adgangskoden skal have mindst { $count ->
        [one] ét lille bogstav
       *[other] { $count } små bogstaver
    }.
fault-password-upper = Adgangskoden skal have mindst { $count ->
        [one] ét stort bogstav
       *[other] { $count } store bogstaver
    }.
fault-password-used = Denne adgangskode er brugt før.
    .hint = Vælg en, du ikke har haft her.
fault-password-hash = Dette er ikke en adgangskodehash, der kan overtages.
    .hint = Administratorvejledningen viser formerne.
fault-provider-untested = Identitetsudbyderen er ikke testet endnu.
    .hint = Kør først et testlogin på dens side.
fault-provider-certificate = { $field }: det er ikke et brugbart certifikat ({ $detail }).
    .hint = Indsæt udbyderens signeringscertifikat i PEM, fra BEGIN CERTIFICATE til END CERTIFICATE.
fault-provider-metadata = Udbyderens metadata kan ikke bruges: { $detail }
fault-provider-address = Adressen “{ $address }” må ikke kaldes.
    .hint = Angiv en https-adresse, der kan nås fra internettet, eller indsæt metadata.
fault-provider-unreachable = “{ $address }” svarer ikke som ventet.
    .hint = Kontrollér adressen, eller indsæt metadata.
fault-provider-incomplete = Identitetsudbyderen mangler: { $name }.
    .hint = Udfyld indstillingerne.
fault-sso-message = Identitetsudbyderens svar kan ikke læses: { $detail }
fault-sso-structure = Identitetsudbyderens svar er ikke opbygget, som det skal være: { $detail }
fault-sso-signature = Identitetsudbyderens svar er ikke signeret med et af dens certifikater.
    .hint = Har udbyderen skiftet nøgle, tilføjer administratoren det nye certifikat.
fault-sso-algorithm = Identitetsudbyderens svar er signeret på en usikker måde.
    .hint = Indstil udbyderen til RSA eller ECDSA med SHA-256.
fault-sso-encryption = Identitetsudbyderens svar kan ikke dekrypteres.
    .hint = Giv udbyderen vores aktuelle metadata.
fault-sso-issuer = Svaret kommer fra en anden identitetsudbyder end ventet.
fault-sso-audience = Identitetsudbyderens svar er bestemt for et andet program.
    .hint = Sammenlign entity ID i udbyderens indstillinger med vores.
fault-sso-recipient = Identitetsudbyderens svar er bestemt for en anden adresse.
fault-sso-destination = Identitetsudbyderens svar blev sendt til en anden adresse.
fault-sso-time = Identitetsudbyderens svar gælder ikke længere, eller ikke endnu.
    .hint = Log på igen; sker det igen, går udbyderens ur forkert.
fault-sso-replay = Dette login er allerede brugt.
    .hint = Log på igen.
fault-sso-nonce = Identitetsudbyderens svar hører til et andet login.
fault-sso-browser = Dette login blev ikke påbegyndt i denne browser, eller for længe siden.
    .hint = Log på igen.
fault-sso-unsolicited = Ingen har bedt om dette login her.
    .hint = Begynd på vores login-side, eller tillad login, der starter hos udbyderen.
fault-sso-declined = Identitetsudbyderen afviste loginet: { $detail }
fault-sso-subject = Identitetsudbyderen siger ikke, hvem der loggede på.
    .hint = Administratoren kontrollerer, hvilken attribut der indeholder brugernavnet.
fault-sso-account = Der er ingen konto til dig her.
    .hint = Bed din administrator om en.
fault-schedule-cron = ”{ $value }” er ikke et tidspunkt, hvor noget kan ske.
    .hint = Skriv fem felter: minut, time, dag i måneden, måned, ugedag, for eksempel 30 2 * * * for hver nat klokken halv tre.
fault-schedule-zone = Tidszonen ”{ $value }” findes ikke.
    .hint = Angiv en fra tz-databasen, for eksempel Europe/Paris.
fault-schedule-operator = Intet blev importeret: kontoen ”operator” findes ikke eller er ikke aktiv.
    .hint = En administrator hos kunden kan oprette den med rollen integration eller tillade den igen.
fault-file-space-login = Et brugernavn til filområdet består af 2 til 32 små bogstaver, cifre, bindestreger og understregninger og begynder med et bogstav.
fault-file-space-key = Det er ikke en offentlig nøgle, der kan bruges her.
    .hint = Angiv den ene linje af en offentlig OpenSSH-nøgle af typen ssh-ed25519 eller ecdsa-sha2-nistp256, -nistp384 eller -nistp521. RSA-nøgler modtages ikke.
fault-file-space-key-private = Det er en privat nøgle. Den bliver hos sin ejer; intet af den er gemt.
    .hint = Angiv den ene linje af den offentlige nøgle: filen med samme navn, der ender på .pub. En privat nøgle, der er sendt, bør udskiftes.
fault-file-space-key-type = Nøgler af typen { $type } modtages ikke.
    .hint = Lav en af typen Ed25519 med ssh-keygen -t ed25519, og angiv linjen i den fil, der ender på .pub. ECDSA-nøgler på kurverne nistp256, nistp384 og nistp521 modtages også.
fault-file-space-name = “{ $name }” kan ikke være et navn i filområdet.
    .hint = Et navn har højst 255 byte, begynder ikke med et punktum og indeholder ingen skråstreger, styretegn eller usynlige tegn og ingen tegn, der ligner en skråstreg eller et punktum.
fault-file-space-place = Her kan intet ændres.
    .hint = Filer og mapper hører til i in, out, done eller rejected, højst otte mapper dybt; de fire forbliver, som de er.
fault-file-space-not-found = Der findes ingen sådan fil eller mappe.
fault-file-space-exists = Der findes allerede en fil eller mappe med det navn.
fault-file-space-not-empty = Mappen er ikke tom.
fault-file-space-kind = Det kan kun gøres med filer eller kun med mapper.
fault-file-space-full = Filområdet er fuldt: højst { $max } MiB.
    .hint = Slet det, der ikke længere er brug for, eller bed leverandøren om mere plads.
fault-file-space-most = Filområdet rummer højst { $max } filer og mapper.
    .hint = Slet det, der ikke længere er brug for, eller bed leverandøren om mere plads.
fault-second-factor-wrong = Koden er forkert eller allerede brugt. Vent på den næste.
fault-second-factor-expired = Nøglen gælder ikke længere. Begynd forfra, og scan det nye billede.
fault-second-factor-none = Der er ingen anden faktor.
fault-second-factor-required = Din virksomhed beder om en anden faktor. Opsæt en anden, før du fjerner denne.
fault-passkey-failed = Adgangsnøglen kunne ikke bruges. Prøv igen, eller log ind på en anden måde.
fault-passkey-expired = Spørgsmålet til din enhed er for gammelt. Prøv igen.
fault-passkey-known = Denne adgangsnøgle er allerede i brug. Opret en anden.
fault-passkey-too-many = En konto har højst { $max } adgangsnøgler. Fjern en, som du ikke længere bruger.
fault-passkey-not-allowed = Din virksomhed bruger ikke adgangsnøgler. Log ind på en anden måde.
