federation-failed = La connexion n’a pas abouti
federation-failed-code = Code d’erreur { $code }, fournisseur d’identité « { $provider } ». Si cela se répète, prévenez votre administrateur.
federation-again = Se reconnecter
federation-other = Autres moyens de se connecter
federation-onward = Vers votre fournisseur d’identité
