agencies-tab = Rekryteringsföretag
agencies-text = Rekryteringsföretag läser tjänsten som kandidater gör, med er information, och föreslår personer på karriärsidan. De ser aldrig vem mer som har föreslagits, och ingen akt.
agencies-given = Given till
agencies-nobody = Inget rekryteringsföretag har tjänsten ännu.
agencies-no-agency = Det finns inget annat rekryteringsföretag med avtal. Lägg upp ett under ”Rekryteringsföretag”, med dem som arbetar där.
agencies-give = Ge till rekryteringsföretag
agencies-gave = Företagets personer får ett mejl.
agencies-take-back = Återta
agencies-taken-back = Företaget ser inte längre tjänsten.
agencies-holds = Ser den
agencies-holds-not = Ser den inte
agencies-counts = { $proposed } föreslagna, { $accepted } accepterade, { $hired } anställda
agencies-none = Ingen har föreslagits ännu.
agencies-by = Föreslagen av { $agency } { $day }
agencies-for = till { $vacancy }
agencies-protected = Skyddad till och med { $day }.
agencies-protection-over = Skyddet upphörde { $day }.
agencies-fee = Arvode: { $fee }
agencies-fee-share = Arvode vid anställning: { $fee } av första årets lön
agencies-applied = Har redan en ansökan till tjänsten.
agencies-first = { $agency } var först: skyddad till och med { $day }.
agencies-known = Det fanns redan en akt; inget i den har ändrats. Acceptera förslaget så blir det en ansökan.
agencies-same = Kan vara samma person som:
agencies-wrote = Företaget skrev
agencies-accept = Acceptera
agencies-duplicate = Redan känd
agencies-refuse = Avslå
agencies-decided = Beslutat; företaget kan läsa det.
agencies-undecided = Företaget läser ”mottaget” tills du beslutar.
agencies-details = Detaljer
agencies-wait = Besluta om ett rekryteringsföretags förslag
mail-agency-given-subject = En ledig tjänst för er: { $vacancy }
mail-agency-given-body =
    Hej { $name },

    { $tenant } vill att ert företag föreslår kandidater till ”{ $vacancy }” (referens { $reference }), från och med { $start }.
mail-agency-given-button = Öppna tjänsten
mail-agency-answer-subject = Ert förslag { $number }: { $state }
mail-agency-answer-body =
    Hej { $name },

    Ert förslag { $number } till ”{ $vacancy }” hos { $tenant } står nu så här: { $state }.
mail-agency-answer-button = Öppna förslaget
mail-agency-proposed-subject = { $agency } föreslår någon till ”{ $title }”
mail-agency-proposed-body =
    Hej,

    { $agency } har föreslagit någon till ”{ $title }”. Du avgör om förslaget tas upp; till dess läser företaget att det har tagits emot.
mail-agency-proposed-button = Öppna förslagen
mail-candidate-proposed-subject = { $agency } har föreslagit dig till { $tenant }
mail-candidate-proposed-body =
    Hej { $name },

    Rekryteringsföretaget { $agency } har föreslagit dig till { $tenant } för ”{ $vacancy }” (referens { $reference }) och sagt oss att du samtycker. Därifrån har vi ditt namn, din adress och det som skickades om dig: kanske telefonnummer, ort, cv och andra dokument.

    { $tenant } har nu uppgifterna för att tillsammans med dig avgöra om vi ska arbeta ihop. Din sida visar dem, med information om personuppgifter. Där kan du rätta dem, få allt skickat till dig, dra dig ur eller få allt raderat.

    Samtyckte du inte? Radera då allt där och tala om det för oss.
mail-candidate-proposed-button = Öppna min sida
