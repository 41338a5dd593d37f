fault-value-network = { $field } : « { $value } » n’est pas un réseau.
    .hint = Indiquez l’adresse et la longueur du réseau, par exemple 192.0.2.0/24 ou 2001:db8::/32.
fault-delegation-self = Personne ne peut se déléguer ses propres droits.
    .hint = Choisissez un autre salarié comme délégataire.
