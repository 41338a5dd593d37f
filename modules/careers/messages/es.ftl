# Career sites
careers-about-you = Sobre usted
careers-all = Ver todas
careers-answer = Responda a esta pregunta.
careers-apply = Presentar candidatura
careers-apply-for = Candidatura: { $title }
careers-at-a-glance = De un vistazo
careers-back = Todas las vacantes
careers-benefits = Qué ofrecemos
careers-category = Categoría
careers-choose = Revise esta respuesta.
careers-company = Quiénes somos
careers-contract = Contrato
careers-cookies = Qué guarda este sitio en su navegador
careers-cookies-text =
    {"- "}El idioma que elige, durante un año, en una cookie.
    {"- "}Una candidatura empezada, durante una semana, solo en su dispositivo. Se borra al enviarla o cuando usted lo pida.
    {"- "}Que ha llegado por un enlace a sus candidaturas o a las páginas de su agencia, hasta veinte minutos después de la última página, en una cookie.
    {"- "}Que ha accedido con una cuenta, hasta que salga, en una cookie; y que su navegador ya estuvo aquí, durante un año, en otra.

    Nada le sigue y nada se comparte con terceros.
careers-copied = Copiado
careers-copy = Copiar enlace
careers-country = País
careers-cv-read = Hemos rellenado lo que encontramos en su currículum. Revíselo, por favor.
careers-cv-missing = Adjunte su currículum.
careers-date-wrong = Introduzca una fecha.
careers-documents = Documentos que enviar
careers-documents-title = Sus documentos
careers-draft = Hemos recuperado lo que escribió antes. Solo se guarda en este dispositivo.
careers-draft-forget = Borrarlo
careers-education = Formación
careers-email-wrong = No es una dirección de correo, como nombre@ejemplo.com.
careers-experience = Experiencia
careers-family = Área de trabajo
careers-feed = Nuevas vacantes por RSS
careers-field-available-from = Disponible desde
careers-field-city = Ciudad
careers-field-country = País
careers-field-cover-text = Mensaje
careers-field-cv = Currículum
careers-field-document = Otros documentos
careers-field-email = Correo electrónico
careers-field-first-name = Nombre
careers-field-last-name = Apellidos
careers-field-letter = Carta de presentación
careers-field-phone = Teléfono
careers-field-privacy = Aviso de privacidad
careers-file-help = PDF, Word, OpenDocument, RTF o imagen, hasta 10 MB.
careers-files-again = Vuelva a elegir sus archivos: los navegadores no los conservan.
careers-fill-in = Rellene este campo.
careers-find = Buscar
careers-jobs = Vacantes
careers-kind = No podemos abrir este archivo. Envíe un PDF, Word, OpenDocument o RTF, o una imagen.
careers-language = Idioma
careers-languages = Idiomas
careers-large = Este archivo supera los 10 MB.
careers-letter-missing = Adjunte una carta o escriba un mensaje.
careers-mail = Por correo
careers-me = Mis candidaturas
careers-keep = ¿Podemos conservar sus datos?
careers-keep-text = Ha terminado el plazo durante el que conservamos su candidatura. Sin respuesta la borramos después del { $day }.
careers-keep-yes = Sí, consérvenla
careers-keep-no = No, bórrenla
careers-keep-over = Aquí no hay nada que responder
careers-keep-over-text = Esta pregunta ya tiene respuesta, o su plazo ha terminado.
careers-keep-thanks = Gracias
careers-keep-until = Conservamos sus datos hasta el { $day }. Puede cambiar de opinión cuando quiera.
careers-keep-gone = Gracias por su respuesta. Puede volver a presentarse cuando quiera.
careers-me-offer = Su oferta
careers-me-offer-until = Válida hasta el { $day }
careers-me-offer-accept = Aceptar
careers-me-offer-decline = Rechazar
careers-me-done-answered = Gracias, hemos anotado su respuesta.
careers-me-about = Sobre
careers-me-add = Añadir un documento
careers-me-applications = Candidaturas
careers-me-applied = Enviada el { $day }
careers-me-ask-send = Enviarme un enlace
careers-me-ask-text = Introduzca la dirección de correo con la que se presentó. Si la conocemos, recibirá un enlace que abre sus candidaturas.
careers-me-asked = Mire su buzón
careers-me-asked-text = Si esta dirección corresponde a una candidatura, un correo con un enlace está en camino. Funciona durante un día.
careers-me-back = Volver
careers-me-data = Sus datos
careers-me-documents-none = Aquí no hay documentos.
careers-me-done-added = Su documento se ha añadido.
careers-me-done-exported = Un correo con un enlace a sus datos está en camino.
careers-me-done-removed = El documento se ha quitado.
careers-me-done-saved = Sus datos se han guardado.
careers-me-done-withdrawn = Su candidatura se ha retirado.
careers-me-done-written = Su mensaje se ha enviado.
careers-me-email = para cambiar esta dirección, escríbanos.
careers-me-erase = Borrar todos mis datos
careers-me-erase-about = Puede hacer que se borre todo en cualquier momento.
careers-me-erase-ask = ¿Borrar todos sus datos?
careers-me-erase-sure = Quiero que se borre todo.
careers-me-erase-text =
    Sus candidaturas terminan, y sus datos, documentos y mensajes se borran definitivamente. Nadie puede recuperarlos.

    Queda una cifra sin su nombre: que alguien se presentó, y cuándo.
careers-me-erase-tick = Marque la casilla si está seguro.
careers-me-erase-yes = Borrar definitivamente
careers-me-erased = Sus datos se han borrado
careers-me-erased-text = Un último correo lo confirma. Puede volver a presentarse cuando quiera.
careers-me-export = Obtener todos mis datos
careers-me-export-text = Recibirá un correo con un enlace a un archivo que contiene todo lo que tenemos sobre usted.
careers-me-full = Hay demasiados documentos aquí. Quite uno primero.
careers-me-hello = Hola, { $name }
careers-me-language = Idioma de nuestros mensajes
careers-me-leave = Salir
careers-me-message = Su mensaje
careers-me-messages = Mensajes
careers-me-messages-none = Todavía no le ha escrito nadie.
careers-me-none = No hay ninguna candidatura con su dirección.
careers-me-over = Este enlace ya no funciona. Pida uno nuevo aquí.
careers-me-remove = Quitar
careers-me-remove-name = Quitar { $name }
careers-me-save = Guardar
careers-me-send = Enviar mensaje
careers-me-upload = Subir
careers-me-withdraw = Retirar
careers-me-withdraw-ask = ¿Retirar esta candidatura?
careers-me-withdraw-text = El equipo ve que se ha retirado y deja de trabajar en ella.
careers-me-withdraw-yes = Retirar la candidatura
careers-me-write = Escríbanos
careers-me-you = Usted
careers-me-yours = Lo que es suyo
careers-mend = Revise lo siguiente
careers-mission = Su trabajo
careers-more = Más
careers-missing-text = Puede que haya cambiado de dirección o que la vacante se haya cubierto o retirado.
careers-more-jobs = Más vacantes
careers-narrow = Filtrar
careers-none = No hay vacantes en este momento
careers-none-text = Las nuevas aparecen en esta página en cuanto se abren.
careers-nothing = Nada cumple todo eso
careers-nothing-text = Quite un filtro o busque otras palabras.
careers-openings = Puestos
careers-optional = (opcional)
careers-page = Página { $number }
careers-pages = Páginas
careers-part-time = { $share } de jornada completa
careers-place = Lugar
careers-privacy = Privacidad
careers-privacy-missing = Lea el aviso de privacidad y marque la casilla.
careers-privacy-read = He leído cómo { $name } usa mis datos.
careers-profile = Su perfil
careers-questions = Algunas preguntas
careers-received = Hemos recibido su candidatura
careers-received-text = Gracias. Hemos enviado una confirmación a su correo. Una persona lee cada candidatura; tendrá noticias nuestras.
careers-reference = Referencia
careers-remote = Teletrabajo
careers-salary = Salario
careers-search = Buscar vacantes
careers-search-hint = Puesto, competencia, lugar
careers-send = Enviar candidatura
careers-send-help = Recibirá una confirmación por correo.
careers-sending = Enviando …
careers-share = Compartir
careers-skills = Competencias
careers-start = Inicio
careers-take-back = quitar
careers-today = Hoy
careers-too-long = Es demasiado largo.
careers-too-many = Cinco documentos como máximo.
careers-top = Destacada
careers-unit = Equipo
careers-until = Candidaturas hasta
careers-welcome = Encuentre un trabajo a su medida
careers-count = { $count ->
    [one] { $count } vacante
   *[other] { $count } vacantes
}
careers-days-ago = { $count ->
    [1] Ayer
   *[other] Hace { $count } días
}
careers-months = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
careers-others = { $count ->
    [one] { $count } más
   *[other] { $count } más
}
mail-application-received-subject = Hemos recibido su candidatura: { $vacancy }
mail-application-received-body =
    Hola, { $name }:

    Gracias por su candidatura para «{ $vacancy }» (referencia { $reference }). Nos ha llegado y la leerá una persona. Tendrá noticias nuestras.

    ¿No se ha presentado usted? Alguien habrá escrito su dirección por error; avise a la empresa, por favor.
careers-remote-fact = Teletrabajo: { $text }
careers-per = { $period ->
    [hour] { $amount } por hora
    [day] { $amount } por día
    [week] { $amount } por semana
    [month] { $amount } por mes
   *[year] { $amount } por año
}
mail-application-received-button = Abrir mis candidaturas
mail-candidate-link-subject = Su enlace a sus candidaturas
mail-candidate-link-body =
    Hola, { $name }:

    Aquí tiene el enlace que ha pedido. Abre sus candidaturas en { $tenant } y funciona durante un día. No se lo dé a nadie.

    ¿No lo ha pedido? Entonces no tiene que hacer nada.
mail-candidate-link-button = Abrir mis candidaturas
mail-candidate-export-subject = Sus datos en { $tenant }
mail-candidate-export-body =
    Hola, { $name }:

    Aquí tiene el enlace a un archivo con todo lo que tenemos sobre usted. Funciona durante una semana. No se lo dé a nadie.
mail-candidate-export-button = Descargar mis datos
mail-candidate-erased-subject = Sus datos se han borrado
mail-candidate-erased-body =
    Hola, { $name }:

    Como ha pedido, { $tenant } ha borrado definitivamente sus datos, documentos y mensajes. Este correo es el último.

# Interviews in the candidate’s area
careers-me-interviews = Entrevistas
careers-me-video = Videollamada
careers-me-give-back = Devolver este horario
careers-me-choose-until = Puede elegir hasta el { $day }. Quien elige primero obtiene el horario.
careers-me-no-times = No hay ningún horario libre por ahora. Vuelva más tarde o escríbanos abajo.
careers-me-choose = Tomar este horario
careers-me-choose-other = Elegir otro horario
careers-me-choose-time = Elija un horario
careers-me-done-chosen = El horario es suyo. La cita llega por correo.
careers-me-done-given-back = El horario queda devuelto y se ha avisado a quien iba a recibirle.
