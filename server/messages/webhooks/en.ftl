# Webhooks
webhooks = Webhooks
webhooks-text = Other systems that are told at once what happens to records, by signed messages to their address.
webhooks-new = New webhook
webhooks-none = No webhooks yet
webhooks-none-text = First create a user account for the system and give it a role: messages tell what that account may read. Then the webhook, then its secret.
webhooks-name = Name
webhooks-address = Address
webhooks-events = Events
webhooks-alerts = Alerts to
webhooks-delivered-at = Last delivered
webhooks-waiting = Waiting
webhooks-given-up = Given up
webhooks-state = State
webhooks-paused = Paused
webhooks-waits = Not ready
webhooks-trouble = Needs somebody
webhooks-active = Active
webhooks-never = never
webhooks-about = Webhook
webhooks-secret = Secret
webhooks-gone = The receiver says that its address is gone
webhooks-gone-text = It answered with 410, so nothing is sent there any more. Enter its new address and switch the webhook on again: what happened in the meantime is told then.
webhooks-account-unusable = The account on whose rights messages are read cannot be used: nothing is told until it can, and nothing is lost.
webhooks-try = Try it out
webhooks-try-text = A sample is signed like every message and tells of no event.
webhooks-sample = Send a sample
webhooks-sample-failed = The sample did not arrive
webhooks-sample-arrived = The sample arrived
webhooks-sample-text = The receiver answered with status { $status } after { $time }.
webhooks-secret-made = The new secret
webhooks-secret-once = It is shown only now: enter it at the receiver, which checks signatures with it. Nobody can read it later.
webhooks-no-secret = There is no secret yet, and nothing leaves without one. What happens until then is told afterwards.
webhooks-overlap = The present secret still signs for
webhooks-rotate = Replace the secret
webhooks-make-secret = Create the secret
webhooks-log = Deliveries
webhooks-again = Send again
webhooks-again-text = Messages that are sent again have the same webhook-id as before, so that the receiver can tell that it knows them.
webhooks-again-failed-count = Send again what was given up ({ $count })
webhooks-since = Everything since (UTC)
webhooks-since-help = Also what happened before there was this webhook, as far as the account may read it.
webhooks-since-confirm = Send everything again since that time?
webhooks-since-do = Send everything again
webhooks-since-done = Everything since then is being sent again.
webhooks-again-done = { $count ->
    [0] There was nothing to send again.
    [one] One message is being sent again.
   *[other] { $count } messages are being sent again.
}
webhooks-shown = { $count ->
    [one] One delivery
   *[other] { $count } deliveries
}
webhooks-no-log = Nothing was delivered yet
webhooks-no-log-text = As soon as one of the events happens, it stands here. Deliveries are kept for 90 days.
webhooks-not-found = No such delivery
webhooks-not-found-text = Look for an event such as employees.changed, for the number of a record, or for a webhook-id.
webhooks-all = All deliveries
webhooks-happened = When
webhooks-event = Event
webhooks-record = Record
webhooks-attempts = Attempts
webhooks-next = Next attempt
webhooks-state-waiting = Waiting
webhooks-state-delivered = Delivered
webhooks-state-given-up = Given up
webhooks-state-withheld = Withheld
webhooks-at = When
webhooks-outcome = Outcome
webhooks-status = Status
webhooks-took = Took
webhooks-not-tried = Not tried yet
webhooks-not-tried-text = It is its turn in a moment.
webhooks-behind = after an earlier event of the same record
webhooks-ended = Over since
webhooks-again-one = Send again
webhooks-saved = Webhook saved.
webhooks-every-object = Every object
webhooks-events-text = Tick what is told. Only what the account may read is told.
webhooks-find = Find an object
webhooks-object = Object
webhooks-event-created = Created
webhooks-event-changed = Changed
webhooks-event-removed = Removed
webhooks-ticked = { $count } ticked
webhooks-key-signs = Messages are signed with the key of the application that registered this webhook, as its receiver expects. It ends with that key.
webhooks-key-missing = No message leaves: the key with which they were signed has ended, or its application is not active. When the program registers this webhook again, messages are signed with its present key.
webhooks-collected = Delivered together
webhooks-collected-minutes = { $count ->
    [one] every minute
   *[other] every { $count } minutes
}
