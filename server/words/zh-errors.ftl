# What an error says; its English is its Display, in the code.
