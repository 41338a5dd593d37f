# Links from mails, password policy, mails, activation
links-sign-in = To the sign-in
links-forgotten = Forgotten password?
links-not-by-mail = New passwords are not sent by mail here. Please ask your HR administrator.
links-forgotten-text = Enter your login. We send a link for a new password to the address of your account.
links-send = Send the link
links-asked = If there is an account with this login and an e-mail address, a mail is on its way.
links-asked-help = Look into your mailbox, and among unwanted mails too. The link works once and for a limited time.
links-invalid = The link does not work any more
links-activate = Activate the account
links-set = Set a new password
links-activate-text = Choose your password. Afterwards you can sign in with it.
links-set-text = Choose a new password. The former one ends, and you are signed out everywhere.
links-done = Your password is set. You can sign in with it now.
links-done-title = Done
policy-says-length = at least { $count } characters
policy-says-special = { $count ->
        [one] at least one character that is neither a letter nor a digit
       *[other] at least { $count } characters that are neither letters nor digits
    }
policy-says-digits = { $count ->
        [one] at least one digit
       *[other] at least { $count } digits
    }
policy-says-lower = { $count ->
        [one] at least one small letter
       *[other] at least { $count } small letters
    }
policy-says-upper = { $count ->
        [one] at least one capital letter
       *[other] at least { $count } capital letters
    }
policy-says-used = { $count ->
        [one] not the former password
       *[other] none of the last { $count } passwords
    }
policy-says-login = your login is not inside it
policy-says-weak = not among the passwords that are guessed first
policy-strength-0 = very weak
policy-strength-1 = weak
policy-strength-2 = fair
policy-strength-3 = good
policy-strength-4 = strong
policy-bits = { $bits } bits
policy-strength = Strength
policy-fine = The password can be taken.
policy-title = Password policy
policy-text = What passwords must be like, and how long sessions last: of employees and administrators, and of candidates.
policy-profile = Profile
policy-profile-text = Begin with a profile and change single rules below if you need to.
policy-candidates = Candidates
policy-candidates-text = As in the contract, with at least 12 characters: candidates choose their passwords by themselves.
policy-contract = Contract
policy-contract-text = At least 8 characters of four kinds, a new password every 90 days, the last 24 refused, locked after 5 failures.
policy-standards = Standards
policy-standards-text = After CNIL 2022-100 and NIST SP 800-63B-4: at least 15 characters, no demands on their kinds, no regular change, common passwords refused.
policy-in-force = in force
policy-take = Use this profile
policy-composition = What a password must be like
policy-time = Change and lock
policy-mail = Links by e-mail
policy-try = Try a password
policy-try-text = See what these rules say about a password, also before you save them. What you type here is kept nowhere.
policy-saved = The password policy has been saved.
mails-title = Mails
mails-text = How mails leave, and which could not be sent yet.
mails-way = How mails leave
mails-none = No mails can be sent: no mail server is configured. The operator of this installation does that.
mails-transport = Way
mails-by-smtp = by a mail server
mails-by-file = into a folder
mails-by-catcher = kept for the demo, nothing leaves this machine
mails-security = Connection
mails-starttls = protected (STARTTLS)
mails-tls = protected (TLS)
mails-plain = not protected
mails-from = From
mails-read-caught = Read the mails of the demo
mails-test = Send a test mail to me
mails-test-sent = A test mail to you is on its way.
mails-open = Not sent yet
mails-all = All mails
mails-retry = Try again
mails-retried = The mail is tried again now.
mails-nothing = Everything has been sent
mails-nothing-text = Mails that wait or could not be sent appear here.
activation-title = Activate accounts
activation-text = Accounts that nobody has used yet get a link by mail with which their owners choose a password.
activation-none = Nobody is waiting
activation-none-text = Every account with an e-mail address has a password.
activation-waiting = { $count ->
        [one] One account with an e-mail address has no password yet.
       *[other] { $count } accounts with an e-mail address have no password yet.
    }
activation-confirm = Send all of them an activation link?
activation-send = Send activation links
activation-sent = { $count ->
        [one] One link sent
       *[other] { $count } links sent
    }
activation-progress = Sending activation links
activation-failed = The sending broke off. Start it again: whoever has a link is passed over.
activation-begun = The activation links are being sent.
caught-title = Mails of the demo
caught-text = What the demo sends is kept here, and leaves for nobody.
caught-none = No mails yet
caught-none-text = Ask for a new password, or send an activation link, and come back.
caught-follow = Follow the link
caught-plain = As plain text
accounts-activation-text = Or let the owner choose the password, by a link to the e-mail address of the account.
accounts-send-activation = Send activation link
accounts-activation-sent = The activation link is on its way.
