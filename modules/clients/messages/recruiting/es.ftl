# What programs brought along are told about applicants and webhooks.
clients-applicant = el cuerpo debe indicar el candidato: con id, applicantId o email.
clients-text = se espera un texto.
clients-hook-program = solo una aplicación con clave propia puede registrar webhooks.
clients-hook-event = no hay ningún evento «{ $name }». Hay: { $names }.
clients-hook-key = no se conoce la clave que debe firmar: cámbiela por un token en /api/token y llame con ese token.
