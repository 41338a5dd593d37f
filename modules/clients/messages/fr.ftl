# The numbers in addresses of programs brought along from another suite.
clients-number = un nombre entier de 0 à { $max } est attendu.
clients-lcid = le numéro d’une langue, tel que 1036, est attendu.
