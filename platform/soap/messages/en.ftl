# SOAP services.
soap-body = the body must hold exactly one element.
soap-access = SOAP 1.1 and SOAP 1.2 at this address, over HTTPS. A program shows the code of its application as login and an application key as password, by WS-Security (UsernameToken, PasswordText) or by HTTP Basic; the application must be allowed to exchange its key for tokens. Or it shows, as with REST, the key in the header X-Api-Key and login and password of its account. Networks, quota and pace are those of the application.
soap-faults = What is refused is answered with a fault whose detail names each problem: its permanent code, the element and a sentence in the language of Accept-Language.
soap-input = Request
soap-output = Answer
soap-nothing = Nothing: the element is empty.
soap-how-often = How often
