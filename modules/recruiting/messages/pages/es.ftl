recruiting-notes = Notas
recruiting-move = Mover
recruiting-specialisations = Especialidades
recruiting-questions = Preguntas a los candidatos
recruiting-members = Miembros
general-section-vacancies = Selección
recruiting-tabs = Partes de la vacante
recruiting-tab-board = Tablero
recruiting-tab-details = Vacante
recruiting-tab-team = Equipo de selección
recruiting-all-applications = Candidaturas en lista
recruiting-add-application = Añadir candidatura
recruiting-texts = Lo que leen los candidatos
recruiting-team-text = Quien está en el equipo de selección ve las candidaturas a esta vacante y a sus candidatos, en la medida en que lo permitan sus roles.
recruiting-in-charge = Responsables
recruiting-rating = Valoración: { $count } de 5
recruiting-move-name = Mover a { $name }
recruiting-move-many = { $count ->
    [one] Mover { $count } candidatura
   *[other] Mover { $count } candidaturas
}
recruiting-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
recruiting-no-applications = Aún no hay candidaturas
recruiting-no-applications-text = Añada a alguien que conozca o importe candidaturas desde un archivo.
recruiting-no-pipeline = Esta vacante no tiene proceso y ninguno es el estándar. Elija uno en la vacante.
recruiting-selected = Candidaturas seleccionadas
recruiting-move-selected = Mover selección
recruiting-board-keys = Arrastre las tarjetas a otra fase o use el teclado: las flechas pasan de tarjeta en tarjeta, M mueve la tarjeta, X la selecciona, Intro la abre.
recruiting-withdrawn = { $count ->
    [one] { $count } candidatura retirada
   *[other] { $count } candidaturas retiradas
}
recruiting-more = { $count ->
    [one] Mostrar { $count } más
   *[other] Mostrar { $count } más
}
recruiting-nothing-selected = Seleccione primero las candidaturas que quiere mover.
recruiting-withdraw = Retirada por el candidato
recruiting-reason-help = Necesario cuando se descarta la candidatura.
recruiting-comment-help = Solo hechos: el candidato tiene derecho a leerlo.
recruiting-moved = { $count ->
    [one] Candidatura movida
   *[other] { $count } candidaturas movidas
}
recruiting-moved-none = Todo queda como estaba
recruiting-move-undone = { $count ->
    [one] Candidatura devuelta a su sitio
   *[other] { $count } candidaturas devueltas a su sitio
}
privacy-erase = Borrar
privacy-erase-confirm = Todo lo que dice quién era se borra definitivamente: datos, documentos, mensajes, notas y lo que el historial dice de ellos. Nadie puede recuperarlo.
privacy-erased-done = Persona borrada
privacy-was-erased = Borrado el { $day }. Queda que alguien se presentó.
privacy-no-rule = Ninguna regla dice cuánto se conservan estos datos: se conservan hasta que alguien los borre.
privacy-held = No se pregunta ni se borra nada mientras haya una candidatura en curso o si la persona trabaja aquí.
privacy-asked = Se ha preguntado si se pueden conservar los datos; sin respuesta se borran después del { $day }.
privacy-consented = Se conserva hasta el { $day }, con el consentimiento de la persona.
privacy-until = Se conserva hasta el { $day } según la regla { $rule }; después se pregunta a la persona.
privacy-keep-heading = ¿Podemos conservar sus datos?
privacy-keep-text = Ha terminado el plazo durante el que conservamos su candidatura. Con su consentimiento la conservamos hasta el [keep]. Si dice que no, o no responde antes del [answer], la borraremos.
privacy-erased = Persona borrada
letters-write = Escribir
letters-write-selected = Escribir a la selección
letters-write-to = Escribir a { $name }
letters-write-many = { $count ->
    [one] Escribir a { $count } persona
   *[other] Escribir a { $count } personas
}
letters-too-many = Seleccione de 1 a { $count } candidaturas: cada carta se revisa antes de salir.
letters-lost = No hay dirección para estas personas; no recibirán nada
letters-none = Todavía no hay plantillas de mensajes.
letters-new = Nueva plantilla
letters-free = Sin plantilla
letters-take = Usar la plantilla
letters-refuse = Rechazo
letters-refuse-text = Al enviarlo, las candidaturas se cierran como rechazadas. El motivo queda en la empresa.
letters-refuse-send = Rechazar y enviar
letters-send = Enviar
letters-for-all = Para todas
letters-for-all-text = Los campos de combinación como {"{"}candidate.first_name{"}"} se sustituyen en cada carta.
letters-to = Enviar a { $name }
letters-look = Ver la carta
letters-missing = No se sabe nada de: { $fields }. Compruebe que las frases siguen leyéndose bien.
letters-foreign = No hay versión en { $wanted }; esta está en { $language }.
letters-sent = { $count ->
    [one] Mensaje enviado
   *[other] { $count } mensajes enviados
}
letters-nothing = Todavía no se ha escrito nada.
letters-incoming = De la persona candidata
letters-saved = Plantilla guardada
letters-preview = Vista previa
letters-preview-empty = Lo que escriba aparece aquí tal como se leerá.
letters-fields = Campos de combinación
letters-fields-text = Se sustituyen al redactar la carta. Elija uno para insertarlo donde escribe.
letters-other-language = Otro idioma
letters-company = Nombre de la empresa
letters-sender = Nombre de quien escribe
letters-today = Fecha de hoy
letters-answer-until = Último día para responder a la pregunta sobre la conservación
letters-keep-until = Día hasta el que se conservan los datos con consentimiento
letters-sample-title = Especialista en nóminas
letters-sample-unit = Recursos humanos
recruiting-note = Nota nueva
recruiting-no-notes = Nadie ha escrito nada todavía.
recruiting-note-saved = Nota guardada
recruiting-nothing-happened = Aún no ha ocurrido nada
recruiting-happened = Qué ha ocurrido
recruiting-candidate-tabs = Partes del expediente
recruiting-tab-data = Datos
recruiting-changes = Cambios en los datos
recruiting-propose = Proponer para una vacante
recruiting-open-file = Abrir expediente
recruiting-applied-nowhere = No hay candidaturas registradas.
recruiting-tab-publication = Publicación
recruiting-publication-text = Dónde leen los candidatos esta vacante, y desde cuándo hasta cuándo.
recruiting-sites = Portales de empleo
recruiting-on-site = Los candidatos la leen
recruiting-not-on-site = No está
recruiting-not-open = La vacante no está abierta: nadie la lee.
recruiting-publish = Publicar
recruiting-no-sites = Aún no hay portal de empleo. Un administrador lo crea en «Portales de empleo».
recruiting-published = La vacante ya se puede leer allí.
recruiting-approvals = Aprobación
recruiting-earlier-rounds = Rondas anteriores
recruiting-step-later = Aún no consultado
recruiting-decided-by = decidido por { $name } como suplente
recruiting-your-decision = Su decisión
recruiting-decide-for = Usted decide por { $name }.
recruiting-decision-help = Necesario para denegar o devolver. Quien la solicitó lo lee.
recruiting-approve = Aprobar
recruiting-send-back = Devolver
recruiting-refuse = Denegar
recruiting-decided = Decisión guardada
recruiting-hand-in = Enviar para aprobación
recruiting-take-back = Retirar
recruiting-give-up = Anular la solicitud
recruiting-handed-in = Enviada: se ha consultado a quien decide
recruiting-taken-back = Retirada: vuelve a ser un borrador
recruiting-given-up = Solicitud anulada
recruiting-open-vacancy = Crear la vacante
recruiting-vacancy-made = Vacante creada como borrador
recruiting-without-position = Sin puesto
recruiting-position-help = Se toman de él el trabajo, la unidad, el lugar y el tipo de contrato.
recruiting-under-way = En curso
recruiting-all-states = Todas
recruiting-wait-requisition = Decidir sobre la solicitud de contratación «{ $title }»
recruiting-wait-offer = Decidir sobre la oferta «{ $title }»
recruiting-make-offer = Hacer una oferta
recruiting-make-offer-short = Oferta
recruiting-offer-to = Oferta a { $name }
recruiting-offer-expired = Ha pasado el día hasta el que esta oferta es válida. Anote que se rechazó, o retírela y haga una nueva.
recruiting-offer-withdraw = Retirar
recruiting-offer-withdrawn = Oferta retirada
recruiting-offer-prepare = Preparar la carta
recruiting-offer-answer = Respuesta del candidato
recruiting-offer-decline-help = Si se rechazó la oferta y sabe por qué.
recruiting-offer-accepted = Aceptada
recruiting-offer-declined = Rechazada
recruiting-offer-noted = Respuesta anotada
recruiting-letter-subject = Asunto
recruiting-letter-text = Texto de la carta
recruiting-letter-empty = Una carta sin texto no es una carta. Escriba algo.
recruiting-offer-letter = Carta con la oferta
recruiting-offer-mailed-to = La carta se envía a { $address }, con la oferta en PDF.
recruiting-offer-by-hand = No se puede enviar ningún correo a este candidato. La oferta se guarda en PDF; imprímala y entréguela.
recruiting-offer-terms-help = Debajo de su texto, el PDF recoge lo que se aprobó; eso no se cambia aquí.
recruiting-offer-preview = Ver el PDF
recruiting-offer-send = Enviar la oferta
recruiting-offer-sent = Oferta enviada
recruiting-offer-kept = Oferta guardada en PDF; no se envió ningún correo
recruiting-offer-terms = Nuestra oferta
recruiting-offer-sign-company = Por la empresa: fecha, firma
recruiting-offer-sign-candidate = Acepto la oferta: fecha, firma
recruiting-wait-hire = Contratar al candidato, que ha aceptado la oferta
recruiting-hiring = La contratación está en curso. Esta página muestra cuándo termina.
recruiting-hired-as = Contratado: { $name }.
recruiting-open-employee = Abrir el expediente del empleado
recruiting-hire-failed = La contratación no se completó
recruiting-hire-again = Contratar de nuevo
recruiting-hire-ready = El candidato ha aceptado.
recruiting-hire = Contratar
recruiting-hire-by-others = El candidato ha aceptado. Lo contrata quien pueda añadir empleados: lo encuentra en «Pendiente de mí» en Mi espacio.
recruiting-hire-comes-back = { $name } ya trabajó aquí y vuelve: el mismo expediente, con un contrato nuevo y un puesto nuevo.
recruiting-hire-moves = { $name } ya trabaja aquí. La contratación es un traslado: una asignación nueva desde el primer día, y ningún segundo empleado.
recruiting-hire-take = Tomar del expediente del candidato
recruiting-hire-take-address = Direcciones
recruiting-hire-take-contact = Correo y teléfono privados
recruiting-hire-take-skills = Competencias
recruiting-hire-take-documents = Documentos, incluida la oferta
recruiting-hire-take-help = Se toma lo que usted puede leer del candidato y registrar sobre los empleados.
recruiting-hire-name = Contratar a { $name }
recruiting-hire-text = Lo que está rellenado procede de la oferta, la vacante y el expediente del candidato. Todo se escribe de una vez en la administración de personal.
recruiting-hire-asked = La contratación está en curso
recruiting-refuse-others = Descartarlas juntas
recruiting-filled-others = { $count ->
    [one] La vacante está cubierta. { $count } candidatura sigue en curso.
   *[other] La vacante está cubierta. { $count } candidaturas siguen en curso.
}
recruiting-plan = Planificar
recruiting-plan-interview = Planificar una entrevista
recruiting-interview-with = Entrevista con { $name }
recruiting-change-interview = Cambiar la entrevista con { $name }
recruiting-interview-saved = Entrevista guardada; se avisa a todos los implicados
recruiting-conflict = { $name } tiene otra entrevista de { $from } a { $to }.
recruiting-day = Día
recruiting-length = Duración
recruiting-minutes = minutos
recruiting-wait-scorecard = Rellenar la ficha de evaluación de la entrevista
recruiting-figures = Cifras de selección
recruiting-figures-text = Hasta dónde llegan las candidaturas, de dónde vienen, cuánto dura una contratación y qué sigue abierto; calculado con lo que usted puede ver.
recruiting-figures-from = Desde
recruiting-figures-to = Hasta
recruiting-figures-show = Mostrar cifras
recruiting-figures-all = Todo el último año
recruiting-figures-hired = Contratados
recruiting-figures-median = Mediana de días hasta contratar
recruiting-figures-positions = Puestos por cubrir
recruiting-figures-funnel = Hasta dónde llegan las candidaturas
recruiting-figures-reached = Llegaron hasta aquí
recruiting-figures-share = Proporción en %
recruiting-figures-sources = Origen de las candidaturas
recruiting-figures-interviewed = Entrevistados
recruiting-figures-no-source = Sin indicar
recruiting-figures-time = Días desde la candidatura hasta la contratación
recruiting-figures-month = Mes de la contratación
recruiting-figures-open = Vacantes abiertas
recruiting-figures-left = Aún se buscan
recruiting-figures-days-open = Días abierta
recruiting-figures-none = No hay nada que mostrar para este periodo
recruiting-scorecard-open = Su ficha está abierta. Verá las de los demás cuando envíe la suya.
recruiting-fill-in = Rellenar
recruiting-scorecard-of = Ficha de evaluación: { $name }
recruiting-scorecard-text = Escriba lo que ha oído y visto. Nadie lo lee antes de enviarlo.
recruiting-scorecard-given = Esta ficha ya se ha enviado.
recruiting-remark = Comentario sobre { $name }
recruiting-keep = Guardar como borrador
recruiting-submit = Enviar
recruiting-scorecard-submitted = Ficha enviada
recruiting-scorecard-kept = Borrador guardado
recruiting-scorecard-reopened = Ficha reabierta
recruiting-reopen = Reabrir la ficha de { $name }
