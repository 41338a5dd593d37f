# Uopfordrede ansøgninger
careers-field-contract = Ansættelsesform
careers-field-family = Arbejdsområde
careers-field-wish-country = Land
careers-field-wish-place = By eller region
careers-spontaneous = Uopfordret ansøgning
careers-spontaneous-none = Ikke noget, der passer?
careers-spontaneous-pool = Uopfordrede ansøgninger
careers-spontaneous-received = Tak. Vi har sendt en bekræftelse til din e-mailadresse. Vi har din ansøgning i tankerne til stillinger, der passer.
careers-spontaneous-text = Send os dine dokumenter, og fortæl, hvad du gerne vil lave, så vi finder dig, når noget bliver ledigt.
careers-spontaneous-withdraw = Din ansøgning slettes og indgår ikke længere. Dine oplysninger og dokumenter bliver her, til du sletter dem.
careers-up-to = (højst { $count })
careers-wish = Det, du søger
careers-wish-any = Underordnet
mail-speculative-received-subject = Vi har modtaget din ansøgning
mail-speculative-received-body =
    Hej { $name }

    Tak for din ansøgning. Den er kommet frem, og vi har den i tankerne til stillinger, der passer. På din side kan du se den, tilføje dokumenter og trække den tilbage.

    Har du ikke ansøgt? Så har nogen skrevet din adresse ved en fejl; giv gerne virksomheden besked.
mail-speculative-received-button = Åbn mine ansøgninger
