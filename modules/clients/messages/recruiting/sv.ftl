# What programs brought along are told about applicants and webhooks.
clients-applicant = innehållet måste ange den sökande: med id, applicantId eller email.
clients-text = en text förväntas.
clients-hook-program = bara en applikation med egen nyckel kan registrera webhookar.
clients-hook-event = det finns ingen händelse ”{ $name }”. Det finns: { $names }.
clients-hook-key = nyckeln som ska signera är inte känd: byt den mot en token på /api/token och anropa med den.
