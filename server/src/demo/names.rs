//! First and last names of many cultures, from our own lists. Any likeness to a living person is chance.

use super::random::Random;

/// Names usual in one culture: blank-separated words; `_` stands for a blank inside a name.
pub struct Culture {
    /// Short name of the culture, as countries mix them.
    pub code: &'static str,
    women: &'static str,
    men: &'static str,
    last: &'static str,
    /// Percent of people with a second surname, and how the two are joined.
    double: (usize, &'static str),
}

/// A person's names.
#[derive(Clone, Debug)]
pub struct Names {
    /// Given names.
    pub first: String,
    /// Family names.
    pub last: String,
    /// Which list they came from.
    pub culture: &'static str,
}

/// The culture of that code; the first one for an unknown code.
pub fn culture(code: &str) -> &'static Culture {
    CULTURES.iter().find(|c| c.code == code).unwrap_or(&CULTURES[0])
}

impl Culture {
    /// Names for a woman or a man.
    pub fn draw(&'static self, woman: bool, random: &mut Random) -> Names {
        let clean = |word: &str| word.replace('_', " ");
        let first = clean(random.word(if woman { self.women } else { self.men }));
        let mut last = clean(random.word(self.last));
        if self.code == "is" {
            // Icelandic last names are the father's or mother's first name with -dóttir or -son.
            last.push_str(if woman { "dóttir" } else { "son" });
        }
        if self.code == "pl" && woman {
            last = last.strip_suffix("ski").map_or(last.clone(), |stem| format!("{stem}ska"));
            last = last.strip_suffix("cki").map_or(last.clone(), |stem| format!("{stem}cka"));
        }
        if random.chance(self.double.0) {
            let second = clean(random.word(self.last));
            if second != last && !second.contains(' ') && !last.contains(' ') {
                last = format!("{last}{}{second}", self.double.1);
            }
        }
        Names { first, last, culture: self.code }
    }
}

/// The lists.
static CULTURES: &[Culture] = &[
    Culture {
        code: "fr",
        women: "Camille Léa Manon Chloé Inès Océane Aurélie Élodie Céline Sandrine Nathalie Isabelle Véronique Sylvie Hélène Anaïs Maëlle Zoé Clémence Margaux Mathilde Noémie Solène Gaëlle Marie-Laure Anne-Sophie Marie-Christine Bérénice Françoise Jeanne Lucie Pauline Juliette Éléonore Delphine Agnès Corinne Élise",
        men: "Lucas Hugo Théo Louis Jules Gaël Maxime Clément Rémi Benoît Jérôme Frédéric Stéphane Cédric François Jean-Pierre Jean-Baptiste Pierre-Yves Marc-Antoine Thierry Loïc Yann Mathieu Étienne Raphaël Antoine Damien Grégoire Guillaume Nicolas Olivier Pascal Xavier Noël Sébastien Adrien Bastien Tanguy",
        last: "Lefèvre Beaumont Chauvin Delorme Fontaine Garnier Lemoine Rousselet Perrin Bouchard Charpentier Mercier Gauthier Dumas Vasseur Marchand Noël Hébert Péron Le_Gall Le_Goff de_La_Tour d'Arcy Dubreuil Caron Renaud Barbier Guérin Poulain Tessier Vidal Aubert Brunel Carpentier Deschamps Évrard Ferrand Guillot Joubert Lacroix Maillard Navarre Pélissier Quéré Rivière Saulnier Thévenot Valette Weber Coulon Bourdin Fauré Lebrun Morvan Jacquet Colas",
        double: (7, "-"),
    },
    Culture {
        code: "de",
        women: "Anna Lena Katharina Jule Johanna Friederike Greta Svenja Heike Sabine Ursula Petra Birgit Anke Silke Franziska Theresa Luisa Käthe Annegret Marlene Ronja Ulrike Claudia Steffi Jana Miriam Wiebke Antje Lieselotte Hanna-Lena Eva-Maria Mareike Doris Frauke",
        men: "Lukas Jonas Felix Jörg Jürgen Günther Matthias Sören Torsten Björn Niklas Moritz Tobias Sebastian Florian Uwe Dieter Klaus-Dieter Hans-Peter Karl-Heinz Götz Rüdiger Kai Malte Ole Henning Wolfgang Ralf Jens Stefan Philipp Julian Fabian Dominik Hauke",
        last: "Müller Schäfer Krüger Köhler Böhm Vogel Lindner Brandt Kaiser Zimmermann Hoffmann Krause Lehmann Grünwald Weiß Groß Straßer Schröder von_Hagen von_der_Heide Ziegler Bergmann Fröhlich Hübner Jäger Kühn Lorenz Möller Neumann Oßwald Pfeiffer Quandt Reinhardt Seidel Tiedemann Ullrich Voß Winkler Arndt Bartels Claußen Dörr Ebert Förster Gerlach Hartwig Ihde Jansen Kramer Löffler",
        double: (6, "-"),
    },
    Culture {
        code: "sv",
        women: "Astrid Elsa Linnéa Ebba Maja Saga Tuva Åsa Annika Birgitta Kerstin Ingrid Märta Gunilla Ulrika Frida Klara Signe Malin Lovisa Anna-Karin Britt-Marie Agnes Cajsa Hedda Josefin Karolina Pernilla Sofie Yrsa Matilda Ylva",
        men: "Oskar Gustav Måns Åke Björn Göran Håkan Östen Lars-Erik Per-Olof Karl-Johan Anders Mikael Mattias Rasmus Viktor Axel Love Elias Sixten Torbjörn Sven Nils Jörgen Fredrik Henrik Emil Ludvig Pontus Joakim Ivar Tage",
        last: "Andersson Lindqvist Åkesson Öberg Sjöström Bergström Nyström Ekström Lundgren Holmqvist Söderberg Hägglund Björklund Sandström Wallin Dahlgren Hedlund Norén Blomqvist Åström Lindblad Forsberg Ståhl Sjögren Rydén Källström Wikström Östlund Norberg Engdahl Thörn Palmquist Vikander Hallberg af_Klinthe Lööf Hjelm Strömbäck Bäckman Granath",
        double: (7, " "),
    },
    Culture {
        code: "es",
        women: "Lucía Martina Sofía Paula Carmen María_José Ana_Belén Inés Rocío Nuria Begoña Concepción Pilar Macarena Estefanía Elena Irene Aitana Noelia Raquel María_del_Mar Consuelo Ainhoa Montserrat Lourdes Verónica Blanca Teresa Xiana Ángela",
        men: "Álvaro Íñigo José_Luis Juan_Carlos Javier Sergio Andrés Joaquín Raúl Óscar Rubén Iván Adrián Gonzalo Jesús Miguel_Ángel Ramón Víctor Jordi Iker Pau Nicolás Tomás Fermín Ángel Emilio Germán Hernán Xoán Jaume",
        last: "García Fernández Martínez Sánchez Ibáñez Muñoz Núñez Peña Ortega Castaño Cordón Domínguez Escudero Figueroa Gálvez Herrero Iglesias Jiménez Lozano Márquez Navarro Ochoa Pascual Quintana Redondo Santamaría Toledo Urrutia Vázquez Zamora Etxeberria Ferrer Puig Soler Vilaró Montoro Salcedo Rubio Cañizares de_la_Fuente del_Río",
        double: (88, " "),
    },
    Culture {
        code: "nl",
        women: "Sanne Fleur Femke Lotte Anouk Marjolein Willemijn Annelies Ingeborg Marieke Roos Maud Tess Fenna Jikke Noortje Hanneke Liesbeth Esmée Zoë Carlijn Renée Saskia Tineke Geertje Anne-Fleur",
        men: "Daan Sem Bram Jasper Thijs Sjoerd Joost Wouter Maarten Gijs Pieter Ruben Teun Floris Koen Bas Jeroen Hidde Tjeerd Rutger Niels Huub Cornelis André Dirk-Jan Rens",
        last: "de_Boer van_den_Berg van_der_Meulen de_Groot Visser Bakker Hoekstra van_'t_Hof ter_Horst Dijkstra Vermeer Kuipers Postma van_Leeuwen Willems Schouten Brouwer Huisman Kok Zijlstra van_der_Velde Prins Blom Smeets Mulder Veenstra Hermans op_den_Camp Terpstra Wijnands ten_Brinke Oosterhuis",
        double: (9, "-"),
    },
    Culture {
        code: "da",
        women: "Freja Ida Karla Alberte Mette Lærke Bodil Kirsten Maja Signe Astrid Rikke Dorthe Tove Inger Anne-Mette Søs Cecilie Stine Pernille Trine Birgitte Gry Åse Josefine Line",
        men: "Magnus Søren Jørgen Rasmus Mads Emil Frederik Anders Bjarne Niels Kåre Asger Lasse Troels Jeppe Malthe Torben Henning Esben Aksel Preben Åge Bo Viggo Klaus Jakob",
        last: "Sørensen Jørgensen Møller Kjær Nørgaard Østergaard Bjerregaard Lauridsen Thygesen Krogh Dalgaard Frandsen Holm Mikkelsen Søgaard Brøndum Ravn Skov Bæk Toft Winther Vestergaard Hjorth Lykke Damgaard Enevoldsen Foged Kjeldsen Aagaard Schou",
        double: (22, " "),
    },
    Culture {
        code: "en",
        women: "Olivia Amelia Isla Poppy Freya Gemma Hannah Charlotte Siobhán Niamh Bethany Rhiannon Eilidh Fiona Joanne Deborah Philippa Imogen Harriet Zoe Lauren Abigail Rosalind Victoria Mary-Anne Claire Georgina Heather Morag Tamsin",
        men: "Oliver Harry Alfie George Callum Rhys Seán Declan Angus Ewan Hamish Gareth Nigel Trevor Simon Stuart Graham Elliot Tristan Rory Benedict Laurence Duncan Owain Miles Christopher Ian Jonathan Toby Barnaby",
        last: "Ashworth Blackwood Carmichael Davies Ellison Fairbairn Greenwood Holloway Irving Jennings Kirkwood Langley MacDougall McAllister Nuttall O'Connor O'Sullivan Pemberton Quigley Ramsey Sutcliffe Thackeray Underwood Vaughan Whitaker Yates Barraclough Hargreaves Llewellyn Murgatroyd Ogden Priestley Rowntree Sykes Fitzgerald St_John",
        double: (7, "-"),
    },
    Culture {
        code: "ma",
        women: "Fatima-Zahra Khadija Salma Imane Nadia Hajar Meryem Soukaïna Zineb Loubna Asmaa Ghita Houda Ikram Kenza Latifa Naïma Rania Samira Yasmine Btissam Tifawt Amina Chaïmae",
        men: "Mohammed Youssef Omar Anas Hamza Mehdi Reda Karim Rachid Abdellah Abdelkader Noureddine Saïd Tarik Zakaria Hicham Idriss Jawad Brahim Mustapha Othmane Aziz Aksil Moulay_Ali",
        last: "El_Amrani Benjelloun Alaoui Bennani Cherkaoui El_Fassi Tazi Idrissi Berrada Lahlou Ait_Taleb Ait_Ben_Haddou Ouazzani Zerouali Belhaj El_Khattabi Mansouri Naciri Sebti Skalli Filali Chraïbi Benkirane Haddadi Kabbaj Lazrak Mernissi Raïs",
        double: (3, " "),
    },
    Culture {
        code: "qc",
        women: "Maude Marie-Ève Marie-Pier Josée Geneviève Audrey Catherine Émilie Mélanie Annick Jocelyne Rosalie Florence Sarah-Maude Karine Valérie Laurence Gisèle",
        men: "Mathis Félix Zachary Jean-François Jean-Sébastien Marc-André Pierre-Luc Yves Réjean Gilles Alexis Éric Luc Normand Charles-Étienne Vincent Samuel Raynald",
        last: "Tremblay Gagnon Bergeron Côté Bélanger Lévesque Pelletier Ouellet Thériault Desrosiers Laflamme Beaulieu Charbonneau Desjardins Villeneuve Arsenault Thibodeau Rioux St-Amour Lapointe Larivière Dubé",
        double: (14, "-"),
    },
    Culture {
        code: "ja",
        women: "Yūko Sakura Haruka Akiko Naomi Keiko Misaki Ayumi Kaori Tomoko Rin Chihiro Emi Nanami Mayumi Hina Yoshiko Sachiko",
        men: "Hiroshi Kenji Takumi Daisuke Shōta Ryō Kazuo Yūta Makoto Satoru Tetsuya Haruto Kōhei Jun Shin'ichi Noboru Tarō Masaru",
        last: "Satō Tanaka Itō Yamamoto Kobayashi Ōno Ōtsuka Hayashi Shimizu Mori Ikeda Hashimoto Ogawa Kondō Endō Fujita Nishimura Ueda Morita Hirano Kitamura Sugiyama Ōkubo Kawaguchi",
        double: (0, " "),
    },
    Culture {
        code: "it",
        women: "Giulia Chiara Francesca Alessia Martina Ilaria Federica Silvia Paola Ginevra Beatrice Benedetta Mariagrazia Noemi Ornella Patrizia Rosa Viola",
        men: "Lorenzo Matteo Niccolò Davide Alessandro Giorgio Gianluca Pierpaolo Salvatore Vincenzo Emanuele Fabrizio Riccardo Stefano Ugo Dario Edoardo Nicolò",
        last: "Rossetti Bianchini Ferrari Colombo Ricci Marini Greco Conti De_Luca D'Angelo Della_Valle Lombardi Moretti Barbieri Fontana Santoro Mariani Caruso Gatti Pellegrini Orsini Nicolò Vitale Zanetti",
        double: (3, " "),
    },
    Culture {
        code: "pl",
        women: "Zofia Małgorzata Agnieszka Katarzyna Joanna Żaneta Łucja Bożena Grażyna Kinga Wiesława Zuzanna Iwona Hanna Halina Oliwia Jadwiga Świętosława",
        men: "Paweł Łukasz Michał Stanisław Grzegorz Krzysztof Zbigniew Wojciech Jakub Mateusz Rafał Bogusław Jędrzej Mieczysław Tomasz Kazimierz Przemysław Sławomir",
        last: "Kowalczyk Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Krawczyk Piotrowski Grabowski Pawłowski Król Zając Wróbel Stępień Górski Sikora Błaszczyk Żak Ostrowski Łuczak Gołębiewski",
        double: (5, "-"),
    },
    Culture {
        code: "tr",
        women: "Ayşe Elif Zeynep Emine Gülşen Çiğdem Şebnem Özlem Müge Hülya Derya Fatma_Nur Selin Ebru Tuğba",
        men: "Mehmet Mustafa Emre Özgür Çağlar Şükrü Oğuzhan Burak İbrahim Kerem Serkan Ümit Yiğit Barış Doğan",
        last: "Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Çetin Koç Kurt Şimşek Güneş Erdoğdu Aksoy Taş Bozkurt",
        double: (4, " "),
    },
    Culture {
        code: "vi",
        women: "Thị_Hương Minh_Anh Thu_Hà Ngọc_Lan Bích_Ngọc Phương_Thảo Kim_Chi Mỹ_Duyên Tuyết_Mai Thanh_Hằng",
        men: "Văn_Hùng Minh_Đức Quốc_Bảo Anh_Tuấn Hữu_Phước Đình_Khôi Thanh_Sơn Gia_Huy Tuấn_Kiệt Xuân_Trường",
        last: "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý",
        double: (0, " "),
    },
    Culture {
        code: "in",
        women: "Priya Ananya Lakshmi Deepa Kavita Sunita Meera Divya Harpreet Jyoti Nandini Shreya Swati Vidya Aishwarya",
        men: "Arjun Vikram Rahul Sanjay Suresh Karthik Rajesh Gurpreet Amit Manoj Naveen Prakash Siddharth Venkatesh Aditya",
        last: "Sharma Patel Iyer Reddy Nair Singh Kaur Chatterjee Mukherjee Deshpande Kulkarni Menon Rao Subramanian Ramachandran Thiruvengadam Gill Bose Joshi Mehta Pillai",
        double: (0, " "),
    },
    Culture {
        code: "zh",
        women: "Xiǎoyàn Lì Mei Jiāyí Yùtíng Xuě Fāng Líng Hui-Ling Shu-Fen",
        men: "Wěi Jùn Hàoyǔ Míng Qiáng Jiànhuá Chih-Ming Zhìyuǎn Lěi Bō",
        last: "Wáng Lǐ Zhāng Liú Chén Huáng Zhào Wú Zhōu Xú Sūn Lín Ōuyáng Guō Hé",
        double: (0, " "),
    },
    Culture {
        code: "pt",
        women: "Inês Beatriz Catarina Mafalda Conceição Fátima Graça Joana Leonor Lurdes Sónia Vânia",
        men: "João Gonçalo Tiago Rúben Simão Nélson Luís Hélder Fábio Américo Rui Estêvão",
        last: "Ferreira Gonçalves Magalhães Simões Guimarães Lourenço Araújo Figueiredo Abrunhosa dos_Santos da_Conceição Brandão Falcão Leitão Cordeiro Teixeira",
        double: (40, " "),
    },
    Culture {
        code: "ar",
        women: "Layla Noor Rasha Hala Dina Mariam Yara Shirin Zahra Rima Amal Huda",
        men: "Ahmad Khaled Bilal Hassan Ali Samir Fadi Ibrahim Nabil Tamer Walid Yusuf",
        last: "Haddad Khoury Al-Masri Al-Sayed Hamdan Nasser Saleh Abdelrahman Farouk Aziz Qasim Darwish Jaber Barakat Suleiman Abu_Zayd",
        double: (2, "-"),
    },
    Culture {
        code: "af",
        women: "Aïssatou Fatou Awa Mariama Adaeze Ngozi Chiamaka Akosua Abena Aminata Bintou Wanjiru Thandiwe",
        men: "Mamadou Ousmane Cheikh Ibrahima Kwame Kofi Chukwuemeka Olumide Babatunde Moussa Sékou Themba Kipchoge",
        last: "Diallo Traoré N'Diaye Koné Diop Keïta Ouédraogo M'Baye Okafor Adeyemi Nwosu Mensah Boateng Mwangi Ndlovu Camara Sy Bâ Okonkwo Asante",
        double: (2, "-"),
    },
    Culture {
        code: "fi",
        women: "Aino Päivi Tuulikki Sanna Kaisa Riikka Anna-Liisa Heli Minna Sirkka",
        men: "Eero Väinö Jukka Pekka Antti Ilkka Jyrki Juha-Matti Teemu Sampo",
        last: "Virtanen Mäkelä Nieminen Hämäläinen Koskinen Järvinen Lehtonen Rantanen Heikkilä Määttä Pöyry Kärkkäinen Yli-Vakkuri Hyvönen",
        double: (6, "-"),
    },
    Culture {
        code: "is",
        women: "Guðrún Sigríður Þórdís Ásta Hrafnhildur Birna Ragnheiður Sæunn",
        men: "Jón Sigurður Þorsteinn Guðmundur Björgvin Hörður Árni Ægir",
        last: "Jóns Sigurðar Magnús Einars Ólafs Þórs Árna Björns Stefáns Gunnars",
        double: (0, " "),
    },
    Culture {
        code: "ro",
        women: "Ioana Ștefania Mădălina Ruxandra Gabriela Andreea Cătălina Mihaela Ileana",
        men: "Andrei Ștefan Răzvan Bogdan Ionuț Mihai Cătălin Florin Octavian",
        last: "Popescu Ionescu Stănescu Dumitrașcu Munteanu Țurcanu Bălan Văcărescu Nistor Moldovan Șerban Crăciun Lăzărescu Rusu",
        double: (4, "-"),
    },
    Culture {
        code: "sl",
        women: "Amra Jelena Lejla Milica Željka Snežana Ivana Dragana Anđela Petra Tereza Zdeňka",
        men: "Edin Nenad Dženan Zoran Miloš Vladimír Ondřej Goran Željko Jiří Đorđe Tomáš",
        last: "Hadžić Begović Jovanović Nikolić Kovačević Petrović Marković Šarić Novák Dvořák Černý Procházka Krejčí Horvat Živković Đurić Babić",
        double: (3, "-"),
    },
    Culture {
        code: "uk",
        women: "Oksana Olena Iryna Nataliia Kateryna Yuliia Halyna Svitlana Daryna Zoriana",
        men: "Oleksandr Serhii Andrii Dmytro Mykola Taras Volodymyr Yurii Bohdan Ostap",
        last: "Shevchuk Kovalenko Bondarenko Tkachenko Melnyk Kravchenko Oliinyk Savchenko Lysenko Hrytsenko Moroz Zavhorodnii Petrenko Marchuk",
        double: (0, " "),
    },
    Culture {
        code: "el",
        women: "Eléni Katerína Sofía Ioánna Despina Vasilikí Theodóra Aikateríni",
        men: "Giórgos Dimítris Kóstas Níkos Panagiótis Chrístos Spýros Thanássis",
        last: "Papadopoulos Georgiou Nikolaidis Ioannou Karagiannis Economou Vlachos Makris Pappas Antoniou",
        double: (0, " "),
    },
    Culture {
        code: "hw",
        women: "Leilani Kailani Moana",
        men: "Keoni Kekoa Makoa",
        last: "Kahananui Keawe Kealoha Mahoe",
        double: (0, " "),
    },
    Culture {
        code: "id",
        women: "Siti Dewi Ratna",
        men: "Budi Agus Wayan",
        last: "Wijayakusuma Sukarnoputri Hartono Suryadi Prasetyo",
        double: (0, " "),
    },
];
