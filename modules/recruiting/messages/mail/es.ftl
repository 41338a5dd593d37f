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
