# What programs brought along are told about applicants and webhooks.
clients-applicant = Der Inhalt muss die sich bewerbende Person nennen: mit id, applicantId oder email.
clients-text = Erwartet wird ein Text.
clients-hook-program = Nur eine Anwendung mit eigenem Schlüssel kann Webhooks anmelden.
clients-hook-event = Es gibt kein Ereignis „{ $name }“. Es gibt: { $names }.
clients-hook-key = Der Schlüssel, der unterschreiben soll, ist nicht bekannt: Tauschen Sie ihn bei /api/token gegen ein Token und rufen Sie mit diesem auf.
