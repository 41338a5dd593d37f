feature-recruiting = Recruiting
feature-recruiting-text = Requisitions, vacancies with their hiring teams, candidates and applications. Until it is switched on, nobody sees anything of it.
