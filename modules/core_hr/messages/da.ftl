# Pages of core HR: the personal area, people, organisation, jobs and skills.
people-me = Min side
people-me-hello = Hej { $name }
people-me-no-file = Din konto er ikke knyttet til en personalemappe
people-me-no-file-text = Du kan arbejde med alt, hvad dine roller giver adgang til. Kontakt HR, hvis kontoen skal høre til en medarbejder.
people-me-team = Mit team
people-my-team = Mit team
people-me-team-size = Mit team
people-me-direct = { $count ->
    [one] { $count } direkte medarbejder
   *[other] { $count } direkte medarbejdere
}
people-me-away = { $count ->
    [one] { $count } fraværende i dag
   *[other] { $count } fraværende i dag
}
people-me-headcount = Antal medarbejdere
people-me-headcount-note = Aktive medarbejdere, som du må se
people-joiners = Tiltrædelser
people-leavers = Fratrædelser
people-this-month = Denne måned
people-joiners-month = Tiltrædelser denne måned
people-leavers-month = Fratrædelser denne måned
people-me-awaiting = Afventer mig
people-me-nothing = Der er intet, der afventer dig
people-me-nothing-text = Her vises dit teams anmodninger, opgaver og datoer, der nærmer sig.
people-more = { $count ->
    [one] { $count } mere
   *[other] { $count } mere
}
people-wait-absence = Fravær anmodet: { $from } til { $to }
people-wait-absence-day = Fravær anmodet: { $from }
people-wait-trial = Prøvetiden slutter { $date }
people-wait-permit = { $name } udløber { $date }
people-wait-document = { $name } udløber { $date }
people-wait-certification = { $name } udløber { $date }
people-away = Fraværende
people-away-until = Fraværende til { $date }
people-me-by-unit = Antal medarbejdere pr. organisation
people-me-file = Min mappe
people-me-absences = Mit fravær
people-me-links = Genveje
people-seniority = Anciennitet
people-since = siden { $date }
people-until = til { $date }
people-length = { $years ->
    [0] { $months ->
        [one] { $months } måned
       *[other] { $months } måneder
    }
    [one] { $years } år { $months ->
        [0] {""}
        [one] { $months } måned
       *[other] { $months } måneder
    }
   *[other] { $years } år { $months ->
        [0] {""}
        [one] { $months } måned
       *[other] { $months } måneder
    }
}
people-length-new = under en måned
people-today = I dag
people-tomorrow = I morgen
people-in-days = { $count ->
    [one] Om { $count } dag
   *[other] Om { $count } dage
}
people-days-ago = { $count ->
    [one] For { $count } dag siden
   *[other] For { $count } dage siden
}
people-nothing-recorded = Intet registreret endnu.
people-slice-current = gældende
people-slice-future = kommende
people-unit-below = Enhed og underenheder
people-country = Land
people-quick = Hurtigfiltre
people-tabs = Mappens afsnit
people-tab-overview = Oversigt
people-tab-work = Arbejde
people-tab-personal = Personligt
people-tab-profile = Profil
people-tab-absences = Fravær
people-tab-equipment = Udstyr & onboarding
people-tab-pay = Løndata
people-tab-history = Historik
people-reports-to = refererer til
people-not-yet = På den valgte dato er personen endnu ikke tiltrådt. Ansættelsesdato: { $date }
people-no-longer = På den valgte dato er personen allerede fratrådt. Sidste dag: { $date }
people-move = Flyt …
people-leave = Registrér fratrædelse …
people-photo-change = Skift foto
people-nothing = Intet her endnu
people-nothing-text = Det, der registreres om personen under denne overskrift, vises her.
people-hours-week = { $hours } timer om ugen
people-work = Placering
people-no-assignment = Der er ingen placering på denne dato.
people-person = Person
people-employment = Ansættelse
people-contact = Kontakt
people-extra = Yderligere oplysninger
people-direct-reports = Direkte medarbejdere
people-leads = Leder
people-history-what = Hvad der er ændret
people-history-everything = Alt
people-history-until = Til og med
people-history-more = De seneste { $count } ændringer vises. Vælg en tidligere dato for at se flere.
people-move-title = Flyt { $name }
people-move-text = En ny placering begynder på den valgte dato. Den nuværende slutter dagen før og bliver i historikken.
people-move-from = Gælder fra
people-move-from-help = Første dag i den nye placering, tilbage eller frem i tiden.
people-move-now = Nuværende placering
people-move-do = Flyt
people-moved = Flytningen er registreret.
people-leave-title = { $name } fratræder
people-leave-text = Placering og kontrakt ophører den sidste dag. Mappen bevares.
people-leave-date = Sidste dag
people-leave-date-help = Ansættelsens sidste dag.
people-leave-do = Registrér fratrædelse
people-leave-team = { $count ->
    [one] { $count } medarbejder refererer til personen og skal have en ny leder.
   *[other] { $count } medarbejdere refererer til personen og skal have en ny leder.
}
people-leave-loans = { $count ->
    [one] { $count } stykke udstyr mangler at blive afleveret.
   *[other] { $count } stykker udstyr mangler at blive afleveret.
}
people-left = Fratrædelsen er registreret.
org-title = Organisation
org-chart = Organisationsdiagram
org-list = Organisationsliste
org-ways = Visninger af organisationen
org-summary = { $count ->
    [one] { $count } enhed { $date }
   *[other] { $count } enheder { $date }
}
org-counts-visible = Tallene tæller personer, som du må se
org-on-day = { $date }
org-from-here = Diagram herfra
org-in-chart = Vis i diagrammet
org-add-below = Tilføj underenhed
org-count = { $own } / { $all }
org-own = Personer i enheden
org-all = Med underenheder
org-find = Find enhed
org-levels = Viste niveauer
org-levels-count = { $count ->
    [one] { $count } niveau
   *[other] { $count } niveauer
}
org-level = niveau { $level }
org-boxes = Bokse
org-outline = Træstruktur
org-none = Der er ingen enheder på denne dato
org-none-text = Vælg en anden dato, tilføj en enhed, eller importér organisationen fra en fil.
org-found = { $count ->
    [one] { $count } enhed fundet for »{ $words }«
   *[other] { $count } enheder fundet for »{ $words }«
}
org-whole = Hele organisationen
org-above = Overordnede enheder
org-all-fields = Alle felter
org-top = øverste niveau
org-move-title = Flyt { $name }
org-move-text = { $name } hører nu under: { $parent }. Alt før datoen forbliver uændret.
org-move-to = Ny overordnet enhed
org-move-to-help = Lad feltet være tomt for at placere enheden øverst.
org-move-date = Gælder fra
org-move-date-help = Fra denne dag hører enheden under den nye overordnede enhed.
org-move-do = Flyt
org-move-people = { $count ->
    [one] { $count } person følger med enheden. Regelbaserede adgangslister opdateres straks.
   *[other] { $count } personer følger med enheden. Regelbaserede adgangslister opdateres straks.
}
org-moved = Enheden er flyttet.
org-move-same = Enheden er der allerede; intet blev ændret.
org-move-undone = Flytningen er fortrudt.
org-other-day = Enheden findes ikke på den valgte dato. Den nærmeste periode vises.
org-tab-positions = Stillinger
org-tab-properties = Egenskaber
org-planned = planlagt: { $count }
org-sub-units = Underenheder
org-no-sub-units = Der er ingen enheder under denne.
org-only-here = Kun denne enhed
org-with-below = Medtag underenheder
org-as-list = Åbn som liste
org-nobody = Ingen her
org-nobody-text = Ingen, som du må se, er placeret i enheden på denne dato.
org-first = De første { $count } vises; åbn listen for alle.
org-no-positions = Ingen stillinger
org-no-positions-text = Enhedens stillinger vises her med deres indehavere.
org-holders = Besat af
org-filled = Besat
org-vacant = { $count } ledig
org-open-positions = Åbne stillinger
org-planned-headcount = Planlagt bemanding
org-vacancies = Ledige
org-in-positions = { $count ->
    [one] i { $count } stilling
   *[other] i { $count } stillinger
}
org-only-vacant = Kun ledige
org-jobs-text = Jobfamilier og jobbene i dem.
org-no-family = Uden familie
org-people-in-job = Personer i dette job
org-job-skills = Krævede kompetencer
org-mandatory = obligatorisk
org-level-of = niveau { $rank } af { $top }
org-paths = Karriereveje
org-path-to = Næste skridt
org-path-from = Kommer ofte fra
org-months = { $count ->
    [one] typisk efter { $count } måned
   *[other] typisk efter { $count } måneder
}
org-find-skill = Find kompetence
org-skills-count = Kompetencer i biblioteket: { $count }
org-skills-in = { $count ->
    [one] { $count } kompetence
   *[other] { $count } kompetencer
}
org-no-category = Uden kategori
org-no-skills = Ingen kompetencer endnu
org-no-skills-text = Importér et bibliotek som ESCO, eller tilføj egne kompetencer.
org-more-skills = Flere end { $count }: åbn listen
org-also-called = Kaldes også: { $name }
org-broader = Bredere
org-narrower = Smallere
org-names = Navne på alle sprog
org-needed-by = Job, der kræver den
org-people-with-skill = Personer, der har den
