feature-recruiting = Rekruttering
feature-recruiting-text = Rekrutteringsanmodninger, ledige stillinger med rekrutteringsteams, kandidater og ansøgninger. Så længe det ikke er slået til, ser ingen noget af det.
