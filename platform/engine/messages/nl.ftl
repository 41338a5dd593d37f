fault-value-network = { $field }: “{ $value }” is geen netwerk.
    .hint = Geef het adres en de lengte van het netwerk op, bijvoorbeeld 192.0.2.0/24 of 2001:db8::/32.
fault-delegation-self = Niemand kan zichzelf vervangen.
    .hint = Kies een andere medewerker als vervanger.
