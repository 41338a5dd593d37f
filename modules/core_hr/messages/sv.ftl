# Pages of core HR: the personal area, people, organisation, jobs and skills.
people-me = Min sida
people-me-hello = Hej { $name }
people-me-no-file = Ditt konto är inte kopplat till någon personalakt
people-me-no-file-text = Du kan arbeta med allt som dina roller tillåter. Kontakta HR om kontot ska höra till en anställd.
people-me-team = Mitt team
people-my-team = Mitt team
people-me-team-size = Mitt team
people-me-direct = { $count ->
    [one] { $count } direkt underställd
   *[other] { $count } direkt underställda
}
people-me-away = { $count ->
    [one] { $count } frånvarande i dag
   *[other] { $count } frånvarande i dag
}
people-me-headcount = Antal anställda
people-me-headcount-note = Aktiva anställda som du får se
people-joiners = Nyanställda
people-leavers = Avgångar
people-this-month = Denna månad
people-joiners-month = Nyanställda denna månad
people-leavers-month = Avgångar denna månad
people-me-awaiting = Väntar på mig
people-me-nothing = Inget väntar på dig
people-me-nothing-text = Här visas teamets ansökningar, uppgifter och datum som närmar sig.
people-more = { $count ->
    [one] { $count } till
   *[other] { $count } till
}
people-wait-absence = Frånvaro begärd: { $from } till { $to }
people-wait-absence-day = Frånvaro begärd: { $from }
people-wait-trial = Provanställningen slutar { $date }
people-wait-permit = { $name } går ut { $date }
people-wait-document = { $name } går ut { $date }
people-wait-certification = { $name } går ut { $date }
people-away = Frånvarande
people-away-until = Frånvarande till { $date }
people-me-by-unit = Antal anställda per organisation
people-me-file = Min akt
people-me-absences = Min frånvaro
people-me-links = Genvägar
people-seniority = Anställningstid
people-since = sedan { $date }
people-until = till { $date }
people-length = { $years ->
    [0] { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }
    [one] { $years } år { $months ->
        [0] {""}
        [one] { $months } månad
       *[other] { $months } månader
    }
   *[other] { $years } år { $months ->
        [0] {""}
        [one] { $months } månad
       *[other] { $months } månader
    }
}
people-length-new = mindre än en månad
people-today = I dag
people-tomorrow = I morgon
people-in-days = { $count ->
    [one] Om { $count } dag
   *[other] Om { $count } dagar
}
people-days-ago = { $count ->
    [one] För { $count } dag sedan
   *[other] För { $count } dagar sedan
}
people-nothing-recorded = Inget registrerat ännu.
people-slice-current = gällande
people-slice-future = kommande
people-unit-below = Enhet med underenheter
people-country = Land
people-quick = Snabbfilter
people-tabs = Aktens delar
people-tab-overview = Översikt
people-tab-work = Arbete
people-tab-personal = Personligt
people-tab-profile = Profil
people-tab-absences = Frånvaro
people-tab-equipment = Utrustning & introduktion
people-tab-pay = Löneuppgifter
people-tab-history = Historik
people-reports-to = rapporterar till
people-not-yet = På det valda datumet har personen inte börjat än. Anställningsdatum: { $date }
people-no-longer = På det valda datumet har personen redan slutat. Sista dag: { $date }
people-move = Flytta …
people-leave = Registrera avgång …
people-photo-change = Byt foto
people-nothing = Inget här ännu
people-nothing-text = Det som registreras om personen under denna rubrik visas här.
people-hours-week = { $hours } timmar i veckan
people-work = Placering
people-no-assignment = Det finns ingen placering detta datum.
people-person = Person
people-employment = Anställning
people-contact = Kontakt
people-extra = Övriga uppgifter
people-direct-reports = Direkt underställda
people-leads = Leder
people-history-what = Vad som ändrats
people-history-everything = Allt
people-history-until = Till och med
people-history-more = De senaste { $count } ändringarna visas. Välj ett tidigare datum för att se fler.
people-move-title = Flytta { $name }
people-move-text = En ny placering börjar det datum du väljer. Den nuvarande slutar dagen före och finns kvar i historiken.
people-move-from = Gäller från
people-move-from-help = Första dagen för den nya placeringen, bakåt eller framåt i tiden.
people-move-now = Nuvarande placering
people-move-do = Flytta
people-moved = Flytten har registrerats.
people-leave-title = { $name } slutar
people-leave-text = Placering och avtal upphör sista dagen. Akten finns kvar.
people-leave-date = Sista dag
people-leave-date-help = Anställningens sista dag.
people-leave-do = Registrera avgång
people-leave-team = { $count ->
    [one] { $count } person rapporterar till personen och behöver en ny chef.
   *[other] { $count } personer rapporterar till personen och behöver en ny chef.
}
people-leave-loans = { $count ->
    [one] { $count } utrustning ska återlämnas.
   *[other] { $count } utrustningar ska återlämnas.
}
people-left = Avgången har registrerats.
org-title = Organisation
org-chart = Organisationsschema
org-list = Organisationslista
org-ways = Vyer över organisationen
org-summary = { $count ->
    [one] { $count } enhet { $date }
   *[other] { $count } enheter { $date }
}
org-counts-visible = Siffrorna räknar personer som du får se
org-on-day = { $date }
org-from-here = Schema härifrån
org-in-chart = Visa i schemat
org-add-below = Lägg till underenhet
org-count = { $own } / { $all }
org-own = Personer i enheten
org-all = Med underenheter
org-find = Sök enhet
org-levels = Visade nivåer
org-levels-count = { $count ->
    [one] { $count } nivå
   *[other] { $count } nivåer
}
org-level = nivå { $level }
org-boxes = Rutor
org-outline = Trädlista
org-none = Det finns inga enheter detta datum
org-none-text = Välj ett annat datum, lägg till en enhet eller importera organisationen från en fil.
org-found = { $count ->
    [one] { $count } enhet hittad för ”{ $words }”
   *[other] { $count } enheter hittade för ”{ $words }”
}
org-whole = Hela organisationen
org-above = Överordnade enheter
org-all-fields = Alla fält
org-top = översta nivån
org-move-title = Flytta { $name }
org-move-text = { $name } hör nu till: { $parent }. Allt före datumet förblir som det var.
org-move-to = Ny överordnad enhet
org-move-to-help = Lämna tomt för att placera enheten överst.
org-move-date = Gäller från
org-move-date-help = Från denna dag hör enheten till den nya överordnade enheten.
org-move-do = Flytta
org-move-people = { $count ->
    [one] { $count } person följer med enheten. Regelstyrda behörighetslistor uppdateras direkt.
   *[other] { $count } personer följer med enheten. Regelstyrda behörighetslistor uppdateras direkt.
}
org-moved = Enheten har flyttats.
org-move-same = Enheten finns redan där; inget ändrades.
org-move-undone = Flytten har ångrats.
org-other-day = Enheten finns inte det valda datumet. Närmaste period visas.
org-tab-positions = Befattningar
org-tab-properties = Egenskaper
org-planned = planerat: { $count }
org-sub-units = Underenheter
org-no-sub-units = Det finns inga enheter under denna.
org-only-here = Endast denna enhet
org-with-below = Ta med underenheter
org-as-list = Öppna som lista
org-nobody = Ingen här
org-nobody-text = Ingen som du får se är placerad i enheten detta datum.
org-first = De första { $count } visas; öppna listan för alla.
org-no-positions = Inga befattningar
org-no-positions-text = Enhetens befattningar visas här med innehavare.
org-holders = Innehas av
org-filled = Tillsatt
org-vacant = { $count } vakant
org-open-positions = Öppna befattningar
org-planned-headcount = Planerad bemanning
org-vacancies = Vakanta
org-in-positions = { $count ->
    [one] på { $count } befattning
   *[other] på { $count } befattningar
}
org-only-vacant = Endast vakanta
org-jobs-text = Jobbfamiljer och deras befattningstyper.
org-no-family = Utan familj
org-people-in-job = Personer med detta jobb
org-job-skills = Kompetenskrav
org-mandatory = obligatorisk
org-level-of = nivå { $rank } av { $top }
org-paths = Karriärvägar
org-path-to = Nästa steg
org-path-from = Vanlig bakgrund
org-months = { $count ->
    [one] vanligen efter { $count } månad
   *[other] vanligen efter { $count } månader
}
org-find-skill = Sök kompetens
org-skills-count = Kompetenser i biblioteket: { $count }
org-skills-in = { $count ->
    [one] { $count } kompetens
   *[other] { $count } kompetenser
}
org-no-category = Utan kategori
org-no-skills = Inga kompetenser ännu
org-no-skills-text = Importera ett bibliotek som ESCO eller lägg till egna kompetenser.
org-more-skills = Fler än { $count }: öppna listan
org-also-called = Kallas även: { $name }
org-broader = Bredare
org-narrower = Smalare
org-names = Namn på alla språk
org-needed-by = Jobb som kräver den
org-people-with-skill = Personer som har den
