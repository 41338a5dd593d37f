# The numbers in addresses of programs brought along from another suite.
clients-number = een geheel getal van 0 tot { $max } wordt verwacht.
clients-lcid = het nummer van een taal, zoals 1036, wordt verwacht.
