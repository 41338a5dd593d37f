careers-agency = För rekryteringsföretag
careers-agency-ask-text = Arbetar du för ett rekryteringsföretag som vi samarbetar med? Ange din e-postadress. Om vi känner till den får du en länk till företagets sidor.
careers-agency-asked-text = Om adressen tillhör någon på ett rekryteringsföretag är ett mejl med en länk på väg. Den fungerar i ett dygn.
careers-agency-vacancies = Lediga tjänster för er
careers-agency-no-vacancies = Just nu finns ingen ledig tjänst för ert företag. Du får ett mejl så snart det finns en.
careers-agency-vacancy = Ledig tjänst
careers-agency-until = Förslag till och med { $day }
careers-agency-note = Till ert företag
careers-agency-back = Tillbaka till översikten
careers-agency-proposals = Era förslag
careers-agency-none = Ert företag har inte föreslagit någon ännu. Välj en ledig tjänst och föreslå någon.
careers-agency-nothing = Inget förslag passar.
careers-agency-more = Bara de senaste visas. Sök efter ett namn eller ett nummer för att hitta andra.
careers-agency-proposed-on = Föreslagen { $day } · { $number }
careers-agency-search = Namn eller nummer
careers-agency-state = Status
careers-agency-all = Alla
careers-agency-number = Nummer
careers-agency-protected = Räknas som ert förslag till och med
careers-agency-propose = Föreslå en kandidat
careers-agency-propose-for = Föreslå en kandidat: { $title }
careers-agency-person = Personen
careers-agency-papers = Dokument
careers-agency-agreed = Personen samtycker till att vi föreslår personen till tjänsten och skickar uppgifterna.
careers-agency-agreed-missing = Föreslå bara personer som samtycker. Kryssa i rutan om det är så.
careers-agency-told = Personen får ett mejl från oss om vem som föreslog och med en länk till sina uppgifter.
careers-agency-send = Skicka förslaget
careers-agency-done-proposed = Förslaget har tagits emot. Du får ett mejl så snart något händer.
careers-agency-done-withdrawn = Förslaget har dragits tillbaka.
careers-agency-withdraw = Dra tillbaka förslaget
careers-agency-withdraw-ask = Dra tillbaka förslaget?
careers-agency-withdraw-text = Vi arbetar inte vidare med det, och personen räknas inte längre som föreslagen av ert företag.
careers-field-comment = Varför personen passar
careers-field-language = Språk i våra mejl till personen
careers-me-proposed = Föreslagen av rekryteringsföretag
careers-me-proposed-on = { $agency }, { $day }
mail-agency-link-subject = Din länk till sidorna för { $agency } hos { $tenant }
mail-agency-link-body =
    Hej { $name },

    Här är länken som du bad om. Den öppnar lediga tjänster och förslag för { $agency } hos { $tenant } och fungerar i ett dygn. Ge den inte till någon.

    Bad du inte om den? Då behöver du inte göra något.
mail-agency-link-button = Öppna sidorna
