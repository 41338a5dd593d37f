careers-agency = For bureauer
careers-agency-ask-text = Arbejder du for et rekrutteringsbureau, som vi samarbejder med? Indtast din e-mailadresse. Hvis vi kender den, får du et link til dit bureaus sider.
careers-agency-asked-text = Hvis adressen tilhører en person hos et bureau, er en mail med et link på vej. Det virker i et døgn.
careers-agency-vacancies = Ledige stillinger til jer
careers-agency-no-vacancies = Der er ingen ledig stilling til jeres bureau i øjeblikket. Du får en mail, så snart der er en.
careers-agency-vacancy = Ledig stilling
careers-agency-until = Forslag til og med { $day }
careers-agency-note = Til jeres bureau
careers-agency-back = Tilbage til oversigten
careers-agency-proposals = Jeres forslag
careers-agency-none = Jeres bureau har ikke foreslået nogen endnu. Vælg en ledig stilling, og foreslå en person.
careers-agency-nothing = Intet forslag passer.
careers-agency-more = Kun de nyeste vises. Søg efter et navn eller et nummer for at finde andre.
careers-agency-proposed-on = Foreslået { $day } · { $number }
careers-agency-search = Navn eller nummer
careers-agency-state = Status
careers-agency-all = Alle
careers-agency-number = Nummer
careers-agency-protected = Gælder som jeres forslag til og med
careers-agency-propose = Foreslå en kandidat
careers-agency-propose-for = Foreslå en kandidat: { $title }
careers-agency-person = Personen
careers-agency-papers = Dokumenter
careers-agency-agreed = Personen er indforstået med, at vi foreslår vedkommende til stillingen og sender disse oplysninger.
careers-agency-agreed-missing = Foreslå kun personer, der er indforstået. Sæt kryds, hvis det er tilfældet.
careers-agency-told = Personen får en mail fra os om, hvem der foreslog vedkommende, med et link til sine data.
careers-agency-send = Send forslaget
careers-agency-done-proposed = Forslaget er modtaget. Du får en mail, så snart der er nyt.
careers-agency-done-withdrawn = Forslaget er trukket tilbage.
careers-agency-withdraw = Træk forslaget tilbage
careers-agency-withdraw-ask = Træk forslaget tilbage?
careers-agency-withdraw-text = Vi arbejder ikke videre med det, og personen gælder ikke længere som foreslået af jeres bureau.
careers-field-comment = Hvorfor personen passer
careers-field-language = Sprog i vores mails til personen
careers-me-proposed = Foreslået af bureauer
careers-me-proposed-on = { $agency }, { $day }
mail-agency-link-subject = Dit link til siderne for { $agency } hos { $tenant }
mail-agency-link-body =
    Hej { $name }

    Her er det link, du bad om. Det åbner ledige stillinger og forslag for { $agency } hos { $tenant } og virker i et døgn. Giv det ikke til nogen.

    Bad du ikke om det? Så skal du ikke gøre noget.
mail-agency-link-button = Åbn siderne
