# Open sollicitaties
careers-field-contract = Contract
careers-field-family = Vakgebied
careers-field-wish-country = Land
careers-field-wish-place = Plaats of regio
careers-spontaneous = Open sollicitatie
careers-spontaneous-none = Niets dat past?
careers-spontaneous-pool = Open sollicitaties
careers-spontaneous-received = Dank u. We hebben een bevestiging naar uw e-mailadres gestuurd. We houden uw sollicitatie in gedachten voor passende vacatures.
careers-spontaneous-text = Stuur ons uw documenten en vertel ons wat u graag wilt doen, zodat recruiters u vinden als er iets vrijkomt.
careers-spontaneous-withdraw = Uw sollicitatie wordt gewist en niet meer meegenomen. Uw gegevens en documenten blijven hier tot u ze wist.
careers-up-to = (hoogstens { $count })
careers-wish = Wat u zoekt
careers-wish-any = Geen voorkeur
mail-speculative-received-subject = We hebben uw sollicitatie ontvangen
mail-speculative-received-body =
    Beste { $name },

    Dank u voor uw sollicitatie. Ze is aangekomen, en we houden haar in gedachten voor passende vacatures. In uw omgeving kunt u haar bekijken, documenten toevoegen en haar intrekken.

    Hebt u niet gesolliciteerd? Dan heeft iemand per ongeluk uw adres ingevuld; laat het het bedrijf weten.
mail-speculative-received-button = Mijn sollicitaties openen
