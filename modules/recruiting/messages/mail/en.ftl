mail-note-mention-subject = { $name } mentions you in a note: { $title }
mail-note-mention-body =
    Hello,

    { $name } mentions you in a note on an application for “{ $title }” at { $tenant }.
mail-note-mention-button = Open the application

mail-requisition-asked-subject = { $name } asks you to approve “{ $title }”
mail-requisition-asked-body =
    Hello,

    A requisition waits for your decision at { $tenant }: “{ $title }”, requested by { $name }.
mail-requisition-asked-button = Open the requisition

mail-requisition-reminded-subject = Reminder: “{ $title }” waits for your decision
mail-requisition-reminded-body =
    Hello,

    The requisition “{ $title }” of { $name } has been waiting for your decision for some days.
mail-requisition-reminded-button = Open the requisition

mail-requisition-approved-subject = “{ $title }” has been approved
mail-requisition-approved-body =
    Hello,

    Your requisition “{ $title }” has been approved by everybody who was asked. The vacancy can be created.
mail-requisition-approved-button = Open the requisition

mail-requisition-refused-subject = “{ $title }” has been refused
mail-requisition-refused-body =
    Hello,

    { $name } has refused your requisition “{ $title }”:

    { $comment }
mail-requisition-refused-button = Open the requisition

mail-requisition-returned-subject = “{ $title }” has been sent back to you
mail-requisition-returned-body =
    Hello,

    { $name } has sent your requisition “{ $title }” back. It is a draft again; change it and submit it anew.

    { $comment }
mail-requisition-returned-button = Open the requisition

mail-candidate-letter-subject = { $heading }
mail-candidate-letter-body = {""}
mail-candidate-letter-button = Open my applications

mail-candidate-keep-subject = { $heading }
mail-candidate-keep-body = {""}
mail-candidate-keep-button = Answer

mail-candidate-wrote-subject = A candidate has written to you: “{ $title }”
mail-candidate-wrote-body =
    Hello,

    Somebody who applied for “{ $title }” has written a message. Read it on the page of the application.
mail-candidate-wrote-button = Open the application

mail-offer-asked-subject = { $name } asks you to approve an offer: { $title }
mail-offer-asked-body =
    Hello,

    An offer waits for your decision at { $tenant }: { $title }, made by { $name }.
mail-offer-asked-button = Open the offer

mail-offer-reminded-subject = Reminder: an offer waits for your decision: { $title }
mail-offer-reminded-body =
    Hello,

    The offer { $title } of { $name } has been waiting for your decision for some days. The candidate is waiting too.
mail-offer-reminded-button = Open the offer

mail-offer-approved-subject = The offer has been approved: { $title }
mail-offer-approved-body =
    Hello,

    Your offer { $title } has been approved by everybody who was asked. The letter can be sent.
mail-offer-approved-button = Open the offer

mail-offer-refused-subject = The offer has been refused: { $title }
mail-offer-refused-body =
    Hello,

    { $name } has refused your offer { $title }:

    { $comment }
mail-offer-refused-button = Open the offer

mail-offer-returned-subject = The offer has been sent back to you: { $title }
mail-offer-returned-body =
    Hello,

    { $name } has sent your offer { $title } back. It is a draft again; change it and submit it anew.

    { $comment }
mail-offer-returned-button = Open the offer

mail-offer-accepted-subject = { $name } accepts your offer
mail-offer-accepted-body =
    Hello,

    { $name } has accepted the offer “{ $title }”.
mail-offer-accepted-button = Open the offer

mail-offer-declined-subject = { $name } declines your offer
mail-offer-declined-body =
    Hello,

    { $name } has declined the offer “{ $title }”.
mail-offer-declined-button = Open the offer

mail-interview-planned-subject = Interview for “{ $title }”: { $when }
mail-interview-planned-body =
    Hello,

    You are to lead an interview with { $name }. The appointment is enclosed.

    When: { $when }
    Where: { $place }
mail-interview-planned-button = Open the application

mail-interview-changed-subject = Changed: interview for “{ $title }”, { $when }
mail-interview-changed-body =
    Hello,

    The interview with { $name } has changed. The new appointment is enclosed.

    When: { $when }
    Where: { $place }
mail-interview-changed-button = Open the application

mail-interview-cancelled-subject = Cancelled: interview for “{ $title }”, { $when }
mail-interview-cancelled-body =
    Hello,

    The interview with { $name } does not take place with you any more.

    When: { $when }
    Where: { $place }
mail-interview-cancelled-button = Open the application

mail-interview-invitation-subject = Invitation to an interview: { $title }
mail-interview-invitation-body =
    Hello { $name },

    We would like to meet you about your application for “{ $title }”. The appointment is enclosed.

    When: { $when }
    Where: { $place }

mail-interview-moved-subject = Your interview has changed: { $title }
mail-interview-moved-body =
    Hello { $name },

    The interview about your application for “{ $title }” has changed. The new appointment is enclosed.

    When: { $when }
    Where: { $place }

mail-interview-off-subject = Your interview is cancelled: { $title }
mail-interview-off-body =
    Hello { $name },

    The interview about your application for “{ $title }” does not take place. We will get in touch with you.

    When: { $when }
    Where: { $place }
