# Errores: una frase por código, `.hint` dice cómo corregirlo.
fault-value-mandatory = { $field }: campo obligatorio.
    .hint = Introduzca un valor.
fault-value-code = { $field }: el código no es válido.
    .hint = No use el carácter | ni espacios al principio o al final.
fault-value-text-too-long = { $field }: el texto es demasiado largo (máximo { $max } caracteres).
fault-value-text-too-short = { $field }: el texto es demasiado corto (mínimo { $min } caracteres).
fault-value-number = { $field }: no es un número.
    .hint = Escriba, por ejemplo, { $example }.
fault-value-integer = { $field }: se espera un número entero.
fault-value-decimal-places = { $field }: demasiados decimales (máximo { $max }).
fault-value-too-small = { $field }: el valor debe ser como mínimo { $min }.
fault-value-too-large = { $field }: el valor debe ser como máximo { $max }.
fault-value-date = { $field }: la fecha no es válida.
    .hint = Escriba, por ejemplo, { $example } o 2026-12-31.
fault-value-time = { $field }: la hora no es válida.
    .hint = Escriba, por ejemplo, 14:30.
fault-value-instant = { $field }: la fecha y hora no son válidas.
    .hint = Escriba, por ejemplo, 2026-12-31T14:30:00Z.
fault-value-email = { $field }: la dirección de correo electrónico no es válida.
fault-value-phone = { $field }: el número de teléfono no es válido.
    .hint = Escriba, por ejemplo, +34 912 345 678.
fault-value-url = { $field }: la dirección web no es válida.
    .hint = Empieza por https:// o http://.
fault-value-iban = { $field }: el IBAN no es válido.
    .hint = Compruebe su longitud y sus dígitos: el dígito de control no coincide.
fault-value-language = { $field }: idioma desconocido.
    .hint = Use el código de dos letras de ISO 639-1, por ejemplo es.
fault-value-country = { $field }: país desconocido.
    .hint = Use el código de dos letras de ISO 3166-1, por ejemplo ES.
fault-value-currency = { $field }: moneda desconocida.
    .hint = Use el código de tres letras de ISO 4217, por ejemplo EUR.
fault-value-culture = { $field }: cultura desconocida.
    .hint = Indique idioma y región, por ejemplo es-ES.
fault-value-choice = { $field }: los valores posibles son { $allowed }.
fault-value-item = { $field }: el valor no figura en la lista de valores { $list }.
    .hint = Elija un valor existente o añádalo primero a la lista.
fault-value-bool = { $field }: indique sí o no.
fault-value-duration = { $field }: la duración no es válida.
    .hint = Escriba, por ejemplo, 37:30 para 37 horas y 30 minutos.
fault-value-json = { $field }: el JSON no es válido.
fault-value-network = { $field }: «{ $value }» no es una red.
    .hint = Indique la dirección y la longitud de la red, por ejemplo 192.0.2.0/24 o 2001:db8::/32.
fault-value-control-character = { $field }: el texto contiene caracteres que no se pueden mostrar.
    .hint = Elimine saltos de línea, tabuladores y otros caracteres de control.
fault-value-type = { $field }: tipo incorrecto, se espera { $expected }.
fault-value-duplicate = { $field }: otro registro ya tiene este valor.
fault-reference-unknown = { $field }: «{ $key }» no existe en { $object }.
fault-reference-ambiguous = { $field }: «{ $key }» corresponde a varios registros de { $object }.
    .hint = Indique la clave completa.
fault-field-unknown = El campo «{ $name }» no existe.
fault-field-read-only = { $field }: este campo lo rellena el sistema y no se puede modificar.
fault-field-fixed = { $field }: este campo no se puede modificar después de la creación.
fault-field-not-permitted = { $field }: no tiene permiso para modificar este campo.
fault-key-missing = No se puede identificar el registro: falta { $fields }.
fault-key-duplicate = La clave «{ $key }» aparece varias veces.
fault-record-exists = Ya existe un registro con la clave «{ $key }».
    .hint = Use el modo InsertAndUpdate para actualizar registros existentes.
fault-record-not-found = Este registro no existe o usted no puede verlo.
fault-record-in-use = No se puede eliminar: este registro lo usan { $count ->
        [one] un registro
       *[other] { $count } registros
    } de { $object }.
fault-record-changed = Otra persona ha modificado este registro entretanto.
    .hint = Vuelva a cargarlo y repita su cambio.
fault-period-end-before-start = El fin es anterior al inicio.
fault-period-overlap = Este periodo se solapa con otro existente.
    .hint = Cambie el inicio o el fin, o cambie antes el otro periodo.
fault-hierarchy-circle = { $field } formaría un círculo: el elemento elegido está por debajo de este.
    .hint = Elija un elemento que no esté por debajo.
fault-right-missing = No tiene permiso para realizar esta acción.
    .hint = Diríjase a su administrador de RR. HH.
fault-right-technical = Solo un superadministrador concede, cambia o retira permisos sobre la configuración técnica.
    .hint = Pídaselo a un superadministrador.
fault-right-exceeds = Estos permisos van más allá de los suyos: { $object }.
    .hint = Pídaselo a alguien que administre permisos.
fault-right-own-account = Nadie se concede permisos a sí mismo: { $object }.
    .hint = Pídaselo a otro administrador.
fault-right-last-super-administrator = No quedaría nadie con acceso a la configuración técnica.
    .hint = Asigne antes el rol a otra cuenta activa.
fault-right-last-administrator = No quedaría nadie que pudiera administrar los permisos.
    .hint = Asigne antes el rol a otra cuenta activa.
fault-object-unknown = El objeto «{ $name }» no existe.
fault-object-read-only = { $object }: no se puede modificar aquí.
fault-object-mastered-elsewhere = { $object }: estos datos se gestionan en otro sistema y aquí son de solo lectura.
    .hint = Realice el cambio en el sistema maestro.
fault-request-invalid = No se entiende la petición: { $detail }
fault-request-too-large = La petición es demasiado grande (máximo { $max }).
fault-request-method = Esta dirección no admite este método.
    .hint = Permitidos: { $allowed }.
fault-request-media-type = La petición debe enviarse como { $expected }.
fault-request-not-acceptable = La respuesta solo puede darse como { $expected }.
fault-filter-syntax = No se entiende el filtro en la posición { $position }: { $detail }
fault-sort-unknown = No se puede ordenar por «{ $name }».
fault-cursor-invalid = El marcador de página no es válido.
    .hint = Vuelva a empezar por la primera página.
fault-idempotency-conflict = Esta clave de idempotencia ya se usó para otra petición.
    .hint = Use una clave nueva para cada petición nueva.
fault-file-encoding = El archivo no está codificado en UTF-8 (línea { $line }, byte { $position }).
    .hint = Guárdelo como «CSV UTF-8».
fault-file-header = El archivo no tiene línea de encabezado.
    .hint = La primera línea contiene los nombres de las columnas.
fault-file-name = No se entiende el nombre de archivo «{ $name }».
    .hint = Escriba [ImportType]_[ImportMode]_[Culture]_[Order]_.csv, por ejemplo Employee_InsertAndUpdate_es-ES_10_.csv.
fault-file-type = «{ $name }» no es un tipo de importación.
fault-file-mode = «{ $name }» no es un modo de importación.
    .hint = Use InsertOnly o InsertAndUpdate.
fault-file-culture = La cultura «{ $name }» es desconocida.
    .hint = Indique idioma y región, por ejemplo es-ES.
fault-file-order = «{ $name }» no es un orden de ejecución.
    .hint = Use un número entero; los archivos se procesan en orden ascendente.
fault-file-empty = El archivo no contiene líneas de datos.
fault-file-column-unknown = La columna «{ $name }» es desconocida.
    .hint = Columnas conocidas más parecidas: { $near }.
fault-file-column-missing = Falta la columna «{ $name }».
    .hint = Forma parte de la clave: sin ella no se puede asociar ninguna línea a un registro.
fault-file-column-twice = La columna «{ $name }» aparece dos veces.
fault-line-columns = La línea tiene { $found } celdas, pero el encabezado tiene { $expected }.
    .hint = Compruebe los separadores y las comillas.
fault-line-quote = Hay unas comillas que no se cierran.
    .hint = Duplique las comillas dentro de una celda entrecomillada.
fault-sign-in-failed = Usuario o contraseña incorrectos.
fault-sign-in-required = Inicie sesión.
fault-sign-in-locked = Demasiados intentos fallidos. Vuelva a intentarlo dentro de { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }.
fault-network-refused = No se puede usar Talang desde esta red. Inténtelo desde la red de su empresa o consulte a su administrador de RR. HH.
fault-network-shuts-out = Con esto se quedaría usted fuera: su dirección es { $address }. Permita primero una red que la contenga.
fault-session-confirm = Por seguridad, confirme de nuevo quién es.
fault-password-wrong = La contraseña actual es incorrecta.
fault-password-short = La contraseña debe tener al menos { $min } caracteres.
    .hint = Varias palabras seguidas se recuerdan con facilidad.
fault-password-login-inside = La contraseña no puede contener el usuario.
fault-password-common = Esta contraseña es de las primeras que se adivinan.
    .hint = Elija una que no se le ocurriría a nadie más.
fault-password-same = La nueva contraseña es igual que la actual.
fault-password-differ = Las dos contraseñas no coinciden.
fault-csrf = El formulario ha caducado.
    .hint = Vuelva a cargar la página e inténtelo de nuevo.
fault-scope-unknown = { $name } no es un ámbito: escriba un objeto y una acción, por ejemplo employees:read.
fault-quota-used-up = Se han agotado las { $max } solicitudes de hoy. Continúe después de medianoche (UTC) o pida más al administrador.
fault-tenant-unknown = El cliente «{ $name }» no existe.
fault-tenant-exists = El cliente «{ $name }» ya existe.
fault-rule-syntax = No se entiende la regla en la posición { $position }: { $detail }
fault-extra-code-taken = El código «{ $name }» ya lo usa otro campo.
fault-extra-sensitive = Este campo parece contener datos sensibles ({ $category ->
        [health] salud
        [religion] religión o convicciones
        [union] afiliación sindical
        [ethnicity] origen étnico
        [sexuality] vida u orientación sexual
        [politics] opiniones políticas
        [biometrics] datos genéticos o biométricos
       *[other] categoría especial
    }; artículo 9 del RGPD).
    .hint = Confirme que existe una base jurídica o prescinda del campo.
fault-feature-unknown = No existe ninguna función «{ $name }» que se pueda activar.
    .hint = Funciones que se pueden activar: { $allowed }.
fault-delegation-self = Nadie puede delegar en sí mismo.
fault-acting-ended = La actuación en nombre de otra persona ha terminado: no se ha hecho nada. Continúa en su propio nombre.
fault-acting-own-benefit = Mientras actúa en nombre de otra persona, no puede cambiar nada para que se refiera a usted.
fault-acting-consent = El consentimiento se da por entre 1 y 24 horas y solo a cuentas de soporte.
fault-delegation-not-yours = Solo delega la persona representada, o alguien que pueda asignar roles.
fault-delegation-to-oneself = Nadie se delega a sí mismo el trabajo de otra persona.
    .hint = Elija a otro empleado como delegado.
fault-storage-failed = No se han podido guardar o leer los datos. No se ha modificado nada.
fault-storage-busy = El sistema está ocupado.
    .hint = Inténtelo de nuevo en un momento.
fault-internal = Se ha producido un error por nuestra parte. Ha quedado registrado.
fault-adapt-unmapped = { $field }: el formato adaptado no contempla el valor «{ $value }».
    .hint = Añada el valor al formato adaptado o corrija el archivo.
fault-adapt-number = { $field }: «{ $value }» no es un número entero de años.
fault-adapt-format = El formato adaptado no es válido ({ $place }): { $detail }
fault-mail-none = Esta instalación no envía correos.
    .hint = Quien la administra puede configurar un servidor de correo.
fault-mail-address = No es una dirección a la que se pueda enviar un correo.
fault-mail-unreachable = No se puede contactar con el servidor de correo.
    .hint = El correo espera y se volverá a intentar automáticamente.
fault-mail-not-secure = No se pudo establecer una conexión protegida con el servidor de correo.
    .hint = Quien administra la instalación debe comprobar el nombre y el certificado del servidor.
fault-mail-not-offered = El servidor de correo no ofrece lo necesario: protección, autenticación o direcciones con esos caracteres.
fault-mail-login = El servidor de correo rechaza la autenticación de esta instalación.
    .hint = Quien la administra debe comprobar el usuario y la contraseña.
fault-mail-refused = El servidor de correo ha rechazado el correo.
    .hint = Compruebe la dirección.
fault-mail-expired = El correo no se pudo enviar a tiempo.
fault-mail-folder = El correo no se pudo escribir en su carpeta.
fault-mail-gone = El contenido de este correo ya no existe.
    .hint = Genere uno nuevo, por ejemplo con un nuevo enlace de activación.
fault-sign-in-unconfirmed = Su dirección de correo aún no está confirmada.
    .hint = Le hemos enviado un correo con un enlace: sígalo para confirmar la dirección y elegir su contraseña.
fault-account-no-link = No se envió ningún enlace: la cuenta no tiene dirección de correo, no se puede usar o ha recibido varios enlaces en la última hora.
fault-link-invalid = Este enlace ya no funciona.
    .hint = Los enlaces funcionan una vez y por tiempo limitado. Pida otro con «¿Ha olvidado la contraseña?» en la página de acceso.
fault-password-special = La contraseña necesita al menos { $count ->
        [one] un carácter que no sea letra ni cifra
       *[other] { $count } caracteres que no sean letras ni cifras
    }.
fault-password-digits = La contraseña necesita al menos { $count ->
        [one] una cifra
       *[other] { $count } cifras
    }.
fault-password-lower = La contraseña necesita al menos { $count ->
        [one] una minúscula
       *[other] { $count } minúsculas
    }.
fault-password-upper = La contraseña necesita al menos { $count ->
        [one] una mayúscula
       *[other] { $count } mayúsculas
    }.
fault-password-used = Esta contraseña ya se usó antes.
    .hint = Elija una que no haya tenido aquí.
fault-password-hash = Este no es un resumen de contraseña que se pueda adoptar.
    .hint = La guía de administración muestra las formas.
fault-provider-untested = El proveedor de identidad aún no se ha probado.
    .hint = Haga primero un inicio de sesión de prueba en su página.
fault-provider-certificate = { $field }: no es un certificado utilizable ({ $detail }).
    .hint = Pegue el certificado de firma del proveedor en PEM, de BEGIN CERTIFICATE a END CERTIFICATE.
fault-provider-metadata = Los metadatos del proveedor no se pueden utilizar: { $detail }
fault-provider-address = No se puede llamar a la dirección «{ $address }».
    .hint = Indique una dirección https accesible desde Internet, o pegue los metadatos.
fault-provider-unreachable = «{ $address }» no responde como se esperaba.
    .hint = Compruebe la dirección, o pegue los metadatos.
fault-provider-incomplete = Al proveedor de identidad le falta: { $name }.
    .hint = Complete su configuración.
fault-sso-message = La respuesta del proveedor de identidad no se puede leer: { $detail }
fault-sso-structure = La respuesta del proveedor de identidad no está construida como debe: { $detail }
fault-sso-signature = La respuesta del proveedor de identidad no está firmada con uno de sus certificados.
    .hint = Si el proveedor ha cambiado de clave, el administrador añade el nuevo certificado.
fault-sso-algorithm = La respuesta del proveedor de identidad está firmada de un modo no seguro.
    .hint = Configure el proveedor con RSA o ECDSA y SHA-256.
fault-sso-encryption = La respuesta del proveedor de identidad no se puede descifrar.
    .hint = Entregue al proveedor nuestros metadatos actuales.
fault-sso-issuer = La respuesta procede de otro proveedor de identidad que el esperado.
fault-sso-audience = La respuesta del proveedor de identidad está destinada a otra aplicación.
    .hint = Compare el entity ID en la configuración del proveedor con el nuestro.
fault-sso-recipient = La respuesta del proveedor de identidad está destinada a otra dirección.
fault-sso-destination = La respuesta del proveedor de identidad se envió a otra dirección.
fault-sso-time = La respuesta del proveedor de identidad ya no es válida, o aún no lo es.
    .hint = Inicie sesión de nuevo; si vuelve a ocurrir, el reloj del proveedor no va bien.
fault-sso-replay = Este inicio de sesión ya se ha utilizado.
    .hint = Inicie sesión de nuevo.
fault-sso-nonce = La respuesta del proveedor de identidad pertenece a otro inicio de sesión.
fault-sso-browser = Este inicio de sesión no se empezó en este navegador, o hace demasiado tiempo.
    .hint = Inicie sesión de nuevo.
fault-sso-unsolicited = Nadie pidió aquí este inicio de sesión.
    .hint = Empiece en nuestra página de inicio de sesión, o permita los inicios que parten del proveedor.
fault-sso-declined = El proveedor de identidad rechazó el inicio de sesión: { $detail }
fault-sso-subject = El proveedor de identidad no dice quién inició sesión.
    .hint = El administrador comprueba qué atributo contiene el usuario.
fault-sso-account = No hay ninguna cuenta para usted aquí.
    .hint = Pida una a su administrador.
fault-schedule-cron = «{ $value }» no es un momento en el que pueda ocurrir algo.
    .hint = Escriba cinco campos: minuto, hora, día del mes, mes, día de la semana, por ejemplo 30 2 * * * para cada noche a las dos y media.
fault-schedule-zone = No existe la zona horaria «{ $value }».
    .hint = Indique una de la base de datos tz, por ejemplo Europe/Paris.
fault-schedule-operator = No se ha importado nada: la cuenta «operator» no existe o no está activa.
    .hint = Un administrador del cliente puede crearla, con el rol integration, o volver a permitirla.
fault-file-space-login = Un nombre de usuario del espacio de archivos tiene de 2 a 32 letras minúsculas, cifras, guiones y guiones bajos, y empieza por una letra.
fault-file-space-key = Esta no es una clave pública que pueda usarse aquí.
    .hint = Indique la línea de una clave pública OpenSSH de tipo ssh-ed25519 o ecdsa-sha2-nistp256, -nistp384 o -nistp521. No se aceptan claves RSA.
fault-file-space-key-private = Esta es una clave privada. Se queda con su propietario; no se ha guardado nada de ella.
    .hint = Indique la línea de la clave pública: el archivo del mismo nombre terminado en .pub. Conviene sustituir una clave privada que se ha enviado.
fault-file-space-key-type = No se aceptan claves de tipo { $type }.
    .hint = Cree una de tipo Ed25519, con ssh-keygen -t ed25519, e indique la línea de su archivo terminado en .pub. También se aceptan claves ECDSA en las curvas nistp256, nistp384 y nistp521.
fault-file-space-name = «{ $name }» no puede ser un nombre en el espacio de archivos.
    .hint = Un nombre tiene como máximo 255 bytes, no empieza por punto y no contiene barras, caracteres de control o invisibles, ni signos parecidos a una barra o a un punto.
fault-file-space-place = No se puede cambiar nada en este lugar.
    .hint = Los archivos y carpetas van en in, out, done o rejected, con ocho niveles como máximo; estas cuatro carpetas se quedan como están.
fault-file-space-not-found = No existe ese archivo o carpeta.
fault-file-space-exists = Ya hay un archivo o una carpeta con ese nombre.
fault-file-space-not-empty = La carpeta no está vacía.
fault-file-space-kind = Esto solo vale para archivos, o solo para carpetas.
fault-file-space-full = El espacio de archivos está lleno: { $max } MiB como máximo.
    .hint = Elimine lo que ya no haga falta o pida más espacio al proveedor.
fault-file-space-most = El espacio de archivos admite { $max } archivos y carpetas como máximo.
    .hint = Elimine lo que ya no haga falta o pida más espacio al proveedor.
fault-second-factor-wrong = Este código no es correcto o ya se ha usado. Espere al siguiente.
fault-second-factor-expired = La clave ya no es válida. Empiece de nuevo y escanee la nueva imagen.
fault-second-factor-none = No hay segundo factor.
fault-second-factor-required = Su empresa pide un segundo factor. Configure otro antes de quitar este.
fault-passkey-failed = No se pudo usar esta clave de acceso. Inténtelo de nuevo o inicie sesión de otra manera.
fault-passkey-expired = La pregunta a su dispositivo es demasiado antigua. Inténtelo de nuevo.
fault-passkey-known = Esta clave de acceso ya está en uso. Cree otra.
fault-passkey-too-many = Una cuenta tiene como máximo { $max } claves de acceso. Quite una que ya no use.
fault-passkey-not-allowed = Su empresa no usa claves de acceso. Inicie sesión de otra manera.
