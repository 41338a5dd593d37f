agencies-tab = Bureaus
agencies-text = Bureaus lezen deze vacature zoals kandidaten, met uw toelichting, en stellen op de carrièresite mensen voor. Ze zien nooit wie er nog meer is voorgesteld, en geen dossier.
agencies-given = Gegeven aan
agencies-nobody = Nog geen bureau heeft deze vacature.
agencies-no-agency = Er is geen ander bureau onder contract. Maak er een aan onder ‘Wervingsbureaus’, met de mensen die er werken.
agencies-give = Aan bureau geven
agencies-gave = De mensen van het bureau krijgen een e-mail.
agencies-take-back = Terugnemen
agencies-taken-back = Het bureau ziet de vacature niet meer.
agencies-holds = Ziet ze
agencies-holds-not = Ziet ze niet
agencies-counts = { $proposed } voorgesteld, { $accepted } aanvaard, { $hired } aangenomen
agencies-none = Er is nog niemand voorgesteld.
agencies-by = Voorgesteld door { $agency } op { $day }
agencies-for = voor { $vacancy }
agencies-protected = Beschermd tot en met { $day }.
agencies-protection-over = De bescherming eindigde op { $day }.
agencies-fee = Vergoeding: { $fee }
agencies-fee-share = Vergoeding bij aanname: { $fee } van het eerste jaarsalaris
agencies-applied = Heeft al een sollicitatie voor deze vacature.
agencies-first = { $agency } was eerst: beschermd tot en met { $day }.
agencies-known = Er was al een dossier; daaraan is niets gewijzigd. Aanvaard het voorstel om een sollicitatie te maken.
agencies-same = Mogelijk dezelfde persoon als:
agencies-wrote = Het bureau schreef
agencies-accept = Aanvaarden
agencies-duplicate = Al bekend
agencies-refuse = Afwijzen
agencies-decided = Beslist; het bureau kan het lezen.
agencies-undecided = Het bureau leest ‘ontvangen’ tot u beslist.
agencies-details = Details
agencies-wait = Over een voorstel van een bureau beslissen
mail-agency-given-subject = Een vacature voor u: { $vacancy }
mail-agency-given-body =
    Hallo { $name },

    { $tenant } vraagt uw bureau om kandidaten voor ‘{ $vacancy }’ (referentie { $reference }), vanaf { $start }.
mail-agency-given-button = Vacature openen
mail-agency-answer-subject = Uw voorstel { $number }: { $state }
mail-agency-answer-body =
    Hallo { $name },

    Uw voorstel { $number } voor ‘{ $vacancy }’ bij { $tenant } staat nu op: { $state }.
mail-agency-answer-button = Voorstel openen
mail-agency-proposed-subject = { $agency } stelt iemand voor voor ‘{ $title }’
mail-agency-proposed-body =
    Hallo,

    { $agency } heeft iemand voorgesteld voor ‘{ $title }’. U beslist of u het voorstel overneemt; tot dan leest het bureau dat het is ontvangen.
mail-agency-proposed-button = Voorstellen openen
mail-candidate-proposed-subject = { $agency } heeft u voorgesteld aan { $tenant }
mail-candidate-proposed-body =
    Hallo { $name },

    Het wervingsbureau { $agency } heeft u aan { $tenant } voorgesteld voor ‘{ $vacancy }’ (referentie { $reference }) en ons gezegd dat u ermee instemt. Van het bureau hebben wij uw naam, uw adres en wat het over u stuurde: misschien telefoonnummer, woonplaats, cv en andere documenten.

    { $tenant } heeft deze gegevens nu, om samen met u te beslissen of we gaan samenwerken. Uw pagina toont ze, met de privacyverklaring. Daar kunt u ze verbeteren, ze allemaal laten toesturen, u terugtrekken of alles laten verwijderen.

    Stemde u er niet mee in? Verwijder dan daar alles en laat het ons weten.
mail-candidate-proposed-button = Mijn pagina openen
