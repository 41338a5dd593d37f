# SOAP services.
soap-body = de body moet precies één element bevatten.
soap-access = SOAP 1.1 en SOAP 1.2 op dit adres, via HTTPS. Een programma toont de code van zijn applicatie als gebruikersnaam en een applicatiesleutel als wachtwoord, met WS-Security (UsernameToken, PasswordText) of HTTP Basic; de applicatie moet haar sleutel voor tokens mogen inwisselen. Of het toont, zoals bij REST, de sleutel in de header X-Api-Key en de gebruikersnaam en het wachtwoord van zijn account. Netwerken, quota en tempo zijn die van de applicatie.
soap-faults = Wat wordt geweigerd, wordt beantwoord met een fault waarvan het detail elk probleem noemt: de vaste code, het element en een zin in de taal van Accept-Language.
soap-input = Verzoek
soap-output = Antwoord
soap-nothing = Niets: het element is leeg.
soap-how-often = Hoe vaak
