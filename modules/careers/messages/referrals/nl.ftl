# Aanbevelingen door medewerkers
careers-recommend = Iemand aanbevelen
careers-recommended = U bent aanbevolen
careers-recommended-by = { $name } werkt hier en denkt dat dit bij u past:
careers-recommended-gone = Voor deze vacature kan niet meer worden gesolliciteerd. Misschien past een andere bij u.
careers-recommended-no = Nee, dank u
careers-recommended-no-text = Als u niet wilt, verwijderen wij uw naam en uw adres meteen. Zonder antwoord doen wij dat na 60 dagen.
careers-recommended-over = Deze link werkt niet meer
careers-recommended-over-text = De aanbeveling is beantwoord, of haar tijd is voorbij. U kunt op elk moment ook zonder haar solliciteren.
careers-recommended-thanks = Dank u voor uw antwoord
careers-recommended-thanks-text = Uw naam en uw adres zijn verwijderd.
referrals-mine = Mijn aanbevelingen
referrals-text = Wie u hebt aanbevolen, en hoe ver het is.
referrals-new = Iemand aanbevelen
referrals-none = U hebt nog niemand aanbevolen
referrals-none-text = Kent u iemand die bij een van onze vacatures past? Die persoon krijgt een e-mail van ons en beslist zelf.
referrals-no-vacancy = Er zijn op dit moment geen vacatures
referrals-no-vacancy-text = Zodra er een is gepubliceerd, kunt u iemand daarvoor aanbevelen.
referrals-what-happens = De persoon krijgt een e-mail met uw naam, de vacature en een link om te solliciteren. Wat u hier schrijft, lezen degenen die zich met de vacature bezighouden. Zonder antwoord verwijderen wij de gegevens van de persoon na 60 dagen.
referrals-send = Aanbeveling versturen
referrals-sent = Dank u. De persoon die u aanbeveelt, krijgt een e-mail van ons.
referrals-who = Persoon
referrals-vacancy = Vacature
referrals-on = Aanbevolen op
referrals-state = Hoe ver het is
referrals-state-submitted = Uitgenodigd
referrals-state-considered = Gesolliciteerd
referrals-state-hired = Aangenomen
referrals-state-closed = Afgesloten
referrals-by = Aanbevolen door
mail-referral-invitation-subject = { $referrer } beveelt u aan: { $vacancy }
mail-referral-invitation-body =
    Hallo { $name },

    { $referrer } werkt bij { $tenant } en heeft u aanbevolen voor “{ $vacancy }”. Met de link hieronder leest u de vacature en kunt u solliciteren.

    Wilt u dat niet? Op dezelfde pagina staat “Nee, dank u”: dan verwijderen wij uw naam en uw adres meteen. Zonder antwoord doen wij dat na 60 dagen.
mail-referral-invitation-button = Vacature bekijken
