# Enhver mail
mail-copy = Virker knappen ikke, så kopiér denne adresse ind i browseren:
mail-foot = Denne besked er sendt automatisk på vegne af { $tenant }. Svar venligst ikke på den.

# En mail for at se, om mails kommer frem
mail-test-subject = Testbesked fra { $tenant }
mail-test-body =
    Hej

    Du bad om denne besked for at se, om mails kommer frem. Det gør de.

# En ny konto
mail-account-activation-subject = Aktivér din konto hos { $tenant }
mail-account-activation-body =
    Hej

    Der er oprettet en konto til dig hos { $tenant }. Dit brugernavn er { $login }.

    Vælg din egen adgangskode for at bekræfte din adresse og aktivere kontoen. Linket virker én gang, indtil { $until }.

    Venter du ikke en konto, behøver du ikke at gøre noget.
mail-account-activation-button = Aktivér kontoen

# En glemt adgangskode
mail-account-reactivation-subject = Vælg en ny adgangskode til { $tenant }
mail-account-reactivation-body =
    Hej

    Der er bedt om en ny adgangskode til kontoen { $login } hos { $tenant }.

    Vælg den med linket herunder. Det virker én gang, indtil { $until }. Din nuværende adgangskode gælder indtil da.

    Var det ikke dig, behøver du ikke at gøre noget: Uden denne besked kommer ingen ind.
mail-account-reactivation-button = Vælg en ny adgangskode

# En låst konto
mail-account-locked-subject = Din konto hos { $tenant } er låst et stykke tid
mail-account-locked-body =
    Hej

    Der er flere gange indtastet en forkert adgangskode til kontoen { $login }. Derfor er den låst i nogle minutter.

    Hvis det var dig: Vent, eller vælg en ny adgangskode med linket herunder. Det virker én gang, indtil { $until }, og låser kontoen op med det samme.

    Hvis det ikke var dig: Din konto er beskyttet. Sig det til din administrator, hvis det sker igen.
mail-account-locked-button = Vælg en ny adgangskode

# Meddelelser
mail-password-changed-subject = Din adgangskode hos { $tenant } er ændret
mail-password-changed-body =
    Hej

    Adgangskoden til kontoen { $login } blev ændret { $when }. Du er logget ud på alle andre enheder.

    Var det ikke dig, så vælg straks en ny med “Glemt adgangskode?” på loginsiden, og sig det til din administrator.

mail-email-changed-old-subject = Adressen på din konto hos { $tenant } er ændret
mail-email-changed-old-body =
    Hej

    Beskeder om kontoen { $login } sendes fra nu af til en anden adresse. Dette er den sidste, der kommer hertil.

    Ved du ikke hvorfor, så sig det til din administrator.

mail-email-changed-new-subject = Dette er nu adressen på din konto hos { $tenant }
mail-email-changed-new-body =
    Hej

    Beskeder om kontoen { $login } kommer fra nu af til denne adresse.

    Ved du ikke hvorfor, så sig det til din administrator.

mail-new-device-subject = Nyt login på din konto hos { $tenant }
mail-new-device-body =
    Hej

    Nogen er logget ind på kontoen { $login } med en enhed, der ikke har været brugt før.

    Hvornår: { $when }
    Enhed: { $device }
    Adresse: { $address }

    Var det dig, behøver du ikke at gøre noget. Hvis ikke, så vælg straks en ny adgangskode, og sig det til din administrator.

# Det samme om kandidaters konti
mail-candidate-account-activation-subject = Vælg en adgangskode til din konto hos { $tenant }
mail-candidate-account-activation-body =
    Hej

    { $login } er nu adressen på din konto til ansøgninger hos { $tenant }. Din tidligere adgangskode virker ikke længere.

    Vælg en ny med linket herunder. Det virker én gang, indtil { $until }.
mail-candidate-account-activation-button = Vælg en adgangskode
mail-candidate-account-reactivation-subject = Vælg en ny adgangskode til { $tenant }
mail-candidate-account-reactivation-body =
    Hej

    Der er bedt om en ny adgangskode til din konto { $login } til ansøgninger hos { $tenant }.

    Vælg den med linket herunder. Det virker én gang, indtil { $until }. Din nuværende adgangskode gælder indtil da.

    Var det ikke dig, behøver du ikke at gøre noget: Uden denne besked kommer ingen ind.
mail-candidate-account-reactivation-button = Vælg en ny adgangskode
mail-candidate-account-locked-subject = Din konto hos { $tenant } er låst et stykke tid
mail-candidate-account-locked-body =
    Hej

    Der er flere gange indtastet en forkert adgangskode til din konto { $login }. Derfor er den låst i nogle minutter.

    Hvis det var dig: Vent, eller vælg en ny adgangskode med linket herunder. Det virker én gang, indtil { $until }, og låser kontoen op med det samme.

    Hvis det ikke var dig: Din konto er beskyttet, og du behøver ikke at gøre noget.
mail-candidate-account-locked-button = Vælg en ny adgangskode
mail-candidate-password-changed-subject = Din adgangskode hos { $tenant } er ændret
mail-candidate-password-changed-body =
    Hej

    Adgangskoden til din konto { $login } blev ændret { $when }. Du er logget ud på alle andre enheder.

    Var det ikke dig, så vælg straks en ny med “Glemt adgangskode?” på karrieresiden.
mail-candidate-new-device-subject = Nyt login på din konto hos { $tenant }
mail-candidate-new-device-body =
    Hej

    Nogen er logget ind på din konto { $login } med en enhed, der ikke har været brugt før.

    Hvornår: { $when }
    Enhed: { $device }
    Adresse: { $address }

    Var det dig, behøver du ikke at gøre noget. Hvis ikke, så vælg straks en ny adgangskode.

mail-delegation-received-subject = { $name } delegerer arbejde til dig hos { $tenant }
mail-delegation-received-body =
    Hej

    Fra { $start } til { $end } må du handle på vegne af { $name }. Begynd og slut på siden Delegeringer; alt registreres med begge navne.

mail-delegation-received-button = Delegeringer

mail-delegation-given-subject = Du har delegeret til { $name } hos { $tenant }
mail-delegation-given-body =
    Hej

    Fra { $start } til { $end } må { $name } handle på dine vegne. Hvis det ikke var dig, der aftalte det, så afslut det straks på siden Delegeringer, og kontakt administratoren.

mail-delegation-given-button = Delegeringer

# Second factors
mail-factor-added-subject = En anden faktor er føjet til din konto hos { $tenant }
mail-factor-added-body =
    Hej,

    En anden faktor eller et nyt sæt gendannelseskoder blev føjet til kontoen { $login } den { $when }.

    Hvis det ikke var dig, så vælg straks en ny adgangskode, og sig det til din administrator.

mail-factor-removed-subject = En anden faktor på din konto hos { $tenant } er fjernet
mail-factor-removed-body =
    Hej,

    En anden faktor blev fjernet fra kontoen { $login } den { $when }.

    Hvis det ikke var dig, så vælg straks en ny adgangskode, og sig det til din administrator.

mail-factor-reset-subject = Din anden faktor hos { $tenant } er nulstillet
mail-factor-reset-body =
    Hej,

    En administrator fjernede den { $when } alle andre faktorer fra kontoen { $login } og afsluttede dens sessioner. Du kan logge ind med din adgangskode og opsætte en ny.

    Hvis du ikke har bedt om det, så sig det straks til din administrator.

mail-recovery-used-subject = En gendannelseskode til din konto hos { $tenant } er brugt
mail-recovery-used-body =
    Hej,

    En gendannelseskode blev brugt til at logge ind på kontoen { $login } den { $when }. Den virker ikke igen.

    Hvis det ikke var dig, så vælg straks en ny adgangskode, og sig det til din administrator.

mail-factor-guessed-subject = Der er indtastet forkerte koder til din konto hos { $tenant }
mail-factor-guessed-body =
    Hej,

    Nogen angav din rigtige adgangskode ved login på kontoen { $login } og derefter flere forkerte koder, den seneste den { $when } fra adressen { $address }. Ingen blev lukket ind.

    Hvis det var dig: Vent nogle minutter, og prøv igen, eller brug en gendannelseskode. Hvis ikke, kender nogen din adgangskode: Vælg straks en ny, og sig det til din administrator.
