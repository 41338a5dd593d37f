# Rekommendationer från medarbetare
careers-recommend = Rekommendera någon
careers-recommended = Du har blivit rekommenderad
careers-recommended-by = { $name } arbetar här och tror att det här passar dig:
careers-recommended-gone = Det går inte längre att söka den här tjänsten. Kanske passar någon annan dig.
careers-recommended-no = Nej tack
careers-recommended-no-text = Om du inte vill raderar vi ditt namn och din adress direkt. Utan svar gör vi det efter 60 dagar.
careers-recommended-over = Länken fungerar inte längre
careers-recommended-over-text = Rekommendationen har besvarats, eller så har tiden gått ut. Du kan söka när som helst även utan den.
careers-recommended-thanks = Tack för ditt svar
careers-recommended-thanks-text = Ditt namn och din adress har raderats.
referrals-mine = Mina rekommendationer
referrals-text = Vem du har rekommenderat och hur långt det har kommit.
referrals-new = Rekommendera någon
referrals-none = Du har inte rekommenderat någon ännu
referrals-none-text = Känner du någon som passar en av våra tjänster? Personen får ett mejl från oss och bestämmer själv.
referrals-no-vacancy = Det finns inga lediga tjänster just nu
referrals-no-vacancy-text = Så snart en publiceras kan du rekommendera någon till den.
referrals-what-happens = Personen får ett mejl med ditt namn, tjänsten och en länk för att söka. Det du skriver här läses av dem som arbetar med tjänsten. Utan svar raderar vi personens uppgifter efter 60 dagar.
referrals-send = Skicka rekommendation
referrals-sent = Tack. Personen som du rekommenderar får ett mejl från oss.
referrals-who = Person
referrals-vacancy = Tjänst
referrals-on = Rekommenderad
referrals-state = Hur långt det har kommit
referrals-state-submitted = Inbjuden
referrals-state-considered = Har sökt
referrals-state-hired = Anställd
referrals-state-closed = Avslutad
referrals-by = Rekommenderad av
mail-referral-invitation-subject = { $referrer } rekommenderar dig: { $vacancy }
mail-referral-invitation-body =
    Hej { $name },

    { $referrer } arbetar på { $tenant } och har rekommenderat dig till ”{ $vacancy }”. Med länken nedan läser du om tjänsten och kan söka.

    Vill du inte? På samma sida finns ”Nej tack”: då raderar vi ditt namn och din adress direkt. Utan svar gör vi det efter 60 dagar.
mail-referral-invitation-button = Läs om tjänsten
