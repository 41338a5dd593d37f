# Spontanansökningar
careers-field-contract = Anställningsform
careers-field-family = Arbetsområde
careers-field-wish-country = Land
careers-field-wish-place = Ort eller region
careers-spontaneous = Spontanansökan
careers-spontaneous-none = Inget som passar?
careers-spontaneous-pool = Spontanansökningar
careers-spontaneous-received = Tack. Vi har skickat en bekräftelse till din e-postadress. Vi har din ansökan i åtanke för lediga jobb som passar.
careers-spontaneous-text = Skicka dina handlingar och berätta vad du skulle vilja göra, så att rekryterarna hittar dig när något blir ledigt.
careers-spontaneous-withdraw = Din ansökan raderas och beaktas inte längre. Dina uppgifter och dokument finns kvar här tills du raderar dem.
careers-up-to = (högst { $count })
careers-wish = Vad du söker
careers-wish-any = Spelar ingen roll
mail-speculative-received-subject = Vi har tagit emot din ansökan
mail-speculative-received-body =
    Hej { $name },

    Tack för din ansökan. Den har kommit fram, och vi har den i åtanke för lediga jobb som passar. På din sida kan du se den, lägga till dokument och ta tillbaka den.

    Har du inte ansökt? Då har någon angett din adress av misstag; meddela gärna företaget.
mail-speculative-received-button = Öppna mina ansökningar
