fault-value-network = { $field }: »{ $value }« er ikke et netværk.
    .hint = Angiv netværkets adresse og længde, for eksempel 192.0.2.0/24 eller 2001:db8::/32.
fault-delegation-self = Ingen kan være sin egen stedfortræder.
    .hint = Vælg en anden medarbejder som stedfortræder.
