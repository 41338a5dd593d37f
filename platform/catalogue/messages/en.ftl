# Faults: one sentence per code, `.hint` says how to mend it.
fault-value-mandatory = { $field } is missing.
    .hint = Enter a value.
fault-value-code = { $field } is not a valid code.
    .hint = Leave out the character | and blanks at the beginning and end.
fault-value-text-too-long = { $field } is too long: at most { $max } characters are allowed.
fault-value-text-too-short = { $field } is too short: at least { $min } characters are needed.
fault-value-number = { $field } is not a number.
    .hint = Write it like { $example }.
fault-value-integer = { $field } must be a whole number.
fault-value-decimal-places = { $field } has too many decimals: at most { $max } are kept.
fault-value-too-small = { $field } must be at least { $min }.
fault-value-too-large = { $field } must be at most { $max }.
fault-value-date = { $field } is not a valid date.
    .hint = Write it like { $example } or 2026-12-31.
fault-value-time = { $field } is not a valid time.
    .hint = Write it like 14:30.
fault-value-instant = { $field } is not a valid date and time.
    .hint = Write it like 2026-12-31T14:30:00Z.
fault-value-email = { $field } is not a valid e-mail address.
fault-value-phone = { $field } is not a valid telephone number.
    .hint = Write it like +44 20 7946 0018.
fault-value-url = { $field } is not a valid web address.
    .hint = It begins with https:// or http://.
fault-value-iban = { $field } is not a valid IBAN.
    .hint = Check its length and digits: the check digits do not match.
fault-value-language = { $field } is not a known language.
    .hint = Use the two-letter code of ISO 639-1, such as en.
fault-value-country = { $field } is not a known country.
    .hint = Use the two-letter code of ISO 3166-1, such as FR.
fault-value-currency = { $field } has no known currency.
    .hint = Use the three-letter code of ISO 4217, such as EUR.
fault-value-culture = { $field } is not a known culture.
    .hint = Use language and region, such as en-GB.
fault-value-choice = { $field } must be one of: { $allowed }.
fault-value-item = { $field } is not an item of the value list { $list }.
    .hint = Choose an existing item or add it to the list first.
fault-value-bool = { $field } must be yes or no.
fault-value-duration = { $field } is not a valid length of time.
    .hint = Write it like 37:30, for 37 hours and 30 minutes.
fault-value-json = { $field } is not valid JSON.
fault-value-network = { $field }: “{ $value }” is not a network.
    .hint = Write the address and the length of the network, for example 192.0.2.0/24 or 2001:db8::/32.
fault-value-control-character = { $field } contains characters that cannot be shown.
    .hint = Remove line breaks, tabs and other control characters.
fault-value-type = { $field } has the wrong type: { $expected } is expected.
fault-value-duplicate = Another record already has this value in { $field }.
fault-reference-unknown = { $field }: there is no { $object } “{ $key }”.
fault-reference-ambiguous = { $field }: “{ $key }” fits several records of { $object }.
    .hint = Give the whole key.
fault-field-unknown = There is no field “{ $name }”.
fault-field-read-only = { $field } is filled in by the system and cannot be changed.
fault-field-fixed = { $field } cannot be changed once the record exists.
fault-field-not-permitted = You may not change { $field }.
fault-key-missing = The record cannot be identified: { $fields } must be given.
fault-key-duplicate = The key “{ $key }” occurs more than once.
fault-record-exists = A record with the key “{ $key }” already exists.
    .hint = Use the mode InsertAndUpdate to update existing records.
fault-record-not-found = This record does not exist, or you may not see it.
fault-record-in-use = This record cannot be deleted: it is used by { $count ->
        [one] one record
       *[other] { $count } records
    } of { $object }.
fault-record-changed = Somebody else has changed this record in the meantime.
    .hint = Reload it and repeat your change.
fault-period-end-before-start = The end lies before the start.
fault-period-overlap = This period overlaps with an existing one.
    .hint = Change the start or the end, or change the other period first.
fault-hierarchy-circle = { $field } would make a circle: the chosen record stands below this one.
    .hint = Choose a record that is not below it.
fault-right-missing = You do not have the right to do this.
    .hint = Ask your HR administrator.
fault-right-technical = Only a super administrator gives, changes or takes away rights to technical configuration.
    .hint = Ask a super administrator.
fault-right-exceeds = These rights go beyond your own: { $object }.
    .hint = Ask somebody who administers rights.
fault-right-own-account = Nobody gives rights to themselves: { $object }.
    .hint = Ask another administrator.
fault-right-last-super-administrator = This would leave nobody who can reach technical configuration.
    .hint = Give the role to another active account first.
fault-right-last-administrator = This would leave nobody who can administer rights.
    .hint = Give the role to another active account first.
fault-object-unknown = There is no object “{ $name }”.
fault-object-read-only = { $object } cannot be changed here.
fault-object-mastered-elsewhere = { $object } is maintained in another system and is read-only here.
    .hint = Make the change in the master system.
fault-request-invalid = The request cannot be understood: { $detail }
fault-request-too-large = The request is too large: at most { $max } are allowed.
fault-request-method = This address does not accept this method.
    .hint = Allowed: { $allowed }.
fault-request-media-type = The request must be sent as { $expected }.
fault-request-not-acceptable = The reply can only be given as { $expected }.
fault-filter-syntax = The filter cannot be understood at position { $position }: { $detail }
fault-sort-unknown = It is not possible to sort by “{ $name }”.
fault-cursor-invalid = The page marker is not valid.
    .hint = Start again at the first page.
fault-idempotency-conflict = This idempotency key has already been used for a different request.
    .hint = Use a new key for each new request.
fault-file-encoding = The file is not encoded in UTF-8 (line { $line }, byte { $position }).
    .hint = Save it as “CSV UTF-8”.
fault-file-header = The file has no header line.
    .hint = The first line gives the names of the columns.
fault-file-name = The file name “{ $name }” cannot be understood.
    .hint = Write [ImportType]_[ImportMode]_[Culture]_[Order]_.csv, such as Employee_InsertAndUpdate_en-GB_10_.csv.
fault-file-type = “{ $name }” is not an import type.
fault-file-mode = “{ $name }” is not an import mode.
    .hint = Use InsertOnly or InsertAndUpdate.
fault-file-culture = “{ $name }” is not a known culture.
    .hint = Use language and region, such as en-GB.
fault-file-order = “{ $name }” is not an order.
    .hint = Use a whole number; files are processed in ascending order.
fault-file-empty = The file contains no data lines.
fault-file-column-unknown = The column “{ $name }” is not known.
    .hint = Closest known columns: { $near }.
fault-file-column-missing = The column “{ $name }” is missing.
    .hint = It is part of the key: without it, no line can be matched to a record.
fault-file-column-twice = The column “{ $name }” occurs twice.
fault-line-columns = The line has { $found } cells, but the header has { $expected }.
    .hint = Check separators and quotation marks.
fault-line-quote = A quotation mark is never closed.
    .hint = Double the quotation marks inside a quoted cell.
fault-sign-in-failed = Login or password is wrong.
fault-sign-in-required = Please sign in.
fault-sign-in-locked = Too many failed attempts. Try again in { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }.
fault-network-refused = You cannot use Talang from this network. Try again from your company’s network, or ask your HR administrator.
fault-network-shuts-out = This would shut you out: you are at { $address }. Allow a network with your own address first.
fault-session-confirm = For your safety, please say again who you are.
fault-password-wrong = The present password is wrong.
fault-password-short = The password needs at least { $min } characters.
    .hint = Several words in a row are easy to remember.
fault-password-login-inside = The password may not contain the login.
fault-password-common = This password is among those that are guessed first.
    .hint = Choose one that nobody else would think of.
fault-password-same = The new password is the present one.
fault-password-differ = The two passwords differ.
fault-csrf = The form has expired.
    .hint = Reload the page and try again.
fault-scope-unknown = { $name } is no scope: write an object and an action, such as employees:read.
fault-quota-used-up = The { $max } requests of this day are used up. Go on after midnight UTC, or ask an administrator for more.
fault-tenant-unknown = There is no tenant “{ $name }”.
fault-tenant-exists = The tenant “{ $name }” already exists.
fault-rule-syntax = The rule cannot be understood at position { $position }: { $detail }
fault-extra-code-taken = The code “{ $name }” is already used by another field.
fault-extra-sensitive = This field seems to hold sensitive data ({ $category ->
        [health] health
        [religion] religion or belief
        [union] trade-union membership
        [ethnicity] ethnic origin
        [sexuality] sex life or sexual orientation
        [politics] political opinions
        [biometrics] genetic or biometric data
       *[other] special category
    }; article 9 of the GDPR).
    .hint = Confirm that you have a legal basis, or do without the field.
fault-feature-unknown = There is no function “{ $name }” to be switched.
    .hint = Functions that can be switched: { $allowed }.
fault-delegation-self = Nobody can stand in for themselves.
fault-acting-ended = Acting for somebody else has ended: nothing was done. You go on in your own name.
fault-acting-own-benefit = While acting for somebody else nothing can be changed to refer to yourself.
fault-acting-consent = Consent is given for 1 to 24 hours, to support accounts only.
fault-delegation-not-yours = Only whoever is represented delegates, or somebody who may give roles.
fault-delegation-to-oneself = Nobody delegates somebody else’s work to themselves.
    .hint = Choose another employee as the delegate.
fault-storage-failed = The data could not be saved or read. Nothing has been changed.
fault-storage-busy = The system is busy.
    .hint = Try again in a moment.
fault-internal = Something went wrong on our side. The error has been recorded.
fault-adapt-unmapped = { $field }: the adapted format says nothing about “{ $value }”.
    .hint = Add the value to the adapted format, or correct the file.
fault-adapt-number = { $field }: “{ $value }” is not a whole number of years.
fault-adapt-format = The adapted format is not valid ({ $place }): { $detail }
fault-mail-none = This installation sends no mails.
    .hint = Whoever operates it can configure a mail server.
fault-mail-address = This is not an e-mail address that mails can be sent to.
fault-mail-unreachable = The mail server cannot be reached.
    .hint = The mail waits and is tried again by itself.
fault-mail-not-secure = No protected connection to the mail server could be made.
    .hint = Whoever operates this installation checks the server’s name and certificate.
fault-mail-not-offered = The mail server does not offer what is needed: protection, a login, or addresses with such letters.
fault-mail-login = The mail server refuses the login of this installation.
    .hint = Whoever operates it checks user and password.
fault-mail-refused = The mail server refused the mail.
    .hint = Check the address.
fault-mail-expired = The mail could not be sent in time.
fault-mail-folder = The mail could not be written into its folder.
fault-mail-gone = What this mail said is no longer there.
    .hint = Cause it anew, for example with a new activation link.
fault-sign-in-unconfirmed = Your e-mail address is not confirmed yet.
    .hint = We have sent you a mail with a link: follow it to confirm the address and choose your password.
fault-account-no-link = No link was sent: the account has no e-mail address, cannot be used, or has got several links within the last hour.
fault-link-invalid = This link does not work any more.
    .hint = Links work once and for a limited time. Ask for a new one with “Forgotten password?” on the sign-in page.
fault-password-special = The password needs at least { $count ->
        [one] one character that is neither a letter nor a digit
       *[other] { $count } characters that are neither letters nor digits
    }.
fault-password-digits = The password needs at least { $count ->
        [one] one digit
       *[other] { $count } digits
    }.
fault-password-lower = The password needs at least { $count ->
        [one] one small letter
       *[other] { $count } small letters
    }.
fault-password-upper = The password needs at least { $count ->
        [one] one capital letter
       *[other] { $count } capital letters
    }.
fault-password-used = This password was used before.
    .hint = Choose one that you have not had here yet.
fault-password-hash = This is no password hash that can be taken over.
    .hint = The administrators’ guide shows the forms.
fault-provider-untested = The identity provider has not been tested yet.
    .hint = Run a test sign-in on its page first.
fault-provider-certificate = { $field }: this is not a certificate that can be used ({ $detail }).
    .hint = Paste the provider’s signing certificate in PEM, from BEGIN CERTIFICATE to END CERTIFICATE.
fault-provider-metadata = The provider’s metadata cannot be used: { $detail }
fault-provider-address = The address “{ $address }” may not be called.
    .hint = Use an https address that can be reached from the Internet, or paste the metadata.
fault-provider-unreachable = “{ $address }” does not answer as expected.
    .hint = Check the address, or paste the metadata.
fault-provider-incomplete = The identity provider lacks: { $name }.
    .hint = Complete its settings.
fault-sso-message = The identity provider’s answer cannot be read: { $detail }
fault-sso-structure = The identity provider’s answer is not built as it must be: { $detail }
fault-sso-signature = The identity provider’s answer is not signed with one of its certificates.
    .hint = If the provider has changed its key, the administrator adds the new certificate.
fault-sso-algorithm = The identity provider’s answer is signed in a way that is not secure.
    .hint = Set the provider to RSA or ECDSA with SHA-256.
fault-sso-encryption = The identity provider’s answer cannot be decrypted.
    .hint = Give the provider our current metadata.
fault-sso-issuer = The answer comes from another identity provider than expected.
fault-sso-audience = The identity provider’s answer is meant for another application.
    .hint = Compare the entity ID in the provider’s settings with ours.
fault-sso-recipient = The identity provider’s answer is meant for another address.
fault-sso-destination = The identity provider’s answer was sent to another address.
fault-sso-time = The identity provider’s answer is no longer valid, or not yet.
    .hint = Sign in again; if it happens again, the provider’s clock is wrong.
fault-sso-replay = This sign-in has been used already.
    .hint = Sign in again.
fault-sso-nonce = The answer of the identity provider belongs to another sign-in.
fault-sso-browser = This sign-in was not begun in this browser, or too long ago.
    .hint = Sign in again.
fault-sso-unsolicited = Nobody asked for this sign-in here.
    .hint = Begin on our sign-in page, or allow sign-ins that start at the provider.
fault-sso-declined = The identity provider refused the sign-in: { $detail }
fault-sso-subject = The identity provider does not say who signed in.
    .hint = The administrator checks which attribute holds the login.
fault-sso-account = There is no account for you here.
    .hint = Ask your administrator for one.
fault-schedule-cron = “{ $value }” is not a time at which something could happen.
    .hint = Write five fields: minute, hour, day of the month, month, day of the week, such as 30 2 * * * for every night at half past two.
fault-schedule-zone = There is no time zone “{ $value }”.
    .hint = Name one of the tz database, such as Europe/Paris.
fault-schedule-operator = Nothing was imported: the account “operator” is not there or not active.
    .hint = An administrator of the tenant can make it, with the role integration, or allow it again.
fault-file-space-login = A login of the file space is 2 to 32 small letters, digits, hyphens and underscores, and begins with a letter.
fault-file-space-key = This is not a public key that can be used here.
    .hint = Give the one line of an OpenSSH public key of the type ssh-ed25519 or ecdsa-sha2-nistp256, -nistp384 or -nistp521. RSA keys are not accepted.
fault-file-space-key-private = This is a private key. It stays with its owner; nothing was kept of it.
    .hint = Give the one line of the public key: the file of the same name that ends in .pub. A private key that was sent somewhere is better replaced.
fault-file-space-key-type = Keys of the type { $type } are not accepted.
    .hint = Make one of the type Ed25519, with ssh-keygen -t ed25519, and give the line of its file that ends in .pub. ECDSA keys on the curves nistp256, nistp384 and nistp521 are accepted too.
fault-file-space-name = “{ $name }” cannot be a name in the file space.
    .hint = A name has at most 255 bytes, does not begin with a dot, and holds no slash, backslash, control or invisible character, nor signs that look like a slash or a dot.
fault-file-space-place = Nothing can be changed at this place.
    .hint = Files and folders belong into in, out, done or rejected, at most eight folders deep; these four stay as they are.
fault-file-space-not-found = There is no such file or folder.
fault-file-space-exists = There is already a file or folder of this name.
fault-file-space-not-empty = The folder is not empty.
fault-file-space-kind = This works with files only, or with folders only.
fault-file-space-full = The file space is full: { $max } MiB at most.
    .hint = Delete what is no longer needed, or ask the provider for more room.
fault-file-space-most = The file space holds { $max } files and folders at most.
    .hint = Delete what is no longer needed, or ask the provider for more room.
fault-second-factor-wrong = This code is not right, or it was used already. Wait for the next one.
fault-second-factor-expired = The key is no longer valid. Begin again and scan the new picture.
fault-second-factor-none = There is no second factor.
fault-second-factor-required = Your company asks for a second factor. Set up another one before you remove this one.
fault-passkey-failed = This passkey could not be used. Try again, or sign in another way.
fault-passkey-expired = The question to your device is too old. Try again.
fault-passkey-known = This passkey is in use already. Make another one.
fault-passkey-too-many = An account has at most { $max } passkeys. Remove one that you no longer use.
fault-passkey-not-allowed = Your company does not use passkeys. Sign in another way.
