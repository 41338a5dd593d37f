# Kandidaters konti
careers-account = Din konto
careers-account-again = Gentag adgangskoden
careers-account-as = Du søger som { $name }, { $email }. Formularen er udfyldt med dine oplysninger; se den igennem, før du sender den.
careers-account-asked-text = Hvis en mail hører til det, du har indtastet, er den på vej. Følg linket i den for at komme videre.
careers-account-change = Skift adgangskode
careers-account-confirm = Bekræft kontoen
careers-account-confirm-text = Indtast den adgangskode, du valgte til { $email }. Så kan ingen oprette en konto for dig med deres egen adgangskode.
careers-account-device = Ukendt enhed
careers-account-documents = Fra dine dokumenter
careers-account-due = Din adgangskode skal fornyes, før du går videre.
careers-account-end-others = Log ud på alle andre enheder
careers-account-failed = E-mailadressen eller adgangskoden er forkert.
careers-account-forgotten = Glemt adgangskode?
careers-account-forgotten-text = Indtast din e-mailadresse. Hvis der er en konto, får du et link, så du kan vælge en ny adgangskode.
careers-account-have = Har du en konto? Så udfyldes formularen med dine oplysninger.
careers-account-here = Denne enhed
careers-account-link = Med et link, uden adgangskode
careers-account-new = Vælg en ny adgangskode
careers-account-new-text = Vælg en ny adgangskode til { $email }. Du bliver logget ud overalt.
careers-account-none = Ingen konto endnu?
careers-account-offer = Med en konto kommer du tilbage med din egen adgangskode og skal ikke udfylde alt igen i din næste ansøgning.
careers-account-over = Linket virker ikke længere
careers-account-over-text = Det er brugt, eller tiden er gået. Log ind, hvis du har en konto, eller opret den igen.
careers-account-password = Adgangskode
careers-account-present = Nuværende adgangskode
careers-account-rules = Adgangskoden kræver:
careers-account-sessions = { $count ->
    [one] Du er kun logget ind på denne enhed.
   *[other] Du er logget ind på { $count } enheder.
}
careers-account-set = Din adgangskode er valgt
careers-account-set-text = Du kan logge ind med den nu.
careers-account-sign-in = Log ind
careers-account-sign-in-text = Med din konto ser du dine ansøgninger, og hvad vi har skrevet til dig.
careers-account-sign-up = Opret en konto
careers-account-sign-up-text = Vi sender en mail til din adresse. Kontoen findes, så snart du har bekræftet den.
careers-account-wrong = Det er ikke den adgangskode, du valgte. Hvis du ikke kan huske den, så opret kontoen igen.
careers-account-you = Du er logget ind som { $email }.
careers-me-done-account = Din konto er oprettet.
careers-me-done-password = Din adgangskode er skiftet.
careers-me-done-ended = Du er logget ud på alle andre enheder.
mail-candidate-account-confirm-subject = Bekræft din konto hos { $tenant }
mail-candidate-account-confirm-body =
    Hej

    Nogen vil oprette en konto til ansøgninger hos { $tenant } med denne adresse. Hvis det var dig, så bekræft den med linket herunder og den adgangskode, du valgte.

    Var det ikke dig, behøver du ikke at gøre noget: Uden denne mail er der ingen konto.
mail-candidate-account-confirm-button = Bekræft kontoen
mail-candidate-account-known-subject = Du har allerede en konto hos { $tenant }
mail-candidate-account-known-body =
    Hej

    Nogen ville oprette en konto til ansøgninger hos { $tenant } med denne adresse. Der er allerede en: Log ind med din adgangskode, eller vælg en ny dér, hvis du ikke kan huske den.

    Var det ikke dig, behøver du ikke at gøre noget.
mail-candidate-account-known-button = Log ind
mail-candidate-account-staff-subject = Denne adresse hører til en konto hos { $tenant }
mail-candidate-account-staff-body =
    Hej

    Nogen ville oprette en konto til ansøgninger hos { $tenant } med denne adresse. Med den logger allerede nogen ind, som arbejder der, så den kan ikke høre til en kandidats konto.

    Hvis du har søgt, fører et link i en mail når som helst til dine ansøgninger: Bed om det på siden herunder.
mail-candidate-account-staff-button = Åbn siden
