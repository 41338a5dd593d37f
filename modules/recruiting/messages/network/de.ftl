recruiting-duplicates = Mögliche Dubletten
recruiting-duplicates-text = Akten, die vielleicht dieselbe Person betreffen: gleiche E-Mail-Adresse oder Telefonnummer, oder gleicher Name mit gleichem Geburtsdatum oder Ort. Sie entscheiden.
recruiting-no-duplicates = Keine möglichen Dubletten
recruiting-no-duplicates-text = Sobald zwei Akten dieselbe Adresse, Telefonnummer oder denselben Namen mit gleichem Geburtsdatum oder Ort haben, stehen sie hier.
recruiting-same-email = Gleiche E-Mail
recruiting-same-phone = Gleiche Telefonnummer
recruiting-same-birth = Gleicher Name und Geburtstag
recruiting-same-town = Gleicher Name und Ort
recruiting-merge = Zusammenführen
recruiting-merge-title = Eine andere Akte mit der von { $name } zusammenführen
recruiting-merge-text = Wählen Sie, was danach in der Akte steht. Alles Übrige kommt zusammen, und was beide haben, bleibt einmal.
recruiting-merge-stays = Bleibt
recruiting-merge-goes = Geht darin auf
recruiting-merge-swap = Die andere Akte behalten
recruiting-merge-same = Beide Akten sagen dasselbe.
recruiting-merge-choose = Was danach in der Akte steht
recruiting-merge-nothing = nichts
recruiting-merge-joined = Was zusammenkommt
recruiting-merge-joined-text = Bewerbungen auf dieselbe Stelle werden eine: Die weiter fortgeschrittene bleibt, mit Dokumenten, Notizen und Ereignissen beider.
recruiting-merge-undo-text = Sie können das 30 Tage lang rückgängig machen.
recruiting-merged = Akten zusammengeführt
recruiting-merge-undone = Die Akten sind wieder getrennt
recruiting-merge-was-undone = Rückgängig gemacht
recruiting-merges = Zusammengeführte Akten
recruiting-merge-until = Kann bis { $day } rückgängig gemacht werden
recruiting-mind = Schlagwort oder Pool
recruiting-mind-some = Wählen Sie zuerst Personen aus: bis zu { $count } auf einmal.
recruiting-mind-many = { $count ->
    [one] { $count } Person vormerken
   *[other] { $count } Personen vormerken
}
recruiting-mind-tag-help = Ein, zwei Wörter, mit denen Sie sie wiederfinden. Nichts über Gesundheit, Glauben, Herkunft oder Familie.
recruiting-mind-into = In den Pool aufnehmen
recruiting-mind-out = Aus dem Pool nehmen
recruiting-mind-no-pools = Es gibt noch keinen Pool. Legen Sie unter Alle Listen, Bewerberpools, einen an.
recruiting-mind-nothing = Geben Sie ein Schlagwort ein oder wählen Sie einen Pool.
recruiting-kept = { $count ->
    [one] Person aktualisiert
   *[other] { $count } Personen aktualisiert
}
recruiting-kept-none = Das galt schon für alle
recruiting-mind-undone = Alles ist wie zuvor
recruiting-wait-mention = Lesen Sie die Notiz, die Sie erwähnt
recruiting-mention-help = Mit @ und einem Namen benachrichtigen Sie jemanden aus dem Auswahlteam.
recruiting-mention-list = Personen im Auswahlteam
recruiting-mentions-you = Erwähnt Sie
recruiting-mention-read = Als gelesen markieren
recruiting-mention-done = Als gelesen markiert
