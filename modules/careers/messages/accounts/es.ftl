# Cuentas de candidatos
careers-account = Su cuenta
careers-account-again = Repita la contraseña
careers-account-as = Se presenta como { $name }, { $email }. El formulario se ha rellenado con sus datos; revíselo antes de enviarlo.
careers-account-asked-text = Si a lo que ha introducido le corresponde un correo, está en camino. Siga el enlace que contiene para continuar.
careers-account-change = Cambiar la contraseña
careers-account-confirm = Confirmar la cuenta
careers-account-confirm-text = Introduzca la contraseña que eligió para { $email }. Así nadie puede crear una cuenta en su nombre con otra contraseña.
careers-account-device = Dispositivo desconocido
careers-account-documents = De sus documentos
careers-account-due = Debe renovar su contraseña antes de continuar.
careers-account-end-others = Cerrar la sesión en todos los demás dispositivos
careers-account-failed = La dirección de correo o la contraseña no es correcta.
careers-account-forgotten = ¿Ha olvidado la contraseña?
careers-account-forgotten-text = Introduzca su dirección de correo. Si existe una cuenta, recibirá un enlace para establecer una nueva contraseña.
careers-account-have = ¿Tiene una cuenta? Entonces el formulario se rellena con sus datos.
careers-account-here = Este dispositivo
careers-account-link = Con un enlace, sin contraseña
careers-account-new = Establecer una nueva contraseña
careers-account-new-text = Elija una nueva contraseña para { $email }. Se cerrará la sesión en todas partes.
careers-account-none = ¿Aún no tiene cuenta?
careers-account-offer = Con una cuenta vuelve con su propia contraseña y no tiene que rellenar todo de nuevo en su próxima candidatura.
careers-account-over = Este enlace ya no funciona
careers-account-over-text = Ya se ha usado o su plazo ha terminado. Acceda si tiene una cuenta o créela de nuevo.
careers-account-password = Contraseña
careers-account-present = Contraseña actual
careers-account-rules = La contraseña debe cumplir:
careers-account-sessions = { $count ->
    [one] Solo tiene sesión en este dispositivo.
   *[other] Tiene sesión en { $count } dispositivos.
}
careers-account-set = Su contraseña está establecida
careers-account-set-text = Ya puede acceder con ella.
careers-account-sign-in = Acceder
careers-account-sign-in-text = Con su cuenta ve sus candidaturas y lo que le hemos escrito.
careers-account-sign-up = Crear una cuenta
careers-account-sign-up-text = Enviamos un correo a su dirección. La cuenta existe en cuanto la haya confirmado.
careers-account-wrong = Esta no es la contraseña que eligió. Si ya no la sabe, cree la cuenta de nuevo.
careers-account-you = Ha accedido como { $email }.
careers-me-done-account = Se ha creado su cuenta.
careers-me-done-password = Se ha cambiado su contraseña.
careers-me-done-ended = Se ha cerrado la sesión en todos los demás dispositivos.
mail-candidate-account-confirm-subject = Confirme su cuenta en { $tenant }
mail-candidate-account-confirm-body =
    Buenos días:

    Alguien quiere crear con esta dirección una cuenta para candidaturas en { $tenant }. Si ha sido usted, confírmela con el enlace siguiente y la contraseña que eligió.

    Si no ha sido usted, no tiene que hacer nada: sin este correo no hay cuenta.
mail-candidate-account-confirm-button = Confirmar la cuenta
mail-candidate-account-known-subject = Ya tiene una cuenta en { $tenant }
mail-candidate-account-known-body =
    Buenos días:

    Alguien quería crear con esta dirección una cuenta para candidaturas en { $tenant }. Ya existe una: acceda con su contraseña, o establezca allí una nueva si ya no la sabe.

    Si no ha sido usted, no tiene que hacer nada.
mail-candidate-account-known-button = Acceder
mail-candidate-account-staff-subject = Esta dirección pertenece a una cuenta de { $tenant }
mail-candidate-account-staff-body =
    Buenos días:

    Alguien quería crear con esta dirección una cuenta para candidaturas en { $tenant }. Con ella ya accede alguien que trabaja allí; por eso no puede ser la de una cuenta de candidato.

    Si se ha presentado a un puesto, un enlace por correo lleva en todo momento a sus candidaturas: pídalo en la página siguiente.
mail-candidate-account-staff-button = Abrir la página
