federation-failed = Login lykkedes ikke
federation-failed-code = Fejlkode { $code }, identitetsudbyder “{ $provider }”. Sker det igen, så sig det til din administrator.
federation-again = Log på igen
federation-other = Andre måder at logge på
federation-onward = Videre til din identitetsudbyder
