# Jobbevakningar
careers-alert = Nya lediga jobb via e-post
careers-alert-all = Alla lediga jobb som passar
careers-alert-ask = Skicka nya lediga jobb
careers-alert-ask-help = Först får du ett mejl där du bekräftar din adress.
careers-alert-asked = Du får ett mejl där du bekräftar din adress inom sju dagar. Innan dess skickar vi ingenting.
careers-alert-change = Ändra jobbevakningen
careers-alert-confirm = Bekräfta din jobbevakning
careers-alert-confirm-text = Ska vi skicka nya lediga jobb som passar till din adress?
careers-alert-confirm-yes = Ja, skicka dem
careers-alert-confirmed = Din jobbevakning är igång
careers-alert-confirmed-text = Så snart något nytt passar får du ett mejl. I varje mejl finns en länk för att ändra eller avsluta bevakningen.
careers-alert-criteria = Vad du söker
careers-alert-everything = Alla lediga jobb
careers-alert-like = Skicka nya lediga jobb som de här
careers-alert-often = Hur ofta som mest
careers-alert-over = Länken fungerar inte längre
careers-alert-over-text = Jobbevakningen är avslutad, eller så har tiden gått ut. Du kan skapa en ny på sidan med lediga jobb.
careers-alert-saved = Din jobbevakning har ändrats.
careers-alert-stop = Avsluta jobbevakningen
careers-alert-stop-ask = Avsluta den här jobbevakningen?
careers-alert-stop-text = Du får inga fler mejl om den, och vi raderar den.
careers-alert-stop-yes = Ja, avsluta den
careers-alert-stopped = Din jobbevakning är avslutad
careers-alert-stopped-text = Du får inga fler mejl om den.
careers-alert-text = När ett nytt ledigt jobb passar det du söker får du ett mejl. Du kan när som helst ändra eller avsluta det via en länk i varje mejl.
careers-alert-until = Den gäller till och med { $day }. När du sparar gäller den ett år från i dag.
careers-alert-words = Ord
careers-alerts = Jobbevakningar
careers-me-done-stopped = Jobbevakningen är avslutad.
mail-alert-confirm-subject = Bekräfta din jobbevakning
mail-alert-confirm-body =
    Hej,

    Någon, troligen du, har bett om att nya lediga jobb på ”{ $site }” ska skickas till den här adressen. Bekräfta det inom sju dagar.

    Var det inte du? Då behöver du inte göra någonting: inget mer skickas till dig.
mail-alert-confirm-button = Bekräfta
mail-alert-known-subject = Din jobbevakning är redan igång
mail-alert-known-body =
    Hej,

    Någon, troligen du, har på ”{ $site }” bett om en jobbevakning som den här adressen redan har. Den fortsätter som den är. Här kan du ändra eller avsluta den.
mail-alert-known-button = Ändra eller avsluta
mail-job-alert-subject = Nya lediga jobb: { $site }
mail-job-alert-body =
    Hej,

    Det finns något nytt på ”{ $site }” som passar det du söker: { $criteria }.

    Du får det här mejlet för att du har bett om det; din jobbevakning gäller till och med { $until }. Du kan ändra eller avsluta den när som helst.
mail-job-alert-button = Ändra eller avsluta
