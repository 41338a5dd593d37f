# Elke e-mail
mail-copy = Werkt de knop niet, kopieer dan dit adres naar uw browser:
mail-foot = Dit bericht is automatisch verzonden namens { $tenant }. Antwoord er niet op.

# Een e-mail om te zien of e-mails aankomen
mail-test-subject = Testbericht van { $tenant }
mail-test-body =
    Goedendag,

    U hebt dit bericht aangevraagd om te zien of e-mails aankomen. Dat doen ze.

# Een nieuw account
mail-account-activation-subject = Activeer uw account bij { $tenant }
mail-account-activation-body =
    Goedendag,

    Er is een account voor u aangemaakt bij { $tenant }. Uw gebruikersnaam is { $login }.

    Kies een eigen wachtwoord om uw adres te bevestigen en het account te activeren. De link werkt één keer, tot { $until }.

    Verwacht u geen account, dan hoeft u niets te doen.
mail-account-activation-button = Account activeren

# Een vergeten wachtwoord
mail-account-reactivation-subject = Stel een nieuw wachtwoord in voor { $tenant }
mail-account-reactivation-body =
    Goedendag,

    Voor het account { $login } bij { $tenant } is een nieuw wachtwoord aangevraagd.

    Stel het in met de link hieronder. Die werkt één keer, tot { $until }. Tot dan blijft uw huidige wachtwoord geldig.

    Was u het niet, dan hoeft u niets te doen: zonder dit bericht komt niemand binnen.
mail-account-reactivation-button = Nieuw wachtwoord instellen

# Een vergrendeld account
mail-account-locked-subject = Uw account bij { $tenant } is tijdelijk vergrendeld
mail-account-locked-body =
    Goedendag,

    Voor het account { $login } is meermaals een verkeerd wachtwoord ingevoerd. Daarom is het enkele minuten vergrendeld.

    Was u het: wacht even, of stel met de link hieronder een nieuw wachtwoord in. Die werkt één keer, tot { $until }, en ontgrendelt het account meteen.

    Was u het niet: uw account is beschermd. Meld het aan uw beheerder als het opnieuw gebeurt.
mail-account-locked-button = Nieuw wachtwoord instellen

# Berichten
mail-password-changed-subject = Uw wachtwoord bij { $tenant } is gewijzigd
mail-password-changed-body =
    Goedendag,

    Het wachtwoord van het account { $login } is op { $when } gewijzigd. Op alle andere apparaten bent u afgemeld.

    Was u het niet, stel dan meteen een nieuw wachtwoord in via “Wachtwoord vergeten?” op de aanmeldpagina en meld het aan uw beheerder.

mail-email-changed-old-subject = Het adres van uw account bij { $tenant } is gewijzigd
mail-email-changed-old-body =
    Goedendag,

    Berichten over het account { $login } gaan vanaf nu naar een ander adres. Dit is het laatste dat hier aankomt.

    Weet u niet waarom, meld het dan aan uw beheerder.

mail-email-changed-new-subject = Dit is vanaf nu het adres van uw account bij { $tenant }
mail-email-changed-new-body =
    Goedendag,

    Berichten over het account { $login } komen vanaf nu op dit adres aan.

    Weet u niet waarom, meld het dan aan uw beheerder.

mail-new-device-subject = Nieuwe aanmelding bij uw account van { $tenant }
mail-new-device-body =
    Goedendag,

    Iemand heeft zich bij het account { $login } aangemeld met een apparaat dat nog niet was gebruikt.

    Wanneer: { $when }
    Apparaat: { $device }
    Adres: { $address }

    Was u het, dan hoeft u niets te doen. Zo niet, stel dan meteen een nieuw wachtwoord in en meld het aan uw beheerder.

# Hetzelfde over accounts van kandidaten
mail-candidate-account-activation-subject = Kies een wachtwoord voor uw account bij { $tenant }
mail-candidate-account-activation-body =
    Goedendag,

    { $login } is nu het adres van uw account voor sollicitaties bij { $tenant }. Uw vroegere wachtwoord werkt niet meer.

    Kies een nieuw wachtwoord met de link hieronder. Die werkt één keer, tot { $until }.
mail-candidate-account-activation-button = Wachtwoord kiezen
mail-candidate-account-reactivation-subject = Stel een nieuw wachtwoord in voor { $tenant }
mail-candidate-account-reactivation-body =
    Goedendag,

    Voor uw account { $login } voor sollicitaties bij { $tenant } is een nieuw wachtwoord aangevraagd.

    Stel het in met de link hieronder. Die werkt één keer, tot { $until }. Tot dan blijft uw huidige wachtwoord geldig.

    Was u het niet, dan hoeft u niets te doen: zonder dit bericht komt niemand binnen.
mail-candidate-account-reactivation-button = Nieuw wachtwoord instellen
mail-candidate-account-locked-subject = Uw account bij { $tenant } is tijdelijk vergrendeld
mail-candidate-account-locked-body =
    Goedendag,

    Voor uw account { $login } is meermaals een verkeerd wachtwoord ingevoerd. Daarom is het enkele minuten vergrendeld.

    Was u het: wacht even, of stel met de link hieronder een nieuw wachtwoord in. Die werkt één keer, tot { $until }, en ontgrendelt het account meteen.

    Was u het niet: uw account is beschermd, en u hoeft niets te doen.
mail-candidate-account-locked-button = Nieuw wachtwoord instellen
mail-candidate-password-changed-subject = Uw wachtwoord bij { $tenant } is gewijzigd
mail-candidate-password-changed-body =
    Goedendag,

    Het wachtwoord van uw account { $login } is op { $when } gewijzigd. Op alle andere apparaten bent u afgemeld.

    Was u het niet, stel dan meteen een nieuw wachtwoord in via “Wachtwoord vergeten?” op de carrièresite.
mail-candidate-new-device-subject = Nieuwe aanmelding bij uw account van { $tenant }
mail-candidate-new-device-body =
    Goedendag,

    Iemand heeft zich bij uw account { $login } aangemeld met een apparaat dat nog niet was gebruikt.

    Wanneer: { $when }
    Apparaat: { $device }
    Adres: { $address }

    Was u het, dan hoeft u niets te doen. Zo niet, stel dan meteen een nieuw wachtwoord in.

mail-delegation-received-subject = { $name } draagt werk aan u over bij { $tenant }
mail-delegation-received-body =
    Hallo,

    Van { $start } tot en met { $end } mag u handelen namens { $name }. Begin en eindig op de pagina Waarnemingen; alles wordt met beide namen vastgelegd.

mail-delegation-received-button = Waarnemingen

mail-delegation-given-subject = U hebt bij { $tenant } overgedragen aan { $name }
mail-delegation-given-body =
    Hallo,

    Van { $start } tot en met { $end } mag { $name } namens u handelen. Hebt u dat niet zelf geregeld, beëindig het dan meteen op de pagina Waarnemingen en waarschuw uw beheerder.

mail-delegation-given-button = Waarnemingen

# Second factors
mail-factor-added-subject = Er is een tweede factor toegevoegd aan uw account van { $tenant }
mail-factor-added-body =
    Goedendag,

    Aan het account { $login } is op { $when } een tweede factor of een nieuwe reeks herstelcodes toegevoegd.

    Was u dit niet, stel dan meteen een nieuw wachtwoord in en waarschuw uw beheerder.

mail-factor-removed-subject = Een tweede factor van uw account van { $tenant } is verwijderd
mail-factor-removed-body =
    Goedendag,

    Van het account { $login } is op { $when } een tweede factor verwijderd.

    Was u dit niet, stel dan meteen een nieuw wachtwoord in en waarschuw uw beheerder.

mail-factor-reset-subject = Uw tweede factor bij { $tenant } is gereset
mail-factor-reset-body =
    Goedendag,

    Een beheerder heeft op { $when } alle tweede factoren van het account { $login } verwijderd en de sessies beëindigd. U kunt zich met uw wachtwoord aanmelden en een nieuwe instellen.

    Hebt u hier niet om gevraagd, waarschuw dan meteen uw beheerder.

mail-recovery-used-subject = Een herstelcode van uw account van { $tenant } is gebruikt
mail-recovery-used-body =
    Goedendag,

    Met een herstelcode is op { $when } aangemeld bij het account { $login }. De code werkt niet nog een keer.

    Was u dit niet, stel dan meteen een nieuw wachtwoord in en waarschuw uw beheerder.

mail-factor-guessed-subject = Er zijn verkeerde codes ingevoerd voor uw account van { $tenant }
mail-factor-guessed-body =
    Goedendag,

    Iemand heeft bij het aanmelden bij het account { $login } uw juiste wachtwoord opgegeven en daarna meermaals een verkeerde code, de laatste op { $when } vanaf het adres { $address }. Er is niemand binnengelaten.

    Was u dit: wacht enkele minuten en probeer het opnieuw, of gebruik een herstelcode. Zo niet, dan kent iemand uw wachtwoord: stel meteen een nieuw in en waarschuw uw beheerder.
