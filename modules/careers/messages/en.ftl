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
    {"- "}That you came by a link to your applications, or to the pages of your agency, for twenty minutes after the last page, in a cookie.
    {"- "}That you are signed in with an account, until you leave, in a cookie; and that your browser was here before, for a year, in another.

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
careers-me = My applications
careers-keep = May we keep your data?
careers-keep-text = The time for which we keep your application is over. Without an answer we delete it after { $day }.
careers-keep-yes = Yes, keep it
careers-keep-no = No, delete it
careers-keep-over = There is nothing to answer here
careers-keep-over-text = This question has been answered, or its time is over.
careers-keep-thanks = Thank you
careers-keep-until = We keep your data until { $day }. You can change your mind at any time.
careers-keep-gone = Thank you for your answer. You can apply again at any time.
careers-me-offer = Your offer
careers-me-offer-until = Valid until { $day }
careers-me-offer-accept = Accept
careers-me-offer-decline = Decline
careers-me-done-answered = Thank you, your answer has been noted.
careers-me-about = About
careers-me-add = Add a document
careers-me-applications = Applications
careers-me-applied = Applied on { $day }
careers-me-ask-send = Send me a link
careers-me-ask-text = Enter the e-mail address with which you applied. If we know it, you get a link that opens your applications.
careers-me-asked = Look into your mailbox
careers-me-asked-text = If this address belongs to an application, a mail with a link is on its way. It works for one day.
careers-me-back = Back
careers-me-data = Your data
careers-me-documents-none = There are no documents here.
careers-me-done-added = Your document has been added.
careers-me-done-exported = A mail with a link to your data is on its way.
careers-me-done-removed = The document has been removed.
careers-me-done-saved = Your data have been saved.
careers-me-done-withdrawn = Your application has been withdrawn.
careers-me-done-written = Your message has been sent.
careers-me-email = to change this address, please write to us.
careers-me-erase = Delete all my data
careers-me-erase-about = You can have everything deleted at any time.
careers-me-erase-ask = Delete all your data?
careers-me-erase-sure = I want all of it to be deleted.
careers-me-erase-text =
    Your applications end, and your data, documents and messages are deleted for good. Nobody can bring them back.

    What remains is a count without your name: that somebody applied, and when.
careers-me-erase-tick = Please tick the box if you are sure.
careers-me-erase-yes = Delete for good
careers-me-erased = Your data have been deleted
careers-me-erased-text = A last mail confirms it. You can apply again at any time.
careers-me-export = Get all my data
careers-me-export-text = You get a mail with a link to a file that holds everything we have about you.
careers-me-full = There are too many documents here. Remove one first.
careers-me-hello = Hello { $name }
careers-me-language = Language of our messages
careers-me-leave = Leave
careers-me-message = Your message
careers-me-messages = Messages
careers-me-messages-none = Nobody has written to you yet.
careers-me-none = There is no application under your address.
careers-me-over = This link does not work any more. Ask for a new one here.
careers-me-remove = Remove
careers-me-remove-name = Remove { $name }
careers-me-save = Save
careers-me-send = Send message
careers-me-upload = Upload
careers-me-withdraw = Withdraw
careers-me-withdraw-ask = Withdraw this application?
careers-me-withdraw-text = The team sees that you have withdrawn and stops working on it.
careers-me-withdraw-yes = Withdraw application
careers-me-write = Write to us
careers-me-you = You
careers-me-yours = What is yours
careers-mend = Please check the following
careers-mission = Your work
careers-more = More
careers-missing-text = It may have moved, or the vacancy has been filled or withdrawn.
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
mail-application-received-button = Open my applications
mail-candidate-link-subject = Your link to your applications
mail-candidate-link-body =
    Hello { $name },

    Here is the link that you asked for. It opens your applications at { $tenant } and works for one day. Give it to nobody.

    You did not ask for it? Then you need not do anything.
mail-candidate-link-button = Open my applications
mail-candidate-export-subject = Your data at { $tenant }
mail-candidate-export-body =
    Hello { $name },

    Here is the link to a file with everything that we have about you. It works for a week. Give it to nobody.
mail-candidate-export-button = Download my data
mail-candidate-erased-subject = Your data have been deleted
mail-candidate-erased-body =
    Hello { $name },

    As you asked, { $tenant } has deleted your data, documents and messages for good. This mail is the last one.

# Interviews in the candidate’s area
careers-me-interviews = Interviews
careers-me-video = Video meeting
careers-me-give-back = Give this time back
careers-me-choose-until = You can choose until { $day }. Whoever chooses first has the time.
careers-me-no-times = There is no free time at the moment. Please look again later, or write to us below.
careers-me-choose = Take this time
careers-me-choose-other = Choose another time
careers-me-choose-time = Choose a time
careers-me-done-chosen = The time is yours. The appointment is on its way by mail.
careers-me-done-given-back = The time is given back, and whoever was to meet you has been told.
