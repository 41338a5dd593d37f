federation-failed = Inloggningen lyckades inte
federation-failed-code = Felkod { $code }, identitetsleverantör ”{ $provider }”. Händer det igen, säg till din administratör.
federation-again = Logga in igen
federation-other = Andra sätt att logga in
federation-onward = Vidare till din identitetsleverantör
