# Recommendations by employees
careers-recommend = Recommend somebody
careers-recommended = You have been recommended
careers-recommended-by = { $name } works here and thinks that this would suit you:
careers-recommended-gone = Applications for this vacancy are no longer taken. There may be others that suit you.
careers-recommended-no = No, thank you
careers-recommended-no-text = If you do not want to, we delete your name and your address at once. Without an answer we do so after 60 days.
careers-recommended-over = This link does not work any more
careers-recommended-over-text = The recommendation has been answered, or its time is over. You can apply at any time without it.
careers-recommended-thanks = Thank you for your answer
careers-recommended-thanks-text = Your name and your address have been deleted.
referrals-mine = My recommendations
referrals-text = Whom you have recommended, and how far it is.
referrals-new = Recommend somebody
referrals-none = You have not recommended anybody yet
referrals-none-text = Do you know somebody who would suit one of our vacancies? They get a mail from us and decide for themselves.
referrals-no-vacancy = There are no vacancies at the moment
referrals-no-vacancy-text = As soon as one is published you can recommend somebody for it.
referrals-what-happens = The person gets a mail with your name, the vacancy and a link to apply. What you write here is read by those who look after the vacancy. Without an answer we delete the person’s data after 60 days.
referrals-send = Send recommendation
referrals-sent = Thank you. The person you recommend gets a mail from us.
referrals-who = Person
referrals-vacancy = Vacancy
referrals-on = Recommended on
referrals-state = How far it is
referrals-state-submitted = Invited
referrals-state-considered = Applied
referrals-state-hired = Hired
referrals-state-closed = Closed
referrals-by = Recommended by
mail-referral-invitation-subject = { $referrer } recommends you: { $vacancy }
mail-referral-invitation-body =
    Hello { $name },

    { $referrer } works at { $tenant } and has recommended you for “{ $vacancy }”. With the link below you read the vacancy and can apply.

    You do not want to? The same page has “No, thank you”: then we delete your name and your address at once. Without an answer we do so after 60 days.
mail-referral-invitation-button = Look at the vacancy
