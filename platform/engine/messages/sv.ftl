fault-value-network = { $field }: ”{ $value }” är inget nätverk.
    .hint = Ange nätverkets adress och längd, till exempel 192.0.2.0/24 eller 2001:db8::/32.
fault-delegation-self = Ingen kan vara sin egen ersättare.
    .hint = Välj en annan medarbetare som ersättare.
