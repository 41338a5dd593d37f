feature-recruiting = Selección
feature-recruiting-text = Solicitudes de contratación, vacantes con sus equipos, candidatos y candidaturas. Mientras no se active, nadie ve nada de ello.
