feature-recruiting = Werving
feature-recruiting-text = Personeelsaanvragen, vacatures met hun selectieteams, kandidaten en sollicitaties. Zolang het niet is ingeschakeld, ziet niemand er iets van.
