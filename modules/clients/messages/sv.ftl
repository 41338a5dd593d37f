# The numbers in addresses of programs brought along from another suite.
clients-number = ett heltal från 0 till { $max } förväntas.
clients-lcid = numret på ett språk, till exempel 1036, förväntas.
