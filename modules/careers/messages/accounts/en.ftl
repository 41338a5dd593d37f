# Accounts of candidates
careers-account = Your account
careers-account-again = Repeat the password
careers-account-as = You apply as { $name }, { $email }. The form is filled in from your data; look it over before you send it.
careers-account-asked-text = If a mail belongs to what you entered, it is on its way. Follow the link in it to go on.
careers-account-change = Change password
careers-account-confirm = Confirm the account
careers-account-confirm-text = Enter the password that you chose for { $email }. That way nobody can make an account for you with a password of their own.
careers-account-device = Unknown device
careers-account-documents = From your documents
careers-account-due = Your password has to be renewed before you go on.
careers-account-end-others = Sign out on all other devices
careers-account-failed = The e-mail address or the password is wrong.
careers-account-forgotten = Forgotten your password?
careers-account-forgotten-text = Enter your e-mail address. If there is an account, you get a link with which you set a new password.
careers-account-have = Do you have an account? Then the form is filled in from your data.
careers-account-here = This device
careers-account-link = By a link, without a password
careers-account-new = Set a new password
careers-account-new-text = Choose a new password for { $email }. You are signed out everywhere.
careers-account-none = No account yet?
careers-account-offer = With an account you come back with a password of your own and need not fill in everything again for your next application.
careers-account-over = This link does not work any more
careers-account-over-text = It has been used, or its time is over. Sign in if you have an account, or create one again.
careers-account-password = Password
careers-account-present = Present password
careers-account-rules = The password needs:
careers-account-sessions = { $count ->
    [one] You are signed in on this device only.
   *[other] You are signed in on { $count } devices.
}
careers-account-set = Your password is set
careers-account-set-text = You can sign in with it now.
careers-account-sign-in = Sign in
careers-account-sign-in-text = With your account you see your applications and what we have written to you.
careers-account-sign-up = Create an account
careers-account-sign-up-text = We send a mail to your address. The account is there once you have confirmed it.
careers-account-wrong = This is not the password that you chose. If you do not know it any more, create the account again.
careers-account-you = You are signed in as { $email }.
careers-me-done-account = Your account has been created.
careers-me-done-password = Your password has been changed.
careers-me-done-ended = You are signed out on all other devices.
mail-candidate-account-confirm-subject = Confirm your account at { $tenant }
mail-candidate-account-confirm-body =
    Hello,

    Somebody wants to create an account for applications at { $tenant } with this address. If it was you, confirm it with the link below and the password that you chose.

    If it was not you, you need not do anything: without this mail there is no account.
mail-candidate-account-confirm-button = Confirm the account
mail-candidate-account-known-subject = You already have an account at { $tenant }
mail-candidate-account-known-body =
    Hello,

    Somebody wanted to create an account for applications at { $tenant } with this address. There is one already: sign in with your password, or set a new one there if you do not know it any more.

    If it was not you, you need not do anything.
mail-candidate-account-known-button = Sign in
mail-candidate-account-staff-subject = This address belongs to an account of { $tenant }
mail-candidate-account-staff-body =
    Hello,

    Somebody wanted to create an account for applications at { $tenant } with this address. With it people who work there sign in already, so it cannot be the login of a candidate’s account.

    If you have applied, a link by mail leads to your applications at any time: ask for it on the page below.
mail-candidate-account-staff-button = Open the page
