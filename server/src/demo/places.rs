//! Countries and places: addresses, telephone numbers, bank accounts, calendars. Streets are invented, telephone
//! numbers come from the ranges that regulators keep for fiction where there are any, and no bank has these codes.

use jiff::civil::Date;

use super::names::{Culture, culture};
use super::random::Random;

/// How a country writes what we need.
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Culture of the people's screens.
    pub locale: &'static str,
    /// ISO 4217.
    pub currency: &'static str,
    /// Weekly hours of full time.
    pub hours: &'static str,
    /// Work schedule of full time.
    pub schedule: &'static str,
    /// Town and postal code around the establishments; `#` is a digit.
    pub towns: &'static [(&'static str, &'static str, &'static str)],
    /// Streets, `_` for a blank.
    streets: &'static str,
    /// Which cultures live there, in what proportion.
    mix: &'static [(&'static str, u32)],
    /// Public holidays of the calendar: see [`holidays`].
    holidays: &'static str,
}

/// The country of that code; France for an unknown one.
pub fn country(code: &str) -> &'static Country {
    COUNTRIES.iter().find(|c| c.code == code).unwrap_or(&COUNTRIES[0])
}

/// Every country in which the large company works.
pub static COUNTRIES: &[Country] = &[
    Country {
        code: "FR",
        locale: "fr-FR",
        currency: "EUR",
        hours: "35",
        schedule: "FR-35",
        towns: &[
            ("Lyon", "6900#", ""),
            ("Villeurbanne", "69100", ""),
            ("Caluire-et-Cuire", "69300", ""),
            ("Grenoble", "38000", ""),
            ("Meylan", "38240", ""),
            ("Saint-Martin-d'Hères", "38400", ""),
            ("Nantes", "44000", ""),
            ("Rezé", "44400", ""),
            ("Saint-Herblain", "44800", ""),
            ("Paris", "7501#", ""),
            ("Montreuil", "93100", ""),
        ],
        streets: "rue_des_Tilleuls rue_de_la_Fontaine allée_des_Érables rue_Haute chemin_du_Moulin avenue_des_Peupliers impasse_du_Lavoir rue_du_Vieux_Pont place_de_l'Église quai_des_Mariniers rue_de_l'Horloge rue_des_Glycines",
        mix: &[
            ("fr", 68),
            ("ma", 8),
            ("pt", 5),
            ("it", 3),
            ("vi", 2),
            ("af", 5),
            ("pl", 2),
            ("ro", 2),
            ("es", 3),
            ("ar", 2),
            ("en", 1),
        ],
        holidays: "01-01 e+1 05-01 05-08 e+39 e+50 07-14 08-15 11-01 11-11 12-25",
    },
    Country {
        code: "DE",
        locale: "de-DE",
        currency: "EUR",
        hours: "38.5",
        schedule: "DE-38",
        towns: &[
            ("Köln", "506##", ""),
            ("Köln", "509##", ""),
            ("Hürth", "50354", ""),
            ("Leverkusen", "51371", ""),
            ("Hamburg", "220##", ""),
            ("Hamburg", "223##", ""),
            ("Norderstedt", "22844", ""),
            ("Buchholz in der Nordheide", "21244", ""),
        ],
        streets: "Lindenstraße Am_Mühlbach Gartenweg Birkenallee Zum_Kirschgarten Alte_Landstraße Ahornweg Hinter_der_Kirche Schäfergasse Marktstraße Fliederweg Großer_Wall",
        mix: &[
            ("de", 66),
            ("tr", 9),
            ("pl", 6),
            ("sl", 5),
            ("ro", 2),
            ("it", 3),
            ("vi", 1),
            ("ar", 4),
            ("uk", 2),
            ("in", 2),
            ("el", 1),
        ],
        holidays: "01-01 e-2 e+1 05-01 e+39 e+50 10-03 12-25 12-26",
    },
    Country {
        code: "SE",
        locale: "sv-SE",
        currency: "SEK",
        hours: "40",
        schedule: "SE-40",
        towns: &[
            ("Göteborg", "411 ##", ""),
            ("Göteborg", "416 ##", ""),
            ("Mölndal", "431 ##", ""),
            ("Kungälv", "442 31", ""),
            ("Stockholm", "112 ##", ""),
            ("Solna", "169 ##", ""),
            ("Nacka", "131 ##", ""),
        ],
        streets: "Björkvägen Skogsgatan Ängsvägen Kyrkogatan Södra_Långgatan Åkervägen Rönnvägen Hamngatan Östra_Storgatan Lärkvägen Sjövägen",
        mix: &[
            ("sv", 66),
            ("fi", 7),
            ("sl", 6),
            ("ar", 8),
            ("tr", 2),
            ("is", 1),
            ("pl", 3),
            ("af", 3),
            ("in", 2),
            ("en", 1),
            ("da", 1),
        ],
        holidays: "01-01 01-06 e-2 e+1 05-01 e+39 06-06 12-24 12-25 12-26 12-31",
    },
    Country {
        code: "ES",
        locale: "es-ES",
        currency: "EUR",
        hours: "40",
        schedule: "ES-40",
        towns: &[
            ("València", "4600#", "Valencia"),
            ("Paterna", "46980", "Valencia"),
            ("Torrent", "46900", "Valencia"),
            ("Burjassot", "46100", "Valencia"),
            ("Madrid", "2800#", "Madrid"),
            ("Alcobendas", "28100", "Madrid"),
        ],
        streets: "Calle_del_Olivo Calle_Mayor Avenida_de_los_Naranjos Plaza_de_la_Fuente Calle_del_Pozo Carrer_de_la_Sèquia Calle_San_Blas Camino_Viejo Calle_de_los_Almendros Calle_Ancha",
        mix: &[("es", 84), ("ro", 4), ("ma", 5), ("it", 2), ("pt", 2), ("en", 1), ("uk", 1), ("zh", 1)],
        holidays: "01-01 01-06 e-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
    },
    Country {
        code: "NL",
        locale: "nl-NL",
        currency: "EUR",
        hours: "38",
        schedule: "NL-38",
        towns: &[
            ("Utrecht", "35## AB", ""),
            ("Nieuwegein", "343# KL", ""),
            ("Amersfoort", "381# GH", ""),
            ("Zeist", "370# PN", ""),
        ],
        streets: "Molenstraat Kerkweg Beukenlaan Dorpsstraat Waterkant Eikenlaan Oude_Gracht Prinsenhof Vlierstraat Kastanjelaan",
        mix: &[
            ("nl", 70),
            ("tr", 5),
            ("ma", 6),
            ("id", 2),
            ("pl", 4),
            ("de", 3),
            ("en", 2),
            ("in", 3),
            ("af", 3),
        ],
        holidays: "01-01 e+1 04-27 e+39 e+50 12-25 12-26",
    },
    Country {
        code: "DK",
        locale: "da-DK",
        currency: "DKK",
        hours: "37",
        schedule: "DK-37",
        towns: &[
            ("Aarhus C", "8000", ""),
            ("Risskov", "8240", ""),
            ("Viby J", "8260", ""),
            ("Skanderborg", "8660", ""),
        ],
        streets: "Bøgevej Kirkegade Strandvejen Engvej Møllegade Søndergade Åvej Rosenvænget Hyldevej Østergade",
        mix: &[
            ("da", 78),
            ("tr", 3),
            ("ar", 4),
            ("pl", 4),
            ("de", 3),
            ("sv", 3),
            ("is", 2),
            ("uk", 2),
            ("fi", 1),
        ],
        holidays: "01-01 e-3 e-2 e+1 e+39 e+50 12-24 12-25 12-26",
    },
    Country {
        code: "GB",
        locale: "en-GB",
        currency: "GBP",
        hours: "37.5",
        schedule: "GB-37",
        towns: &[
            ("Leeds", "LS# 4DZ", "West Yorkshire"),
            ("Bradford", "BD# 1QX", "West Yorkshire"),
            ("Wakefield", "WF# 2HQ", "West Yorkshire"),
            ("Harrogate", "HG# 5NT", "North Yorkshire"),
        ],
        streets: "Orchard_Road Mill_Lane Chapel_Street Beech_Grove Victoria_Terrace Station_Road Ivy_Close Kiln_Hill Meadow_View Low_Moor_Lane",
        mix: &[
            ("en", 68),
            ("in", 12),
            ("pl", 5),
            ("af", 6),
            ("ro", 2),
            ("zh", 2),
            ("tr", 1),
            ("ar", 2),
            ("es", 1),
            ("el", 1),
        ],
        holidays: "01-01 e-2 e+1 12-25 12-26",
    },
    Country {
        code: "MA",
        locale: "fr-FR",
        currency: "MAD",
        hours: "44",
        schedule: "MA-44",
        towns: &[
            ("Casablanca", "20###", ""),
            ("Mohammédia", "28800", ""),
            ("Rabat", "10###", ""),
            ("Bouskoura", "27182", ""),
        ],
        streets: "rue_des_Orangers boulevard_de_la_Corniche rue_Ibn_Sina avenue_des_Palmiers rue_du_Phare rue_des_Jardins lotissement_Al_Amal rue_de_l'Atlas",
        mix: &[("ma", 94), ("fr", 3), ("af", 3)],
        holidays: "01-01 01-11 05-01 07-30 08-14 08-20 08-21 11-06 11-18",
    },
    Country {
        code: "CA",
        locale: "fr-CA",
        currency: "CAD",
        hours: "37.5",
        schedule: "CA-37",
        towns: &[
            ("Montréal", "H2X #K#", "QC"),
            ("Laval", "H7N #L#", "QC"),
            ("Longueuil", "J4K #T#", "QC"),
            ("Toronto", "M5V #B#", "ON"),
            ("Mississauga", "L5B #C#", "ON"),
        ],
        streets: "rue_de_l'Érablière avenue_du_Fleuve Maple_Crescent rue_Saint-Onésime chemin_de_la_Sucrerie Lakeview_Avenue rue_des_Bouleaux King's_Mill_Road",
        mix: &[
            ("qc", 52),
            ("en", 20),
            ("in", 6),
            ("vi", 3),
            ("ar", 4),
            ("af", 5),
            ("zh", 4),
            ("pt", 2),
            ("hw", 1),
            ("it", 3),
        ],
        holidays: "01-01 e-2 06-24 07-01 12-25 12-26",
    },
    Country {
        code: "JP",
        locale: "en-GB",
        currency: "JPY",
        hours: "40",
        schedule: "JP-40",
        towns: &[
            ("Ōsaka", "530-00##", "Ōsaka"),
            ("Suita", "564-00##", "Ōsaka"),
            ("Nishinomiya", "662-09##", "Hyōgo"),
            ("Kyōto", "600-81##", "Kyōto"),
        ],
        streets: "Midorimachi Sakuragaoka Hommachi Minamidōri Kawabata Aoba Hinode Yanagimachi",
        mix: &[("ja", 92), ("zh", 2), ("vi", 2), ("en", 2), ("in", 2)],
        holidays: "01-01 01-02 01-03 02-11 02-23 04-29 05-03 05-04 05-05 08-11 11-03 11-23",
    },
    Country {
        code: "IT",
        locale: "en-GB",
        currency: "EUR",
        hours: "40",
        schedule: "IT-40",
        towns: &[("Milano", "201##", "MI"), ("Monza", "20900", "MB"), ("Bergamo", "2412#", "BG")],
        streets: "Via_delle_Magnolie Via_dei_Mulini Viale_Lungolago Via_San_Rocco Piazza_del_Pozzo Via_dei_Gelsi",
        mix: &[("it", 90), ("ro", 4), ("sl", 2), ("ma", 2), ("pt", 1), ("zh", 1)],
        holidays: "01-01 01-06 e+1 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26",
    },
    Country {
        code: "PL",
        locale: "en-GB",
        currency: "PLN",
        hours: "40",
        schedule: "PL-40",
        towns: &[
            ("Wrocław", "50-4##", "dolnośląskie"),
            ("Oleśnica", "56-400", "dolnośląskie"),
            ("Świdnica", "58-100", "dolnośląskie"),
        ],
        streets: "ul._Lipowa ul._Młyńska ul._Słoneczna ul._Kościelna ul._Brzozowa ul._Źródlana ul._Ogrodowa",
        mix: &[("pl", 90), ("uk", 9), ("de", 1)],
        holidays: "01-01 01-06 e+1 05-01 05-03 e+60 08-15 11-01 11-11 12-25 12-26",
    },
];

impl Country {
    /// One of the cultures that live there.
    pub fn culture(&self, random: &mut Random) -> &'static Culture {
        culture(random.weighted(self.mix))
    }

    /// Street and number, postal code, town, region; near `town` if it is one of the country's.
    pub fn address(&self, town: &str, random: &mut Random) -> [String; 4] {
        let near = self.towns.iter().position(|(name, ..)| *name == town).unwrap_or_default();
        let reach = if random.chance(45) { 0 } else { random.below(3) };
        let (town, postal, region) = self.towns[(near + reach).min(self.towns.len() - 1)];
        let postal = fill(postal, random);
        [self.street(random), postal, town.to_string(), region.to_string()]
    }

    fn street(&self, random: &mut Random) -> String {
        let street = random.word(self.streets).replace('_', " ");
        let number = random.between(1, 94);
        match self.code {
            "FR" | "MA" => format!("{number}{} {street}", if random.chance(8) { " bis" } else { "" }),
            "GB" | "CA" => format!("{number} {street}"),
            "ES" if random.chance(60) => format!(
                "{street}, {number}, {}º {}",
                random.between(1, 6),
                random.word("A B C D izda. dcha.")
            ),
            "ES" => format!("{street}, {number}"),
            "DK" if random.chance(40) => {
                format!("{street} {number}, {}. {}", random.between(1, 4), random.word("tv. th. mf."))
            }
            "SE" if random.chance(40) => {
                format!("{street} {number}, lgh 1{:03}", random.between(1, 4) * 100 + random.between(1, 4))
            }
            "JP" => format!("{street} {}-{number}-{}", random.between(1, 6), random.between(1, 20)),
            "PL" if random.chance(50) => format!("{street} {number}/{}", random.between(1, 30)),
            _ => format!("{street} {number}"),
        }
    }

    /// A landline and a mobile number with country prefix.
    ///
    /// Kept for fiction by the regulators of France, Germany, Sweden, the United Kingdom and North America;
    /// elsewhere the subscriber part begins with zeros, which nobody is given.
    pub fn phones(&self, site: &str, random: &mut Random) -> (String, String) {
        let two = format!("{:02}", random.below(100));
        let three = format!("{:03}", random.below(1000));
        let four = format!("{:04}", random.below(10_000));
        let pair = |text: &str| format!("{} {}", &text[..2], &text[2..4]);
        match self.code {
            "FR" => {
                (format!("+33 4 65 71 {}", pair(&four)), format!("+33 6 39 98 {}", pair(&random.digits(4))))
            }
            "DE" => (
                if site.starts_with("HAM") {
                    format!("+49 40 66969 {three}")
                } else {
                    format!("+49 221 4710 {three}")
                },
                if random.chance(50) {
                    format!("+49 171 39200 {two}")
                } else {
                    format!("+49 176 040690 {two}")
                },
            ),
            "SE" => (
                if site.starts_with("STO") {
                    format!("+46 8 465 004 {two}")
                } else {
                    format!("+46 31 390 06 {two}")
                },
                format!("+46 70 174 06 {:02}", random.between(5, 99)),
            ),
            "GB" => (format!("+44 113 496 0{three}"), format!("+44 7700 900{:03}", random.below(1000))),
            "CA" => {
                let area = if site.starts_with("TOR") { "416" } else { "514" };
                (format!("+1 {area} 555 01{two}"), format!("+1 {area} 555 01{:02}", random.below(100)))
            }
            "ES" => {
                (format!("+34 960 00 {}", pair(&four)), format!("+34 600 00 {}", pair(&random.digits(4))))
            }
            "NL" => (format!("+31 30 000 {four}"), format!("+31 6 0000 {}", random.digits(4))),
            "DK" => (format!("+45 86 00 {}", pair(&four)), format!("+45 20 00 {}", pair(&random.digits(4)))),
            "MA" => {
                (format!("+212 522 00 {}", pair(&four)), format!("+212 600 00 {}", pair(&random.digits(4))))
            }
            "JP" => (format!("+81 6 0000 {four}"), format!("+81 90 0000 {}", random.digits(4))),
            "IT" => (format!("+39 02 0000 {four}"), format!("+39 320 000 {}", random.digits(4))),
            _ => (format!("+48 71 000 {} {two}", &four[..2]), format!("+48 500 000 {three}")),
        }
    }

    /// IBAN with valid check digits at a bank that does not exist; nothing where there are no IBANs.
    pub fn iban(&self, random: &mut Random) -> Option<String> {
        let account = match self.code {
            "FR" => {
                let (bank, branch, number) = ("19999", format!("0{}", random.digits(4)), random.digits(11));
                // The key makes the 23 digits a multiple of 97.
                let rest = format!("{bank}{branch}{number}00")
                    .bytes()
                    .fold(0u64, |r, d| (r * 10 + u64::from(d - b'0')) % 97);
                format!("{bank}{branch}{number}{:02}", 97 - rest)
            }
            "DE" => format!("99999999{}", random.digits(10)),
            "SE" => format!("999{}", random.digits(17)),
            "ES" => {
                let (bank, branch, number) = ("9999", random.digits(4), random.digits(10));
                format!(
                    "{bank}{branch}{}{}{number}",
                    spanish_key(&format!("00{bank}{branch}")),
                    spanish_key(&number)
                )
            }
            "NL" => format!("FICT0{}", random.digits(9)),
            "DK" => format!("9999{}", random.digits(10)),
            "GB" => format!("FICT999999{}", random.digits(8)),
            "IT" => {
                format!("{}99999{}00{}", random.word("A B C D E F K M"), random.digits(5), random.digits(10))
            }
            "PL" => format!("99999999{}", random.digits(16)),
            _ => return None,
        };
        Some(format!("{}{:02}{account}", self.code, 98 - mod97(&format!("{account}{}00", self.code))))
    }
}

/// The remainder by 97 of an IBAN in its check order (letters are 10 to 35).
pub fn mod97(text: &str) -> u32 {
    text.chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, n| if n > 9 { (rest * 100 + n) % 97 } else { (rest * 10 + n) % 97 })
}

fn spanish_key(digits: &str) -> u32 {
    let weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    let sum: u32 = digits.chars().filter_map(|c| c.to_digit(10)).zip(weights).map(|(d, w)| d * w).sum();
    match 11 - sum % 11 {
        10 => 1,
        11 => 0,
        key => key,
    }
}

/// Replaces each `#` by a digit.
fn fill(pattern: &str, random: &mut Random) -> String {
    pattern.chars().map(|c| if c == '#' { char::from(b'1' + random.below(9) as u8) } else { c }).collect()
}

/// The public holidays of a country in a year, in the order of the calendar. Names are those of the day's kind.
pub fn holidays(country: &Country, year: i16) -> Vec<(Date, &'static str)> {
    let easter = easter(year);
    let mut days: Vec<(Date, &'static str)> = country
        .holidays
        .split_whitespace()
        .filter_map(|word| {
            let day = match word.strip_prefix('e') {
                Some(offset) => plus(easter, offset.parse().ok()?),
                None => {
                    let (month, day) = word.split_once('-')?;
                    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?
                }
            };
            Some((day, holiday_name(country.code, word)))
        })
        .collect();
    days.sort();
    days.dedup_by_key(|(day, _)| *day);
    days
}

fn holiday_name(country: &str, word: &str) -> &'static str {
    match (word, country) {
        ("01-01", _) => "New Year's Day",
        ("01-06", _) => "Epiphany",
        ("e-3", _) => "Maundy Thursday",
        ("e-2", _) => "Good Friday",
        ("e+1", _) => "Easter Monday",
        ("e+39", _) => "Ascension Day",
        ("e+50", _) => "Whit Monday",
        ("e+60", _) => "Corpus Christi",
        ("05-01", _) => "Labour Day",
        ("08-15", _) => "Assumption Day",
        ("11-01", _) => "All Saints' Day",
        ("12-08", _) => "Immaculate Conception",
        ("12-24", _) => "Christmas Eve",
        ("12-25", _) => "Christmas Day",
        ("12-26", "GB" | "CA") => "Boxing Day",
        ("12-26", _) => "Second Day of Christmas",
        ("12-31", _) => "New Year's Eve",
        ("05-08", _) => "Victory Day",
        ("11-11", "FR") => "Armistice Day",
        ("06-24", _) => "Saint-Jean-Baptiste Day",
        ("04-27", _) => "King's Day",
        ("10-03", _) => "German Unity Day",
        ("01-02" | "01-03", _) => "New Year Holiday",
        (_, "JP") => "National Holiday",
        _ => "National Day",
    }
}

/// Easter Sunday of the Gregorian calendar (Gauss, in Butcher's form).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).unwrap_or_default()
}

/// So many days later (or earlier).
pub fn plus(date: Date, days: i64) -> Date {
    date.saturating_add(jiff::Span::new().days(days))
}

/// The same day so many years later; 28 February for the 29th.
pub fn years(date: Date, count: i16) -> Date {
    date.saturating_add(jiff::Span::new().years(count))
}

/// Days from one date to another.
pub fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Monday to Friday.
pub fn weekday(date: Date) -> bool {
    date.weekday().to_monday_zero_offset() < 5
}

/// The first working day from that date.
pub fn monday_on(date: Date) -> Date {
    let ahead = (7 - i64::from(date.weekday().to_monday_zero_offset())) % 7;
    plus(date, ahead)
}
