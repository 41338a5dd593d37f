# Times for interviews that candidates choose
booking-tab = Samtaletider
booking-text = Tilbyd tider her, og bed kandidaterne selv vælge. Den, der vælger først, får tiden; alle får aftalen pr. e-mail, også ændringer.
booking-times = Tilbudte tider
booking-none = Der tilbydes ingen tider. Tilbyd nogle, så kandidaterne kan vælge.
booking-taken = Optaget
booking-free = Ledig
booking-not-offered = Tilbydes ikke kandidaterne.
booking-remove = Tilbyd ikke længere
booking-offer-title = Tilbyd tider
booking-until = Den sidste slutter senest
booking-until-help = Der tilbydes så mange tider, som der er plads til mellem begyndelse og slutning.
booking-pause = Pause imellem
booking-offer = Tilbyd
booking-ask-title = Bed kandidater vælge
booking-nobody = Der er ingen igangværende ansøgninger til jobbet.
booking-whom = Hvem der må vælge
booking-words = Hvad du vil tilføje
booking-words-help = Står i e-mailen over linket.
booking-ask = Bed
booking-asked = Kan vælge til og med { $day }
booking-chose = Valgte { $when }
booking-offered = Tiderne tilbydes
booking-removed = Tiden tilbydes ikke længere
booking-told = Der er spurgt; e-mailen er på vej
booking-let-choose = Lad vælge tid

mail-interview-choose-subject = Vælg en tid til din samtale: { $title }
mail-interview-choose-body =
    Hej { $name },

    Vi vil gerne møde dig om din ansøgning til »{ $title }«. Vælg den tid, der passer dig bedst, senest { $until }.
mail-interview-choose-button = Vælg tid
