mail-note-mention-subject = { $name } le menciona en una nota: { $title }
mail-note-mention-body =
    Hola:

    { $name } le menciona en una nota sobre una candidatura a «{ $title }» en { $tenant }.
mail-note-mention-button = Abrir la candidatura

mail-requisition-asked-subject = { $name } le pide que apruebe «{ $title }»
mail-requisition-asked-body =
    Hola:

    Una solicitud de contratación espera su decisión en { $tenant }: «{ $title }», solicitada por { $name }.
mail-requisition-asked-button = Abrir la solicitud

mail-requisition-reminded-subject = Recordatorio: «{ $title }» espera su decisión
mail-requisition-reminded-body =
    Hola:

    La solicitud de contratación «{ $title }» de { $name } espera su decisión desde hace unos días.
mail-requisition-reminded-button = Abrir la solicitud

mail-requisition-approved-subject = «{ $title }» ha sido aprobada
mail-requisition-approved-body =
    Hola:

    Su solicitud de contratación «{ $title }» ha sido aprobada por todas las personas consultadas. Ya puede crearse la vacante.
mail-requisition-approved-button = Abrir la solicitud

mail-requisition-refused-subject = «{ $title }» ha sido denegada
mail-requisition-refused-body =
    Hola:

    { $name } ha denegado su solicitud de contratación «{ $title }»:

    { $comment }
mail-requisition-refused-button = Abrir la solicitud

mail-requisition-returned-subject = «{ $title }» le ha sido devuelta
mail-requisition-returned-body =
    Hola:

    { $name } ha devuelto su solicitud de contratación «{ $title }». Vuelve a ser un borrador; modifíquelo y envíelo de nuevo.

    { $comment }
mail-requisition-returned-button = Abrir la solicitud

mail-candidate-letter-subject = { $heading }
mail-candidate-letter-body = {""}
mail-candidate-letter-button = Abrir mis candidaturas

mail-candidate-keep-subject = { $heading }
mail-candidate-keep-body = {""}
mail-candidate-keep-button = Responder

mail-candidate-wrote-subject = Una persona candidata le ha escrito: «{ $title }»
mail-candidate-wrote-body =
    Hola:

    Alguien que se presentó a «{ $title }» ha escrito un mensaje. Léalo en la página de la candidatura.
mail-candidate-wrote-button = Abrir la candidatura

mail-offer-asked-subject = { $name } le pide que apruebe una oferta: { $title }
mail-offer-asked-body =
    Hola:

    Una oferta espera su decisión en { $tenant }: { $title }, elaborada por { $name }.
mail-offer-asked-button = Abrir la oferta

mail-offer-reminded-subject = Recordatorio: una oferta espera su decisión: { $title }
mail-offer-reminded-body =
    Hola:

    La oferta { $title } de { $name } espera su decisión desde hace unos días. El candidato también espera.
mail-offer-reminded-button = Abrir la oferta

mail-offer-approved-subject = La oferta está aprobada: { $title }
mail-offer-approved-body =
    Hola:

    Todas las personas consultadas han aprobado su oferta { $title }. La carta se puede enviar.
mail-offer-approved-button = Abrir la oferta

mail-offer-refused-subject = La oferta está denegada: { $title }
mail-offer-refused-body =
    Hola:

    { $name } ha denegado su oferta { $title }:

    { $comment }
mail-offer-refused-button = Abrir la oferta

mail-offer-returned-subject = La oferta vuelve a usted: { $title }
mail-offer-returned-body =
    Hola:

    { $name } le ha devuelto la oferta { $title }. Vuelve a ser un borrador; cámbiela y envíela de nuevo.

    { $comment }
mail-offer-returned-button = Abrir la oferta

mail-offer-accepted-subject = { $name } acepta su oferta
mail-offer-accepted-body =
    Hola:

    { $name } ha aceptado la oferta «{ $title }».
mail-offer-accepted-button = Abrir la oferta

mail-offer-declined-subject = { $name } rechaza su oferta
mail-offer-declined-body =
    Hola:

    { $name } ha rechazado la oferta «{ $title }».
mail-offer-declined-button = Abrir la oferta

mail-interview-planned-subject = Entrevista para «{ $title }»: { $when }
mail-interview-planned-body =
    Hola:

    Realizará una entrevista con { $name }. La cita va adjunta.

    Cuándo: { $when }
    Dónde: { $place }
mail-interview-planned-button = Abrir la candidatura

mail-interview-changed-subject = Cambio: entrevista para «{ $title }», { $when }
mail-interview-changed-body =
    Hola:

    La entrevista con { $name } ha cambiado. La nueva cita va adjunta.

    Cuándo: { $when }
    Dónde: { $place }
mail-interview-changed-button = Abrir la candidatura

mail-interview-cancelled-subject = Anulada: entrevista para «{ $title }», { $when }
mail-interview-cancelled-body =
    Hola:

    La entrevista con { $name } ya no se realizará con usted.

    Cuándo: { $when }
    Dónde: { $place }
mail-interview-cancelled-button = Abrir la candidatura

mail-interview-invitation-subject = Invitación a una entrevista: { $title }
mail-interview-invitation-body =
    Hola, { $name }:

    Nos gustaría conocerle en relación con su candidatura para «{ $title }». La cita va adjunta.

    Cuándo: { $when }
    Dónde: { $place }

mail-interview-moved-subject = Su entrevista ha cambiado: { $title }
mail-interview-moved-body =
    Hola, { $name }:

    La entrevista sobre su candidatura para «{ $title }» ha cambiado. La nueva cita va adjunta.

    Cuándo: { $when }
    Dónde: { $place }

mail-interview-off-subject = Su entrevista se ha anulado: { $title }
mail-interview-off-body =
    Hola, { $name }:

    La entrevista sobre su candidatura para «{ $title }» no se celebrará. Nos pondremos en contacto con usted.

    Cuándo: { $when }
    Dónde: { $place }
