fault-value-network = { $field }: “{ $value }” is not a network.
    .hint = Write the address and the length of the network, for example 192.0.2.0/24 or 2001:db8::/32.
fault-delegation-self = Nobody can stand in for themselves.
    .hint = Choose another employee as the delegate.
