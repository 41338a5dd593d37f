recruiting-duplicates = Posibles duplicados
recruiting-duplicates-text = Expedientes que quizá son de la misma persona: el mismo correo o teléfono, o el mismo nombre con la misma fecha de nacimiento o ciudad. Usted decide.
recruiting-no-duplicates = No hay posibles duplicados
recruiting-no-duplicates-text = En cuanto dos expedientes tengan el mismo correo, teléfono o nombre con la misma fecha de nacimiento o ciudad, aparecerán aquí.
recruiting-same-email = Mismo correo
recruiting-same-phone = Mismo teléfono
recruiting-same-birth = Mismo nombre y fecha de nacimiento
recruiting-same-town = Mismo nombre y ciudad
recruiting-merge = Fusionar
recruiting-merge-title = Fusionar otro expediente con el de { $name }
recruiting-merge-text = Elija qué dirá el expediente después. Todo lo demás se reúne, y lo que ambos tienen queda una sola vez.
recruiting-merge-stays = Se queda
recruiting-merge-goes = Se integra en él
recruiting-merge-swap = Conservar el otro expediente
recruiting-merge-same = Ambos expedientes dicen lo mismo.
recruiting-merge-choose = Qué dirá el expediente después
recruiting-merge-nothing = nada
recruiting-merge-joined = Qué se reúne
recruiting-merge-joined-text = Las candidaturas a la misma vacante pasan a ser una: queda la más avanzada, con los documentos, notas y eventos de ambas.
recruiting-merge-undo-text = Puede deshacerlo durante 30 días.
recruiting-merged = Expedientes fusionados
recruiting-merge-undone = Los expedientes vuelven a ser dos
recruiting-merge-was-undone = Deshecha
recruiting-merges = Expedientes fusionados
recruiting-merge-until = Se puede deshacer hasta el { $day }
recruiting-mind = Etiqueta o bolsa
recruiting-mind-some = Seleccione primero candidatos: hasta { $count } a la vez.
recruiting-mind-many = { $count ->
    [one] Tener en cuenta a { $count } candidato
   *[other] Tener en cuenta a { $count } candidatos
}
recruiting-mind-tag-help = Una o dos palabras para encontrarlos de nuevo. Nada sobre salud, creencias, origen o familia.
recruiting-mind-into = Añadir a la bolsa
recruiting-mind-out = Sacar de la bolsa
recruiting-mind-no-pools = Todavía no hay ninguna bolsa. Cree una en Todas las listas, Bolsas de candidatos.
recruiting-mind-nothing = Escriba una etiqueta o elija una bolsa.
recruiting-kept = { $count ->
    [one] Candidato actualizado
   *[other] { $count } candidatos actualizados
}
recruiting-kept-none = Ya era así para todos
recruiting-mind-undone = Todo está como estaba
recruiting-wait-mention = Leer la nota que le menciona
recruiting-mention-help = Escriba @ y un nombre para avisar a alguien del equipo de selección.
recruiting-mention-list = Personas del equipo de selección
recruiting-mentions-you = Le menciona
recruiting-mention-read = Marcar como leída
recruiting-mention-done = Marcada como leída
