# What programs brought along are told about applicants and webhooks.
clients-applicant = indholdet skal angive ansøgeren: med id, applicantId eller email.
clients-text = en tekst forventes.
clients-hook-program = kun en applikation med sin egen nøgle kan tilmelde webhooks.
clients-hook-event = der er ingen hændelse »{ $name }«. Der er: { $names }.
clients-hook-key = nøglen, der skal underskrive, kendes ikke: byt den til et token på /api/token, og kald med det.
