recruiting-notes = Notities
recruiting-move = Verplaatsen
recruiting-specialisations = Specialisaties
recruiting-questions = Vragen aan kandidaten
recruiting-members = Leden
general-section-vacancies = Werving en selectie
recruiting-tabs = Onderdelen van de vacature
recruiting-tab-board = Bord
recruiting-tab-details = Vacature
recruiting-tab-team = Selectieteam
recruiting-all-applications = Sollicitaties als lijst
recruiting-add-application = Sollicitatie toevoegen
recruiting-texts = Wat kandidaten lezen
recruiting-team-text = Wie in het selectieteam zit, ziet de sollicitaties op deze vacature en hun kandidaten, voor zover de eigen rollen dat toestaan.
recruiting-in-charge = Verantwoordelijk
recruiting-rating = Beoordeeld met { $count } van 5
recruiting-move-name = { $name } verplaatsen
recruiting-move-many = { $count ->
    [one] { $count } sollicitatie verplaatsen
   *[other] { $count } sollicitaties verplaatsen
}
recruiting-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
recruiting-no-applications = Nog geen sollicitaties
recruiting-no-applications-text = Voeg iemand toe die u kent of importeer sollicitaties uit een bestand.
recruiting-no-pipeline = Deze vacature heeft geen traject en er is geen standaardtraject. Kies er een in de vacature.
recruiting-selected = Geselecteerde sollicitaties
recruiting-move-selected = Selectie verplaatsen
recruiting-board-keys = Sleep kaarten naar een andere fase of gebruik het toetsenbord: pijltoetsen gaan van kaart naar kaart, M verplaatst een kaart, X selecteert die, Enter opent die.
recruiting-withdrawn = { $count ->
    [one] { $count } ingetrokken sollicitatie
   *[other] { $count } ingetrokken sollicitaties
}
recruiting-more = { $count ->
    [one] Nog { $count } tonen
   *[other] Nog { $count } tonen
}
recruiting-nothing-selected = Selecteer eerst de sollicitaties die u wilt verplaatsen.
recruiting-withdraw = Ingetrokken door de kandidaat
recruiting-reason-help = Nodig bij een afwijzing.
recruiting-comment-help = Alleen feiten: de kandidaat mag dit lezen.
recruiting-moved = { $count ->
    [one] Sollicitatie verplaatst
   *[other] { $count } sollicitaties verplaatst
}
recruiting-moved-none = Alles blijft waar het was
recruiting-move-undone = { $count ->
    [one] Sollicitatie teruggezet
   *[other] { $count } sollicitaties teruggezet
}
privacy-erase = Wissen
privacy-erase-confirm = Alles wat zegt wie het was, wordt voorgoed gewist: gegevens, documenten, berichten, notities en wat de geschiedenis erover zegt. Niemand kan het terughalen.
privacy-erased-done = Kandidaat gewist
privacy-was-erased = Gewist op { $day }. Wat blijft, is dat iemand heeft gesolliciteerd.
privacy-no-rule = Geen regel zegt hoelang deze gegevens worden bewaard: ze blijven tot iemand ze wist.
privacy-held = Er wordt niets gevraagd of gewist zolang een sollicitatie loopt, of zodra de persoon hier werkt.
privacy-asked = Gevraagd of de gegevens mogen worden bewaard; zonder antwoord worden ze na { $day } gewist.
privacy-consented = Bewaard tot { $day }, met toestemming van de persoon.
privacy-until = Bewaard tot { $day } volgens regel { $rule }; daarna wordt de persoon gevraagd.
privacy-keep-heading = Mogen wij uw gegevens bewaren?
privacy-keep-text = De termijn waarvoor wij uw sollicitatie bewaren, is voorbij. Met uw toestemming bewaren wij haar tot [keep]. Zegt u nee, of antwoordt u niet voor [answer], dan wissen wij haar.
privacy-erased = Gewiste kandidaat
letters-write = Schrijven
letters-write-selected = Selectie aanschrijven
letters-write-to = Schrijven aan { $name }
letters-write-many = { $count ->
    [one] Schrijven aan { $count } kandidaat
   *[other] Schrijven aan { $count } kandidaten
}
letters-too-many = Kies 1 tot { $count } sollicitaties: elke brief wordt bekeken voordat hij vertrekt.
letters-lost = Voor deze kandidaten is er geen adres; zij krijgen niets
letters-none = Er zijn nog geen berichtsjablonen.
letters-new = Nieuw sjabloon
letters-free = Zonder sjabloon
letters-take = Sjabloon gebruiken
letters-refuse = Afwijzing
letters-refuse-text = Met het versturen worden de sollicitaties als afgewezen gesloten. De reden blijft in huis.
letters-refuse-send = Afwijzen en versturen
letters-send = Versturen
letters-for-all = Voor iedereen
letters-for-all-text = Samenvoegvelden zoals {"{"}candidate.first_name{"}"} worden in elke brief vervangen.
letters-to = Versturen aan { $name }
letters-look = Brief bekijken
letters-missing = Niets bekend voor: { $fields }. Controleer of de zinnen nog goed lopen.
letters-foreign = Er is geen versie in het { $wanted }; deze is in het { $language }.
letters-sent = { $count ->
    [one] Bericht verstuurd
   *[other] { $count } berichten verstuurd
}
letters-nothing = Er is nog niets geschreven.
letters-incoming = Van de kandidaat
letters-saved = Sjabloon opgeslagen
letters-preview = Voorbeeld
letters-preview-empty = Wat u schrijft, verschijnt hier zoals een kandidaat het leest.
letters-fields = Samenvoegvelden
letters-fields-text = Ze worden vervangen wanneer de brief ontstaat. Kies er een om hem in te voegen waar u schrijft.
letters-other-language = Andere taal
letters-company = Naam van het bedrijf
letters-sender = Naam van wie schrijft
letters-today = Datum van vandaag
letters-answer-until = Laatste dag om te antwoorden op de vraag over bewaren
letters-keep-until = Dag tot wanneer gegevens na toestemming worden bewaard
letters-sample-title = Salarisadministrateur
letters-sample-unit = Personeelszaken
recruiting-note = Nieuwe notitie
recruiting-no-notes = Nog niemand heeft iets geschreven.
recruiting-note-saved = Notitie opgeslagen
recruiting-nothing-happened = Er is nog niets gebeurd
recruiting-happened = Wat er gebeurde
recruiting-candidate-tabs = Onderdelen van het dossier
recruiting-tab-data = Gegevens
recruiting-changes = Wijzigingen van de gegevens
recruiting-propose = Voorstellen voor een vacature
recruiting-open-file = Dossier openen
recruiting-applied-nowhere = Geen sollicitatie vastgelegd.
recruiting-tab-publication = Publicatie
recruiting-publication-text = Waar kandidaten deze vacature lezen, en van wanneer tot wanneer.
recruiting-sites = Carrièresites
recruiting-on-site = Kandidaten lezen ze
recruiting-not-on-site = Niet te lezen
recruiting-not-open = De vacature staat niet open: niemand leest ze.
recruiting-publish = Publiceren
recruiting-no-sites = Er is nog geen carrièresite. Een beheerder maakt er een onder ‘Carrièresites’.
recruiting-published = De vacature is daar nu te lezen.
recruiting-approvals = Goedkeuring
recruiting-earlier-rounds = Eerdere rondes
recruiting-step-later = Nog niet gevraagd
recruiting-decided-by = besloten door { $name } als waarnemer
recruiting-your-decision = Uw beslissing
recruiting-decide-for = U beslist voor { $name }.
recruiting-decision-help = Nodig om af te wijzen of terug te sturen. De aanvrager leest het.
recruiting-approve = Goedkeuren
recruiting-send-back = Terugsturen
recruiting-refuse = Afwijzen
recruiting-decided = Beslissing opgeslagen
recruiting-hand-in = Ter goedkeuring indienen
recruiting-take-back = Terugtrekken
recruiting-give-up = Aanvraag annuleren
recruiting-handed-in = Ingediend: wie beslist, is gevraagd
recruiting-taken-back = Teruggetrokken: het is weer een concept
recruiting-given-up = Aanvraag geannuleerd
recruiting-open-vacancy = Vacature aanmaken
recruiting-vacancy-made = Vacature als concept aangemaakt
recruiting-without-position = Zonder positie
recruiting-position-help = Functie, eenheid, plaats en contracttype worden overgenomen.
recruiting-under-way = Lopend
recruiting-all-states = Alle
recruiting-wait-requisition = Beslissen over de personeelsaanvraag ‘{ $title }’
recruiting-wait-offer = Beslissen over het arbeidsaanbod “{ $title }”
recruiting-make-offer = Een aanbod doen
recruiting-make-offer-short = Aanbod
recruiting-offer-to = Aanbod aan { $name }
recruiting-offer-expired = De dag tot waarop dit aanbod geldt, is voorbij. Noteer dat het is geweigerd, of trek het in en doe een nieuw aanbod.
recruiting-offer-withdraw = Intrekken
recruiting-offer-withdrawn = Aanbod ingetrokken
recruiting-offer-prepare = Brief voorbereiden
recruiting-offer-answer = Antwoord van de kandidaat
recruiting-offer-decline-help = Als het aanbod is geweigerd en u weet waarom.
recruiting-offer-accepted = Aanvaard
recruiting-offer-declined = Geweigerd
recruiting-offer-noted = Antwoord genoteerd
recruiting-letter-subject = Onderwerp
recruiting-letter-text = Tekst van de brief
recruiting-letter-empty = Een brief zonder tekst is geen brief. Schrijf iets.
recruiting-offer-letter = Brief bij het aanbod
recruiting-offer-mailed-to = De brief gaat naar { $address }, met het aanbod als pdf.
recruiting-offer-by-hand = Naar deze kandidaat kan geen e-mail worden gestuurd. Het aanbod wordt als pdf bewaard; druk het af en overhandig het.
recruiting-offer-terms-help = Onder uw tekst vermeldt de pdf wat is goedgekeurd; dat is hier niet te wijzigen.
recruiting-offer-preview = Pdf bekijken
recruiting-offer-send = Aanbod versturen
recruiting-offer-sent = Aanbod verstuurd
recruiting-offer-kept = Aanbod als pdf bewaard; er is geen e-mail gestuurd
recruiting-offer-terms = Ons aanbod
recruiting-offer-sign-company = Namens het bedrijf: datum, handtekening
recruiting-offer-sign-candidate = Ik aanvaard het aanbod: datum, handtekening
recruiting-wait-hire = De kandidaat aannemen, die het aanbod heeft aanvaard
recruiting-hiring = De kandidaat wordt aangenomen. Deze pagina toont wanneer het klaar is.
recruiting-hired-as = Aangenomen: { $name }.
recruiting-open-employee = Personeelsdossier openen
recruiting-hire-failed = Het aannemen is mislukt
recruiting-hire-again = Opnieuw aannemen
recruiting-hire-ready = De kandidaat heeft aanvaard.
recruiting-hire = Aannemen
recruiting-hire-by-others = De kandidaat heeft aanvaard. Wie medewerkers mag toevoegen, neemt de kandidaat aan: het staat daar onder “Wacht op mij” in Mijn omgeving.
recruiting-hire-comes-back = { $name } heeft hier eerder gewerkt en komt terug: hetzelfde dossier, met een nieuw contract en een nieuwe plaats.
recruiting-hire-moves = { $name } werkt hier al. Het aannemen is een overplaatsing: een nieuwe plaats vanaf de eerste dag, en geen tweede medewerker.
recruiting-hire-take = Overnemen uit het dossier van de kandidaat
recruiting-hire-take-address = Adressen
recruiting-hire-take-contact = Privé-e-mail en -telefoon
recruiting-hire-take-skills = Vaardigheden
recruiting-hire-take-documents = Documenten, ook het aanbod
recruiting-hire-take-help = Overgenomen wordt wat u van de kandidaat mag lezen en over medewerkers mag vastleggen.
recruiting-hire-name = { $name } aannemen
recruiting-hire-text = Wat is ingevuld, komt uit het aanbod, de vacature en het dossier van de kandidaat. Alles wordt in één keer in de personeelsadministratie geschreven.
recruiting-hire-asked = De kandidaat wordt aangenomen
recruiting-refuse-others = Samen afwijzen
recruiting-filled-others = { $count ->
    [one] De vacature is vervuld. { $count } sollicitatie loopt nog.
   *[other] De vacature is vervuld. { $count } sollicitaties lopen nog.
}
recruiting-plan = Plannen
recruiting-plan-interview = Gesprek plannen
recruiting-interview-with = Gesprek met { $name }
recruiting-change-interview = Gesprek met { $name } wijzigen
recruiting-interview-saved = Gesprek opgeslagen; alle betrokkenen krijgen bericht
recruiting-conflict = { $name } heeft een ander gesprek van { $from } tot { $to }.
recruiting-day = Dag
recruiting-length = Duur
recruiting-minutes = minuten
recruiting-wait-scorecard = Beoordelingsformulier van het gesprek invullen
recruiting-figures = Cijfers van werving
recruiting-figures-text = Hoe ver sollicitaties komen, waar ze vandaan komen, hoe lang aannemen duurt en wat nog openstaat; berekend uit wat u mag zien.
recruiting-figures-from = Van
recruiting-figures-to = Tot en met
recruiting-figures-show = Cijfers tonen
recruiting-figures-all = Alles van het afgelopen jaar
recruiting-figures-hired = Aangenomen
recruiting-figures-median = Mediaan dagen tot aannemen
recruiting-figures-positions = Nog open plaatsen
recruiting-figures-funnel = Hoe ver sollicitaties komen
recruiting-figures-reached = Zo ver gekomen
recruiting-figures-share = Aandeel in %
recruiting-figures-sources = Waar sollicitaties vandaan komen
recruiting-figures-interviewed = Gesprek gevoerd
recruiting-figures-no-source = Niet vermeld
recruiting-figures-time = Dagen van sollicitatie tot aannemen
recruiting-figures-month = Maand van aannemen
recruiting-figures-open = Openstaande vacatures
recruiting-figures-left = Nog gezocht
recruiting-figures-days-open = Dagen open
recruiting-figures-none = Niets te tonen voor deze periode
recruiting-scorecard-open = Uw beoordeling staat open. U ziet die van anderen zodra de uwe is ingediend.
recruiting-fill-in = Invullen
recruiting-scorecard-of = Beoordeling: { $name }
recruiting-scorecard-text = Schrijf op wat u hebt gehoord en gezien. Niemand leest het voordat u het indient.
recruiting-scorecard-given = Dit formulier is ingediend.
recruiting-remark = Opmerking bij { $name }
recruiting-keep = Als concept bewaren
recruiting-submit = Indienen
recruiting-scorecard-submitted = Beoordeling ingediend
recruiting-scorecard-kept = Concept bewaard
recruiting-scorecard-reopened = Beoordeling weer open
recruiting-reopen = Beoordeling van { $name } heropenen
