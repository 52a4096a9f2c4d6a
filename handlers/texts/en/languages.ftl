# Choosing the language.

languages-own-name = English
languages-ask = Which language should I speak?
languages-chosen = From now on I speak English. What you were doing goes on where it was.
