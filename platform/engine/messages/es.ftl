fault-value-network = { $field }: «{ $value }» no es una red.
    .hint = Indique la dirección y la longitud de la red, por ejemplo 192.0.2.0/24 o 2001:db8::/32.
fault-delegation-self = Nadie puede delegar en sí mismo.
    .hint = Elija a otro empleado como delegado.
