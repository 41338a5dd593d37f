# Job alerts
careers-alert = New vacancies by mail
careers-alert-all = All vacancies that fit
careers-alert-ask = Send me new vacancies
careers-alert-ask-help = First you get a mail in which you confirm your address.
careers-alert-asked = You will get a mail in which you confirm your address within seven days. Before that we send you nothing.
careers-alert-change = Change job alert
careers-alert-confirm = Confirm your job alert
careers-alert-confirm-text = Shall we send new vacancies that fit to your address?
careers-alert-confirm-yes = Yes, send them to me
careers-alert-confirmed = Your job alert is running
careers-alert-confirmed-text = As soon as something new fits, you get a mail. Each mail has a link to change or stop the alert.
careers-alert-criteria = What you are looking for
careers-alert-everything = All vacancies
careers-alert-like = Send me new vacancies like these
careers-alert-often = How often at most
careers-alert-over = This link does not work any more
careers-alert-over-text = The job alert has ended, or too much time has passed. You can ask for a new one on the page with the vacancies.
careers-alert-saved = Your job alert has been changed.
careers-alert-stop = Stop job alert
careers-alert-stop-ask = Stop this job alert?
careers-alert-stop-text = You get no more mails about it, and we delete it.
careers-alert-stop-yes = Yes, stop it
careers-alert-stopped = Your job alert has ended
careers-alert-stopped-text = You get no more mails about it.
careers-alert-text = When a new vacancy fits what you are looking for, you get a mail. You can change or stop that at any time by a link in each mail.
careers-alert-until = It runs until { $day }. When you save, it runs for a year from today.
careers-alert-words = Words
careers-alerts = Job alerts
careers-me-done-stopped = The job alert has ended.
mail-alert-confirm-subject = Please confirm your job alert
mail-alert-confirm-body =
    Hello,

    Somebody, probably you, asked for new vacancies on “{ $site }” to be sent to this address. Please confirm it within seven days.

    It was not you? Then you need not do anything: nothing more is sent to you.
mail-alert-confirm-button = Confirm
mail-alert-known-subject = Your job alert is running already
mail-alert-known-body =
    Hello,

    Somebody, probably you, asked for a job alert on “{ $site }” that this address already has. It goes on as it is. You can change or stop it here.
mail-alert-known-button = Change or stop
mail-job-alert-subject = New vacancies: { $site }
mail-job-alert-body =
    Hello,

    There is something new on “{ $site }” that fits what you are looking for: { $criteria }.

    You get this mail because you asked for it; your job alert runs until { $until }. You can change or stop it at any time.
mail-job-alert-button = Change or stop
