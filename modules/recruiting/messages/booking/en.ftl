# Times for interviews that candidates choose
booking-tab = Interview times
booking-text = Offer times here and ask candidates to choose one themselves. Whoever chooses first has the time; everybody gets the appointment by mail, and what changes in it.
booking-times = Times offered
booking-none = No times are offered. Offer some for candidates to choose from.
booking-taken = Taken
booking-free = Free
booking-not-offered = Not offered to candidates.
booking-remove = Offer no more
booking-offer-title = Offer times
booking-until = Last one ends by
booking-until-help = As many as fit between begin and end are offered.
booking-pause = Break between two
booking-offer = Offer
booking-ask-title = Ask candidates to choose
booking-nobody = Nobody is under way for this vacancy.
booking-whom = Who may choose
booking-words = What you would like to add
booking-words-help = Stands in the mail, above the link.
booking-ask = Ask
booking-asked = Asked to choose until { $day }
booking-chose = Chose { $when }
booking-offered = Times offered
booking-removed = This time is offered no more
booking-told = Asked; the mail is on its way
booking-let-choose = Let them choose

mail-interview-choose-subject = Please choose a time for your interview: { $title }
mail-interview-choose-body =
    Hello { $name },

    We would like to meet you about your application for “{ $title }”. Please choose the time that suits you best by { $until }.
mail-interview-choose-button = Choose a time
