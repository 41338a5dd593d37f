# Every mail
mail-copy = If the button does not work, copy this address into your browser:
mail-foot = This message was sent automatically on behalf of { $tenant }. Please do not reply to it.

# A mail to see whether mails arrive
mail-test-subject = Test message from { $tenant }
mail-test-body =
    Hello,

    You asked for this message to see whether mails arrive. They do.

# A new account
mail-account-activation-subject = Activate your account at { $tenant }
mail-account-activation-body =
    Hello,

    An account has been set up for you at { $tenant }. Your login is { $login }.

    Choose a password of your own to confirm your address and activate the account. The link works once, until { $until }.

    If you do not expect an account, you need not do anything.
mail-account-activation-button = Activate the account

# A forgotten password
mail-account-reactivation-subject = Set a new password for { $tenant }
mail-account-reactivation-body =
    Hello,

    A new password was asked for the account { $login } at { $tenant }.

    Set it with the link below. It works once, until { $until }. Your present password stays valid until then.

    If it was not you, you need not do anything: nobody gets in without this message.
mail-account-reactivation-button = Set a new password

# An account that was locked
mail-account-locked-subject = Your account at { $tenant } is locked for a while
mail-account-locked-body =
    Hello,

    A wrong password was given several times for the account { $login }. It is therefore locked for some minutes.

    If it was you: wait, or set a new password with the link below. It works once, until { $until }, and unlocks the account at once.

    If it was not you: your account is protected. Tell your administrator if it happens again.
mail-account-locked-button = Set a new password

# Notices
mail-password-changed-subject = Your password at { $tenant } has been changed
mail-password-changed-body =
    Hello,

    The password of the account { $login } was changed on { $when }. You have been signed out on all other devices.

    If it was not you, set a new password at once with “Forgotten password?” on the sign-in page, and tell your administrator.

mail-email-changed-old-subject = The address of your account at { $tenant } has been changed
mail-email-changed-old-body =
    Hello,

    Messages about the account { $login } now go to another address. This is the last one that comes here.

    If you do not know why, tell your administrator.

mail-email-changed-new-subject = This is now the address of your account at { $tenant }
mail-email-changed-new-body =
    Hello,

    Messages about the account { $login } now come to this address.

    If you do not know why, tell your administrator.

mail-new-device-subject = New sign-in to your account at { $tenant }
mail-new-device-body =
    Hello,

    Somebody signed in to the account { $login } with a device that was not used before.

    When: { $when }
    Device: { $device }
    Address: { $address }

    If it was you, you need not do anything. If not, set a new password at once and tell your administrator.

# The same about accounts of candidates
mail-candidate-account-activation-subject = Choose a password for your account at { $tenant }
mail-candidate-account-activation-body =
    Hello,

    { $login } is now the address of your account for applications at { $tenant }. Your former password does not work any more.

    Choose a new one with the link below. It works once, until { $until }.
mail-candidate-account-activation-button = Choose a password
mail-candidate-account-reactivation-subject = Set a new password for { $tenant }
mail-candidate-account-reactivation-body =
    Hello,

    A new password was asked for your account { $login } for applications at { $tenant }.

    Set it with the link below. It works once, until { $until }. Your present password stays valid until then.

    If it was not you, you need not do anything: nobody gets in without this message.
mail-candidate-account-reactivation-button = Set a new password
mail-candidate-account-locked-subject = Your account at { $tenant } is locked for a while
mail-candidate-account-locked-body =
    Hello,

    A wrong password was given several times for your account { $login }. It is therefore locked for some minutes.

    If it was you: wait, or set a new password with the link below. It works once, until { $until }, and unlocks the account at once.

    If it was not you: your account is protected, and you need not do anything.
mail-candidate-account-locked-button = Set a new password
mail-candidate-password-changed-subject = Your password at { $tenant } has been changed
mail-candidate-password-changed-body =
    Hello,

    The password of your account { $login } was changed on { $when }. You have been signed out on all other devices.

    If it was not you, set a new password at once with “Forgotten your password?” on the career site.
mail-candidate-new-device-subject = New sign-in to your account at { $tenant }
mail-candidate-new-device-body =
    Hello,

    Somebody signed in to your account { $login } with a device that was not used before.

    When: { $when }
    Device: { $device }
    Address: { $address }

    If it was you, you need not do anything. If not, set a new password at once.

mail-delegation-received-subject = { $name } delegates work to you at { $tenant }
mail-delegation-received-body =
    Hello,

    From { $start } to { $end } you may act for { $name }. Begin and end it on the page Delegations; everything you do so is recorded with both names.

mail-delegation-received-button = Delegations

mail-delegation-given-subject = You have delegated to { $name } at { $tenant }
mail-delegation-given-body =
    Hello,

    From { $start } to { $end } { $name } may act for you. If it was not you who arranged that, end it on the page Delegations at once and tell your administrator.

mail-delegation-given-button = Delegations

# Second factors
mail-factor-added-subject = A second factor was added to your account at { $tenant }
mail-factor-added-body =
    Hello,

    A second factor, or a new set of recovery codes, was added to the account { $login } on { $when }.

    If it was not you, set a new password at once and tell your administrator.

mail-factor-removed-subject = A second factor of your account at { $tenant } was removed
mail-factor-removed-body =
    Hello,

    A second factor was removed from the account { $login } on { $when }.

    If it was not you, set a new password at once and tell your administrator.

mail-factor-reset-subject = Your second factor at { $tenant } was reset
mail-factor-reset-body =
    Hello,

    An administrator took away all second factors of the account { $login } on { $when }, and ended its sessions. You can sign in with your password and set up a new one.

    If you did not ask for that, tell your administrator at once.

mail-recovery-used-subject = A recovery code of your account at { $tenant } was used
mail-recovery-used-body =
    Hello,

    A recovery code was used to sign in to the account { $login } on { $when }. It will not work again.

    If it was not you, set a new password at once and tell your administrator.

mail-factor-guessed-subject = Wrong codes were shown for your account at { $tenant }
mail-factor-guessed-body =
    Hello,

    Somebody gave your right password at the sign-in to the account { $login } and then several wrong codes, the last on { $when } from the address { $address }. No one was let in.

    If it was you: wait some minutes and try again, or use a recovery code. If it was not you, somebody knows your password: set a new one at once and tell your administrator.
