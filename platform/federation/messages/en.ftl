federation-failed = Signing in did not work
federation-failed-code = Error code { $code }, identity provider “{ $provider }”. If it happens again, tell your administrator.
federation-again = Sign in again
federation-other = Other ways to sign in
federation-onward = On to your identity provider
