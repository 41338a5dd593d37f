# Times for interviews that candidates choose
booking-tab = Gesprekstijden
booking-text = Bied hier tijden aan en vraag kandidaten er zelf een te kiezen. Wie het eerst kiest, heeft de tijd; iedereen krijgt de afspraak per e-mail, ook wijzigingen.
booking-times = Aangeboden tijden
booking-none = Er worden geen tijden aangeboden. Bied er aan, zodat kandidaten kunnen kiezen.
booking-taken = Bezet
booking-free = Vrij
booking-not-offered = Wordt niet aan kandidaten aangeboden.
booking-remove = Niet meer aanbieden
booking-offer-title = Tijden aanbieden
booking-until = Laatste eindigt uiterlijk om
booking-until-help = Er worden zoveel tijden aangeboden als er tussen begin en einde passen.
booking-pause = Pauze ertussen
booking-offer = Aanbieden
booking-ask-title = Kandidaten laten kiezen
booking-nobody = Voor deze vacature loopt geen sollicitatie.
booking-whom = Wie mag kiezen
booking-words = Wat u wilt toevoegen
booking-words-help = Staat in de e-mail, boven de link.
booking-ask = Vragen
booking-asked = Kan kiezen tot en met { $day }
booking-chose = Koos { $when }
booking-offered = Tijden aangeboden
booking-removed = Deze tijd wordt niet meer aangeboden
booking-told = Gevraagd; de e-mail is onderweg
booking-let-choose = Laten kiezen

mail-interview-choose-subject = Kies een tijd voor uw gesprek: { $title }
mail-interview-choose-body =
    Beste { $name },

    We willen u graag ontmoeten naar aanleiding van uw sollicitatie op ‘{ $title }’. Kies uiterlijk { $until } de tijd die u het best uitkomt.
mail-interview-choose-button = Tijd kiezen
