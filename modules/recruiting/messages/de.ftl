feature-recruiting = Recruiting
feature-recruiting-text = Personalanforderungen, Stellen mit ihren Auswahlteams, Bewerbende und Bewerbungen. Solange es nicht eingeschaltet ist, sieht niemand etwas davon.
