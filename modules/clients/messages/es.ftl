# The numbers in addresses of programs brought along from another suite.
clients-number = se espera un número entero de 0 a { $max }.
clients-lcid = se espera el número de un idioma, como 1036.
