# SOAP services.
soap-body = el cuerpo debe contener exactamente un elemento.
soap-access = SOAP 1.1 y SOAP 1.2 en esta dirección, por HTTPS. Un programa muestra el código de su aplicación como usuario y una clave de aplicación como contraseña, con WS-Security (UsernameToken, PasswordText) o HTTP Basic; la aplicación debe poder cambiar su clave por tokens. O bien, como en REST, la clave en el encabezado X-Api-Key y el usuario y la contraseña de su cuenta. Redes, cuota y ritmo son los de la aplicación.
soap-faults = Lo que se rechaza se responde con un fault cuyo detalle nombra cada problema: su código estable, el elemento y una frase en el idioma de Accept-Language.
soap-input = Petición
soap-output = Respuesta
soap-nothing = Nada: el elemento está vacío.
soap-how-often = Cuántas veces
