# Links from mails, password policy, mails, activation
links-sign-in = Ir al acceso
links-forgotten = ¿Ha olvidado la contraseña?
links-not-by-mail = Aquí no se envían contraseñas nuevas por correo. Pregunte a su administrador de RR. HH.
links-forgotten-text = Escriba su usuario. Enviaremos un enlace para una nueva contraseña a la dirección de su cuenta.
links-send = Enviar el enlace
links-asked = Si existe una cuenta con este usuario y una dirección de correo, hay un correo en camino.
links-asked-help = Mire en su buzón y también entre los correos no deseados. El enlace funciona una vez y por tiempo limitado.
links-invalid = El enlace ya no funciona
links-activate = Activar la cuenta
links-set = Establecer una nueva contraseña
links-activate-text = Elija su contraseña. Después podrá acceder con ella.
links-set-text = Elija una nueva contraseña. La anterior deja de valer y se cierran todas sus sesiones.
links-done = Su contraseña está establecida. Ya puede acceder con ella.
links-done-title = Listo
policy-says-length = al menos { $count } caracteres
policy-says-special = { $count ->
        [one] al menos un carácter que no sea letra ni cifra
       *[other] al menos { $count } caracteres que no sean letras ni cifras
    }
policy-says-digits = { $count ->
        [one] al menos una cifra
       *[other] al menos { $count } cifras
    }
policy-says-lower = { $count ->
        [one] al menos una minúscula
       *[other] al menos { $count } minúsculas
    }
policy-says-upper = { $count ->
        [one] al menos una mayúscula
       *[other] al menos { $count } mayúsculas
    }
policy-says-used = { $count ->
        [one] no la contraseña anterior
       *[other] ninguna de las últimas { $count } contraseñas
    }
policy-says-login = su usuario no figura en ella
policy-says-weak = no ser de las contraseñas que se adivinan primero
policy-strength-0 = muy débil
policy-strength-1 = débil
policy-strength-2 = aceptable
policy-strength-3 = buena
policy-strength-4 = fuerte
policy-bits = { $bits } bits
policy-strength = Fortaleza
policy-fine = La contraseña sirve.
policy-title = Reglas de contraseñas
policy-text = Cómo deben ser las contraseñas y cuánto duran las sesiones: de empleados y administradores, y de candidatos.
policy-profile = Perfil
policy-profile-text = Empiece con un perfil y cambie abajo las reglas que necesite.
policy-candidates = Candidatos
policy-candidates-text = Como en el contrato, con al menos 12 caracteres: los candidatos eligen ellos mismos sus contraseñas.
policy-contract = Contrato
policy-contract-text = Al menos 8 caracteres de cuatro clases, una nueva contraseña cada 90 días, las últimas 24 rechazadas, bloqueo tras 5 fallos.
policy-standards = Normas
policy-standards-text = Según CNIL 2022-100 y NIST SP 800-63B-4: al menos 15 caracteres, sin exigencias sobre sus clases, sin cambio periódico, contraseñas comunes rechazadas.
policy-in-force = en vigor
policy-take = Usar este perfil
policy-composition = Cómo debe ser una contraseña
policy-time = Cambio y bloqueo
policy-mail = Enlaces por correo
policy-try = Probar una contraseña
policy-try-text = Vea qué dicen estas reglas de una contraseña, también antes de guardarlas. Lo que escriba aquí no se guarda en ninguna parte.
policy-saved = Las reglas de contraseñas se han guardado.
mails-title = Correos
mails-text = Cómo salen los correos y cuáles no se han podido enviar todavía.
mails-way = Envío
mails-none = No se pueden enviar correos: no hay ningún servidor de correo configurado. Eso corresponde a quien administra esta instalación.
mails-transport = Vía
mails-by-smtp = por un servidor de correo
mails-by-file = a una carpeta
mails-by-catcher = guardados para la demostración, nada sale de esta máquina
mails-security = Conexión
mails-starttls = protegida (STARTTLS)
mails-tls = protegida (TLS)
mails-plain = sin protección
mails-from = Remitente
mails-read-caught = Leer los correos de la demostración
mails-test = Enviarme un correo de prueba
mails-test-sent = Hay un correo de prueba en camino.
mails-open = Aún sin enviar
mails-all = Todos los correos
mails-retry = Reintentar
mails-retried = Se está intentando de nuevo.
mails-nothing = Todo se ha enviado
mails-nothing-text = Aquí aparecen los correos en espera o que no se pudieron enviar.
activation-title = Activar cuentas
activation-text = Las cuentas que nadie ha usado todavía reciben por correo un enlace con el que su titular elige una contraseña.
activation-none = Nadie espera
activation-none-text = Toda cuenta con dirección de correo tiene contraseña.
activation-waiting = { $count ->
        [one] Una cuenta con dirección de correo aún no tiene contraseña.
       *[other] { $count } cuentas con dirección de correo aún no tienen contraseña.
    }
activation-confirm = ¿Enviar a todas un enlace de activación?
activation-send = Enviar enlaces de activación
activation-sent = { $count ->
        [one] Un enlace enviado
       *[other] { $count } enlaces enviados
    }
activation-progress = Enviando enlaces de activación
activation-failed = El envío se interrumpió. Reinícielo: quien ya tiene un enlace se omite.
activation-begun = Se están enviando los enlaces de activación.
caught-title = Correos de la demostración
caught-text = Lo que envía la demostración se guarda aquí y no llega a nadie.
caught-none = Aún no hay correos
caught-none-text = Pida una nueva contraseña o envíe un enlace de activación y vuelva.
caught-follow = Seguir el enlace
caught-plain = Como texto
accounts-activation-text = O deje que el titular elija la contraseña, con un enlace a la dirección de correo de la cuenta.
accounts-send-activation = Enviar enlace de activación
accounts-activation-sent = El enlace de activación está en camino.
