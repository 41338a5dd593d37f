recruiting-notes = Notes
recruiting-move = Move
recruiting-specialisations = Specialisations
recruiting-questions = Questions to candidates
recruiting-members = Members
general-section-vacancies = Recruiting
recruiting-tabs = Parts of the vacancy
recruiting-tab-board = Board
recruiting-tab-details = Vacancy
recruiting-tab-team = Hiring team
recruiting-all-applications = Applications as a list
recruiting-add-application = Add application
recruiting-texts = What candidates read
recruiting-team-text = Whoever is on the hiring team sees the applications for this vacancy and their candidates, as far as their roles allow.
recruiting-in-charge = In charge
recruiting-rating = Rated { $count } of 5
recruiting-move-name = Move { $name }
recruiting-move-many = { $count ->
    [one] Move { $count } application
   *[other] Move { $count } applications
}
recruiting-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
recruiting-no-applications = No applications yet
recruiting-no-applications-text = Add somebody whom you know, or import applications from a file.
recruiting-no-pipeline = This vacancy has no pipeline, and none is the standard one. Choose one in the vacancy.
recruiting-selected = Selected applications
recruiting-move-selected = Move selected
recruiting-board-keys = Drag cards to another stage, or use the keyboard: arrow keys go from card to card, M moves a card, X selects it, Enter opens it.
recruiting-withdrawn = { $count ->
    [one] { $count } withdrawn application
   *[other] { $count } withdrawn applications
}
recruiting-more = { $count ->
    [one] Show { $count } more
   *[other] Show { $count } more
}
recruiting-nothing-selected = Select the applications that you want to move first.
recruiting-withdraw = Withdrawn by the candidate
recruiting-reason-help = Needed when the application is refused.
recruiting-comment-help = Facts only: the candidate has the right to read it.
recruiting-moved = { $count ->
    [one] Application moved
   *[other] { $count } applications moved
}
recruiting-moved-none = Everything stays where it was
recruiting-move-undone = { $count ->
    [one] Application put back
   *[other] { $count } applications put back
}
privacy-erase = Erase
privacy-erase-confirm = Everything that tells who it was is deleted for good: data, documents, messages, notes, and what the history says of them. Nobody can bring it back.
privacy-erased-done = Candidate erased
privacy-was-erased = Erased on { $day }. What stays is that somebody applied.
privacy-no-rule = There is no rule for how long these data are kept: they are kept until somebody erases them.
privacy-held = Nothing is asked or deleted while an application is under way, or once the person works here.
privacy-asked = Asked whether the data may be kept; without an answer they are deleted after { $day }.
privacy-consented = Kept until { $day }, with the person’s consent.
privacy-until = Kept until { $day } by the rule { $rule }; then the person is asked.
privacy-keep-heading = May we keep your data?
privacy-keep-text = The time for which we keep your application is over. With your consent we keep it until [keep]. If you say no, or do not answer by [answer], we delete it.
privacy-erased = Erased candidate
letters-write = Write
letters-write-selected = Write to selected
letters-write-to = Write to { $name }
letters-write-many = { $count ->
    [one] Write to { $count } candidate
   *[other] Write to { $count } candidates
}
letters-too-many = Select 1 to { $count } applications: each letter is looked at before it leaves.
letters-lost = There is no address for these candidates; they get nothing
letters-none = There are no message templates yet.
letters-new = New template
letters-free = Without a template
letters-take = Use template
letters-refuse = Refusal
letters-refuse-text = Sending this closes the applications as refused. The reason stays in the house.
letters-refuse-send = Refuse and send
letters-send = Send
letters-for-all = For all of them
letters-for-all-text = Merge fields such as {"{"}candidate.first_name{"}"} are replaced in each letter.
letters-to = Send to { $name }
letters-look = Look at the letter
letters-missing = Nothing is known for: { $fields }. Check that the sentences still read well.
letters-foreign = There is no version in { $wanted }; this one is in { $language }.
letters-sent = { $count ->
    [one] Message sent
   *[other] { $count } messages sent
}
letters-nothing = Nothing has been written yet.
letters-incoming = From the candidate
letters-saved = Template saved
letters-preview = Preview
letters-preview-empty = What you write appears here as a candidate reads it.
letters-fields = Merge fields
letters-fields-text = They are replaced when the letter is written. Choose one to insert it where you write.
letters-other-language = Other language
letters-company = The company’s name
letters-sender = Name of whoever writes
letters-today = Today’s date
letters-answer-until = Last day to answer the question about keeping data
letters-keep-until = Day until which data are kept after consent
letters-sample-title = Payroll specialist
letters-sample-unit = Human resources
recruiting-note = New note
recruiting-no-notes = Nobody has written anything yet.
recruiting-note-saved = Note saved
recruiting-nothing-happened = Nothing has happened yet
recruiting-happened = What happened
recruiting-candidate-tabs = Parts of the candidate’s file
recruiting-tab-data = Data
recruiting-changes = Changes of the data
recruiting-propose = Propose for a vacancy
recruiting-open-file = Open file
recruiting-applied-nowhere = No application is recorded.
recruiting-tab-publication = Publication
recruiting-publication-text = Where candidates read this vacancy, and from when to when.
recruiting-sites = Career sites
recruiting-on-site = Candidates read it
recruiting-not-on-site = Not there
recruiting-not-open = The vacancy is not open: nobody reads it.
recruiting-publish = Publish
recruiting-no-sites = There is no career site yet. An administrator makes one under Career sites.
recruiting-published = The vacancy can be read there now.
recruiting-approvals = Approval
recruiting-earlier-rounds = Earlier rounds
recruiting-step-later = Not asked yet
recruiting-decided-by = decided by { $name } as deputy
recruiting-your-decision = Your decision
recruiting-decide-for = You decide for { $name }.
recruiting-decision-help = Needed to refuse or to send back. Whoever asked reads it.
recruiting-approve = Approve
recruiting-send-back = Send back
recruiting-refuse = Refuse
recruiting-decided = Decision saved
recruiting-hand-in = Submit for approval
recruiting-take-back = Take back
recruiting-give-up = Cancel the request
recruiting-handed-in = Submitted: whoever decides has been asked
recruiting-taken-back = Taken back: it is a draft again
recruiting-given-up = Request cancelled
recruiting-open-vacancy = Create vacancy
recruiting-vacancy-made = Vacancy created as a draft
recruiting-without-position = Without a position
recruiting-position-help = Its job, unit, place and contract type are taken over.
recruiting-under-way = Under way
recruiting-all-states = All
recruiting-wait-requisition = Decide about the requisition “{ $title }”
recruiting-wait-offer = Decide about the offer “{ $title }”
recruiting-make-offer = Make an offer
recruiting-make-offer-short = Offer
recruiting-offer-to = Offer to { $name }
recruiting-offer-expired = The day until which this offer is valid has passed. Note that it was declined, or withdraw it and make a new one.
recruiting-offer-withdraw = Withdraw
recruiting-offer-withdrawn = Offer withdrawn
recruiting-offer-prepare = Prepare the letter
recruiting-offer-answer = The candidate’s answer
recruiting-offer-decline-help = Where the offer was declined and you know why.
recruiting-offer-accepted = Accepted
recruiting-offer-declined = Declined
recruiting-offer-noted = Answer noted
recruiting-letter-subject = Subject
recruiting-letter-text = Text of the letter
recruiting-letter-empty = A letter without words is none. Write something.
recruiting-offer-letter = Letter with the offer
recruiting-offer-mailed-to = The letter goes to { $address }, with the offer as a PDF.
recruiting-offer-by-hand = No mail can be sent to this candidate. The offer is kept as a PDF; print it and hand it over.
recruiting-offer-terms-help = Below your words the PDF lists what was approved; that cannot be changed here.
recruiting-offer-preview = Look at the PDF
recruiting-offer-send = Send the offer
recruiting-offer-sent = Offer sent
recruiting-offer-kept = Offer kept as a PDF; no mail was sent
recruiting-offer-terms = What we offer
recruiting-offer-sign-company = For the company: date, signature
recruiting-offer-sign-candidate = I accept the offer: date, signature
recruiting-wait-hire = Hire the candidate, who has accepted the offer
recruiting-hiring = The candidate is being hired. This page shows when it is done.
recruiting-hired-as = Hired: { $name }.
recruiting-open-employee = Open the employee’s file
recruiting-hire-failed = The hiring did not go through
recruiting-hire-again = Hire again
recruiting-hire-ready = The candidate has accepted.
recruiting-hire = Hire
recruiting-hire-by-others = The candidate has accepted. Somebody who may add employees hires them: they find it under “Awaiting my action” in My area.
recruiting-hire-comes-back = { $name } worked here before and comes back: the same file, with a new contract and a new place.
recruiting-hire-moves = { $name } works here already. The hiring is a move: a new assignment from the first day on, and no second employee.
recruiting-hire-take = Take over from the candidate’s file
recruiting-hire-take-address = Addresses
recruiting-hire-take-contact = Private e-mail and telephone
recruiting-hire-take-skills = Skills
recruiting-hire-take-documents = Documents, the offer included
recruiting-hire-take-help = What you may read of the candidate and record about employees is taken over.
recruiting-hire-name = Hire { $name }
recruiting-hire-text = What is filled in comes from the offer, the vacancy and the candidate’s file. Everything is written in core HR at once.
recruiting-hire-asked = The candidate is being hired
recruiting-refuse-others = Refuse them together
recruiting-filled-others = { $count ->
    [one] The vacancy is filled. { $count } application is still under way.
   *[other] The vacancy is filled. { $count } applications are still under way.
}
recruiting-plan = Plan
recruiting-plan-interview = Plan an interview
recruiting-interview-with = Interview with { $name }
recruiting-change-interview = Change the interview with { $name }
recruiting-interview-saved = Interview saved; everybody concerned is told
recruiting-conflict = { $name } has another interview from { $from } to { $to }.
recruiting-day = Day
recruiting-length = Length
recruiting-minutes = minutes
recruiting-wait-scorecard = Fill in the scorecard of the interview
recruiting-figures = Recruiting figures
recruiting-figures-text = How far applications come, where they come from, how long a hiring takes and what is still open; reckoned from what you may see.
recruiting-figures-from = From
recruiting-figures-to = Until
recruiting-figures-show = Show figures
recruiting-figures-all = Everything of the last year
recruiting-figures-hired = Hired
recruiting-figures-median = Median days to hire
recruiting-figures-positions = Positions still open
recruiting-figures-funnel = How far applications come
recruiting-figures-reached = Came so far
recruiting-figures-share = Share in %
recruiting-figures-sources = Where applications come from
recruiting-figures-interviewed = Interviewed
recruiting-figures-no-source = Not said
recruiting-figures-time = Days from application to hiring
recruiting-figures-month = Month of the hiring
recruiting-figures-open = Open positions
recruiting-figures-left = Still sought
recruiting-figures-days-open = Days open
recruiting-figures-none = Nothing to show for this time
recruiting-scorecard-open = Your scorecard is open. You see those of others when yours is submitted.
recruiting-fill-in = Fill in
recruiting-scorecard-of = Scorecard: { $name }
recruiting-scorecard-text = Write what you heard and saw. Nobody reads it before you submit it.
recruiting-scorecard-given = This scorecard has been submitted.
recruiting-remark = Remark on { $name }
recruiting-keep = Keep as a draft
recruiting-submit = Submit
recruiting-scorecard-submitted = Scorecard submitted
recruiting-scorecard-kept = Draft kept
recruiting-scorecard-reopened = Scorecard open again
recruiting-reopen = Open the scorecard of { $name } again
