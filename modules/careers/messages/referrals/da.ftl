# Medarbejderanbefalinger
careers-recommend = Anbefal nogen
careers-recommended = Du er blevet anbefalet
careers-recommended-by = { $name } arbejder her og tror, at dette passer til dig:
careers-recommended-gone = Man kan ikke længere søge denne stilling. Måske passer en anden til dig.
careers-recommended-no = Nej tak
careers-recommended-no-text = Hvis du ikke vil, sletter vi dit navn og din adresse med det samme. Uden svar gør vi det efter 60 dage.
careers-recommended-over = Linket virker ikke længere
careers-recommended-over-text = Anbefalingen er besvaret, eller tiden er gået. Du kan altid søge uden den.
careers-recommended-thanks = Tak for dit svar
careers-recommended-thanks-text = Dit navn og din adresse er slettet.
referrals-mine = Mine anbefalinger
referrals-text = Hvem du har anbefalet, og hvor langt det er.
referrals-new = Anbefal nogen
referrals-none = Du har ikke anbefalet nogen endnu
referrals-none-text = Kender du nogen, der passer til en af vores stillinger? Personen får en mail fra os og bestemmer selv.
referrals-no-vacancy = Der er ingen ledige stillinger lige nu
referrals-no-vacancy-text = Så snart en er slået op, kan du anbefale nogen til den.
referrals-what-happens = Personen får en mail med dit navn, stillingen og et link til at søge. Det, du skriver her, læses af dem, der arbejder med stillingen. Uden svar sletter vi personens oplysninger efter 60 dage.
referrals-send = Send anbefaling
referrals-sent = Tak. Den person, du anbefaler, får en mail fra os.
referrals-who = Person
referrals-vacancy = Stilling
referrals-on = Anbefalet
referrals-state = Hvor langt det er
referrals-state-submitted = Inviteret
referrals-state-considered = Har søgt
referrals-state-hired = Ansat
referrals-state-closed = Afsluttet
referrals-by = Anbefalet af
mail-referral-invitation-subject = { $referrer } anbefaler dig: { $vacancy }
mail-referral-invitation-body =
    Hej { $name }

    { $referrer } arbejder hos { $tenant } og har anbefalet dig til “{ $vacancy }”. Med linket herunder læser du om stillingen og kan søge.

    Vil du ikke? På samme side står “Nej tak”: så sletter vi dit navn og din adresse med det samme. Uden svar gør vi det efter 60 dage.
mail-referral-invitation-button = Se stillingen
