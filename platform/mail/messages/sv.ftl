# Varje mejl
mail-copy = Om knappen inte fungerar kan du kopiera den här adressen till webbläsaren:
mail-foot = Det här meddelandet skickades automatiskt för { $tenant }. Svara inte på det.

# Ett mejl för att se om mejl kommer fram
mail-test-subject = Testmeddelande från { $tenant }
mail-test-body =
    Hej!

    Du bad om det här meddelandet för att se om mejl kommer fram. Det gör de.

# Ett nytt konto
mail-account-activation-subject = Aktivera ditt konto hos { $tenant }
mail-account-activation-body =
    Hej!

    Ett konto har skapats åt dig hos { $tenant }. Ditt användarnamn är { $login }.

    Välj ett eget lösenord för att bekräfta din adress och aktivera kontot. Länken fungerar en gång, till { $until }.

    Om du inte väntar dig något konto behöver du inte göra något.
mail-account-activation-button = Aktivera kontot

# Ett glömt lösenord
mail-account-reactivation-subject = Välj ett nytt lösenord för { $tenant }
mail-account-reactivation-body =
    Hej!

    Ett nytt lösenord har begärts för kontot { $login } hos { $tenant }.

    Välj det med länken nedan. Den fungerar en gång, till { $until }. Fram till dess gäller ditt nuvarande lösenord.

    Om det inte var du behöver du inte göra något: utan det här meddelandet kommer ingen in.
mail-account-reactivation-button = Välj ett nytt lösenord

# Ett låst konto
mail-account-locked-subject = Ditt konto hos { $tenant } är låst en stund
mail-account-locked-body =
    Hej!

    Fel lösenord har angetts flera gånger för kontot { $login }. Därför är det låst i några minuter.

    Om det var du: vänta, eller välj ett nytt lösenord med länken nedan. Den fungerar en gång, till { $until }, och låser upp kontot direkt.

    Om det inte var du: ditt konto är skyddat. Säg till din administratör om det händer igen.
mail-account-locked-button = Välj ett nytt lösenord

# Meddelanden
mail-password-changed-subject = Ditt lösenord hos { $tenant } har ändrats
mail-password-changed-body =
    Hej!

    Lösenordet för kontot { $login } ändrades { $when }. Du har loggats ut på alla andra enheter.

    Om det inte var du: välj genast ett nytt lösenord med ”Glömt lösenordet?” på inloggningssidan och säg till din administratör.

mail-email-changed-old-subject = Adressen för ditt konto hos { $tenant } har ändrats
mail-email-changed-old-body =
    Hej!

    Meddelanden om kontot { $login } går från och med nu till en annan adress. Det här är det sista som kommer hit.

    Om du inte vet varför, säg till din administratör.

mail-email-changed-new-subject = Det här är nu adressen för ditt konto hos { $tenant }
mail-email-changed-new-body =
    Hej!

    Meddelanden om kontot { $login } kommer från och med nu till den här adressen.

    Om du inte vet varför, säg till din administratör.

mail-new-device-subject = Ny inloggning på ditt konto hos { $tenant }
mail-new-device-body =
    Hej!

    Någon har loggat in på kontot { $login } med en enhet som inte har använts förut.

    När: { $when }
    Enhet: { $device }
    Adress: { $address }

    Om det var du behöver du inte göra något. Annars: välj genast ett nytt lösenord och säg till din administratör.

# Detsamma om kandidaters konton
mail-candidate-account-activation-subject = Välj ett lösenord för ditt konto hos { $tenant }
mail-candidate-account-activation-body =
    Hej!

    { $login } är nu adressen för ditt konto för ansökningar hos { $tenant }. Ditt tidigare lösenord fungerar inte längre.

    Välj ett nytt med länken nedan. Den fungerar en gång, till { $until }.
mail-candidate-account-activation-button = Välj ett lösenord
mail-candidate-account-reactivation-subject = Välj ett nytt lösenord för { $tenant }
mail-candidate-account-reactivation-body =
    Hej!

    Ett nytt lösenord har begärts för ditt konto { $login } för ansökningar hos { $tenant }.

    Välj det med länken nedan. Den fungerar en gång, till { $until }. Fram till dess gäller ditt nuvarande lösenord.

    Om det inte var du behöver du inte göra något: utan det här meddelandet kommer ingen in.
mail-candidate-account-reactivation-button = Välj ett nytt lösenord
mail-candidate-account-locked-subject = Ditt konto hos { $tenant } är låst en stund
mail-candidate-account-locked-body =
    Hej!

    Fel lösenord har angetts flera gånger för ditt konto { $login }. Därför är det låst i några minuter.

    Om det var du: vänta, eller välj ett nytt lösenord med länken nedan. Den fungerar en gång, till { $until }, och låser upp kontot direkt.

    Om det inte var du: ditt konto är skyddat, och du behöver inte göra något.
mail-candidate-account-locked-button = Välj ett nytt lösenord
mail-candidate-password-changed-subject = Ditt lösenord hos { $tenant } har ändrats
mail-candidate-password-changed-body =
    Hej!

    Lösenordet för ditt konto { $login } ändrades { $when }. Du har loggats ut på alla andra enheter.

    Om det inte var du: välj genast ett nytt lösenord med ”Glömt lösenordet?” på karriärsidan.
mail-candidate-new-device-subject = Ny inloggning på ditt konto hos { $tenant }
mail-candidate-new-device-body =
    Hej!

    Någon har loggat in på ditt konto { $login } med en enhet som inte har använts förut.

    När: { $when }
    Enhet: { $device }
    Adress: { $address }

    Om det var du behöver du inte göra något. Annars: välj genast ett nytt lösenord.

mail-delegation-received-subject = { $name } delegerar arbete till dig på { $tenant }
mail-delegation-received-body =
    Hej!

    Från { $start } till { $end } får du agera för { $name }. Börja och sluta på sidan Delegeringar; allt antecknas med båda namnen.

mail-delegation-received-button = Delegeringar

mail-delegation-given-subject = Du har delegerat till { $name } på { $tenant }
mail-delegation-given-body =
    Hej!

    Från { $start } till { $end } får { $name } agera för dig. Om det inte var du som ordnade det, avsluta det genast på sidan Delegeringar och kontakta administratören.

mail-delegation-given-button = Delegeringar

# Second factors
mail-factor-added-subject = En andra faktor har lagts till för ditt konto hos { $tenant }
mail-factor-added-body =
    Hej,

    En andra faktor, eller en ny uppsättning återställningskoder, lades till för kontot { $login } den { $when }.

    Om det inte var du, välj genast ett nytt lösenord och säg till din administratör.

mail-factor-removed-subject = En andra faktor för ditt konto hos { $tenant } har tagits bort
mail-factor-removed-body =
    Hej,

    En andra faktor för kontot { $login } togs bort den { $when }.

    Om det inte var du, välj genast ett nytt lösenord och säg till din administratör.

mail-factor-reset-subject = Din andra faktor hos { $tenant } har återställts
mail-factor-reset-body =
    Hej,

    En administratör tog den { $when } bort alla andra faktorer för kontot { $login } och avslutade dess sessioner. Du kan logga in med ditt lösenord och ställa in en ny.

    Om du inte bad om det, säg genast till din administratör.

mail-recovery-used-subject = En återställningskod för ditt konto hos { $tenant } har använts
mail-recovery-used-body =
    Hej,

    En återställningskod användes för att logga in på kontot { $login } den { $when }. Den fungerar inte igen.

    Om det inte var du, välj genast ett nytt lösenord och säg till din administratör.

mail-factor-guessed-subject = Fel koder har angetts för ditt konto hos { $tenant }
mail-factor-guessed-body =
    Hej,

    Någon angav ditt rätta lösenord vid inloggningen på kontot { $login } och sedan flera felaktiga koder, den senaste den { $when } från adressen { $address }. Ingen släpptes in.

    Om det var du: vänta några minuter och försök igen, eller använd en återställningskod. Om det inte var du känner någon till ditt lösenord: välj genast ett nytt och säg till din administratör.
