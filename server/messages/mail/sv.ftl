# Links from mails, password policy, mails, activation
links-sign-in = Till inloggningen
links-forgotten = Glömt lösenordet?
links-not-by-mail = Nya lösenord skickas inte med mejl här. Fråga din HR-administratör.
links-forgotten-text = Ange ditt användarnamn. Vi skickar en länk för ett nytt lösenord till ditt kontos adress.
links-send = Skicka länken
links-asked = Om det finns ett konto med det användarnamnet och en e-postadress är ett mejl på väg.
links-asked-help = Titta i inkorgen och även bland skräpposten. Länken fungerar en gång och under begränsad tid.
links-invalid = Länken fungerar inte längre
links-activate = Aktivera kontot
links-set = Välj ett nytt lösenord
links-activate-text = Välj ditt lösenord. Sedan kan du logga in med det.
links-set-text = Välj ett nytt lösenord. Det förra upphör att gälla och du loggas ut överallt.
links-done = Ditt lösenord är klart. Nu kan du logga in med det.
links-done-title = Klart
policy-says-length = minst { $count } tecken
policy-says-special = { $count ->
        [one] minst ett tecken som varken är bokstav eller siffra
       *[other] minst { $count } tecken som varken är bokstäver eller siffror
    }
policy-says-digits = { $count ->
        [one] minst en siffra
       *[other] minst { $count } siffror
    }
policy-says-lower = { $count ->
        [one] minst en liten bokstav
       *[other] minst { $count } små bokstäver
    }
policy-says-upper = { $count ->
        [one] minst en stor bokstav
       *[other] minst { $count } stora bokstäver
    }
policy-says-used = { $count ->
        [one] inte det förra lösenordet
       *[other] inget av de { $count } senaste lösenorden
    }
policy-says-login = ditt användarnamn ingår inte
policy-says-weak = inte ett av de lösenord som gissas först
policy-strength-0 = mycket svagt
policy-strength-1 = svagt
policy-strength-2 = godtagbart
policy-strength-3 = bra
policy-strength-4 = starkt
policy-bits = { $bits } bitar
policy-strength = Styrka
policy-fine = Lösenordet går bra.
policy-title = Lösenordsregler
policy-text = Hur lösenord måste vara och hur länge sessioner varar: för medarbetare och administratörer, och för kandidater.
policy-profile = Profil
policy-profile-text = Börja med en profil och ändra enskilda regler nedan om du behöver.
policy-candidates = Kandidater
policy-candidates-text = Som i avtalet, med minst 12 tecken: kandidater väljer själva sina lösenord.
policy-contract = Avtal
policy-contract-text = Minst 8 tecken av fyra slag, nytt lösenord var 90:e dag, de 24 senaste godtas inte, låst efter 5 misslyckade försök.
policy-standards = Standarder
policy-standards-text = Enligt CNIL 2022-100 och NIST SP 800-63B-4: minst 15 tecken, inga krav på deras slag, inga regelbundna byten, vanliga lösenord godtas inte.
policy-in-force = gäller
policy-take = Använd profilen
policy-composition = Hur ett lösenord måste vara
policy-time = Byte och låsning
policy-mail = Länkar med e-post
policy-try = Prova ett lösenord
policy-try-text = Se vad reglerna säger om ett lösenord, även innan du sparar dem. Det du skriver här sparas ingenstans.
policy-saved = Lösenordsreglerna har sparats.
mails-title = Mejl
mails-text = Hur mejl skickas och vilka som inte har kunnat skickas än.
mails-way = Utskick
mails-none = Inga mejl kan skickas: ingen e-postserver är inställd. Det gör den som driver installationen.
mails-transport = Väg
mails-by-smtp = via en e-postserver
mails-by-file = till en mapp
mails-by-catcher = sparas för demon, inget lämnar den här datorn
mails-security = Anslutning
mails-starttls = skyddad (STARTTLS)
mails-tls = skyddad (TLS)
mails-plain = oskyddad
mails-from = Avsändare
mails-read-caught = Läs demons mejl
mails-test = Skicka ett testmejl till mig
mails-test-sent = Ett testmejl är på väg till dig.
mails-open = Inte skickade än
mails-all = Alla mejl
mails-retry = Försök igen
mails-retried = Mejlet försöks igen nu.
mails-nothing = Allt är skickat
mails-nothing-text = Mejl som väntar eller inte kunde skickas visas här.
activation-title = Aktivera konton
activation-text = Konton som ingen har använt än får en länk med mejl där ägaren väljer ett lösenord.
activation-none = Ingen väntar
activation-none-text = Varje konto med e-postadress har ett lösenord.
activation-waiting = { $count ->
        [one] Ett konto med e-postadress har inget lösenord än.
       *[other] { $count } konton med e-postadress har inget lösenord än.
    }
activation-confirm = Skicka en aktiveringslänk till alla?
activation-send = Skicka aktiveringslänkar
activation-sent = { $count ->
        [one] En länk skickad
       *[other] { $count } länkar skickade
    }
activation-progress = Aktiveringslänkar skickas
activation-failed = Utskicket avbröts. Starta det igen: den som redan har en länk hoppas över.
activation-begun = Aktiveringslänkarna skickas.
caught-title = Demons mejl
caught-text = Det som demon skickar sparas här och går inte till någon.
caught-none = Inga mejl än
caught-none-text = Be om ett nytt lösenord eller skicka en aktiveringslänk och kom tillbaka.
caught-follow = Följ länken
caught-plain = Som ren text
accounts-activation-text = Eller låt ägaren välja lösenordet, med en länk till kontots e-postadress.
accounts-send-activation = Skicka aktiveringslänk
accounts-activation-sent = Aktiveringslänken är på väg.
