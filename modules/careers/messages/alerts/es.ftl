# Alertas de empleo
careers-alert = Vacantes nuevas por correo
careers-alert-all = Todas las vacantes que encajan
careers-alert-ask = Enviarme las vacantes nuevas
careers-alert-ask-help = Primero recibirá un correo para confirmar su dirección.
careers-alert-asked = Recibirá un correo para confirmar su dirección en un plazo de siete días. Antes no le enviamos nada.
careers-alert-change = Cambiar la alerta de empleo
careers-alert-confirm = Confirme su alerta de empleo
careers-alert-confirm-text = ¿Enviamos a su dirección las vacantes nuevas que encajen?
careers-alert-confirm-yes = Sí, envíenmelas
careers-alert-confirmed = Su alerta de empleo está activa
careers-alert-confirmed-text = En cuanto algo nuevo encaje, recibirá un correo. Cada correo lleva un enlace para cambiar o terminar la alerta.
careers-alert-criteria = Lo que busca
careers-alert-everything = Todas las vacantes
careers-alert-like = Enviarme vacantes nuevas como estas
careers-alert-often = Con qué frecuencia como máximo
careers-alert-over = Este enlace ya no funciona
careers-alert-over-text = La alerta de empleo ha terminado o ha pasado el plazo. Puede pedir una nueva en la página de las vacantes.
careers-alert-saved = Su alerta de empleo se ha cambiado.
careers-alert-stop = Terminar la alerta de empleo
careers-alert-stop-ask = ¿Terminar esta alerta de empleo?
careers-alert-stop-text = No recibirá más correos sobre ella y la borramos.
careers-alert-stop-yes = Sí, terminarla
careers-alert-stopped = Su alerta de empleo ha terminado
careers-alert-stopped-text = No recibirá más correos sobre ella.
careers-alert-text = Cuando una vacante nueva encaje con lo que busca, recibirá un correo. Puede cambiarla o terminarla en todo momento con un enlace que lleva cada correo.
careers-alert-until = Dura hasta el { $day }. Si guarda, dura un año a partir de hoy.
careers-alert-words = Palabras
careers-alerts = Alertas de empleo
careers-me-done-stopped = La alerta de empleo ha terminado.
mail-alert-confirm-subject = Confirme su alerta de empleo
mail-alert-confirm-body =
    Buenos días:

    Alguien, probablemente usted, ha pedido que se envíen a esta dirección las vacantes nuevas de «{ $site }». Confírmelo, por favor, en un plazo de siete días.

    ¿No ha sido usted? Entonces no tiene que hacer nada: no se le enviará nada más.
mail-alert-confirm-button = Confirmar
mail-alert-known-subject = Su alerta de empleo ya está activa
mail-alert-known-body =
    Buenos días:

    Alguien, probablemente usted, ha pedido en «{ $site }» una alerta de empleo que esta dirección ya tiene. Sigue como está. Aquí puede cambiarla o terminarla.
mail-alert-known-button = Cambiar o terminar
mail-job-alert-subject = Vacantes nuevas: { $site }
mail-job-alert-body =
    Buenos días:

    Hay novedades en «{ $site }» que encajan con lo que busca: { $criteria }.

    Recibe este correo porque lo pidió; su alerta de empleo dura hasta el { $until }. Puede cambiarla o terminarla en todo momento.
mail-job-alert-button = Cambiar o terminar
