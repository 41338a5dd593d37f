# The numbers in addresses of programs brought along from another suite.
clients-number = et heltal fra 0 til { $max } forventes.
clients-lcid = nummeret på et sprog, for eksempel 1036, forventes.
