recruiting-duplicates = Mogelijke dubbele dossiers
recruiting-duplicates-text = Dossiers die misschien van dezelfde persoon zijn: hetzelfde e-mailadres of telefoonnummer, of dezelfde naam met dezelfde geboortedatum of plaats. U beslist.
recruiting-no-duplicates = Geen mogelijke dubbele dossiers
recruiting-no-duplicates-text = Zodra twee dossiers hetzelfde adres, telefoonnummer of dezelfde naam met dezelfde geboortedatum of plaats hebben, staan ze hier.
recruiting-same-email = Zelfde e-mail
recruiting-same-phone = Zelfde telefoon
recruiting-same-birth = Zelfde naam en geboortedatum
recruiting-same-town = Zelfde naam en plaats
recruiting-merge = Samenvoegen
recruiting-merge-title = Een ander dossier samenvoegen met dat van { $name }
recruiting-merge-text = Kies wat er daarna in het dossier staat. Al het overige komt samen, en wat beide hebben, blijft één keer staan.
recruiting-merge-stays = Blijft
recruiting-merge-goes = Gaat erin op
recruiting-merge-swap = Het andere dossier behouden
recruiting-merge-same = Beide dossiers zeggen hetzelfde.
recruiting-merge-choose = Wat er daarna in het dossier staat
recruiting-merge-nothing = niets
recruiting-merge-joined = Wat samenkomt
recruiting-merge-joined-text = Sollicitaties op dezelfde vacature worden één: die het verst gekomen is blijft, met de documenten, notities en gebeurtenissen van beide.
recruiting-merge-undo-text = U kunt dit 30 dagen ongedaan maken.
recruiting-merged = Dossiers samengevoegd
recruiting-merge-undone = De dossiers zijn weer gescheiden
recruiting-merge-was-undone = Ongedaan gemaakt
recruiting-merges = Samengevoegde dossiers
recruiting-merge-until = Kan tot { $day } ongedaan worden gemaakt
recruiting-mind = Trefwoord of pool
recruiting-mind-some = Selecteer eerst kandidaten: maximaal { $count } tegelijk.
recruiting-mind-many = { $count ->
    [one] { $count } kandidaat onthouden
   *[other] { $count } kandidaten onthouden
}
recruiting-mind-tag-help = Een of twee woorden waarmee u ze terugvindt. Niets over gezondheid, geloof, afkomst of gezin.
recruiting-mind-into = In de pool plaatsen
recruiting-mind-out = Uit de pool halen
recruiting-mind-no-pools = Er is nog geen pool. Maak er een onder Alle lijsten, Kandidatenpools.
recruiting-mind-nothing = Voer een trefwoord in of kies een pool.
recruiting-kept = { $count ->
    [one] Kandidaat bijgewerkt
   *[other] { $count } kandidaten bijgewerkt
}
recruiting-kept-none = Dat gold al voor iedereen
recruiting-mind-undone = Alles is zoals het was
recruiting-wait-mention = Lees de notitie waarin u wordt genoemd
recruiting-mention-help = Typ @ en een naam om iemand uit het wervingsteam te waarschuwen.
recruiting-mention-list = Mensen in het wervingsteam
recruiting-mentions-you = Noemt u
recruiting-mention-read = Als gelezen markeren
recruiting-mention-done = Als gelezen gemarkeerd
