//! E-mail addresses, telephone numbers and web addresses.

/// The domain in lower case: mail servers do not tell them apart, so neither may we.
pub(super) fn normalise_email(text: String) -> String {
    let text = super::text::trim(text);
    match text.rsplit_once('@') {
        Some((local, domain)) if domain.chars().any(|c| !c.is_ascii() || c.is_ascii_uppercase()) => {
            format!("{local}@{}", domain.to_lowercase())
        }
        _ => text,
    }
}

/// International numbers as E.164 writes them (`+33123456789`); national ones only trimmed.
pub(super) fn normalise_phone(text: &str) -> String {
    let text = text.trim();
    let international = match text.strip_prefix('+') {
        Some(rest) => rest,
        None => match text.strip_prefix("00") {
            Some(rest) => rest,
            None => return text.to_string(),
        },
    };
    // "+33 (0)1 …": the zero in brackets is only dialled inside the country.
    let digits = international.replace("(0)", "");
    let mut number = String::with_capacity(digits.len() + 1);
    number.push('+');
    number.extend(digits.chars().filter(|c| !is_spacing(*c)));
    number
}

fn is_spacing(c: char) -> bool {
    matches!(c, ' ' | '.' | '-' | '/' | '(' | ')' | '\u{a0}' | '\u{202f}' | '\u{2011}')
}

/// Whether a text can be an address: a local part, `@`, and a domain with a dot.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    if text.len() > 254 || local.is_empty() || local.len() > 64 {
        return false;
    }
    let atom = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    if !local.chars().all(atom) || local.starts_with('.') || local.ends_with('.') || local.contains("..") {
        return false;
    }
    is_domain(domain) && domain.contains('.')
}

fn is_domain(domain: &str) -> bool {
    domain.split('.').all(|label| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    })
}

/// Whether a text can be a telephone number: `+` and 7 to 15 digits, or a national number of 3 to 15 digits with the
/// usual spacing, and an extension such as `x12`.
pub(super) fn is_phone(text: &str) -> bool {
    let (number, extension) = match text.split_once(['x', '#']) {
        Some((number, extension)) => (number, Some(extension.trim())),
        None => (text, None),
    };
    if extension.is_some_and(|e| e.is_empty() || e.len() > 8 || !e.bytes().all(|b| b.is_ascii_digit())) {
        return false;
    }
    let (national, body) = match number.strip_prefix('+') {
        Some(rest) => (false, rest),
        None => (true, number),
    };
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    let least = if national { 3 } else { 7 };
    (least..=15).contains(&digits)
        && (national || !body.starts_with('0'))
        && body.chars().all(|c| c.is_ascii_digit() || (is_spacing(c)))
}

/// Whether a text is an http or https address with a host.
pub fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) || text.len() > 2000 {
        return false;
    }
    if rest.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c)) {
        return false;
    }
    // Names and passwords in addresses only serve to deceive readers, so a host may not carry any.
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some(address) = host.strip_prefix('[') {
        return address.split_once(']').is_some_and(|(ip, _)| ip.parse::<std::net::Ipv6Addr>().is_ok());
    }
    let (name, port) = host.split_once(':').map_or((host, None), |(n, p)| (n, Some(p)));
    !name.is_empty()
        && is_domain(name.strip_suffix('.').unwrap_or(name))
        && port.is_none_or(|p| p.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn email_addresses() {
        for good in ["ana@example.org", "a.b+c@sub.example.co.uk", "o'neil@example.ie", "jörg@münchen.de"] {
            assert!(is_email(good), "{good}");
        }
        for bad in
            ["", "a", "@x.de", "a@", "a@localhost", "a b@x.de", "a@x..de", ".a@x.de", "a@-x.de", "a@b@x.de"]
        {
            assert!(!is_email(bad), "{bad}");
        }
        assert_eq!(normalise_email(" Ana@Example.ORG ".to_string()), "Ana@example.org");
    }

    #[test]
    fn telephone_numbers() {
        assert_eq!(normalise_phone("+33 (0)1 23.45-67 89"), "+33123456789");
        assert_eq!(normalise_phone("0046 8 123 456"), "+468123456");
        assert_eq!(normalise_phone(" 01 23 45 67 89 "), "01 23 45 67 89");
        for good in ["+33123456789", "01 23 45 67 89", "112", "+4512345678x12"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["", "+", "12", "+0123456789", "abc", "+331234567890123456", "12345x"] {
            assert!(!is_phone(bad), "{bad}");
        }
    }

    #[test]
    fn web_addresses() {
        for good in
            ["https://example.org", "http://localhost:8080/a?b=c#d", "HTTPS://exämple.de/", "http://[::1]/"]
        {
            assert!(is_url(good), "{good}");
        }
        for bad in [
            "example.org",
            "javascript:alert(1)",
            "ftp://x.org",
            "https://",
            "https://u:p@x.org",
            "http://a b",
        ] {
            assert!(!is_url(bad), "{bad}");
        }
    }
}
