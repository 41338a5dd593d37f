# SOAP services.
soap-body = kroppen måste innehålla exakt ett element.
soap-access = SOAP 1.1 och SOAP 1.2 på den här adressen, över HTTPS. Ett program visar sin applikations kod som användarnamn och en programnyckel som lösenord, med WS-Security (UsernameToken, PasswordText) eller HTTP Basic; applikationen måste få byta sin nyckel mot token. Eller så visar det, som för REST, nyckeln i huvudet X-Api-Key samt användarnamn och lösenord för sitt konto. Nätverk, kvot och takt är applikationens.
soap-faults = Det som avvisas besvaras med ett fault vars detalj anger varje problem: dess fasta kod, elementet och en mening på språket i Accept-Language.
soap-input = Anrop
soap-output = Svar
soap-nothing = Ingenting: elementet är tomt.
soap-how-often = Antal
