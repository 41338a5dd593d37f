# Candidaturas espontáneas
careers-field-contract = Contrato
careers-field-family = Campo de trabajo
careers-field-wish-country = País
careers-field-wish-place = Ciudad o región
careers-spontaneous = Candidatura espontánea
careers-spontaneous-none = ¿Nada que encaje?
careers-spontaneous-pool = Candidaturas espontáneas
careers-spontaneous-received = Gracias. Hemos enviado una confirmación a su dirección de correo. Tendremos en cuenta su candidatura para las vacantes que encajen.
careers-spontaneous-text = Envíenos sus documentos y díganos qué le gustaría hacer, para que le encontremos cuando se abra una vacante.
careers-spontaneous-withdraw = Su candidatura se borra y ya no se tiene en cuenta. Sus datos y documentos siguen aquí hasta que los borre.
careers-up-to = (hasta { $count })
careers-wish = Lo que busca
careers-wish-any = Indiferente
mail-speculative-received-subject = Hemos recibido su candidatura
mail-speculative-received-body =
    Hola, { $name }:

    Gracias por su candidatura. Nos ha llegado y la tendremos en cuenta para las vacantes que encajen. En su espacio puede verla, añadir documentos y retirarla.

    ¿No se ha presentado usted? Alguien habrá escrito su dirección por error; avise a la empresa, por favor.
mail-speculative-received-button = Abrir mis candidaturas
