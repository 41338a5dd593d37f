# Todo correo
mail-copy = Si el botón no funciona, copie esta dirección en su navegador:
mail-foot = Este mensaje se ha enviado automáticamente en nombre de { $tenant }. Por favor, no responda.

# Un correo para ver si los correos llegan
mail-test-subject = Mensaje de prueba de { $tenant }
mail-test-body =
    Buenos días:

    Ha pedido este mensaje para comprobar si los correos llegan. Llegan.

# Una cuenta nueva
mail-account-activation-subject = Active su cuenta en { $tenant }
mail-account-activation-body =
    Buenos días:

    Se ha creado una cuenta para usted en { $tenant }. Su usuario es { $login }.

    Elija su propia contraseña para confirmar su dirección y activar la cuenta. El enlace funciona una sola vez, hasta el { $until }.

    Si no espera ninguna cuenta, no tiene que hacer nada.
mail-account-activation-button = Activar la cuenta

# Una contraseña olvidada
mail-account-reactivation-subject = Establezca una nueva contraseña para { $tenant }
mail-account-reactivation-body =
    Buenos días:

    Se ha pedido una nueva contraseña para la cuenta { $login } en { $tenant }.

    Establézcala con el enlace siguiente. Funciona una sola vez, hasta el { $until }. Hasta entonces su contraseña actual sigue siendo válida.

    Si no ha sido usted, no tiene que hacer nada: sin este mensaje nadie puede entrar.
mail-account-reactivation-button = Establecer una nueva contraseña

# Una cuenta bloqueada
mail-account-locked-subject = Su cuenta en { $tenant } está bloqueada por un tiempo
mail-account-locked-body =
    Buenos días:

    Se ha introducido varias veces una contraseña errónea para la cuenta { $login }. Por eso está bloqueada unos minutos.

    Si ha sido usted: espere, o establezca una nueva contraseña con el enlace siguiente. Funciona una sola vez, hasta el { $until }, y desbloquea la cuenta de inmediato.

    Si no ha sido usted: su cuenta está protegida. Avise a su administrador si vuelve a ocurrir.
mail-account-locked-button = Establecer una nueva contraseña

# Avisos
mail-password-changed-subject = Se ha cambiado su contraseña en { $tenant }
mail-password-changed-body =
    Buenos días:

    La contraseña de la cuenta { $login } se cambió el { $when }. Se ha cerrado la sesión en todos sus demás dispositivos.

    Si no ha sido usted, establezca enseguida una nueva contraseña con «¿Ha olvidado la contraseña?» en la página de acceso y avise a su administrador.

mail-email-changed-old-subject = Se ha cambiado la dirección de su cuenta en { $tenant }
mail-email-changed-old-body =
    Buenos días:

    Los mensajes sobre la cuenta { $login } van a partir de ahora a otra dirección. Este es el último que llega aquí.

    Si no sabe por qué, avise a su administrador.

mail-email-changed-new-subject = Esta es ahora la dirección de su cuenta en { $tenant }
mail-email-changed-new-body =
    Buenos días:

    Los mensajes sobre la cuenta { $login } llegan a partir de ahora a esta dirección.

    Si no sabe por qué, avise a su administrador.

mail-new-device-subject = Nuevo acceso a su cuenta en { $tenant }
mail-new-device-body =
    Buenos días:

    Alguien ha accedido a la cuenta { $login } con un dispositivo que no se había usado antes.

    Cuándo: { $when }
    Dispositivo: { $device }
    Dirección: { $address }

    Si ha sido usted, no tiene que hacer nada. Si no, establezca enseguida una nueva contraseña y avise a su administrador.

# Lo mismo sobre las cuentas de candidatos
mail-candidate-account-activation-subject = Elija una contraseña para su cuenta en { $tenant }
mail-candidate-account-activation-body =
    Buenos días:

    { $login } es ahora la dirección de su cuenta para candidaturas en { $tenant }. Su contraseña anterior ya no funciona.

    Elija una nueva con el enlace siguiente. Funciona una sola vez, hasta el { $until }.
mail-candidate-account-activation-button = Elegir una contraseña
mail-candidate-account-reactivation-subject = Establezca una nueva contraseña para { $tenant }
mail-candidate-account-reactivation-body =
    Buenos días:

    Se ha pedido una nueva contraseña para su cuenta { $login } para candidaturas en { $tenant }.

    Establézcala con el enlace siguiente. Funciona una sola vez, hasta el { $until }. Hasta entonces su contraseña actual sigue siendo válida.

    Si no ha sido usted, no tiene que hacer nada: sin este mensaje nadie puede entrar.
mail-candidate-account-reactivation-button = Establecer una nueva contraseña
mail-candidate-account-locked-subject = Su cuenta en { $tenant } está bloqueada por un tiempo
mail-candidate-account-locked-body =
    Buenos días:

    Se ha introducido varias veces una contraseña errónea para su cuenta { $login }. Por eso está bloqueada unos minutos.

    Si ha sido usted: espere, o establezca una nueva contraseña con el enlace siguiente. Funciona una sola vez, hasta el { $until }, y desbloquea la cuenta de inmediato.

    Si no ha sido usted: su cuenta está protegida y no tiene que hacer nada.
mail-candidate-account-locked-button = Establecer una nueva contraseña
mail-candidate-password-changed-subject = Se ha cambiado su contraseña en { $tenant }
mail-candidate-password-changed-body =
    Buenos días:

    La contraseña de su cuenta { $login } se cambió el { $when }. Se ha cerrado la sesión en todos sus demás dispositivos.

    Si no ha sido usted, establezca enseguida una nueva contraseña con «¿Ha olvidado la contraseña?» en el portal de empleo.
mail-candidate-new-device-subject = Nuevo acceso a su cuenta en { $tenant }
mail-candidate-new-device-body =
    Buenos días:

    Alguien ha accedido a su cuenta { $login } con un dispositivo que no se había usado antes.

    Cuándo: { $when }
    Dispositivo: { $device }
    Dirección: { $address }

    Si ha sido usted, no tiene que hacer nada. Si no, establezca enseguida una nueva contraseña.

mail-delegation-received-subject = { $name } le delega trabajo en { $tenant }
mail-delegation-received-body =
    Hola:

    Del { $start } al { $end } puede actuar en nombre de { $name }. Empiece y termine en la página Delegaciones; todo queda registrado con ambos nombres.

mail-delegation-received-button = Delegaciones

mail-delegation-given-subject = Ha delegado en { $name } en { $tenant }
mail-delegation-given-body =
    Hola:

    Del { $start } al { $end }, { $name } puede actuar en su nombre. Si no lo ha dispuesto usted, termínelo de inmediato en la página Delegaciones y avise a su administrador.

mail-delegation-given-button = Delegaciones

# Second factors
mail-factor-added-subject = Se ha añadido un segundo factor a su cuenta en { $tenant }
mail-factor-added-body =
    Hola:

    El { $when } se añadió un segundo factor, o un nuevo juego de códigos de recuperación, a la cuenta { $login }.

    Si no ha sido usted, ponga enseguida una contraseña nueva y avise a su administrador.

mail-factor-removed-subject = Se ha quitado un segundo factor de su cuenta en { $tenant }
mail-factor-removed-body =
    Hola:

    El { $when } se quitó un segundo factor de la cuenta { $login }.

    Si no ha sido usted, ponga enseguida una contraseña nueva y avise a su administrador.

mail-factor-reset-subject = Su segundo factor en { $tenant } se ha restablecido
mail-factor-reset-body =
    Hola:

    Un administrador quitó el { $when } todos los segundos factores de la cuenta { $login } y cerró sus sesiones. Puede iniciar sesión con su contraseña y configurar uno nuevo.

    Si no lo ha pedido, avise enseguida a su administrador.

mail-recovery-used-subject = Se ha usado un código de recuperación de su cuenta en { $tenant }
mail-recovery-used-body =
    Hola:

    El { $when } se usó un código de recuperación para entrar en la cuenta { $login }. Ya no volverá a funcionar.

    Si no ha sido usted, ponga enseguida una contraseña nueva y avise a su administrador.

mail-factor-guessed-subject = Se han introducido códigos incorrectos para su cuenta en { $tenant }
mail-factor-guessed-body =
    Hola:

    Alguien dio su contraseña correcta al iniciar sesión en la cuenta { $login } y después varios códigos incorrectos, el último el { $when } desde la dirección { $address }. No se dejó entrar a nadie.

    Si ha sido usted: espere unos minutos e inténtelo de nuevo, o use un código de recuperación. Si no, alguien conoce su contraseña: ponga enseguida una nueva y avise a su administrador.
