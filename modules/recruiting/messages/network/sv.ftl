recruiting-duplicates = Möjliga dubbletter
recruiting-duplicates-text = Akter som kanske gäller samma person: samma e-postadress eller telefonnummer, eller samma namn med samma födelsedatum eller ort. Du bestämmer.
recruiting-no-duplicates = Inga möjliga dubbletter
recruiting-no-duplicates-text = Så snart två akter har samma adress, telefonnummer eller namn med samma födelsedatum eller ort står de här.
recruiting-same-email = Samma e-post
recruiting-same-phone = Samma telefon
recruiting-same-birth = Samma namn och födelsedatum
recruiting-same-town = Samma namn och ort
recruiting-merge = Slå samman
recruiting-merge-title = Slå samman en annan akt med akten för { $name }
recruiting-merge-text = Välj vad akten ska innehålla efteråt. Allt annat förs samman, och det som båda har står kvar en gång.
recruiting-merge-stays = Blir kvar
recruiting-merge-goes = Går upp i den
recruiting-merge-swap = Behåll den andra akten
recruiting-merge-same = Båda akterna säger samma sak.
recruiting-merge-choose = Vad akten innehåller efteråt
recruiting-merge-nothing = inget
recruiting-merge-joined = Vad som förs samman
recruiting-merge-joined-text = Ansökningar till samma tjänst blir en: den som kommit längst blir kvar, med bådas dokument, anteckningar och händelser.
recruiting-merge-undo-text = Du kan ångra detta i 30 dagar.
recruiting-merged = Akterna har slagits samman
recruiting-merge-undone = Akterna är två igen
recruiting-merge-was-undone = Ångrad
recruiting-merges = Sammanslagna akter
recruiting-merge-until = Kan ångras till och med { $day }
recruiting-mind = Etikett eller pool
recruiting-mind-some = Välj kandidater först: högst { $count } åt gången.
recruiting-mind-many = { $count ->
    [one] Minns { $count } kandidat
   *[other] Minns { $count } kandidater
}
recruiting-mind-tag-help = Ett eller två ord som du hittar dem igen med. Inget om hälsa, tro, ursprung eller familj.
recruiting-mind-into = Lägg i poolen
recruiting-mind-out = Ta ur poolen
recruiting-mind-no-pools = Det finns ingen pool än. Skapa en under Alla listor, Kandidatpooler.
recruiting-mind-nothing = Ange en etikett eller välj en pool.
recruiting-kept = { $count ->
    [one] Kandidaten uppdaterad
   *[other] { $count } kandidater uppdaterade
}
recruiting-kept-none = Det gällde redan alla
recruiting-mind-undone = Allt är som det var
recruiting-wait-mention = Läs anteckningen som nämner dig
recruiting-mention-help = Skriv @ och ett namn för att meddela någon i rekryteringsteamet.
recruiting-mention-list = Personer i rekryteringsteamet
recruiting-mentions-you = Nämner dig
recruiting-mention-read = Markera som läst
recruiting-mention-done = Markerad som läst
