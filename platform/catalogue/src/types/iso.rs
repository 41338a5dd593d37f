//! Countries (ISO 3166-1), currencies (ISO 4217) and languages (ISO 639-1).

use crate::culture::Language;

const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK \
FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM \
JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS \
MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM \
US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Currencies of two decimals.
const CURRENCIES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR \
JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK \
NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT \
TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";
/// Currencies without decimals.
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
/// Currencies of three decimals.
const MILS: &str = "BHD IQD JOD KWD LYD OMR TND";

const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it \
iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd \
ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su \
sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether one of the blank-separated codes of equal length is this one.
fn listed(codes: &str, code: &str, length: usize) -> bool {
    code.len() == length
        && codes.as_bytes().chunks(length + 1).any(|chunk| chunk.starts_with(code.as_bytes()))
}

/// Whether an upper-case ISO 3166-1 alpha-2 code exists.
pub fn is_country(code: &str) -> bool {
    listed(COUNTRIES, code, 2) || code == "XK"
}

/// Whether an upper-case ISO 4217 code exists.
pub fn is_currency(code: &str) -> bool {
    [CURRENCIES, WHOLE, MILS].iter().any(|codes| listed(codes, code, 3))
}

/// Whether a lower-case ISO 639-1 code exists.
pub fn is_language(code: &str) -> bool {
    listed(LANGUAGES, code, 2)
}

/// Every country code, sorted.
pub fn countries() -> impl Iterator<Item = &'static str> {
    COUNTRIES.split(' ')
}

/// Every currency code, those of two decimals first.
pub fn currencies() -> impl Iterator<Item = &'static str> {
    [CURRENCIES, WHOLE, MILS].into_iter().flat_map(|codes| codes.split(' '))
}

/// Every language code, sorted.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.split(' ')
}

/// Usual decimals of amounts in a currency.
pub fn currency_places(code: &str) -> usize {
    if listed(WHOLE, code, 3) {
        0
    } else if listed(MILS, code, 3) {
        3
    } else {
        2
    }
}

/// Names in the order of [`Language::ALL`].
type Names = (&'static str, [&'static str; 7]);

const COUNTRY_NAMES: &[Names] = &[
    ("AT", ["Austria", "Autriche", "Österreich", "Oostenrijk", "Austria", "Österrike", "Østrig"]),
    ("BE", ["Belgium", "Belgique", "Belgien", "België", "Bélgica", "Belgien", "Belgien"]),
    ("BG", ["Bulgaria", "Bulgarie", "Bulgarien", "Bulgarije", "Bulgaria", "Bulgarien", "Bulgarien"]),
    ("CA", ["Canada", "Canada", "Kanada", "Canada", "Canadá", "Kanada", "Canada"]),
    ("CH", ["Switzerland", "Suisse", "Schweiz", "Zwitserland", "Suiza", "Schweiz", "Schweiz"]),
    ("CY", ["Cyprus", "Chypre", "Zypern", "Cyprus", "Chipre", "Cypern", "Cypern"]),
    ("CZ", ["Czechia", "Tchéquie", "Tschechien", "Tsjechië", "Chequia", "Tjeckien", "Tjekkiet"]),
    ("DE", ["Germany", "Allemagne", "Deutschland", "Duitsland", "Alemania", "Tyskland", "Tyskland"]),
    ("DK", ["Denmark", "Danemark", "Dänemark", "Denemarken", "Dinamarca", "Danmark", "Danmark"]),
    ("EE", ["Estonia", "Estonie", "Estland", "Estland", "Estonia", "Estland", "Estland"]),
    ("ES", ["Spain", "Espagne", "Spanien", "Spanje", "España", "Spanien", "Spanien"]),
    ("FI", ["Finland", "Finlande", "Finnland", "Finland", "Finlandia", "Finland", "Finland"]),
    ("FR", ["France", "France", "Frankreich", "Frankrijk", "Francia", "Frankrike", "Frankrig"]),
    (
        "GB",
        [
            "United Kingdom",
            "Royaume-Uni",
            "Vereinigtes Königreich",
            "Verenigd Koninkrijk",
            "Reino Unido",
            "Storbritannien",
            "Storbritannien",
        ],
    ),
    ("GR", ["Greece", "Grèce", "Griechenland", "Griekenland", "Grecia", "Grekland", "Grækenland"]),
    ("HR", ["Croatia", "Croatie", "Kroatien", "Kroatië", "Croacia", "Kroatien", "Kroatien"]),
    ("HU", ["Hungary", "Hongrie", "Ungarn", "Hongarije", "Hungría", "Ungern", "Ungarn"]),
    ("IE", ["Ireland", "Irlande", "Irland", "Ierland", "Irlanda", "Irland", "Irland"]),
    ("IN", ["India", "Inde", "Indien", "India", "India", "Indien", "Indien"]),
    ("IS", ["Iceland", "Islande", "Island", "IJsland", "Islandia", "Island", "Island"]),
    ("IT", ["Italy", "Italie", "Italien", "Italië", "Italia", "Italien", "Italien"]),
    ("LT", ["Lithuania", "Lituanie", "Litauen", "Litouwen", "Lituania", "Litauen", "Litauen"]),
    ("LU", ["Luxembourg", "Luxembourg", "Luxemburg", "Luxemburg", "Luxemburgo", "Luxemburg", "Luxembourg"]),
    ("LV", ["Latvia", "Lettonie", "Lettland", "Letland", "Letonia", "Lettland", "Letland"]),
    ("MA", ["Morocco", "Maroc", "Marokko", "Marokko", "Marruecos", "Marocko", "Marokko"]),
    ("MT", ["Malta", "Malte", "Malta", "Malta", "Malta", "Malta", "Malta"]),
    ("MX", ["Mexico", "Mexique", "Mexiko", "Mexico", "México", "Mexiko", "Mexico"]),
    (
        "NL",
        [
            "Netherlands",
            "Pays-Bas",
            "Niederlande",
            "Nederland",
            "Países Bajos",
            "Nederländerna",
            "Nederlandene",
        ],
    ),
    ("NO", ["Norway", "Norvège", "Norwegen", "Noorwegen", "Noruega", "Norge", "Norge"]),
    ("PL", ["Poland", "Pologne", "Polen", "Polen", "Polonia", "Polen", "Polen"]),
    ("PT", ["Portugal", "Portugal", "Portugal", "Portugal", "Portugal", "Portugal", "Portugal"]),
    ("RO", ["Romania", "Roumanie", "Rumänien", "Roemenië", "Rumanía", "Rumänien", "Rumænien"]),
    ("SE", ["Sweden", "Suède", "Schweden", "Zweden", "Suecia", "Sverige", "Sverige"]),
    ("SI", ["Slovenia", "Slovénie", "Slowenien", "Slovenië", "Eslovenia", "Slovenien", "Slovenien"]),
    ("SK", ["Slovakia", "Slovaquie", "Slowakei", "Slowakije", "Eslovaquia", "Slovakien", "Slovakiet"]),
    ("TN", ["Tunisia", "Tunisie", "Tunesien", "Tunesië", "Túnez", "Tunisien", "Tunesien"]),
    ("TR", ["Türkiye", "Turquie", "Türkei", "Turkije", "Turquía", "Turkiet", "Tyrkiet"]),
    ("UA", ["Ukraine", "Ukraine", "Ukraine", "Oekraïne", "Ucrania", "Ukraina", "Ukraine"]),
    (
        "US",
        [
            "United States",
            "États-Unis",
            "Vereinigte Staaten",
            "Verenigde Staten",
            "Estados Unidos",
            "Förenta staterna",
            "USA",
        ],
    ),
];

const LANGUAGE_NAMES: &[Names] = &[
    ("ar", ["Arabic", "arabe", "Arabisch", "Arabisch", "árabe", "arabiska", "arabisk"]),
    ("da", ["Danish", "danois", "Dänisch", "Deens", "danés", "danska", "dansk"]),
    ("de", ["German", "allemand", "Deutsch", "Duits", "alemán", "tyska", "tysk"]),
    ("en", ["English", "anglais", "Englisch", "Engels", "inglés", "engelska", "engelsk"]),
    ("es", ["Spanish", "espagnol", "Spanisch", "Spaans", "español", "spanska", "spansk"]),
    ("fi", ["Finnish", "finnois", "Finnisch", "Fins", "finés", "finska", "finsk"]),
    ("fr", ["French", "français", "Französisch", "Frans", "francés", "franska", "fransk"]),
    ("it", ["Italian", "italien", "Italienisch", "Italiaans", "italiano", "italienska", "italiensk"]),
    (
        "nl",
        ["Dutch", "néerlandais", "Niederländisch", "Nederlands", "neerlandés", "nederländska", "nederlandsk"],
    ),
    ("no", ["Norwegian", "norvégien", "Norwegisch", "Noors", "noruego", "norska", "norsk"]),
    ("pl", ["Polish", "polonais", "Polnisch", "Pools", "polaco", "polska", "polsk"]),
    (
        "pt",
        ["Portuguese", "portugais", "Portugiesisch", "Portugees", "portugués", "portugisiska", "portugisisk"],
    ),
    ("ro", ["Romanian", "roumain", "Rumänisch", "Roemeens", "rumano", "rumänska", "rumænsk"]),
    ("sv", ["Swedish", "suédois", "Schwedisch", "Zweeds", "sueco", "svenska", "svensk"]),
    ("tr", ["Turkish", "turc", "Türkisch", "Turks", "turco", "turkiska", "tyrkisk"]),
];

fn name(names: &'static [Names], language: Language, code: &str) -> Option<&'static str> {
    let column = Language::ALL.iter().position(|l| *l == language)?;
    let row = names.binary_search_by_key(&code, |(c, _)| c).ok()?;
    names.get(row)?.1.get(column).copied()
}

/// The name of a country in a language, for those that employ most of the suite's people; none for the others.
pub fn country_name(language: Language, code: &str) -> Option<&'static str> {
    name(COUNTRY_NAMES, language, code)
}

/// The name of a language in a language, for those most spoken at work; none for the others.
pub fn language_name(language: Language, code: &str) -> Option<&'static str> {
    name(LANGUAGE_NAMES, language, code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_whole() {
        assert!(countries().is_sorted() && languages().is_sorted());
        assert_eq!((countries().count(), languages().count()), (249, 183));
        assert!(countries().all(|c| c.len() == 2) && currencies().all(|c| c.len() == 3));
        assert!(COUNTRY_NAMES.is_sorted_by_key(|n| n.0) && LANGUAGE_NAMES.is_sorted_by_key(|n| n.0));
        assert!(
            COUNTRY_NAMES.iter().all(|n| is_country(n.0)) && LANGUAGE_NAMES.iter().all(|n| is_language(n.0))
        );
    }

    #[test]
    fn codes_are_known() {
        assert!(is_country("SE") && !is_country("se") && !is_country("XX") && !is_country("E "));
        assert!(is_currency("EUR") && is_currency("JPY") && !is_currency("DEM") && !is_currency(""));
        assert!(is_language("sv") && !is_language("xx"));
        assert_eq!((currency_places("JPY"), currency_places("KWD"), currency_places("EUR")), (0, 3, 2));
        assert_eq!(country_name(Language::De, "SE"), Some("Schweden"));
        assert_eq!(country_name(Language::De, "ZW"), None);
    }
}
