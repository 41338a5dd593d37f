# Career sites
careers-about-you = About you
careers-all = Show all
careers-answer = Please answer this question.
careers-apply = Apply
careers-apply-for = Apply: { $title }
careers-at-a-glance = At a glance
careers-back = All vacancies
careers-benefits = What we offer
careers-category = Category
careers-choose = Please check this answer.
careers-company = Who we are
careers-contract = Contract
careers-cookies = What this site keeps in your browser
careers-cookies-text =
    {"- "}The language that you choose, for a year, in a cookie.
    {"- "}An application that you have begun, for a week, on your device alone. It is deleted when you send it, or when you say so.

    Nothing follows you, and nothing is shared with others.
careers-copied = Copied
careers-copy = Copy link
careers-country = Country
careers-cv-read = We filled in what we found in your CV. Please look it over.
careers-cv-missing = Please attach your CV.
careers-date-wrong = Please enter a date.
careers-documents = What to send
careers-documents-title = Your documents
careers-draft = We have put back what you wrote here earlier. It is kept on this device only.
careers-draft-forget = Delete it
careers-education = Education
careers-email-wrong = This is not an e-mail address, such as name@example.com.
careers-experience = Experience
careers-family = Field of work
careers-feed = New vacancies as a feed
careers-field-available-from = Earliest start
careers-field-city = Town
careers-field-country = Country
careers-field-cover-text = Message to us
careers-field-cv = CV
careers-field-document = Other documents
careers-field-email = E-mail
careers-field-first-name = First name
careers-field-last-name = Last name
careers-field-letter = Covering letter
careers-field-phone = Phone
careers-field-privacy = Privacy notice
careers-file-help = PDF, Word, OpenDocument, RTF or a picture, up to 10 MB.
careers-files-again = Please choose your files again: browsers do not keep them.
careers-fill-in = Please fill this in.
careers-find = Find
careers-jobs = Vacancies
careers-kind = We cannot open this file. Please send a PDF, Word, OpenDocument or RTF file, or a picture.
careers-language = Language
careers-languages = Languages
careers-large = This file is larger than 10 MB.
careers-letter-missing = Please attach a covering letter or write a message.
careers-mail = By mail
careers-mend = Please check the following
careers-mission = Your work
careers-more = More
careers-more-jobs = More vacancies
careers-narrow = Narrow down
careers-none = There are no vacancies at the moment
careers-none-text = New ones appear on this page as soon as they are open.
careers-nothing = Nothing fits all of that
careers-nothing-text = Take back a choice, or look for other words.
careers-openings = Openings
careers-optional = (optional)
careers-page = Page { $number }
careers-pages = Pages
careers-part-time = { $share } of full time
careers-place = Place
careers-privacy = Privacy
careers-privacy-missing = Please read the privacy notice and tick the box.
careers-privacy-read = I have read how { $name } uses my data.
careers-profile = What you bring
careers-questions = A few questions
careers-received = Your application has been received
careers-received-text = Thank you. We have sent a confirmation to your e-mail address. Somebody reads every application; you will hear from us.
careers-reference = Reference
careers-remote = Working from elsewhere
careers-salary = Salary
careers-search = Search vacancies
careers-search-hint = Job, skill, place
careers-send = Send application
careers-send-help = You will receive a confirmation by e-mail.
careers-sending = Sending …
careers-share = Share
careers-skills = Skills
careers-start = Start
careers-take-back = take back
careers-today = Today
careers-too-long = This is too long.
careers-too-many = Please send five documents at most.
careers-top = Top offer
careers-unit = Team
careers-until = Apply by
careers-welcome = Find work that suits you
careers-count = { $count ->
    [one] { $count } vacancy
   *[other] { $count } vacancies
}
careers-days-ago = { $count ->
    [1] Yesterday
   *[other] { $count } days ago
}
careers-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
careers-others = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
mail-application-received-subject = We have received your application: { $vacancy }
mail-application-received-body =
    Dear { $name },

    Thank you for your application for “{ $vacancy }” (reference { $reference }). It has arrived, and somebody will read it. You will hear from us.

    You did not apply? Then somebody entered your address by mistake; please tell us by answering the company.
careers-remote-fact = Remote: { $text }
careers-per = { $period ->
    [hour] { $amount } per hour
    [day] { $amount } per day
    [week] { $amount } per week
    [month] { $amount } per month
   *[year] { $amount } per year
}
