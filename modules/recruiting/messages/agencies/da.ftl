agencies-tab = Bureauer
agencies-text = Bureauer læser stillingen som kandidater gør, med jeres besked, og foreslår personer på karrieresiden. De ser aldrig, hvem der ellers er foreslået, og ingen mappe.
agencies-given = Givet til
agencies-nobody = Intet bureau har stillingen endnu.
agencies-no-agency = Der er intet andet bureau med aftale. Opret et under »Rekrutteringsbureauer«, med de personer, der arbejder der.
agencies-give = Giv til bureau
agencies-gave = Bureauets personer får en mail.
agencies-take-back = Tag tilbage
agencies-taken-back = Bureauet ser ikke længere stillingen.
agencies-holds = Ser den
agencies-holds-not = Ser den ikke
agencies-counts = { $proposed } foreslået, { $accepted } accepteret, { $hired } ansat
agencies-none = Der er ikke foreslået nogen endnu.
agencies-by = Foreslået af { $agency } { $day }
agencies-for = til { $vacancy }
agencies-protected = Beskyttet til og med { $day }.
agencies-protection-over = Beskyttelsen ophørte { $day }.
agencies-fee = Honorar: { $fee }
agencies-fee-share = Honorar ved ansættelse: { $fee } af det første års løn
agencies-applied = Har allerede en ansøgning til stillingen.
agencies-first = { $agency } var først: beskyttet til og med { $day }.
agencies-known = Der var allerede en mappe; intet i den er ændret. Accepter forslaget for at oprette en ansøgning.
agencies-same = Kan være samme person som:
agencies-wrote = Bureauet skrev
agencies-accept = Accepter
agencies-duplicate = Allerede kendt
agencies-refuse = Afvis
agencies-decided = Afgjort; bureauet kan læse det.
agencies-undecided = Bureauet læser »modtaget«, indtil du afgør det.
agencies-details = Detaljer
agencies-wait = Afgør et bureaus forslag
mail-agency-given-subject = En ledig stilling til jer: { $vacancy }
mail-agency-given-body =
    Hej { $name }

    { $tenant } beder jeres bureau om at foreslå kandidater til »{ $vacancy }« (reference { $reference }), fra og med { $start }.
mail-agency-given-button = Åbn stillingen
mail-agency-answer-subject = Jeres forslag { $number }: { $state }
mail-agency-answer-body =
    Hej { $name }

    Jeres forslag { $number } til »{ $vacancy }« hos { $tenant } står nu sådan: { $state }.
mail-agency-answer-button = Åbn forslaget
mail-agency-proposed-subject = { $agency } foreslår en person til »{ $title }«
mail-agency-proposed-body =
    Hej

    { $agency } har foreslået en person til »{ $title }«. Du afgør, om forslaget tages op; indtil da læser bureauet, at det er modtaget.
mail-agency-proposed-button = Åbn forslagene
mail-candidate-proposed-subject = { $agency } har foreslået dig til { $tenant }
mail-candidate-proposed-body =
    Hej { $name }

    Rekrutteringsbureauet { $agency } har foreslået dig til { $tenant } til »{ $vacancy }« (reference { $reference }) og sagt til os, at du er indforstået. Derfra har vi dit navn, din adresse og det, der blev sendt om dig: måske telefonnummer, by, CV og andre dokumenter.

    { $tenant } har nu disse data for sammen med dig at afgøre, om vi skal arbejde sammen. Din side viser dem sammen med oplysningerne om databeskyttelse. Der kan du rette dem, få dem alle tilsendt, trække dig eller få det hele slettet.

    Var du ikke indforstået? Slet så det hele dér, og fortæl os det.
mail-candidate-proposed-button = Åbn min side
