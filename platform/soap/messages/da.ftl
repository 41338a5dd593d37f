# SOAP services.
soap-body = kroppen skal indeholde netop ét element.
soap-access = SOAP 1.1 og SOAP 1.2 på denne adresse, over HTTPS. Et program viser sin applikations kode som brugernavn og en applikationsnøgle som adgangskode, med WS-Security (UsernameToken, PasswordText) eller HTTP Basic; applikationen skal have lov at bytte sin nøgle til tokens. Eller det viser, som ved REST, nøglen i headeren X-Api-Key og brugernavn og adgangskode til sin konto. Netværk, kvote og tempo er applikationens.
soap-faults = Det, der afvises, besvares med en fault, hvis detalje angiver hvert problem: dets faste kode, elementet og en sætning på sproget i Accept-Language.
soap-input = Forespørgsel
soap-output = Svar
soap-nothing = Intet: elementet er tomt.
soap-how-often = Antal
