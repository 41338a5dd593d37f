agencies-tab = Agencies
agencies-text = Agencies read this vacancy as candidates do, with your note, and propose people on the career site. They never see who else was proposed, nor a candidate’s file.
agencies-given = Given to
agencies-nobody = No agency has this vacancy yet.
agencies-no-agency = There is no further agency under contract. Create one under “Recruitment agencies”, with the people who work there.
agencies-give = Give to agency
agencies-gave = The agency’s people get a mail.
agencies-take-back = Take back
agencies-taken-back = The agency does not see the vacancy any more.
agencies-holds = Sees it
agencies-holds-not = Does not see it
agencies-counts = { $proposed } proposed, { $accepted } accepted, { $hired } hired
agencies-none = Nobody has been proposed yet.
agencies-by = Proposed by { $agency } on { $day }
agencies-for = for { $vacancy }
agencies-protected = Protected until { $day }.
agencies-protection-over = The protection ended on { $day }.
agencies-fee = Fee: { $fee }
agencies-fee-share = Fee if hired: { $fee } of the first year’s salary
agencies-applied = Has an application for this vacancy already.
agencies-first = { $agency } was first: protected until { $day }.
agencies-known = There was a file already; nothing of it was changed. Accept the proposal to make an application.
agencies-same = May be the same person as:
agencies-wrote = The agency wrote
agencies-accept = Accept
agencies-duplicate = Already known
agencies-refuse = Refuse
agencies-decided = Decided; the agency reads it.
agencies-undecided = The agency reads “received” until you decide.
agencies-details = Details
agencies-wait = Decide about an agency’s proposal
mail-agency-given-subject = A vacancy for you: { $vacancy }
mail-agency-given-body =
    Hello { $name },

    { $tenant } would like your agency to propose candidates for “{ $vacancy }” (reference { $reference }), from { $start } on.
mail-agency-given-button = Open the vacancy
mail-agency-answer-subject = Your proposal { $number }: { $state }
mail-agency-answer-body =
    Hello { $name },

    Your proposal { $number } for “{ $vacancy }” at { $tenant } now stands at: { $state }.
mail-agency-answer-button = Open the proposal
mail-agency-proposed-subject = { $agency } proposes somebody for “{ $title }”
mail-agency-proposed-body =
    Hello,

    { $agency } has proposed somebody for “{ $title }”. Whether you take the proposal up is yours to decide; until then the agency reads that it was received.
mail-agency-proposed-button = Open the proposals
mail-candidate-proposed-subject = { $agency } has proposed you to { $tenant }
mail-candidate-proposed-body =
    Hello { $name },

    The recruitment agency { $agency } has proposed you to { $tenant } for “{ $vacancy }” (reference { $reference }) and told us that you agreed. From it we have your name, your address, and what it sent about you: perhaps phone number, town, CV and other documents.

    { $tenant } now holds these data, to decide together with you whether you will work here. Your area shows them, with the privacy notice. There you can correct them, have all of them sent to you, withdraw, or have everything deleted.

    You did not agree? Then delete everything there, and please tell us.
mail-candidate-proposed-button = Open my area
