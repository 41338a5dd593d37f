careers-agency = For agencies
careers-agency-ask-text = You work for a recruitment agency with which we cooperate? Enter your e-mail address. If we know it, you get a link that opens your agency’s pages.
careers-agency-asked-text = If this address belongs to somebody at an agency, a mail with a link is on its way. It works for one day.
careers-agency-vacancies = Vacancies for you
careers-agency-no-vacancies = There is no vacancy for your agency at the moment. You get a mail as soon as there is one.
careers-agency-vacancy = Vacancy
careers-agency-until = Proposals until { $day }
careers-agency-note = For your agency
careers-agency-back = Back to the overview
careers-agency-proposals = Your proposals
careers-agency-none = Your agency has not proposed anybody yet. Choose a vacancy and propose somebody.
careers-agency-nothing = No proposal fits that.
careers-agency-more = Only the latest are shown. Search for a name or a number to find others.
careers-agency-proposed-on = Proposed on { $day } · { $number }
careers-agency-search = Name or number
careers-agency-state = State
careers-agency-all = All
careers-agency-number = Number
careers-agency-protected = Counts as your proposal until
careers-agency-propose = Propose a candidate
careers-agency-propose-for = Propose a candidate: { $title }
careers-agency-person = The person
careers-agency-papers = Documents
careers-agency-agreed = The person has agreed that we propose them for this vacancy and send these data.
careers-agency-agreed-missing = Propose only people who agreed. Tick the box if this person did.
careers-agency-told = The person gets a mail from us that says who proposed them, with a link to their data.
careers-agency-send = Send proposal
careers-agency-done-proposed = Your proposal has been received. You get a mail as soon as there is news.
careers-agency-done-withdrawn = Your proposal has been withdrawn.
careers-agency-withdraw = Withdraw proposal
careers-agency-withdraw-ask = Withdraw this proposal?
careers-agency-withdraw-text = We stop working on it, and the person no longer counts as proposed by your agency.
careers-field-comment = Why this person fits
careers-field-language = Language of our mails to the person
careers-me-proposed = Proposed by agencies
careers-me-proposed-on = { $agency }, on { $day }
mail-agency-link-subject = Your link to the pages of { $agency } at { $tenant }
mail-agency-link-body =
    Hello { $name },

    Here is the link that you asked for. It opens the vacancies and proposals of { $agency } at { $tenant } and works for one day. Give it to nobody.

    You did not ask for it? Then you need not do anything.
mail-agency-link-button = Open the pages
