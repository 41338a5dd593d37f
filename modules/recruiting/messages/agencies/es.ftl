agencies-tab = Agencias
agencies-text = Las agencias leen esta vacante como los candidatos, con su nota, y proponen a personas en el portal de empleo. Nunca ven a quién más se ha propuesto ni el expediente de un candidato.
agencies-given = Confiada a
agencies-nobody = Ninguna agencia tiene aún esta vacante.
agencies-no-agency = No hay ninguna otra agencia con contrato. Cree una en «Agencias de selección», con las personas que trabajan en ella.
agencies-give = Confiar a una agencia
agencies-gave = Las personas de la agencia reciben un correo.
agencies-take-back = Retirar
agencies-taken-back = La agencia ya no ve la vacante.
agencies-holds = La ve
agencies-holds-not = No la ve
agencies-counts = { $proposed } propuestos, { $accepted } aceptados, { $hired } contratados
agencies-none = Aún no se ha propuesto a nadie.
agencies-by = Propuesto por { $agency } el { $day }
agencies-for = para { $vacancy }
agencies-protected = Protegido hasta el { $day }.
agencies-protection-over = La protección terminó el { $day }.
agencies-fee = Honorarios: { $fee }
agencies-fee-share = Honorarios si se contrata: { $fee } del salario del primer año
agencies-applied = Ya tiene una candidatura para esta vacante.
agencies-first = { $agency } fue la primera: protegido hasta el { $day }.
agencies-known = Ya existía un expediente; no se ha cambiado nada en él. Acepte la propuesta para crear una candidatura.
agencies-same = Puede ser la misma persona que:
agencies-wrote = La agencia escribió
agencies-accept = Aceptar
agencies-duplicate = Ya conocido
agencies-refuse = Rechazar
agencies-decided = Decidido; la agencia puede leerlo.
agencies-undecided = La agencia lee «recibida» hasta que usted decida.
agencies-details = Detalles
agencies-wait = Decidir sobre la propuesta de una agencia
mail-agency-given-subject = Una vacante para usted: { $vacancy }
mail-agency-given-body =
    Hola, { $name }:

    { $tenant } desea que su agencia proponga candidatos para «{ $vacancy }» (referencia { $reference }), a partir del { $start }.
mail-agency-given-button = Abrir la vacante
mail-agency-answer-subject = Su propuesta { $number }: { $state }
mail-agency-answer-body =
    Hola, { $name }:

    Su propuesta { $number } para «{ $vacancy }» en { $tenant } está ahora así: { $state }.
mail-agency-answer-button = Abrir la propuesta
mail-agency-proposed-subject = { $agency } propone a alguien para «{ $title }»
mail-agency-proposed-body =
    Hola:

    { $agency } ha propuesto a alguien para «{ $title }». Usted decide si acepta la propuesta; hasta entonces, la agencia lee que se ha recibido.
mail-agency-proposed-button = Abrir las propuestas
mail-candidate-proposed-subject = { $agency } le ha propuesto a { $tenant }
mail-candidate-proposed-body =
    Hola, { $name }:

    La agencia de selección { $agency } le ha propuesto a { $tenant } para «{ $vacancy }» (referencia { $reference }) y nos ha dicho que usted está de acuerdo. De ella tenemos su nombre, su dirección y lo que envió sobre usted: quizá su teléfono, su localidad, su currículum y otros documentos.

    { $tenant } tiene ahora estos datos para decidir con usted si trabajaremos juntos. Su área los muestra, con el aviso de privacidad. Allí puede corregirlos, pedir que se los enviemos todos, retirarse o hacer que se borre todo.

    ¿No estaba de acuerdo? Entonces borre todo allí y díganoslo, por favor.
mail-candidate-proposed-button = Abrir mi área
