# Applying without a vacancy
careers-field-contract = Contract
careers-field-family = Field of work
careers-field-wish-country = Country
careers-field-wish-place = Town or region
careers-spontaneous = Apply without a vacancy
careers-spontaneous-none = Nothing that fits?
careers-spontaneous-pool = Speculative applications
careers-spontaneous-received = Thank you. We have sent a confirmation to your e-mail address. We keep your application in mind for vacancies that fit.
careers-spontaneous-text = Send us your documents and tell us what you would like to do, so that recruiters find you when something opens.
careers-spontaneous-withdraw = Your application is deleted, and nobody considers it any more. Your data and documents stay here until you delete them.
careers-up-to = (up to { $count })
careers-wish = What you are looking for
careers-wish-any = Any
mail-speculative-received-subject = We have received your application
mail-speculative-received-body =
    Dear { $name },

    Thank you for your application. It has arrived, and we keep it in mind for vacancies that fit. In your area you can see it, add documents and take it back.

    You did not apply? Then somebody entered your address by mistake; please tell us by answering the company.
mail-speculative-received-button = Open my applications
