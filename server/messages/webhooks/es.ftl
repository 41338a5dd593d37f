# Webhooks
webhooks = Webhooks
webhooks-text = Otros sistemas que se enteran enseguida de lo que ocurre con los registros mediante mensajes firmados a su dirección.
webhooks-new = Nuevo webhook
webhooks-none = Aún no hay webhooks
webhooks-none-text = Cree primero una cuenta de usuario para el sistema y asígnele un rol: los mensajes dicen lo que esa cuenta puede leer. Después el webhook y luego su secreto.
webhooks-name = Nombre
webhooks-address = Dirección
webhooks-events = Eventos
webhooks-alerts = Avisos a
webhooks-delivered-at = Última entrega
webhooks-waiting = En espera
webhooks-given-up = Abandonados
webhooks-state = Estado
webhooks-paused = En pausa
webhooks-waits = No preparado
webhooks-trouble = Requiere atención
webhooks-active = Activo
webhooks-never = nunca
webhooks-about = Webhook
webhooks-secret = Secreto
webhooks-gone = El destinatario indica que su dirección ya no existe
webhooks-gone-text = Respondió con 410, así que ya no se envía nada allí. Introduzca su nueva dirección y active de nuevo el webhook: entonces se comunicará lo ocurrido entretanto.
webhooks-account-unusable = La cuenta con cuyos permisos se leen los mensajes no se puede usar: hasta entonces no se comunica nada, y no se pierde nada.
webhooks-try = Probarlo
webhooks-try-text = Una muestra va firmada como cualquier mensaje y no habla de ningún evento.
webhooks-sample = Enviar una muestra
webhooks-sample-failed = La muestra no llegó
webhooks-sample-arrived = La muestra llegó
webhooks-sample-text = El destinatario respondió con el estado { $status } en { $time }.
webhooks-secret-made = El nuevo secreto
webhooks-secret-once = Solo se muestra ahora: introdúzcalo en el destinatario, que comprueba las firmas con él. Nadie podrá leerlo después.
webhooks-no-secret = Todavía no hay secreto, y sin él no sale nada. Lo que ocurra hasta entonces se comunicará después.
webhooks-overlap = El secreto actual sigue firmando
webhooks-rotate = Sustituir el secreto
webhooks-make-secret = Crear el secreto
webhooks-log = Entregas
webhooks-again = Enviar de nuevo
webhooks-again-text = Los mensajes enviados de nuevo llevan el mismo webhook-id que antes, para que el destinatario reconozca los que ya conoce.
webhooks-again-failed-count = Enviar de nuevo lo abandonado ({ $count })
webhooks-since = Todo desde (UTC)
webhooks-since-help = También lo que ocurrió antes de que existiera este webhook, en la medida en que la cuenta pueda leerlo.
webhooks-since-confirm = ¿Enviar de nuevo todo desde ese momento?
webhooks-since-do = Enviar todo de nuevo
webhooks-since-done = Se está enviando de nuevo todo desde ese momento.
webhooks-again-done = { $count ->
    [0] No había nada que enviar de nuevo.
    [one] Se está enviando de nuevo un mensaje.
   *[other] Se están enviando de nuevo { $count } mensajes.
}
webhooks-shown = { $count ->
    [one] Una entrega
   *[other] { $count } entregas
}
webhooks-no-log = Aún no se ha entregado nada
webhooks-no-log-text = En cuanto ocurra uno de los eventos, aparecerá aquí. Las entregas se conservan 90 días.
webhooks-not-found = No hay ninguna entrega así
webhooks-not-found-text = Busque un evento como employees.changed, el número de un registro o un webhook-id.
webhooks-all = Todas las entregas
webhooks-happened = Cuándo
webhooks-event = Evento
webhooks-record = Registro
webhooks-attempts = Intentos
webhooks-next = Próximo intento
webhooks-state-waiting = En espera
webhooks-state-delivered = Entregado
webhooks-state-given-up = Abandonado
webhooks-state-withheld = Retenido
webhooks-at = Cuándo
webhooks-outcome = Resultado
webhooks-status = Estado
webhooks-took = Duración
webhooks-not-tried = Aún no intentado
webhooks-not-tried-text = Le toca enseguida.
webhooks-behind = tras un evento anterior del mismo registro
webhooks-ended = Terminado
webhooks-again-one = Enviar de nuevo
webhooks-saved = Webhook guardado.
webhooks-every-object = Todos los objetos
webhooks-events-text = Marque lo que debe comunicarse. Solo se comunica lo que la cuenta puede leer.
webhooks-find = Buscar un objeto
webhooks-object = Objeto
webhooks-event-created = Creado
webhooks-event-changed = Modificado
webhooks-event-removed = Eliminado
webhooks-ticked = { $count ->
    [one] { $count } marcado
   *[other] { $count } marcados
 }
webhooks-key-signs = Los mensajes se firman con la clave de la aplicación que registró este webhook, como espera el receptor. Termina con esa clave.
webhooks-key-missing = No sale ningún mensaje: la clave con la que se firmaban ya no es válida o su aplicación no está activa. Cuando el programa vuelva a registrar este webhook, firmará su clave actual.
webhooks-collected = Envío conjunto
webhooks-collected-minutes = { $count ->
    [one] cada minuto
   *[other] cada { $count } minutos
}
