# Empfehlungen der Belegschaft
careers-recommend = Jemanden empfehlen
careers-recommended = Sie wurden empfohlen
careers-recommended-by = { $name } arbeitet hier und meint, dass das zu Ihnen passt:
careers-recommended-gone = Für diese Stelle werden keine Bewerbungen mehr angenommen. Vielleicht passt eine andere zu Ihnen.
careers-recommended-no = Nein, danke
careers-recommended-no-text = Wenn Sie nicht möchten, löschen wir Ihren Namen und Ihre Adresse sofort. Ohne Antwort tun wir das nach 60 Tagen.
careers-recommended-over = Dieser Link gilt nicht mehr
careers-recommended-over-text = Die Empfehlung wurde beantwortet, oder ihre Zeit ist um. Sie können sich jederzeit auch ohne sie bewerben.
careers-recommended-thanks = Danke für Ihre Antwort
careers-recommended-thanks-text = Ihr Name und Ihre Adresse wurden gelöscht.
referrals-mine = Meine Empfehlungen
referrals-text = Wen Sie empfohlen haben und wie weit es ist.
referrals-new = Jemanden empfehlen
referrals-none = Sie haben noch niemanden empfohlen
referrals-none-text = Kennen Sie jemanden, der zu einer unserer Stellen passt? Die Person bekommt eine E-Mail von uns und entscheidet selbst.
referrals-no-vacancy = Zurzeit gibt es keine Stellen
referrals-no-vacancy-text = Sobald eine veröffentlicht ist, können Sie jemanden dafür empfehlen.
referrals-what-happens = Die Person bekommt eine E-Mail mit Ihrem Namen, der Stelle und einem Link zur Bewerbung. Was Sie hier schreiben, lesen diejenigen, die die Stelle betreuen. Ohne Antwort löschen wir die Daten der Person nach 60 Tagen.
referrals-send = Empfehlung absenden
referrals-sent = Danke. Die empfohlene Person bekommt eine E-Mail von uns.
referrals-who = Person
referrals-vacancy = Stelle
referrals-on = Empfohlen am
referrals-state = Stand
referrals-state-submitted = Eingeladen
referrals-state-considered = Beworben
referrals-state-hired = Eingestellt
referrals-state-closed = Abgeschlossen
referrals-by = Empfohlen von
mail-referral-invitation-subject = { $referrer } empfiehlt Sie: { $vacancy }
mail-referral-invitation-body =
    Guten Tag { $name },

    { $referrer } arbeitet bei { $tenant } und hat Sie für „{ $vacancy }“ empfohlen. Mit dem Link unten lesen Sie die Stelle und können sich bewerben.

    Sie möchten nicht? Auf derselben Seite steht „Nein, danke“: Dann löschen wir Ihren Namen und Ihre Adresse sofort. Ohne Antwort tun wir das nach 60 Tagen.
mail-referral-invitation-button = Stelle ansehen
