# Links from mails, password policy, mails, activation
links-sign-in = Naar het aanmelden
links-forgotten = Wachtwoord vergeten?
links-not-by-mail = Nieuwe wachtwoorden worden hier niet per e-mail verstuurd. Vraag het uw HR-beheerder.
links-forgotten-text = Voer uw gebruikersnaam in. Wij sturen een link voor een nieuw wachtwoord naar het adres van uw account.
links-send = Link versturen
links-asked = Als er een account met deze gebruikersnaam en een e-mailadres bestaat, is er een e-mail onderweg.
links-asked-help = Kijk in uw postvak en ook bij de ongewenste e-mail. De link werkt één keer en voor beperkte tijd.
links-invalid = De link werkt niet meer
links-activate = Account activeren
links-set = Nieuw wachtwoord instellen
links-activate-text = Kies uw wachtwoord. Daarna kunt u zich ermee aanmelden.
links-set-text = Kies een nieuw wachtwoord. Het vorige vervalt en u wordt overal afgemeld.
links-done = Uw wachtwoord is ingesteld. U kunt zich er nu mee aanmelden.
links-done-title = Klaar
policy-says-length = minstens { $count } tekens
policy-says-special = { $count ->
        [one] minstens één teken dat geen letter en geen cijfer is
       *[other] minstens { $count } tekens die geen letter en geen cijfer zijn
    }
policy-says-digits = { $count ->
        [one] minstens één cijfer
       *[other] minstens { $count } cijfers
    }
policy-says-lower = { $count ->
        [one] minstens één kleine letter
       *[other] minstens { $count } kleine letters
    }
policy-says-upper = { $count ->
        [one] minstens één hoofdletter
       *[other] minstens { $count } hoofdletters
    }
policy-says-used = { $count ->
        [one] niet het vorige wachtwoord
       *[other] geen van de laatste { $count } wachtwoorden
    }
policy-says-login = uw gebruikersnaam komt er niet in voor
policy-says-weak = niet een van de wachtwoorden die het eerst worden geraden
policy-strength-0 = zeer zwak
policy-strength-1 = zwak
policy-strength-2 = redelijk
policy-strength-3 = goed
policy-strength-4 = sterk
policy-bits = { $bits } bits
policy-strength = Sterkte
policy-fine = Het wachtwoord is goed.
policy-title = Wachtwoordregels
policy-text = Hoe wachtwoorden moeten zijn en hoe lang sessies duren: van medewerkers en beheerders, en van kandidaten.
policy-profile = Profiel
policy-profile-text = Begin met een profiel en wijzig zo nodig hieronder afzonderlijke regels.
policy-candidates = Kandidaten
policy-candidates-text = Zoals in het contract, met ten minste 12 tekens: kandidaten kiezen hun wachtwoorden zelf.
policy-contract = Contract
policy-contract-text = Minstens 8 tekens van vier soorten, elke 90 dagen een nieuw wachtwoord, de laatste 24 geweigerd, vergrendeld na 5 mislukte pogingen.
policy-standards = Normen
policy-standards-text = Volgens CNIL 2022-100 en NIST SP 800-63B-4: minstens 15 tekens, geen eisen aan hun soort, geen periodieke wijziging, veelgebruikte wachtwoorden geweigerd.
policy-in-force = van kracht
policy-take = Dit profiel gebruiken
policy-composition = Hoe een wachtwoord moet zijn
policy-time = Wijzigen en vergrendelen
policy-mail = Links per e-mail
policy-try = Een wachtwoord proberen
policy-try-text = Zie wat deze regels van een wachtwoord zeggen, ook voordat u ze opslaat. Wat u hier typt, wordt nergens bewaard.
policy-saved = De wachtwoordregels zijn opgeslagen.
mails-title = E-mails
mails-text = Hoe e-mails worden verstuurd en welke nog niet konden worden verzonden.
mails-way = Verzending
mails-none = Er kunnen geen e-mails worden verzonden: er is geen mailserver ingesteld. Dat doet de beheerder van deze installatie.
mails-transport = Weg
mails-by-smtp = via een mailserver
mails-by-file = naar een map
mails-by-catcher = bewaard voor de demo, niets verlaat deze machine
mails-security = Verbinding
mails-starttls = beveiligd (STARTTLS)
mails-tls = beveiligd (TLS)
mails-plain = niet beveiligd
mails-from = Afzender
mails-read-caught = De e-mails van de demo lezen
mails-test = Mij een testmail sturen
mails-test-sent = Er is een testmail naar u onderweg.
mails-open = Nog niet verzonden
mails-all = Alle e-mails
mails-retry = Opnieuw proberen
mails-retried = De e-mail wordt nu opnieuw geprobeerd.
mails-nothing = Alles is verzonden
mails-nothing-text = Wachtende en niet verzonden e-mails verschijnen hier.
activation-title = Accounts activeren
activation-text = Accounts die nog niemand heeft gebruikt, krijgen per e-mail een link waarmee hun eigenaar een wachtwoord kiest.
activation-none = Niemand wacht
activation-none-text = Elk account met een e-mailadres heeft een wachtwoord.
activation-waiting = { $count ->
        [one] Eén account met een e-mailadres heeft nog geen wachtwoord.
       *[other] { $count } accounts met een e-mailadres hebben nog geen wachtwoord.
    }
activation-confirm = Ze allemaal een activeringslink sturen?
activation-send = Activeringslinks versturen
activation-sent = { $count ->
        [one] Eén link verstuurd
       *[other] { $count } links verstuurd
    }
activation-progress = Activeringslinks worden verstuurd
activation-failed = Het versturen brak af. Start het opnieuw: wie al een link heeft, wordt overgeslagen.
activation-begun = De activeringslinks worden verstuurd.
caught-title = E-mails van de demo
caught-text = Wat de demo verstuurt, wordt hier bewaard en gaat naar niemand.
caught-none = Nog geen e-mails
caught-none-text = Vraag een nieuw wachtwoord aan of stuur een activeringslink, en kom terug.
caught-follow = De link volgen
caught-plain = Als platte tekst
accounts-activation-text = Of laat de eigenaar het wachtwoord kiezen, met een link naar het e-mailadres van het account.
accounts-send-activation = Activeringslink versturen
accounts-activation-sent = De activeringslink is onderweg.
