# Kandidaters konton
careers-account = Ditt konto
careers-account-again = Upprepa lösenordet
careers-account-as = Du söker som { $name }, { $email }. Formuläret är ifyllt med dina uppgifter; gå igenom det innan du skickar.
careers-account-asked-text = Om ett mejl hör till det du angav är det på väg. Följ länken i det för att gå vidare.
careers-account-change = Ändra lösenord
careers-account-confirm = Bekräfta kontot
careers-account-confirm-text = Ange lösenordet som du valde för { $email }. Då kan ingen skapa ett konto åt dig med ett eget lösenord.
careers-account-device = Okänd enhet
careers-account-documents = Från dina dokument
careers-account-due = Ditt lösenord måste förnyas innan du går vidare.
careers-account-end-others = Logga ut på alla andra enheter
careers-account-failed = E-postadressen eller lösenordet är fel.
careers-account-forgotten = Glömt lösenordet?
careers-account-forgotten-text = Ange din e-postadress. Om det finns ett konto får du en länk för att välja ett nytt lösenord.
careers-account-have = Har du ett konto? Då fylls formuläret i med dina uppgifter.
careers-account-here = Den här enheten
careers-account-link = Med en länk, utan lösenord
careers-account-new = Välj ett nytt lösenord
careers-account-new-text = Välj ett nytt lösenord för { $email }. Du loggas ut överallt.
careers-account-none = Inget konto ännu?
careers-account-offer = Med ett konto kommer du tillbaka med ett eget lösenord och behöver inte fylla i allt igen i nästa ansökan.
careers-account-over = Länken fungerar inte längre
careers-account-over-text = Den har använts, eller så har tiden gått ut. Logga in om du har ett konto, eller skapa det på nytt.
careers-account-password = Lösenord
careers-account-present = Nuvarande lösenord
careers-account-rules = Lösenordet behöver:
careers-account-sessions = { $count ->
    [one] Du är bara inloggad på den här enheten.
   *[other] Du är inloggad på { $count } enheter.
}
careers-account-set = Ditt lösenord är valt
careers-account-set-text = Du kan logga in med det nu.
careers-account-sign-in = Logga in
careers-account-sign-in-text = Med ditt konto ser du dina ansökningar och vad vi har skrivit till dig.
careers-account-sign-up = Skapa ett konto
careers-account-sign-up-text = Vi skickar ett mejl till din adress. Kontot finns så snart du har bekräftat den.
careers-account-wrong = Det är inte lösenordet som du valde. Om du inte minns det, skapa kontot på nytt.
careers-account-you = Du är inloggad som { $email }.
careers-me-done-account = Ditt konto har skapats.
careers-me-done-password = Ditt lösenord har ändrats.
careers-me-done-ended = Du är utloggad på alla andra enheter.
mail-candidate-account-confirm-subject = Bekräfta ditt konto hos { $tenant }
mail-candidate-account-confirm-body =
    Hej!

    Någon vill skapa ett konto för ansökningar hos { $tenant } med den här adressen. Om det var du: bekräfta det med länken nedan och lösenordet som du valde.

    Om det inte var du behöver du inte göra något: utan det här mejlet finns inget konto.
mail-candidate-account-confirm-button = Bekräfta kontot
mail-candidate-account-known-subject = Du har redan ett konto hos { $tenant }
mail-candidate-account-known-body =
    Hej!

    Någon ville skapa ett konto för ansökningar hos { $tenant } med den här adressen. Det finns redan ett: logga in med ditt lösenord, eller välj ett nytt där om du inte minns det.

    Om det inte var du behöver du inte göra något.
mail-candidate-account-known-button = Logga in
mail-candidate-account-staff-subject = Adressen hör till ett konto hos { $tenant }
mail-candidate-account-staff-body =
    Hej!

    Någon ville skapa ett konto för ansökningar hos { $tenant } med den här adressen. Med den loggar redan någon in som arbetar där, så den kan inte höra till en kandidats konto.

    Om du har sökt leder en länk i ett mejl när som helst till dina ansökningar: be om den på sidan nedan.
mail-candidate-account-staff-button = Öppna sidan
