# Times for interviews that candidates choose
booking-tab = Horarios de entrevista
booking-text = Ofrezca aquí horarios y pida a los candidatos que elijan uno. Quien elige primero obtiene el horario; todos reciben la cita por correo, y también sus cambios.
booking-times = Horarios ofrecidos
booking-none = No se ofrece ningún horario. Ofrezca algunos para que los candidatos elijan.
booking-taken = Ocupado
booking-free = Libre
booking-not-offered = No se ofrece a los candidatos.
booking-remove = Dejar de ofrecer
booking-offer-title = Ofrecer horarios
booking-until = El último termina como tarde a las
booking-until-help = Se ofrecen tantos como quepan entre el comienzo y el fin.
booking-pause = Pausa entre dos
booking-offer = Ofrecer
booking-ask-title = Pedir a los candidatos que elijan
booking-nobody = No hay candidaturas en curso para esta vacante.
booking-whom = Quién puede elegir
booking-words = Lo que desea añadir
booking-words-help = Figura en el correo, encima del enlace.
booking-ask = Pedir
booking-asked = Puede elegir hasta el { $day }
booking-chose = Eligió { $when }
booking-offered = Horarios ofrecidos
booking-removed = Este horario ya no se ofrece
booking-told = Se ha pedido; el correo está en camino
booking-let-choose = Dejar elegir

mail-interview-choose-subject = Elija el horario de su entrevista: { $title }
mail-interview-choose-body =
    Hola, { $name }:

    Nos gustaría conocerle por su candidatura «{ $title }». Elija el horario que más le convenga hasta el { $until }.
mail-interview-choose-button = Elegir horario
