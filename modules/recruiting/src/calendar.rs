//! Appointments as iCalendar objects (RFC 5545) for mails (RFC 6047): what stands in everybody's calendar, what changed in it,
//! and that it was cancelled (RFC 5546).

use talang_mail::Appointment;

/// Somebody with a name and an address.
#[derive(Clone, Debug)]
pub struct Party {
    /// Name.
    pub name: String,
    /// Address.
    pub address: String,
}

/// What stands in a calendar.
#[derive(Clone, Debug)]
pub struct Event {
    /// The same for all versions and all readers.
    pub uid: String,
    /// Grows with each version.
    pub sequence: i64,
    /// Microseconds since 1970: when this version was written, when it begins, when it ends.
    pub stamp: i64,
    /// Begin.
    pub starts: i64,
    /// End.
    pub ends: i64,
    /// What it is called.
    pub summary: String,
    /// Where it takes place.
    pub location: String,
    /// More about it.
    pub description: String,
    /// Address of the video meeting.
    pub url: String,
    /// Who arranged it.
    pub organiser: Party,
    /// Who is asked to come.
    pub attendees: Vec<Party>,
}

impl Event {
    /// The invitation, or what changed in it.
    pub fn request(&self) -> Appointment {
        self.object("REQUEST", "CONFIRMED")
    }

    /// That it does not take place, or not with whoever reads it.
    pub fn cancel(&self) -> Appointment {
        self.object("CANCEL", "CANCELLED")
    }

    fn object(&self, method: &str, status: &str) -> Appointment {
        let mut lines = vec![
            "BEGIN:VCALENDAR".to_string(),
            "VERSION:2.0".to_string(),
            "PRODID:-//Talang//Recruiting//EN".to_string(),
            format!("METHOD:{method}"),
            "BEGIN:VEVENT".to_string(),
            format!("UID:{}", text(&self.uid)),
            format!("SEQUENCE:{}", self.sequence),
            format!("DTSTAMP:{}", instant(self.stamp)),
            format!("DTSTART:{}", instant(self.starts)),
            format!("DTEND:{}", instant(self.ends)),
            format!("SUMMARY:{}", text(&self.summary)),
            format!("STATUS:{status}"),
        ];
        for (name, value) in [("LOCATION", &self.location), ("DESCRIPTION", &self.description)] {
            if !value.is_empty() {
                lines.push(format!("{name}:{}", text(value)));
            }
        }
        if !self.url.is_empty() {
            lines.push(format!("URL:{}", self.url.replace(['\r', '\n'], "")));
        }
        lines.push(format!(
            "ORGANIZER;CN={}:mailto:{}",
            quoted(&self.organiser.name),
            self.organiser.address
        ));
        for party in &self.attendees {
            lines.push(format!(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN={}:mailto:{}",
                quoted(&party.name),
                party.address
            ));
        }
        lines.push("END:VEVENT".to_string());
        lines.push("END:VCALENDAR".to_string());
        let text = lines.iter().map(|line| folded(line) + "\r\n").collect();
        Appointment { method: method.to_string(), text }
    }
}

/// A moment in UTC: `20261201T090000Z`. Calendars show it in their reader's zone.
fn instant(micros: i64) -> String {
    let at = jiff::Timestamp::from_microsecond(micros).unwrap_or_default();
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// RFC 5545 section 3.3.11: what has a meaning is escaped.
fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.replace("\r\n", "\n").chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// RFC 5545 section 3.2: a parameter's value in quotes holds none.
fn quoted(value: &str) -> String {
    let plain: String = value.chars().map(|c| if c.is_control() || c == '"' { ' ' } else { c }).collect();
    format!("\"{plain}\"")
}

/// RFC 5545 section 3.1: no line is longer than 75 octets; the next one goes on after a space.
fn folded(line: &str) -> String {
    let (mut out, mut length) = (String::with_capacity(line.len() + 8), 0);
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    // RFC 5545, sections 3.1 and 3.3.11.
    #[test]
    fn an_event_is_escaped_folded_and_says_its_version() {
        let party = |name: &str| Party { name: name.into(), address: "x@example.org".into() };
        let event = Event {
            uid: "interview-7@acme".into(),
            sequence: 2,
            stamp: 0,
            starts: 1_796_110_200_000_000,
            ends: 1_796_113_800_000_000,
            summary: "Interview; with \\ and, a\nbreak".into(),
            location: "Åäö ".repeat(40),
            description: String::new(),
            url: "https://meet.example/1".into(),
            organiser: party("Rita \"Roy\""),
            attendees: vec![party("Mona, Maes")],
        };
        let request = event.request();
        assert_eq!(request.method, "REQUEST");
        assert!(request.text.lines().all(|line| line.len() <= 75), "{}", request.text);
        assert!(request.text.split("\r\n").all(|line| !line.contains('\n')));
        let whole = request.text.replace("\r\n ", "");
        for line in [
            "SEQUENCE:2",
            "DTSTART:20261201T073000Z",
            "DTEND:20261201T083000Z",
            "SUMMARY:Interview\\; with \\\\ and\\, a\\nbreak",
            "ORGANIZER;CN=\"Rita  Roy \":mailto:x@example.org",
        ] {
            assert!(whole.contains(&format!("\r\n{line}\r\n")), "{line}: {whole}");
        }
        assert!(whole.contains(&format!("LOCATION:{}", "Åäö ".repeat(40))));
        assert!(
            event.cancel().text.contains("METHOD:CANCEL\r\n")
                && event.cancel().text.contains("STATUS:CANCELLED")
        );
    }
}
