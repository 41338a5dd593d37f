# What programs brought along are told about applicants and webhooks.
clients-applicant = de inhoud moet de sollicitant noemen: met id, applicantId of email.
clients-text = een tekst wordt verwacht.
clients-hook-program = alleen een toepassing met een eigen sleutel kan webhooks aanmelden.
clients-hook-event = er is geen gebeurtenis “{ $name }”. Er zijn: { $names }.
clients-hook-key = de sleutel die moet ondertekenen is niet bekend: wissel hem bij /api/token in voor een token en roep met dat token aan.
