# What programs brought along are told about applicants and webhooks.
clients-applicant = le corps doit désigner le candidat : par id, applicantId ou email.
clients-text = un texte est attendu.
clients-hook-program = seule une application dotée de sa propre clé peut inscrire des webhooks.
clients-hook-event = il n’y a pas d’événement « { $name } ». Il y a : { $names }.
clients-hook-key = la clé qui doit signer n’est pas connue : échangez-la contre un jeton à /api/token et appelez avec ce jeton.
