# Accounts van kandidaten
careers-account = Uw account
careers-account-again = Herhaal het wachtwoord
careers-account-as = U solliciteert als { $name }, { $email }. Het formulier is ingevuld met uw gegevens; kijk het na voordat u het verstuurt.
careers-account-asked-text = Als er een e-mail hoort bij wat u hebt ingevuld, is die onderweg. Volg de link daarin om verder te gaan.
careers-account-change = Wachtwoord wijzigen
careers-account-confirm = Account bevestigen
careers-account-confirm-text = Vul het wachtwoord in dat u voor { $email } hebt gekozen. Zo kan niemand voor u een account aanmaken met een eigen wachtwoord.
careers-account-device = Onbekend apparaat
careers-account-documents = Uit uw documenten
careers-account-due = Uw wachtwoord moet worden vernieuwd voordat u verdergaat.
careers-account-end-others = Afmelden op alle andere apparaten
careers-account-failed = Het e-mailadres of het wachtwoord is onjuist.
careers-account-forgotten = Wachtwoord vergeten?
careers-account-forgotten-text = Vul uw e-mailadres in. Als er een account is, krijgt u een link waarmee u een nieuw wachtwoord instelt.
careers-account-have = Hebt u een account? Dan wordt het formulier ingevuld met uw gegevens.
careers-account-here = Dit apparaat
careers-account-link = Met een link, zonder wachtwoord
careers-account-new = Nieuw wachtwoord instellen
careers-account-new-text = Kies een nieuw wachtwoord voor { $email }. U wordt overal afgemeld.
careers-account-none = Nog geen account?
careers-account-offer = Met een account komt u terug met een eigen wachtwoord en hoeft u voor uw volgende sollicitatie niet alles opnieuw in te vullen.
careers-account-over = Deze link werkt niet meer
careers-account-over-text = Hij is gebruikt, of zijn tijd is voorbij. Meld u aan als u een account hebt, of maak het opnieuw aan.
careers-account-password = Wachtwoord
careers-account-present = Huidig wachtwoord
careers-account-rules = Het wachtwoord vraagt:
careers-account-sessions = { $count ->
    [one] U bent alleen op dit apparaat aangemeld.
   *[other] U bent op { $count } apparaten aangemeld.
}
careers-account-set = Uw wachtwoord is ingesteld
careers-account-set-text = U kunt zich er nu mee aanmelden.
careers-account-sign-in = Aanmelden
careers-account-sign-in-text = Met uw account ziet u uw sollicitaties en wat wij u hebben geschreven.
careers-account-sign-up = Account aanmaken
careers-account-sign-up-text = Wij sturen een e-mail naar uw adres. Het account bestaat zodra u het hebt bevestigd.
careers-account-wrong = Dit is niet het wachtwoord dat u hebt gekozen. Weet u het niet meer, maak het account dan opnieuw aan.
careers-account-you = U bent aangemeld als { $email }.
careers-me-done-account = Uw account is aangemaakt.
careers-me-done-password = Uw wachtwoord is gewijzigd.
careers-me-done-ended = U bent op alle andere apparaten afgemeld.
mail-candidate-account-confirm-subject = Bevestig uw account bij { $tenant }
mail-candidate-account-confirm-body =
    Goedendag,

    Iemand wil met dit adres een account voor sollicitaties bij { $tenant } aanmaken. Was u het, bevestig het dan met de link hieronder en het wachtwoord dat u hebt gekozen.

    Was u het niet, dan hoeft u niets te doen: zonder deze e-mail is er geen account.
mail-candidate-account-confirm-button = Account bevestigen
mail-candidate-account-known-subject = U hebt al een account bij { $tenant }
mail-candidate-account-known-body =
    Goedendag,

    Iemand wilde met dit adres een account voor sollicitaties bij { $tenant } aanmaken. Er is er al een: meld u aan met uw wachtwoord, of stel daar een nieuw wachtwoord in als u het niet meer weet.

    Was u het niet, dan hoeft u niets te doen.
mail-candidate-account-known-button = Aanmelden
mail-candidate-account-staff-subject = Dit adres hoort bij een account van { $tenant }
mail-candidate-account-staff-body =
    Goedendag,

    Iemand wilde met dit adres een account voor sollicitaties bij { $tenant } aanmaken. Er meldt zich al iemand mee aan die daar werkt; het kan daarom niet bij een account van een kandidaat horen.

    Als u hebt gesolliciteerd, leidt een link per e-mail op elk moment naar uw sollicitaties: vraag hem aan op de pagina hieronder.
mail-candidate-account-staff-button = Pagina openen
