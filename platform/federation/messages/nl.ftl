federation-failed = Aanmelden is niet gelukt
federation-failed-code = Foutcode { $code }, identiteitsprovider “{ $provider }”. Gebeurt het weer, meld het dan uw beheerder.
federation-again = Opnieuw aanmelden
federation-other = Andere manieren om aan te melden
federation-onward = Door naar uw identiteitsprovider
