# Pages of core HR: the personal area, people, organisation, jobs and skills.
people-me = Mijn omgeving
people-me-hello = Welkom { $name }
people-me-no-file = Uw account is niet gekoppeld aan een personeelsdossier
people-me-no-file-text = U kunt werken met alles wat uw rollen toestaan. Neem contact op met HR als dit account bij een medewerker hoort.
people-me-team = Mijn team
people-my-team = Mijn team
people-me-team-size = Mijn team
people-me-direct = { $count ->
    [one] { $count } directe medewerker
   *[other] { $count } directe medewerkers
}
people-me-away = { $count ->
    [one] { $count } vandaag afwezig
   *[other] { $count } vandaag afwezig
}
people-me-headcount = Personeelsbestand
people-me-headcount-note = Actieve medewerkers die u mag zien
people-joiners = Indiensttredingen
people-leavers = Uitdiensttredingen
people-this-month = Deze maand
people-joiners-month = Indiensttredingen deze maand
people-leavers-month = Uitdiensttredingen deze maand
people-me-awaiting = Wacht op mij
people-me-nothing = Er wacht niets op u
people-me-nothing-text = Aanvragen van uw team, taken en naderende datums verschijnen hier.
people-more = { $count ->
    [one] nog { $count }
   *[other] nog { $count }
}
people-wait-absence = Verlof aangevraagd: { $from } t/m { $to }
people-wait-absence-day = Verlof aangevraagd: { $from }
people-wait-trial = Proeftijd eindigt op { $date }
people-wait-permit = { $name } verloopt op { $date }
people-wait-document = { $name } verloopt op { $date }
people-wait-certification = { $name } verloopt op { $date }
people-away = Afwezig
people-away-until = Afwezig t/m { $date }
people-me-by-unit = Personeelsbestand per organisatie-eenheid
people-me-file = Mijn dossier
people-me-absences = Mijn verlof en afwezigheid
people-me-links = Snel naar
people-seniority = Anciënniteit
people-since = sinds { $date }
people-until = t/m { $date }
people-length = { $years ->
    [0] { $months ->
        [one] { $months } maand
       *[other] { $months } maanden
    }
    [one] { $years } jaar { $months ->
        [0] {""}
        [one] { $months } maand
       *[other] { $months } maanden
    }
   *[other] { $years } jaar { $months ->
        [0] {""}
        [one] { $months } maand
       *[other] { $months } maanden
    }
}
people-length-new = minder dan een maand
people-today = Vandaag
people-tomorrow = Morgen
people-in-days = { $count ->
    [one] Over { $count } dag
   *[other] Over { $count } dagen
}
people-days-ago = { $count ->
    [one] { $count } dag geleden
   *[other] { $count } dagen geleden
}
people-nothing-recorded = Nog niets vastgelegd.
people-slice-current = actueel
people-slice-future = toekomstig
people-unit-below = Eenheid en onderliggende
people-country = Land
people-quick = Snelfilters
people-tabs = Onderdelen van het dossier
people-tab-overview = Overzicht
people-tab-work = Werk
people-tab-personal = Persoonlijk
people-tab-profile = Profiel
people-tab-absences = Verlof en verzuim
people-tab-equipment = Bedrijfsmiddelen & onboarding
people-tab-pay = Salarisgegevens
people-tab-history = Geschiedenis
people-reports-to = rapporteert aan
people-not-yet = Op de gekozen datum is deze persoon nog niet in dienst. Datum in dienst: { $date }
people-no-longer = Op de gekozen datum is deze persoon al uit dienst. Laatste dag: { $date }
people-move = Overplaatsen …
people-leave = Uitdiensttreding vastleggen …
people-photo-change = Foto wijzigen
people-nothing = Nog niets aanwezig
people-nothing-text = Wat over deze persoon in dit onderdeel is vastgelegd, verschijnt hier.
people-hours-week = { $hours } uur per week
people-work = Plaatsing
people-no-assignment = Op deze datum is er geen plaatsing.
people-person = Persoon
people-employment = Dienstverband
people-contact = Contact
people-extra = Aanvullende gegevens
people-direct-reports = Directe medewerkers
people-leads = Geeft leiding aan
people-history-what = Wat is gewijzigd
people-history-everything = Alles
people-history-until = T/m
people-history-more = De laatste { $count } wijzigingen worden getoond. Kies een eerdere datum voor meer.
people-move-title = { $name } overplaatsen
people-move-text = Op de gekozen datum begint een nieuwe plaatsing. De huidige eindigt de dag ervoor en blijft in de geschiedenis.
people-move-from = Ingangsdatum
people-move-from-help = Eerste dag van de nieuwe plaatsing, in het verleden of de toekomst.
people-move-now = Huidige plaatsing
people-move-do = Overplaatsen
people-moved = De overplaatsing is vastgelegd.
people-leave-title = Uitdiensttreding van { $name }
people-leave-text = Plaatsing en contract eindigen op de laatste dag. Het dossier blijft bewaard.
people-leave-date = Laatste dag
people-leave-date-help = Laatste dag van het dienstverband.
people-leave-do = Uitdiensttreding vastleggen
people-leave-team = { $count ->
    [one] { $count } medewerker rapporteert aan deze persoon en heeft een andere leidinggevende nodig.
   *[other] { $count } medewerkers rapporteren aan deze persoon en hebben een andere leidinggevende nodig.
}
people-leave-loans = { $count ->
    [one] { $count } bedrijfsmiddel moet nog worden ingeleverd.
   *[other] { $count } bedrijfsmiddelen moeten nog worden ingeleverd.
}
people-left = De uitdiensttreding is vastgelegd.
org-title = Organisatie
org-chart = Organogram
org-list = Organisatielijst
org-ways = Weergaven van de organisatie
org-summary = { $count ->
    [one] { $count } eenheid op { $date }
   *[other] { $count } eenheden op { $date }
}
org-counts-visible = De aantallen tellen de medewerkers die u mag zien
org-on-day = Op { $date }
org-from-here = Organogram vanaf hier
org-in-chart = In het organogram tonen
org-add-below = Onderliggende eenheid toevoegen
org-count = { $own } / { $all }
org-own = Medewerkers in de eenheid
org-all = Inclusief onderliggende
org-find = Eenheid zoeken
org-levels = Getoonde niveaus
org-levels-count = { $count ->
    [one] { $count } niveau
   *[other] { $count } niveaus
}
org-level = niveau { $level }
org-boxes = Blokken
org-outline = Boomstructuur
org-none = Er zijn geen eenheden op deze datum
org-none-text = Kies een andere datum, voeg een eenheid toe of importeer de organisatie uit een bestand.
org-found = { $count ->
    [one] { $count } eenheid gevonden voor ‘{ $words }’
   *[other] { $count } eenheden gevonden voor ‘{ $words }’
}
org-whole = Hele organisatie
org-above = Bovenliggende eenheden
org-all-fields = Alle velden
org-top = het hoogste niveau
org-move-title = { $name } verplaatsen
org-move-text = { $name } valt nu onder: { $parent }. Alles vóór de ingangsdatum blijft zoals het was.
org-move-to = Nieuwe bovenliggende eenheid
org-move-to-help = Laat leeg om de eenheid bovenaan te plaatsen.
org-move-date = Ingangsdatum
org-move-date-help = Vanaf deze dag valt de eenheid onder de nieuwe bovenliggende eenheid.
org-move-do = Verplaatsen
org-move-people = { $count ->
    [one] { $count } medewerker verhuist mee met de eenheid. Autorisatielijsten op basis van regels volgen direct.
   *[other] { $count } medewerkers verhuizen mee met de eenheid. Autorisatielijsten op basis van regels volgen direct.
}
org-moved = De eenheid is verplaatst.
org-move-same = De eenheid staat daar al; er is niets gewijzigd.
org-move-undone = De verplaatsing is ongedaan gemaakt.
org-other-day = De eenheid bestaat niet op de gekozen datum. De dichtstbijzijnde periode wordt getoond.
org-tab-positions = Posities
org-tab-properties = Kenmerken
org-planned = gepland: { $count }
org-sub-units = Onderliggende eenheden
org-no-sub-units = Er zijn geen eenheden onder deze.
org-only-here = Alleen deze eenheid
org-with-below = Inclusief onderliggende
org-as-list = Als lijst openen
org-nobody = Niemand hier
org-nobody-text = Niemand die u mag zien is op deze datum in deze eenheid geplaatst.
org-first = De eerste { $count } worden getoond; open de lijst voor allemaal.
org-no-positions = Geen posities
org-no-positions-text = Posities van deze eenheid verschijnen hier met hun bekleders.
org-holders = Bekleed door
org-filled = Vervuld
org-vacant = { $count } vacant
org-open-positions = Open posities
org-planned-headcount = Geplande bezetting
org-vacancies = Vacant
org-in-positions = { $count ->
    [one] op { $count } positie
   *[other] op { $count } posities
}
org-only-vacant = Alleen vacante
org-jobs-text = Functiefamilies en de functies daarin.
org-no-family = Zonder familie
org-people-in-job = Medewerkers in deze functie
org-job-skills = Vereiste vaardigheden
org-mandatory = verplicht
org-level-of = niveau { $rank } van { $top }
org-paths = Loopbaanpaden
org-path-to = Volgende stappen
org-path-from = Vaak afkomstig uit
org-months = { $count ->
    [one] meestal na { $count } maand
   *[other] meestal na { $count } maanden
}
org-find-skill = Vaardigheid zoeken
org-skills-count = Vaardigheden in de bibliotheek: { $count }
org-skills-in = { $count ->
    [one] { $count } vaardigheid
   *[other] { $count } vaardigheden
}
org-no-category = Zonder categorie
org-no-skills = Nog geen vaardigheden
org-no-skills-text = Importeer een bibliotheek zoals ESCO of voeg eigen vaardigheden toe.
org-more-skills = Meer dan { $count }: open de lijst
org-also-called = Ook genoemd: { $name }
org-broader = Breder
org-narrower = Specifieker
org-names = Namen in alle talen
org-needed-by = Functies die haar vereisen
org-people-with-skill = Medewerkers die haar hebben
