# Times for interviews that candidates choose
booking-tab = Créneaux d’entretien
booking-text = Proposez ici des créneaux et demandez aux candidats d’en choisir un. Le premier qui choisit obtient le créneau ; chacun reçoit le rendez-vous par courriel, ainsi que ses modifications.
booking-times = Créneaux proposés
booking-none = Aucun créneau n’est proposé. Proposez-en pour que les candidats puissent choisir.
booking-taken = Pris
booking-free = Libre
booking-not-offered = Non proposé aux candidats.
booking-remove = Ne plus proposer
booking-offer-title = Proposer des créneaux
booking-until = Fin du dernier au plus tard
booking-until-help = Autant de créneaux que possible sont proposés entre le début et la fin.
booking-pause = Pause entre deux
booking-offer = Proposer
booking-ask-title = Demander aux candidats de choisir
booking-nobody = Aucune candidature n’est en cours pour cette offre.
booking-whom = Qui peut choisir
booking-words = Ce que vous souhaitez ajouter
booking-words-help = Figure dans le courriel, au-dessus du lien.
booking-ask = Demander
booking-asked = Choix demandé jusqu’au { $day }
booking-chose = A choisi le { $when }
booking-offered = Créneaux proposés
booking-removed = Ce créneau n’est plus proposé
booking-told = Demande faite ; le courriel est en route
booking-let-choose = Laisser choisir

mail-interview-choose-subject = Choisissez le créneau de votre entretien : { $title }
mail-interview-choose-body =
    Bonjour { $name },

    Nous aimerions vous rencontrer au sujet de votre candidature « { $title } ». Veuillez choisir le créneau qui vous convient le mieux avant le { $until } inclus.
mail-interview-choose-button = Choisir un créneau
