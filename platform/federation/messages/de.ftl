federation-failed = Die Anmeldung hat nicht geklappt
federation-failed-code = Fehlercode { $code }, Identitätsanbieter „{ $provider }“. Geschieht es wieder, sagen Sie Ihrem Administrator Bescheid.
federation-again = Erneut anmelden
federation-other = Andere Wege zur Anmeldung
federation-onward = Weiter zu Ihrem Identitätsanbieter
