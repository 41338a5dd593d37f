recruiting-duplicates = Mulige dubletter
recruiting-duplicates-text = Mapper, der måske gælder samme person: samme e-mailadresse eller telefonnummer, eller samme navn med samme fødselsdato eller by. Du bestemmer.
recruiting-no-duplicates = Ingen mulige dubletter
recruiting-no-duplicates-text = Så snart to mapper har samme adresse, telefonnummer eller navn med samme fødselsdato eller by, står de her.
recruiting-same-email = Samme e-mail
recruiting-same-phone = Samme telefon
recruiting-same-birth = Samme navn og fødselsdato
recruiting-same-town = Samme navn og by
recruiting-merge = Læg sammen
recruiting-merge-title = Læg en anden mappe sammen med mappen for { $name }
recruiting-merge-text = Vælg, hvad mappen skal indeholde bagefter. Alt andet samles, og det, som begge har, står kun én gang.
recruiting-merge-stays = Bliver
recruiting-merge-goes = Går op i den
recruiting-merge-swap = Behold den anden mappe
recruiting-merge-same = Begge mapper siger det samme.
recruiting-merge-choose = Hvad mappen indeholder bagefter
recruiting-merge-nothing = intet
recruiting-merge-joined = Hvad der samles
recruiting-merge-joined-text = Ansøgninger til samme stilling bliver til én: den, der er nået længst, bliver, med begges dokumenter, noter og hændelser.
recruiting-merge-undo-text = Du kan fortryde dette i 30 dage.
recruiting-merged = Mapperne er lagt sammen
recruiting-merge-undone = Mapperne er to igen
recruiting-merge-was-undone = Fortrudt
recruiting-merges = Sammenlagte mapper
recruiting-merge-until = Kan fortrydes til og med { $day }
recruiting-mind = Nøgleord eller kandidatbank
recruiting-mind-some = Vælg kandidater først: højst { $count } ad gangen.
recruiting-mind-many = { $count ->
    [one] Husk { $count } kandidat
   *[other] Husk { $count } kandidater
}
recruiting-mind-tag-help = Et eller to ord, som du genfinder dem med. Intet om helbred, tro, oprindelse eller familie.
recruiting-mind-into = Læg i kandidatbanken
recruiting-mind-out = Tag ud af kandidatbanken
recruiting-mind-no-pools = Der er ingen kandidatbank endnu. Opret en under Alle lister, Kandidatbanker.
recruiting-mind-nothing = Skriv et nøgleord, eller vælg en kandidatbank.
recruiting-kept = { $count ->
    [one] Kandidaten er opdateret
   *[other] { $count } kandidater er opdateret
}
recruiting-kept-none = Det gjaldt allerede for alle
recruiting-mind-undone = Alt er, som det var
recruiting-wait-mention = Læs notatet, der nævner dig
recruiting-mention-help = Skriv @ og et navn for at give besked til en på ansættelsesteamet.
recruiting-mention-list = Personer på ansættelsesteamet
recruiting-mentions-you = Nævner dig
recruiting-mention-read = Markér som læst
recruiting-mention-done = Markeret som læst
