# SOAP services.
soap-body = der Body muss genau ein Element enthalten.
soap-access = SOAP 1.1 und SOAP 1.2 unter dieser Adresse, über HTTPS. Ein Programm zeigt den Code seiner Anwendung als Anmeldenamen und einen Anwendungsschlüssel als Passwort, mit WS-Security (UsernameToken, PasswordText) oder HTTP Basic; die Anwendung muss ihren Schlüssel gegen Token tauschen dürfen. Oder es zeigt wie bei REST den Schlüssel im Kopf X-Api-Key sowie Anmeldenamen und Passwort seines Kontos. Netze, Kontingent und Tempo sind die der Anwendung.
soap-faults = Was abgelehnt wird, wird mit einem Fault beantwortet, dessen Detail jedes Problem nennt: seinen festen Code, das Element und einen Satz in der Sprache von Accept-Language.
soap-input = Anfrage
soap-output = Antwort
soap-nothing = Nichts: Das Element ist leer.
soap-how-often = Wie oft
