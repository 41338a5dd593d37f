# Fel: en mening per kod, `.hint` säger hur felet rättas.
fault-value-mandatory = { $field }: obligatoriskt fält.
    .hint = Ange ett värde.
fault-value-code = { $field }: ogiltig kod.
    .hint = Tecknet | samt blanksteg i början och slutet är inte tillåtna.
fault-value-text-too-long = { $field }: texten är för lång (högst { $max } tecken).
fault-value-text-too-short = { $field }: texten är för kort (minst { $min } tecken).
fault-value-number = { $field }: inte ett tal.
    .hint = Skriv till exempel { $example }.
fault-value-integer = { $field }: ett heltal förväntas.
fault-value-decimal-places = { $field }: för många decimaler (högst { $max }).
fault-value-too-small = { $field }: värdet måste vara minst { $min }.
fault-value-too-large = { $field }: värdet får vara högst { $max }.
fault-value-date = { $field }: ogiltigt datum.
    .hint = Skriv till exempel { $example } eller 2026-12-31.
fault-value-time = { $field }: ogiltigt klockslag.
    .hint = Skriv till exempel 14:30.
fault-value-instant = { $field }: ogiltig tidpunkt.
    .hint = Skriv till exempel 2026-12-31T14:30:00Z.
fault-value-email = { $field }: ogiltig e-postadress.
fault-value-phone = { $field }: ogiltigt telefonnummer.
    .hint = Skriv till exempel +46 8 123 456 78.
fault-value-url = { $field }: ogiltig webbadress.
    .hint = Den börjar med https:// eller http://.
fault-value-iban = { $field }: ogiltigt IBAN.
    .hint = Kontrollera längden och siffrorna: kontrollsiffrorna stämmer inte.
fault-value-language = { $field }: okänt språk.
    .hint = Använd tvåbokstavskoden enligt ISO 639-1, till exempel sv.
fault-value-country = { $field }: okänt land.
    .hint = Använd tvåbokstavskoden enligt ISO 3166-1, till exempel SE.
fault-value-currency = { $field }: okänd valuta.
    .hint = Använd trebokstavskoden enligt ISO 4217, till exempel SEK.
fault-value-culture = { $field }: okänd kultur.
    .hint = Ange språk och region, till exempel sv-SE.
fault-value-choice = { $field }: möjliga värden är { $allowed }.
fault-value-item = { $field }: värdet finns inte i värdelistan { $list }.
    .hint = Välj ett befintligt värde eller lägg först till det i listan.
fault-value-bool = { $field }: ange ja eller nej.
fault-value-duration = { $field }: ogiltig längd i tid.
    .hint = Skriv till exempel 37:30 för 37 timmar och 30 minuter.
fault-value-json = { $field }: ogiltig JSON.
fault-value-network = { $field }: ”{ $value }” är inget nätverk.
    .hint = Ange nätverkets adress och längd, till exempel 192.0.2.0/24 eller 2001:db8::/32.
fault-value-control-character = { $field }: texten innehåller tecken som inte kan visas.
    .hint = Ta bort radbrytningar, tabbar och andra styrtecken.
fault-value-type = { $field }: fel typ, { $expected } förväntas.
fault-value-duplicate = { $field }: en annan post har redan detta värde.
fault-reference-unknown = { $field }: ”{ $key }” finns inte i { $object }.
fault-reference-ambiguous = { $field }: ”{ $key }” stämmer på flera poster i { $object }.
    .hint = Ange hela nyckeln.
fault-field-unknown = Fältet ”{ $name }” finns inte.
fault-field-read-only = { $field }: fältet fylls i av systemet och kan inte ändras.
fault-field-fixed = { $field }: fältet kan inte ändras efter att posten har skapats.
fault-field-not-permitted = { $field }: du får inte ändra det här fältet.
fault-key-missing = Posten kan inte identifieras: { $fields } måste anges.
fault-key-duplicate = Nyckeln ”{ $key }” förekommer flera gånger.
fault-record-exists = Det finns redan en post med nyckeln ”{ $key }”.
    .hint = Använd läget InsertAndUpdate för att uppdatera befintliga poster.
fault-record-not-found = Posten finns inte, eller så får du inte se den.
fault-record-in-use = Posten kan inte tas bort: den används av { $count ->
        [one] en post
       *[other] { $count } poster
    } i { $object }.
fault-record-changed = Någon annan har ändrat posten under tiden.
    .hint = Läs in den på nytt och gör om ändringen.
fault-period-end-before-start = Slutet ligger före början.
fault-period-overlap = Perioden överlappar en befintlig period.
    .hint = Ändra början eller slutet, eller ändra först den andra perioden.
fault-hierarchy-circle = { $field } skulle bilda en cirkel: den valda posten ligger under den här.
    .hint = Välj en post som inte ligger under.
fault-right-missing = Du saknar behörighet för detta.
    .hint = Kontakta din HR-administratör.
fault-right-technical = Bara en superadministratör ger, ändrar eller tar bort behörigheter till teknisk konfiguration.
    .hint = Vänd dig till en superadministratör.
fault-right-exceeds = De här behörigheterna går utöver dina egna: { $object }.
    .hint = Vänd dig till någon som administrerar behörigheter.
fault-right-own-account = Ingen ger sig själv behörigheter: { $object }.
    .hint = Vänd dig till en annan administratör.
fault-right-last-super-administrator = Då skulle ingen längre komma åt den tekniska konfigurationen.
    .hint = Ge först rollen till ett annat aktivt konto.
fault-right-last-administrator = Då skulle ingen längre kunna administrera behörigheter.
    .hint = Ge först rollen till ett annat aktivt konto.
fault-object-unknown = Objektet ”{ $name }” finns inte.
fault-object-read-only = { $object }: kan inte ändras här.
fault-object-mastered-elsewhere = { $object }: uppgifterna sköts i ett annat system och är skrivskyddade här.
    .hint = Gör ändringen i det överordnade systemet.
fault-request-invalid = Begäran går inte att förstå: { $detail }
fault-request-too-large = Begäran är för stor (högst { $max }).
fault-request-method = Den här adressen tar inte emot den här metoden.
    .hint = Tillåtna: { $allowed }.
fault-request-media-type = Anropet måste skickas som { $expected }.
fault-request-not-acceptable = Svaret kan bara ges som { $expected }.
fault-filter-syntax = Filtret går inte att förstå vid position { $position }: { $detail }
fault-sort-unknown = Det går inte att sortera efter ”{ $name }”.
fault-cursor-invalid = Sidmarkören är ogiltig.
    .hint = Börja om från första sidan.
fault-idempotency-conflict = Den här idempotensnyckeln har redan använts för en annan begäran.
    .hint = Använd en ny nyckel för varje ny begäran.
fault-file-encoding = Filen är inte kodad i UTF-8 (rad { $line }, byte { $position }).
    .hint = Spara den som ”CSV UTF-8”.
fault-file-header = Filen saknar rubrikrad.
    .hint = Den första raden anger kolumnernas namn.
fault-file-name = Filnamnet ”{ $name }” går inte att förstå.
    .hint = Skriv [ImportType]_[ImportMode]_[Culture]_[Order]_.csv, till exempel Employee_InsertAndUpdate_sv-SE_10_.csv.
fault-file-type = ”{ $name }” är ingen importtyp.
fault-file-mode = ”{ $name }” är inget importläge.
    .hint = Använd InsertOnly eller InsertAndUpdate.
fault-file-culture = Kulturen ”{ $name }” är okänd.
    .hint = Ange språk och region, till exempel sv-SE.
fault-file-order = ”{ $name }” är ingen ordningsföljd.
    .hint = Använd ett heltal; filerna behandlas i stigande ordning.
fault-file-empty = Filen innehåller inga datarader.
fault-file-column-unknown = Kolumnen ”{ $name }” är okänd.
    .hint = Närmaste kända kolumner: { $near }.
fault-file-column-missing = Kolumnen ”{ $name }” saknas.
    .hint = Den ingår i nyckeln: utan den kan ingen rad kopplas till en post.
fault-file-column-twice = Kolumnen ”{ $name }” förekommer två gånger.
fault-line-columns = Raden har { $found } celler, men rubrikraden har { $expected }.
    .hint = Kontrollera skiljetecken och citattecken.
fault-line-quote = Ett citattecken avslutas aldrig.
    .hint = Dubblera citattecken inuti en cell med citattecken.
fault-sign-in-failed = Fel användarnamn eller lösenord.
fault-sign-in-required = Logga in.
fault-sign-in-locked = För många misslyckade försök. Försök igen om { $minutes ->
        [one] en minut
       *[other] { $minutes } minuter
    }.
fault-network-refused = Talang kan inte användas från det här nätverket. Försök från företagets nätverk eller fråga din HR-administratör.
fault-network-shuts-out = Då skulle du stänga ute dig själv: din adress är { $address }. Tillåt först ett nätverk som den ingår i.
fault-session-confirm = Bekräfta för säkerhets skull en gång till vem du är.
fault-password-wrong = Det nuvarande lösenordet är fel.
fault-password-short = Lösenordet måste ha minst { $min } tecken.
    .hint = Flera ord i rad är lätta att komma ihåg.
fault-password-login-inside = Lösenordet får inte innehålla användarnamnet.
fault-password-common = Lösenordet är ett av dem som gissas först.
    .hint = Välj ett som ingen annan skulle komma på.
fault-password-same = Det nya lösenordet är samma som det nuvarande.
fault-password-differ = De två lösenorden är olika.
fault-csrf = Formuläret har upphört att gälla.
    .hint = Läs in sidan på nytt och försök igen.
fault-scope-unknown = { $name } är ingen giltig omfattning: skriv ett objekt och en åtgärd, till exempel employees:read.
fault-quota-used-up = Dagens { $max } anrop är förbrukade. Fortsätt efter midnatt (UTC) eller be administratören om fler.
fault-tenant-unknown = Kunden ”{ $name }” finns inte.
fault-tenant-exists = Kunden ”{ $name }” finns redan.
fault-rule-syntax = Regeln går inte att förstå vid position { $position }: { $detail }
fault-extra-code-taken = Koden ”{ $name }” används redan av ett annat fält.
fault-extra-sensitive = Fältet verkar innehålla känsliga personuppgifter ({ $category ->
        [health] hälsa
        [religion] religion eller övertygelse
        [union] medlemskap i fackförening
        [ethnicity] etniskt ursprung
        [sexuality] sexualliv eller sexuell läggning
        [politics] politiska åsikter
        [biometrics] genetiska eller biometriska uppgifter
       *[other] särskild kategori
    }; artikel 9 i GDPR).
    .hint = Bekräfta att det finns en rättslig grund, eller avstå från fältet.
fault-feature-unknown = Det finns ingen funktion ”{ $name }” att slå på.
    .hint = Funktioner som kan slås på: { $allowed }.
fault-delegation-self = Ingen kan vara sin egen ersättare.
fault-acting-ended = Du agerar inte längre för någon annan: inget gjordes. Du fortsätter i eget namn.
fault-acting-own-benefit = När du agerar för någon annan kan inget ändras så att det hänvisar till dig själv.
fault-acting-consent = Medgivandet gäller 1 till 24 timmar och bara supportkonton.
fault-delegation-not-yours = Bara den som företräds delegerar, eller någon som får tilldela roller.
fault-delegation-to-oneself = Ingen delegerar någon annans arbete till sig själv.
    .hint = Välj en annan medarbetare som ersättare.
fault-storage-failed = Uppgifterna kunde inte sparas eller läsas. Ingenting har ändrats.
fault-storage-busy = Systemet är upptaget.
    .hint = Försök igen om en stund.
fault-internal = Ett fel har uppstått hos oss. Det har registrerats.
fault-adapt-unmapped = { $field }: värdet ”{ $value }” finns inte i det anpassade formatet.
    .hint = Lägg till värdet i det anpassade formatet eller rätta filen.
fault-adapt-number = { $field }: ”{ $value }” är inte ett helt antal år.
fault-adapt-format = Det anpassade formatet är ogiltigt ({ $place }): { $detail }
fault-mail-none = Den här installationen skickar inga mejl.
    .hint = Den som driver den kan ställa in en e-postserver.
fault-mail-address = Det går inte att skicka mejl till den adressen.
fault-mail-unreachable = E-postservern går inte att nå.
    .hint = Mejlet väntar och försöks igen av sig självt.
fault-mail-not-secure = Det gick inte att få en skyddad anslutning till e-postservern.
    .hint = Den som driver installationen kontrollerar serverns namn och certifikat.
fault-mail-not-offered = E-postservern erbjuder inte det som behövs: skydd, inloggning eller adresser med sådana tecken.
fault-mail-login = E-postservern godtar inte installationens inloggning.
    .hint = Den som driver den kontrollerar användare och lösenord.
fault-mail-refused = E-postservern tog inte emot mejlet.
    .hint = Kontrollera adressen.
fault-mail-expired = Mejlet kunde inte skickas i tid.
fault-mail-folder = Mejlet kunde inte skrivas till sin mapp.
fault-mail-gone = Mejlets innehåll finns inte kvar.
    .hint = Skapa ett nytt, till exempel med en ny aktiveringslänk.
fault-sign-in-unconfirmed = Din e-postadress är inte bekräftad än.
    .hint = Vi har skickat ett mejl med en länk: följ den för att bekräfta adressen och välja ditt lösenord.
fault-account-no-link = Ingen länk skickades: kontot saknar e-postadress, kan inte användas eller har fått flera länkar den senaste timmen.
fault-link-invalid = Den här länken fungerar inte längre.
    .hint = Länkar fungerar en gång och under begränsad tid. Be om en ny med ”Glömt lösenordet?” på inloggningssidan.
fault-password-special = Lösenordet behöver minst { $count ->
        [one] ett tecken som varken är bokstav eller siffra
       *[other] { $count } tecken som varken är bokstäver eller siffror
    }.
fault-password-digits = Lösenordet behöver minst { $count ->
        [one] en siffra
       *[other] { $count } siffror
    }.
fault-password-lower = Lösenordet behöver minst { $count ->
        [one] en liten bokstav
       *[other] { $count } små bokstäver
    }.
fault-password-upper = Lösenordet behöver minst { $count ->
        [one] en stor bokstav
       *[other] { $count } stora bokstäver
    }.
fault-password-used = Det här lösenordet har använts förut.
    .hint = Välj ett som du inte har haft här.
fault-password-hash = Det här är ingen lösenordshash som kan tas över.
    .hint = Administratörsguiden visar formerna.
fault-provider-untested = Identitetsleverantören har inte testats än.
    .hint = Gör först en testinloggning på dess sida.
fault-provider-certificate = { $field }: det är inget användbart certifikat ({ $detail }).
    .hint = Klistra in leverantörens signeringscertifikat i PEM, från BEGIN CERTIFICATE till END CERTIFICATE.
fault-provider-metadata = Leverantörens metadata kan inte användas: { $detail }
fault-provider-address = Adressen ”{ $address }” får inte anropas.
    .hint = Ange en https-adress som nås från internet, eller klistra in metadata.
fault-provider-unreachable = ”{ $address }” svarar inte som väntat.
    .hint = Kontrollera adressen, eller klistra in metadata.
fault-provider-incomplete = Identitetsleverantören saknar: { $name }.
    .hint = Komplettera inställningarna.
fault-sso-message = Identitetsleverantörens svar kan inte läsas: { $detail }
fault-sso-structure = Identitetsleverantörens svar är inte uppbyggt som det ska: { $detail }
fault-sso-signature = Identitetsleverantörens svar är inte signerat med något av dess certifikat.
    .hint = Har leverantören bytt nyckel lägger administratören till det nya certifikatet.
fault-sso-algorithm = Identitetsleverantörens svar är signerat på ett osäkert sätt.
    .hint = Ställ in leverantören på RSA eller ECDSA med SHA-256.
fault-sso-encryption = Identitetsleverantörens svar kan inte dekrypteras.
    .hint = Ge leverantören våra aktuella metadata.
fault-sso-issuer = Svaret kommer från en annan identitetsleverantör än väntat.
fault-sso-audience = Identitetsleverantörens svar är avsett för ett annat program.
    .hint = Jämför entity ID i leverantörens inställningar med vårt.
fault-sso-recipient = Identitetsleverantörens svar är avsett för en annan adress.
fault-sso-destination = Identitetsleverantörens svar skickades till en annan adress.
fault-sso-time = Identitetsleverantörens svar gäller inte längre, eller inte än.
    .hint = Logga in igen; händer det igen går leverantörens klocka fel.
fault-sso-replay = Den här inloggningen har redan använts.
    .hint = Logga in igen.
fault-sso-nonce = Identitetsleverantörens svar hör till en annan inloggning.
fault-sso-browser = Den här inloggningen påbörjades inte i den här webbläsaren, eller för länge sedan.
    .hint = Logga in igen.
fault-sso-unsolicited = Ingen har bett om den här inloggningen här.
    .hint = Börja på vår inloggningssida, eller tillåt inloggningar som börjar hos leverantören.
fault-sso-declined = Identitetsleverantören nekade inloggningen: { $detail }
fault-sso-subject = Identitetsleverantören säger inte vem som loggade in.
    .hint = Administratören kontrollerar vilket attribut som innehåller användarnamnet.
fault-sso-account = Det finns inget konto för dig här.
    .hint = Be din administratör om ett.
fault-schedule-cron = ”{ $value }” är ingen tidpunkt då något kan ske.
    .hint = Skriv fem fält: minut, timme, dag i månaden, månad, veckodag, till exempel 30 2 * * * för varje natt klockan halv tre.
fault-schedule-zone = Tidszonen ”{ $value }” finns inte.
    .hint = Ange en ur tz-databasen, till exempel Europe/Paris.
fault-schedule-operator = Ingenting importerades: kontot ”operator” finns inte eller är inte aktivt.
    .hint = En administratör hos kunden kan skapa det med rollen integration eller tillåta det igen.
fault-file-space-login = Ett inloggningsnamn för filytan består av 2 till 32 små bokstäver, siffror, bindestreck och understreck och börjar med en bokstav.
fault-file-space-key = Det här är ingen offentlig nyckel som kan användas här.
    .hint = Ange den enda raden i en offentlig OpenSSH-nyckel av typen ssh-ed25519 eller ecdsa-sha2-nistp256, -nistp384 eller -nistp521. RSA-nycklar godtas inte.
fault-file-space-key-private = Det här är en privat nyckel. Den stannar hos sin ägare; inget av den har sparats.
    .hint = Ange den enda raden i den offentliga nyckeln: filen med samma namn som slutar på .pub. En privat nyckel som har skickats bör bytas ut.
fault-file-space-key-type = Nycklar av typen { $type } godtas inte.
    .hint = Skapa en av typen Ed25519, med ssh-keygen -t ed25519, och ange raden i filen som slutar på .pub. ECDSA-nycklar på kurvorna nistp256, nistp384 och nistp521 godtas också.
fault-file-space-name = ”{ $name }” kan inte vara ett namn i filytan.
    .hint = Ett namn har högst 255 byte, börjar inte med punkt och innehåller inga snedstreck, styrtecken eller osynliga tecken, och inga tecken som liknar snedstreck eller punkt.
fault-file-space-place = Här kan ingenting ändras.
    .hint = Filer och mappar hör hemma i in, out, done eller rejected, högst åtta mappar djupt; de fyra förblir som de är.
fault-file-space-not-found = Det finns ingen sådan fil eller mapp.
fault-file-space-exists = Det finns redan en fil eller mapp med det namnet.
fault-file-space-not-empty = Mappen är inte tom.
fault-file-space-kind = Det här går bara med filer, eller bara med mappar.
fault-file-space-full = Filytan är full: högst { $max } MiB.
    .hint = Ta bort det som inte längre behövs eller be leverantören om mer utrymme.
fault-file-space-most = Filytan rymmer högst { $max } filer och mappar.
    .hint = Ta bort det som inte längre behövs eller be leverantören om mer utrymme.
fault-second-factor-wrong = Koden är fel eller redan använd. Vänta på nästa.
fault-second-factor-expired = Nyckeln gäller inte längre. Börja om och skanna den nya bilden.
fault-second-factor-none = Det finns ingen andra faktor.
fault-second-factor-required = Ditt företag kräver en andra faktor. Ställ in en annan innan du tar bort den här.
fault-passkey-failed = Nyckeln kunde inte användas. Försök igen eller logga in på ett annat sätt.
fault-passkey-expired = Frågan till din enhet är för gammal. Försök igen.
fault-passkey-known = Nyckeln används redan. Skapa en annan.
fault-passkey-too-many = Ett konto har högst { $max } nycklar. Ta bort en som du inte längre använder.
fault-passkey-not-allowed = Ditt företag använder inte nycklar (passkeys). Logga in på ett annat sätt.
