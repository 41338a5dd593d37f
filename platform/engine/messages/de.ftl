fault-value-network = { $field }: „{ $value }“ ist kein Netzwerk.
    .hint = Geben Sie Adresse und Länge des Netzwerks an, zum Beispiel 192.0.2.0/24 oder 2001:db8::/32.
fault-delegation-self = Niemand kann sich selbst vertreten.
    .hint = Wählen Sie eine andere Person als Vertretung.
