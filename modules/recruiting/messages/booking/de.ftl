# Times for interviews that candidates choose
booking-tab = Gesprächstermine
booking-text = Bieten Sie hier Termine an und bitten Sie Bewerbende, selbst einen zu wählen. Wer zuerst wählt, bekommt den Termin; alle erhalten ihn per E-Mail, auch Änderungen.
booking-times = Angebotene Termine
booking-none = Es werden keine Termine angeboten. Bieten Sie welche an, damit Bewerbende wählen können.
booking-taken = Vergeben
booking-free = Frei
booking-not-offered = Wird nicht angeboten.
booking-remove = Nicht mehr anbieten
booking-offer-title = Termine anbieten
booking-until = Letzter endet spätestens um
booking-until-help = Es werden so viele Termine angeboten, wie zwischen Beginn und Ende passen.
booking-pause = Pause dazwischen
booking-offer = Anbieten
booking-ask-title = Um Terminwahl bitten
booking-nobody = Für diese Stelle läuft keine Bewerbung.
booking-whom = Wer wählen darf
booking-words = Was Sie ergänzen möchten
booking-words-help = Steht in der E-Mail über dem Link.
booking-ask = Bitten
booking-asked = Kann bis { $day } wählen
booking-chose = Hat { $when } gewählt
booking-offered = Termine angeboten
booking-removed = Der Termin wird nicht mehr angeboten
booking-told = Die Bitte ist per E-Mail unterwegs
booking-let-choose = Termin wählen lassen

mail-interview-choose-subject = Bitte wählen Sie einen Termin für Ihr Gespräch: { $title }
mail-interview-choose-body =
    Guten Tag { $name },

    wir möchten Sie zu Ihrer Bewerbung „{ $title }“ kennenlernen. Bitte wählen Sie bis zum { $until } den Termin, der Ihnen am besten passt.
mail-interview-choose-button = Termin wählen
