careers-agency = Para agencias
careers-agency-ask-text = ¿Trabaja para una agencia de selección con la que colaboramos? Introduzca su dirección de correo. Si la conocemos, recibirá un enlace que abre las páginas de su agencia.
careers-agency-asked-text = Si esta dirección es de alguien de una agencia, un correo con un enlace está en camino. Funciona durante un día.
careers-agency-vacancies = Vacantes para usted
careers-agency-no-vacancies = En este momento no hay ninguna vacante para su agencia. Recibirá un correo en cuanto la haya.
careers-agency-vacancy = Vacante
careers-agency-until = Propuestas hasta el { $day }
careers-agency-note = Para su agencia
careers-agency-back = Volver al resumen
careers-agency-proposals = Sus propuestas
careers-agency-none = Su agencia aún no ha propuesto a nadie. Elija una vacante y proponga a alguien.
careers-agency-nothing = Ninguna propuesta coincide.
careers-agency-more = Solo se muestran las más recientes. Busque un nombre o un número para encontrar otras.
careers-agency-proposed-on = Propuesto el { $day } · { $number }
careers-agency-search = Nombre o número
careers-agency-state = Estado
careers-agency-all = Todos
careers-agency-number = Número
careers-agency-protected = Cuenta como propuesta suya hasta
careers-agency-propose = Proponer un candidato
careers-agency-propose-for = Proponer un candidato: { $title }
careers-agency-person = La persona
careers-agency-papers = Documentos
careers-agency-agreed = La persona está de acuerdo en que la propongamos para esta vacante y enviemos estos datos.
careers-agency-agreed-missing = Proponga solo a personas que estén de acuerdo. Marque la casilla si es así.
careers-agency-told = La persona recibe de nosotros un correo que dice quién la ha propuesto, con un enlace a sus datos.
careers-agency-send = Enviar la propuesta
careers-agency-done-proposed = Hemos recibido su propuesta. Recibirá un correo en cuanto haya novedades.
careers-agency-done-withdrawn = Su propuesta se ha retirado.
careers-agency-withdraw = Retirar la propuesta
careers-agency-withdraw-ask = ¿Retirar esta propuesta?
careers-agency-withdraw-text = Dejamos de trabajar en ella y la persona deja de contar como propuesta por su agencia.
careers-field-comment = Por qué encaja esta persona
careers-field-language = Idioma de nuestros correos a la persona
careers-me-proposed = Propuesto por agencias
careers-me-proposed-on = { $agency }, el { $day }
mail-agency-link-subject = Su enlace a las páginas de { $agency } en { $tenant }
mail-agency-link-body =
    Hola, { $name }:

    Este es el enlace que ha pedido. Abre las vacantes y las propuestas de { $agency } en { $tenant } y funciona durante un día. No se lo dé a nadie.

    ¿No lo ha pedido? Entonces no tiene que hacer nada.
mail-agency-link-button = Abrir las páginas
