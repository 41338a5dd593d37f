# Recomendaciones de empleados
careers-recommend = Recomendar a alguien
careers-recommended = Le han recomendado
careers-recommended-by = { $name } trabaja aquí y piensa que esto le conviene:
careers-recommended-gone = Ya no se admiten candidaturas para esta vacante. Quizá otra le convenga.
careers-recommended-no = No, gracias
careers-recommended-no-text = Si no lo desea, eliminamos enseguida su nombre y su dirección. Sin respuesta, lo hacemos a los 60 días.
careers-recommended-over = Este enlace ya no funciona
careers-recommended-over-text = La recomendación ya tiene respuesta o su plazo ha terminado. Puede presentarse en todo momento sin ella.
careers-recommended-thanks = Gracias por su respuesta
careers-recommended-thanks-text = Se han eliminado su nombre y su dirección.
referrals-mine = Mis recomendaciones
referrals-text = A quién ha recomendado y cómo va.
referrals-new = Recomendar a alguien
referrals-none = Aún no ha recomendado a nadie
referrals-none-text = ¿Conoce a alguien que convenga para una de nuestras vacantes? Esa persona recibe un correo nuestro y decide por sí misma.
referrals-no-vacancy = No hay vacantes en este momento
referrals-no-vacancy-text = En cuanto se publique una, podrá recomendar a alguien.
referrals-what-happens = La persona recibe un correo con su nombre de usted, la vacante y un enlace para presentarse. Lo que escriba aquí lo leen quienes se ocupan de la vacante. Sin respuesta, eliminamos los datos de la persona a los 60 días.
referrals-send = Enviar la recomendación
referrals-sent = Gracias. La persona que recomienda recibe un correo nuestro.
referrals-who = Persona
referrals-vacancy = Vacante
referrals-on = Recomendada el
referrals-state = Cómo va
referrals-state-submitted = Invitada
referrals-state-considered = Se ha presentado
referrals-state-hired = Contratada
referrals-state-closed = Cerrada
referrals-by = Recomendado por
mail-referral-invitation-subject = { $referrer } le recomienda: { $vacancy }
mail-referral-invitation-body =
    Hola, { $name }:

    { $referrer } trabaja en { $tenant } y le ha recomendado para «{ $vacancy }». Con el enlace siguiente lee la vacante y puede presentarse.

    ¿No lo desea? En la misma página está «No, gracias»: entonces eliminamos enseguida su nombre y su dirección. Sin respuesta, lo hacemos a los 60 días.
mail-referral-invitation-button = Ver la vacante
