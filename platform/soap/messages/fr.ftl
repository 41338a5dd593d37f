# SOAP services.
soap-body = le corps doit contenir exactement un élément.
soap-access = SOAP 1.1 et SOAP 1.2 à cette adresse, par HTTPS. Un programme présente le code de son application comme identifiant et une clé d’application comme mot de passe, par WS-Security (UsernameToken, PasswordText) ou par HTTP Basic ; l’application doit pouvoir échanger sa clé contre des jetons. Ou bien, comme pour REST, la clé dans l’en-tête X-Api-Key ainsi que l’identifiant et le mot de passe de son compte. Réseaux, quota et cadence sont ceux de l’application.
soap-faults = Ce qui est refusé reçoit une erreur SOAP dont le détail nomme chaque problème : son code stable, l’élément et une phrase dans la langue d’Accept-Language.
soap-input = Requête
soap-output = Réponse
soap-nothing = Rien : l’élément est vide.
soap-how-often = Nombre
