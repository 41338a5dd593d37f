# The numbers in addresses of programs brought along from another suite.
clients-number = Erwartet wird eine ganze Zahl von 0 bis { $max }.
clients-lcid = Erwartet wird die Nummer einer Sprache, etwa 1036.
