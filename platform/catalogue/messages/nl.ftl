# Fouten: één zin per code, `.hint` zegt hoe u de fout verhelpt.
fault-value-mandatory = { $field }: verplicht veld.
    .hint = Vul een waarde in.
fault-value-code = { $field }: geen geldige code.
    .hint = Het teken | en spaties aan het begin en einde zijn niet toegestaan.
fault-value-text-too-long = { $field }: de tekst is te lang (hoogstens { $max } tekens).
fault-value-text-too-short = { $field }: de tekst is te kort (minstens { $min } tekens).
fault-value-number = { $field }: geen getal.
    .hint = Schrijf bijvoorbeeld { $example }.
fault-value-integer = { $field }: er wordt een geheel getal verwacht.
fault-value-decimal-places = { $field }: te veel decimalen (hoogstens { $max }).
fault-value-too-small = { $field }: de waarde moet minstens { $min } zijn.
fault-value-too-large = { $field }: de waarde mag hoogstens { $max } zijn.
fault-value-date = { $field }: geen geldige datum.
    .hint = Schrijf bijvoorbeeld { $example } of 2026-12-31.
fault-value-time = { $field }: geen geldig tijdstip.
    .hint = Schrijf bijvoorbeeld 14:30.
fault-value-instant = { $field }: geen geldige datum en tijd.
    .hint = Schrijf bijvoorbeeld 2026-12-31T14:30:00Z.
fault-value-email = { $field }: geen geldig e-mailadres.
fault-value-phone = { $field }: geen geldig telefoonnummer.
    .hint = Schrijf bijvoorbeeld +31 20 123 4567.
fault-value-url = { $field }: geen geldig webadres.
    .hint = Het begint met https:// of http://.
fault-value-iban = { $field }: geen geldig IBAN.
    .hint = Controleer de lengte en de cijfers: het controlegetal klopt niet.
fault-value-language = { $field }: onbekende taal.
    .hint = Gebruik de tweeletterige code van ISO 639-1, bijvoorbeeld nl.
fault-value-country = { $field }: onbekend land.
    .hint = Gebruik de tweeletterige code van ISO 3166-1, bijvoorbeeld NL.
fault-value-currency = { $field }: onbekende valuta.
    .hint = Gebruik de drieletterige code van ISO 4217, bijvoorbeeld EUR.
fault-value-culture = { $field }: onbekende cultuur.
    .hint = Geef taal en regio op, bijvoorbeeld nl-NL.
fault-value-choice = { $field }: mogelijke waarden zijn { $allowed }.
fault-value-item = { $field }: geen waarde uit de waardelijst { $list }.
    .hint = Kies een bestaande waarde of vul eerst de lijst aan.
fault-value-bool = { $field }: antwoord met ja of nee.
fault-value-duration = { $field }: geen geldige duur.
    .hint = Schrijf bijvoorbeeld 37:30 voor 37 uur en 30 minuten.
fault-value-json = { $field }: geen geldige JSON.
fault-value-network = { $field }: “{ $value }” is geen netwerk.
    .hint = Geef het adres en de lengte van het netwerk op, bijvoorbeeld 192.0.2.0/24 of 2001:db8::/32.
fault-value-control-character = { $field }: de tekst bevat tekens die niet kunnen worden weergegeven.
    .hint = Verwijder regeleinden, tabs en andere stuurtekens.
fault-value-type = { $field }: verkeerd type, verwacht wordt { $expected }.
fault-value-duplicate = { $field }: deze waarde is al in gebruik.
fault-reference-unknown = { $field }: “{ $key }” bestaat niet in { $object }.
fault-reference-ambiguous = { $field }: “{ $key }” past bij meerdere records van { $object }.
    .hint = Geef de volledige sleutel op.
fault-field-unknown = Het veld “{ $name }” bestaat niet.
fault-field-read-only = { $field }: dit veld wordt door het systeem ingevuld en kan niet worden gewijzigd.
fault-field-fixed = { $field }: dit veld kan na het aanmaken niet meer worden gewijzigd.
fault-field-not-permitted = { $field }: u mag dit veld niet wijzigen.
fault-key-missing = Het record kan niet worden bepaald: { $fields } is verplicht.
fault-key-duplicate = De sleutel “{ $key }” komt meermaals voor.
fault-record-exists = Er bestaat al een record met de sleutel “{ $key }”.
    .hint = Gebruik de modus InsertAndUpdate om bestaande records bij te werken.
fault-record-not-found = Dit record bestaat niet of u mag het niet zien.
fault-record-in-use = Verwijderen is niet mogelijk: dit record wordt gebruikt door { $count ->
        [one] één record
       *[other] { $count } records
    } van { $object }.
fault-record-changed = Iemand anders heeft dit record intussen gewijzigd.
    .hint = Laad het opnieuw en herhaal uw wijziging.
fault-period-end-before-start = Het einde ligt vóór het begin.
fault-period-overlap = Deze periode overlapt met een bestaande periode.
    .hint = Wijzig het begin of het einde, of wijzig eerst de andere periode.
fault-hierarchy-circle = { $field } zou een kring vormen: de gekozen eenheid staat onder deze.
    .hint = Kies een eenheid die er niet onder staat.
fault-right-missing = U hebt hiervoor geen rechten.
    .hint = Neem contact op met uw HR-beheerder.
fault-right-technical = Alleen een superbeheerder verleent, wijzigt of ontneemt rechten op de technische configuratie.
    .hint = Vraag het een superbeheerder.
fault-right-exceeds = Deze rechten gaan verder dan die van uzelf: { $object }.
    .hint = Vraag het iemand die rechten beheert.
fault-right-own-account = Niemand geeft zichzelf rechten: { $object }.
    .hint = Vraag het een andere beheerder.
fault-right-last-super-administrator = Daarna kan niemand meer bij de technische configuratie.
    .hint = Geef de rol eerst aan een ander actief account.
fault-right-last-administrator = Daarna kan niemand meer rechten beheren.
    .hint = Geef de rol eerst aan een ander actief account.
fault-object-unknown = Het object “{ $name }” bestaat niet.
fault-object-read-only = { $object }: kan hier niet worden gewijzigd.
fault-object-mastered-elsewhere = { $object }: deze gegevens worden in een ander systeem beheerd en zijn hier alleen-lezen.
    .hint = Breng de wijziging aan in het bronsysteem.
fault-request-invalid = Het verzoek is niet te begrijpen: { $detail }
fault-request-too-large = Het verzoek is te groot (hoogstens { $max }).
fault-request-method = Dit adres accepteert deze methode niet.
    .hint = Toegestaan: { $allowed }.
fault-request-media-type = Het verzoek moet worden verstuurd als { $expected }.
fault-request-not-acceptable = Het antwoord kan alleen worden gegeven als { $expected }.
fault-filter-syntax = Het filter is niet te begrijpen op positie { $position }: { $detail }
fault-sort-unknown = Sorteren op “{ $name }” is niet mogelijk.
fault-cursor-invalid = De paginamarkering is ongeldig.
    .hint = Begin opnieuw bij de eerste pagina.
fault-idempotency-conflict = Deze idempotentiesleutel is al voor een ander verzoek gebruikt.
    .hint = Gebruik voor elk nieuw verzoek een nieuwe sleutel.
fault-file-encoding = Het bestand is niet gecodeerd in UTF-8 (regel { $line }, byte { $position }).
    .hint = Sla het op als “CSV UTF-8”.
fault-file-header = Het bestand heeft geen kopregel.
    .hint = De eerste regel bevat de namen van de kolommen.
fault-file-name = De bestandsnaam “{ $name }” is niet te begrijpen.
    .hint = Schrijf [ImportType]_[ImportMode]_[Culture]_[Order]_.csv, bijvoorbeeld Employee_InsertAndUpdate_nl-NL_10_.csv.
fault-file-type = “{ $name }” is geen importtype.
fault-file-mode = “{ $name }” is geen importmodus.
    .hint = Gebruik InsertOnly of InsertAndUpdate.
fault-file-culture = De cultuur “{ $name }” is onbekend.
    .hint = Geef taal en regio op, bijvoorbeeld nl-NL.
fault-file-order = “{ $name }” is geen volgorde.
    .hint = Gebruik een geheel getal; bestanden worden oplopend verwerkt.
fault-file-empty = Het bestand bevat geen gegevensregels.
fault-file-column-unknown = De kolom “{ $name }” is onbekend.
    .hint = Bekende kolommen die erop lijken: { $near }.
fault-file-column-missing = De kolom “{ $name }” ontbreekt.
    .hint = Ze hoort bij de sleutel: zonder deze kolom kan geen enkele regel aan een record worden gekoppeld.
fault-file-column-twice = De kolom “{ $name }” komt twee keer voor.
fault-line-columns = De regel heeft { $found } cellen, maar de kopregel { $expected }.
    .hint = Controleer scheidingstekens en aanhalingstekens.
fault-line-quote = Een aanhalingsteken wordt nergens gesloten.
    .hint = Verdubbel aanhalingstekens binnen een cel tussen aanhalingstekens.
fault-sign-in-failed = Gebruikersnaam of wachtwoord is onjuist.
fault-sign-in-required = Meld u aan.
fault-sign-in-locked = Te veel mislukte pogingen. Probeer het over { $minutes ->
        [one] één minuut
       *[other] { $minutes } minuten
    } opnieuw.
fault-network-refused = Vanaf dit netwerk is Talang niet toegankelijk. Probeer het vanaf het netwerk van uw bedrijf of vraag uw HR-beheerder.
fault-network-shuts-out = Hiermee sluit u uzelf buiten: uw adres is { $address }. Sta eerst een netwerk toe waar het bij hoort.
fault-session-confirm = Bevestig voor de veiligheid nogmaals wie u bent.
fault-password-wrong = Het huidige wachtwoord is onjuist.
fault-password-short = Het wachtwoord moet uit minstens { $min } tekens bestaan.
    .hint = Een paar woorden achter elkaar onthoudt u gemakkelijk.
fault-password-login-inside = Het wachtwoord mag de gebruikersnaam niet bevatten.
fault-password-common = Dit wachtwoord is een van de eerste die worden geraden.
    .hint = Kies er een dat niemand anders zou bedenken.
fault-password-same = Het nieuwe wachtwoord is gelijk aan het huidige.
fault-password-differ = De twee wachtwoorden zijn verschillend.
fault-csrf = Het formulier is verlopen.
    .hint = Laad de pagina opnieuw en probeer het nog eens.
fault-scope-unknown = { $name } is geen bereik: schrijf een object en een actie, bijvoorbeeld employees:read.
fault-quota-used-up = De { $max } aanvragen van vandaag zijn op. Ga verder na middernacht (UTC) of vraag de beheerder om meer.
fault-tenant-unknown = De klant “{ $name }” bestaat niet.
fault-tenant-exists = De klant “{ $name }” bestaat al.
fault-rule-syntax = De regel is niet te begrijpen op positie { $position }: { $detail }
fault-extra-code-taken = De code “{ $name }” wordt al door een ander veld gebruikt.
fault-extra-sensitive = Dit veld lijkt bijzondere persoonsgegevens te bevatten ({ $category ->
        [health] gezondheid
        [religion] religie of levensovertuiging
        [union] lidmaatschap van een vakbond
        [ethnicity] etnische afkomst
        [sexuality] seksueel gedrag of seksuele gerichtheid
        [politics] politieke opvattingen
        [biometrics] genetische of biometrische gegevens
       *[other] bijzondere categorie
    }; artikel 9 AVG).
    .hint = Bevestig dat er een rechtsgrond is, of zie af van dit veld.
fault-feature-unknown = Er is geen functie “{ $name }” die kan worden geschakeld.
    .hint = Schakelbare functies: { $allowed }.
fault-delegation-self = Niemand kan zichzelf vervangen.
fault-acting-ended = De waarneming is beëindigd: er is niets gedaan. U gaat verder op eigen naam.
fault-acting-own-benefit = Tijdens een waarneming kan niets zo worden gewijzigd dat het naar uzelf verwijst.
fault-acting-consent = Toestemming geldt voor 1 tot 24 uur en alleen voor supportaccounts.
fault-delegation-not-yours = Alleen wie wordt waargenomen delegeert, of iemand die rollen mag toekennen.
fault-delegation-to-oneself = Niemand delegeert het werk van een ander aan zichzelf.
    .hint = Kies een andere medewerker als vervanger.
fault-storage-failed = De gegevens konden niet worden opgeslagen of gelezen. Er is niets gewijzigd.
fault-storage-busy = Het systeem is druk bezet.
    .hint = Probeer het zo meteen opnieuw.
fault-internal = Er is bij ons een fout opgetreden. De fout is vastgelegd.
fault-adapt-unmapped = { $field }: de waarde “{ $value }” komt niet voor in de aangepaste indeling.
    .hint = Voeg de waarde toe aan de aangepaste indeling of verbeter het bestand.
fault-adapt-number = { $field }: “{ $value }” is geen geheel aantal jaren.
fault-adapt-format = De aangepaste indeling is niet geldig ({ $place }): { $detail }
fault-mail-none = Deze installatie verstuurt geen e-mails.
    .hint = De beheerder kan een mailserver instellen.
fault-mail-address = Dit is geen adres waarheen een e-mail kan worden gestuurd.
fault-mail-unreachable = De mailserver is niet bereikbaar.
    .hint = De e-mail wacht en wordt vanzelf opnieuw geprobeerd.
fault-mail-not-secure = Er kwam geen beveiligde verbinding met de mailserver tot stand.
    .hint = De beheerder controleert de naam en het certificaat van de server.
fault-mail-not-offered = De mailserver biedt niet wat nodig is: beveiliging, aanmelding of adressen met zulke tekens.
fault-mail-login = De mailserver weigert de aanmelding van deze installatie.
    .hint = De beheerder controleert gebruiker en wachtwoord.
fault-mail-refused = De mailserver heeft de e-mail geweigerd.
    .hint = Controleer het adres.
fault-mail-expired = De e-mail kon niet op tijd worden verzonden.
fault-mail-folder = De e-mail kon niet in de map worden geschreven.
fault-mail-gone = De inhoud van deze e-mail is er niet meer.
    .hint = Laat hem opnieuw maken, bijvoorbeeld met een nieuwe activeringslink.
fault-sign-in-unconfirmed = Uw e-mailadres is nog niet bevestigd.
    .hint = Wij hebben u een e-mail met een link gestuurd: volg die om het adres te bevestigen en uw wachtwoord te kiezen.
fault-account-no-link = Er is geen link verstuurd: het account heeft geen e-mailadres, kan niet worden gebruikt of heeft het afgelopen uur al meerdere links gekregen.
fault-link-invalid = Deze link werkt niet meer.
    .hint = Links werken één keer en voor beperkte tijd. Vraag een nieuwe aan met “Wachtwoord vergeten?” op de aanmeldpagina.
fault-password-special = Het wachtwoord heeft minstens nodig: { $count ->
        [one] één teken dat geen letter en geen cijfer is
       *[other] { $count } tekens die geen letter en geen cijfer zijn
    }.
fault-password-digits = Het wachtwoord heeft minstens nodig: { $count ->
        [one] één cijfer
       *[other] { $count } cijfers
    }.
fault-password-lower = Het wachtwoord heeft minstens nodig: { $count ->
        [one] één kleine letter
       *[other] { $count } kleine letters
    }.
fault-password-upper = Het wachtwoord heeft minstens nodig: { $count ->
        [one] één hoofdletter
       *[other] { $count } hoofdletters
    }.
fault-password-used = Dit wachtwoord is al eens gebruikt.
    .hint = Kies er een dat u hier nog niet hebt gehad.
fault-password-hash = Dit is geen wachtwoordhash die kan worden overgenomen.
    .hint = De beheerdershandleiding toont de vormen.
fault-provider-untested = De identiteitsprovider is nog niet getest.
    .hint = Voer eerst op zijn pagina een testaanmelding uit.
fault-provider-certificate = { $field }: dit is geen bruikbaar certificaat ({ $detail }).
    .hint = Plak het ondertekeningscertificaat van de provider in PEM, van BEGIN CERTIFICATE tot END CERTIFICATE.
fault-provider-metadata = De metadata van de provider zijn niet bruikbaar: { $detail }
fault-provider-address = Het adres “{ $address }” mag niet worden aangeroepen.
    .hint = Gebruik een https-adres dat vanaf internet bereikbaar is, of plak de metadata.
fault-provider-unreachable = “{ $address }” antwoordt niet zoals verwacht.
    .hint = Controleer het adres, of plak de metadata.
fault-provider-incomplete = Bij de identiteitsprovider ontbreekt: { $name }.
    .hint = Vul de instellingen aan.
fault-sso-message = Het antwoord van de identiteitsprovider is onleesbaar: { $detail }
fault-sso-structure = Het antwoord van de identiteitsprovider is niet opgebouwd zoals het moet: { $detail }
fault-sso-signature = Het antwoord van de identiteitsprovider is niet met een van zijn certificaten ondertekend.
    .hint = Heeft de provider een nieuwe sleutel, dan voegt de beheerder het nieuwe certificaat toe.
fault-sso-algorithm = Het antwoord van de identiteitsprovider is op een onveilige manier ondertekend.
    .hint = Stel de provider in op RSA of ECDSA met SHA-256.
fault-sso-encryption = Het antwoord van de identiteitsprovider kan niet worden ontsleuteld.
    .hint = Geef de provider onze huidige metadata.
fault-sso-issuer = Het antwoord komt van een andere identiteitsprovider dan verwacht.
fault-sso-audience = Het antwoord van de identiteitsprovider is voor een andere toepassing bedoeld.
    .hint = Vergelijk de entity ID in de instellingen van de provider met de onze.
fault-sso-recipient = Het antwoord van de identiteitsprovider is voor een ander adres bedoeld.
fault-sso-destination = Het antwoord van de identiteitsprovider is naar een ander adres gestuurd.
fault-sso-time = Het antwoord van de identiteitsprovider is niet meer of nog niet geldig.
    .hint = Meld u opnieuw aan; gebeurt het weer, dan loopt de klok van de provider verkeerd.
fault-sso-replay = Deze aanmelding is al gebruikt.
    .hint = Meld u opnieuw aan.
fault-sso-nonce = Het antwoord van de identiteitsprovider hoort bij een andere aanmelding.
fault-sso-browser = Deze aanmelding is niet in deze browser begonnen, of te lang geleden.
    .hint = Meld u opnieuw aan.
fault-sso-unsolicited = Niemand heeft hier om deze aanmelding gevraagd.
    .hint = Begin op onze aanmeldpagina, of sta aanmeldingen toe die bij de provider beginnen.
fault-sso-declined = De identiteitsprovider heeft de aanmelding geweigerd: { $detail }
fault-sso-subject = De identiteitsprovider zegt niet wie zich heeft aangemeld.
    .hint = De beheerder controleert welk attribuut de gebruikersnaam bevat.
fault-sso-account = U hebt hier geen account.
    .hint = Vraag uw beheerder erom.
fault-schedule-cron = “{ $value }” is geen tijdstip waarop iets kan gebeuren.
    .hint = Schrijf vijf velden: minuut, uur, dag van de maand, maand, dag van de week, bijvoorbeeld 30 2 * * * voor elke nacht om half drie.
fault-schedule-zone = Er is geen tijdzone “{ $value }”.
    .hint = Noem er een uit de tz-database, bijvoorbeeld Europe/Paris.
fault-schedule-operator = Er is niets geïmporteerd: het account “operator” bestaat niet of is niet actief.
    .hint = Een beheerder van de klant kan het aanmaken, met de rol integration, of weer toelaten.
fault-file-space-login = Een gebruikersnaam van de bestandsruimte bestaat uit 2 tot 32 kleine letters, cijfers, koppeltekens en onderstrepingstekens en begint met een letter.
fault-file-space-key = Dit is geen openbare sleutel die hier kan worden gebruikt.
    .hint = Geef de ene regel van een openbare OpenSSH-sleutel van het type ssh-ed25519 of ecdsa-sha2-nistp256, -nistp384 of -nistp521. RSA-sleutels worden niet aanvaard.
fault-file-space-key-private = Dit is een privésleutel. Die blijft bij de eigenaar; er is niets van bewaard.
    .hint = Geef de ene regel van de openbare sleutel: het bestand met dezelfde naam dat op .pub eindigt. Een privésleutel die is verstuurd, kan beter worden vervangen.
fault-file-space-key-type = Sleutels van het type { $type } worden niet aanvaard.
    .hint = Maak er een van het type Ed25519, met ssh-keygen -t ed25519, en geef de regel van het bestand dat op .pub eindigt. ECDSA-sleutels op de krommen nistp256, nistp384 en nistp521 worden ook aanvaard.
fault-file-space-name = “{ $name }” kan geen naam in de bestandsruimte zijn.
    .hint = Een naam telt hooguit 255 bytes, begint niet met een punt en bevat geen schuine streep, besturings- of onzichtbaar teken, en geen teken dat op een schuine streep of punt lijkt.
fault-file-space-place = Op deze plaats kan niets worden gewijzigd.
    .hint = Bestanden en mappen horen in in, out, done of rejected, hooguit acht mappen diep; deze vier blijven zoals ze zijn.
fault-file-space-not-found = Dit bestand of deze map bestaat niet.
fault-file-space-exists = Er is al een bestand of map met deze naam.
fault-file-space-not-empty = De map is niet leeg.
fault-file-space-kind = Dit kan alleen met bestanden, of alleen met mappen.
fault-file-space-full = De bestandsruimte is vol: hooguit { $max } MiB.
    .hint = Verwijder wat niet meer nodig is, of vraag de leverancier om meer ruimte.
fault-file-space-most = De bestandsruimte bevat hooguit { $max } bestanden en mappen.
    .hint = Verwijder wat niet meer nodig is, of vraag de leverancier om meer ruimte.
fault-second-factor-wrong = Deze code klopt niet of is al gebruikt. Wacht op de volgende.
fault-second-factor-expired = De sleutel is niet meer geldig. Begin opnieuw en scan de nieuwe afbeelding.
fault-second-factor-none = Er is geen tweede factor.
fault-second-factor-required = Uw bedrijf vraagt om een tweede factor. Stel een andere in voordat u deze verwijdert.
fault-passkey-failed = Deze passkey kon niet worden gebruikt. Probeer het opnieuw, of meld u op een andere manier aan.
fault-passkey-expired = De vraag aan uw apparaat is te oud. Probeer het opnieuw.
fault-passkey-known = Deze passkey is al in gebruik. Maak een andere.
fault-passkey-too-many = Een account heeft hoogstens { $max } passkeys. Verwijder er een die u niet meer gebruikt.
fault-passkey-not-allowed = Uw bedrijf gebruikt geen passkeys. Meld u op een andere manier aan.
