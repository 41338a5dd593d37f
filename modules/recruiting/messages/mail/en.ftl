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
