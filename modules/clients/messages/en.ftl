# The numbers in addresses of programs brought along from another suite.
clients-number = a whole number from 0 to { $max } is expected.
clients-lcid = the number of a language, such as 1036, is expected.
