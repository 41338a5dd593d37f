# Links from mails, password policy, mails, activation
links-sign-in = Til login
links-forgotten = Glemt adgangskode?
links-not-by-mail = Nye adgangskoder sendes ikke med mail her. Spørg din HR-administrator.
links-forgotten-text = Indtast dit brugernavn. Vi sender et link til en ny adgangskode til din kontos adresse.
links-send = Send linket
links-asked = Hvis der findes en konto med dette brugernavn og en e-mailadresse, er en mail på vej.
links-asked-help = Kig i din indbakke og også i uønsket post. Linket virker én gang og i begrænset tid.
links-invalid = Linket virker ikke længere
links-activate = Aktivér kontoen
links-set = Vælg en ny adgangskode
links-activate-text = Vælg din adgangskode. Derefter kan du logge ind med den.
links-set-text = Vælg en ny adgangskode. Den tidligere ophører, og du logges ud overalt.
links-done = Din adgangskode er sat. Du kan nu logge ind med den.
links-done-title = Færdig
policy-says-length = mindst { $count } tegn
policy-says-special = { $count ->
        [one] mindst ét tegn, der hverken er bogstav eller ciffer
       *[other] mindst { $count } tegn, der hverken er bogstaver eller cifre
    }
policy-says-digits = { $count ->
        [one] mindst ét ciffer
       *[other] mindst { $count } cifre
    }
policy-says-lower = { $count ->
        [one] mindst ét lille bogstav
       *[other] mindst { $count } små bogstaver
    }
policy-says-upper = { $count ->
        [one] mindst ét stort bogstav
       *[other] mindst { $count } store bogstaver
    }
policy-says-used = { $count ->
        [one] ikke den tidligere adgangskode
       *[other] ingen af de seneste { $count } adgangskoder
    }
policy-says-login = dit brugernavn indgår ikke
policy-says-weak = ikke en af de adgangskoder, der gættes først
policy-strength-0 = meget svag
policy-strength-1 = svag
policy-strength-2 = rimelig
policy-strength-3 = god
policy-strength-4 = stærk
policy-bits = { $bits } bit
policy-strength = Styrke
policy-fine = Adgangskoden kan bruges.
policy-title = Adgangskoderegler
policy-text = Hvordan adgangskoder skal være, og hvor længe sessioner varer: for medarbejdere og administratorer og for kandidater.
policy-profile = Profil
policy-profile-text = Begynd med en profil, og ret enkelte regler nedenfor, hvis du har brug for det.
policy-candidates = Kandidater
policy-candidates-text = Som i aftalen, med mindst 12 tegn: kandidater vælger selv deres adgangskoder.
policy-contract = Kontrakt
policy-contract-text = Mindst 8 tegn af fire slags, ny adgangskode hver 90. dag, de seneste 24 afvises, låst efter 5 mislykkede forsøg.
policy-standards = Standarder
policy-standards-text = Efter CNIL 2022-100 og NIST SP 800-63B-4: mindst 15 tegn, ingen krav til deres slags, ingen regelmæssig udskiftning, almindelige adgangskoder afvises.
policy-in-force = gælder
policy-take = Brug denne profil
policy-composition = Hvordan en adgangskode skal være
policy-time = Skift og låsning
policy-mail = Links med mail
policy-try = Prøv en adgangskode
policy-try-text = Se, hvad reglerne siger om en adgangskode, også før du gemmer dem. Det, du skriver her, gemmes ingen steder.
policy-saved = Adgangskodereglerne er gemt.
mails-title = Mails
mails-text = Hvordan mails sendes, og hvilke der ikke har kunnet sendes endnu.
mails-way = Afsendelse
mails-none = Der kan ikke sendes mails: Der er ikke opsat en mailserver. Det gør den, der driver installationen.
mails-transport = Vej
mails-by-smtp = via en mailserver
mails-by-file = til en mappe
mails-by-catcher = gemmes til demoen, intet forlader denne maskine
mails-security = Forbindelse
mails-starttls = beskyttet (STARTTLS)
mails-tls = beskyttet (TLS)
mails-plain = ubeskyttet
mails-from = Afsender
mails-read-caught = Læs demoens mails
mails-test = Send en testmail til mig
mails-test-sent = En testmail er på vej til dig.
mails-open = Ikke sendt endnu
mails-all = Alle mails
mails-retry = Prøv igen
mails-retried = Mailen forsøges igen nu.
mails-nothing = Alt er sendt
mails-nothing-text = Mails, der venter eller ikke kunne sendes, vises her.
activation-title = Aktivér konti
activation-text = Konti, som ingen har brugt endnu, får et link med mail, hvor ejeren vælger en adgangskode.
activation-none = Ingen venter
activation-none-text = Alle konti med e-mailadresse har en adgangskode.
activation-waiting = { $count ->
        [one] Én konto med e-mailadresse har ingen adgangskode endnu.
       *[other] { $count } konti med e-mailadresse har ingen adgangskode endnu.
    }
activation-confirm = Send et aktiveringslink til dem alle?
activation-send = Send aktiveringslinks
activation-sent = { $count ->
        [one] Ét link sendt
       *[other] { $count } links sendt
    }
activation-progress = Aktiveringslinks sendes
activation-failed = Afsendelsen blev afbrudt. Start den igen: Den, der allerede har et link, springes over.
activation-begun = Aktiveringslinkene sendes.
caught-title = Demoens mails
caught-text = Det, som demoen sender, gemmes her og går ikke til nogen.
caught-none = Ingen mails endnu
caught-none-text = Bed om en ny adgangskode, eller send et aktiveringslink, og kom tilbage.
caught-follow = Følg linket
caught-plain = Som ren tekst
accounts-activation-text = Eller lad ejeren vælge adgangskoden med et link til kontoens e-mailadresse.
accounts-send-activation = Send aktiveringslink
accounts-activation-sent = Aktiveringslinket er på vej.
