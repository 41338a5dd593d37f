# Times for interviews that candidates choose
booking-tab = Intervjutider
booking-text = Erbjud tider här och be kandidater välja själva. Den som väljer först får tiden; alla får mötet per e-post, och även ändringar.
booking-times = Erbjudna tider
booking-none = Inga tider erbjuds. Erbjud några så att kandidaterna kan välja.
booking-taken = Upptagen
booking-free = Ledig
booking-not-offered = Erbjuds inte kandidaterna.
booking-remove = Erbjud inte längre
booking-offer-title = Erbjud tider
booking-until = Den sista slutar senast
booking-until-help = Så många tider som ryms mellan början och slut erbjuds.
booking-pause = Paus mellan två
booking-offer = Erbjud
booking-ask-title = Be kandidater välja
booking-nobody = Ingen ansökan pågår för tjänsten.
booking-whom = Vem som får välja
booking-words = Vad du vill tillägga
booking-words-help = Står i e-posten, ovanför länken.
booking-ask = Be
booking-asked = Kan välja till och med { $day }
booking-chose = Valde { $when }
booking-offered = Tiderna erbjuds
booking-removed = Tiden erbjuds inte längre
booking-told = Frågan är skickad med e-post
booking-let-choose = Låt välja tid

mail-interview-choose-subject = Välj en tid för din intervju: { $title }
mail-interview-choose-body =
    Hej { $name },

    Vi vill gärna träffa dig om din ansökan till ”{ $title }”. Välj den tid som passar dig bäst senast { $until }.
mail-interview-choose-button = Välj tid
