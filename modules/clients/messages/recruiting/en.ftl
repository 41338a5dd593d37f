# What programs brought along are told about applicants and webhooks.
clients-applicant = the body must name the applicant: by id, applicantId or email.
clients-text = a text is expected.
clients-hook-program = only an application with a key of its own can register webhooks.
clients-hook-event = there is no event “{ $name }”. There are: { $names }.
clients-hook-key = the key that is to sign is not known: exchange it for a token at /api/token and call with that token.
