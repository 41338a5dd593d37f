//! What can go wrong because of what somebody sent: one stable code, one HTTP status, one sentence per language.

use std::fmt;

/// A refusal or failure that a person or a program must be able to act on.
///
/// The sentence is made by [`crate::messages::Messages::fault_text`]. `Display` shows the code and the names of the
/// arguments only, so that a fault can be written to the operator's log without personal data (G1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Stable code, one of [`FAULTS`].
    pub code: &'static str,
    /// Name of the field at fault, as in the interfaces.
    pub field: Option<String>,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, String)>,
}

/// A row of the table of faults.
#[derive(Clone, Copy, Debug)]
pub struct FaultCode {
    /// Stable code; part of the public contract of files and interfaces.
    pub code: &'static str,
    /// HTTP status with which the REST interface answers.
    pub status: u16,
    /// Names of the arguments that the sentence uses besides `field`.
    pub args: &'static [&'static str],
}

const fn code(code: &'static str, status: u16, args: &'static [&'static str]) -> FaultCode {
    FaultCode { code, status, args }
}

/// Every fault of the suite.
pub const FAULTS: &[FaultCode] = &[
    code("value.mandatory", 422, &[]),
    code("value.code", 422, &[]),
    code("value.text_too_long", 422, &["max"]),
    code("value.text_too_short", 422, &["min"]),
    code("value.number", 422, &["example"]),
    code("value.integer", 422, &[]),
    code("value.decimal_places", 422, &["max"]),
    code("value.too_small", 422, &["min"]),
    code("value.too_large", 422, &["max"]),
    code("value.date", 422, &["example"]),
    code("value.time", 422, &[]),
    code("value.instant", 422, &[]),
    code("value.email", 422, &[]),
    code("value.phone", 422, &[]),
    code("value.url", 422, &[]),
    code("value.iban", 422, &[]),
    code("value.language", 422, &[]),
    code("value.country", 422, &[]),
    code("value.currency", 422, &[]),
    code("value.culture", 422, &[]),
    code("value.choice", 422, &["allowed"]),
    code("value.item", 422, &["list"]),
    code("value.bool", 422, &[]),
    code("value.duration", 422, &[]),
    code("value.json", 422, &[]),
    code("value.network", 422, &["value"]),
    code("value.control_character", 422, &[]),
    code("value.type", 422, &["expected"]),
    code("value.duplicate", 409, &[]),
    code("reference.unknown", 422, &["object", "key"]),
    code("reference.ambiguous", 422, &["object", "key"]),
    code("field.unknown", 422, &["name"]),
    code("field.read_only", 422, &[]),
    code("field.fixed", 422, &[]),
    code("field.not_permitted", 403, &[]),
    code("key.missing", 422, &["fields"]),
    code("key.duplicate", 409, &["key"]),
    code("record.exists", 409, &["key"]),
    code("record.not_found", 404, &[]),
    code("record.in_use", 409, &["count", "object"]),
    code("record.changed", 412, &[]),
    code("period.end_before_start", 422, &[]),
    code("period.overlap", 409, &[]),
    code("hierarchy.circle", 409, &[]),
    code("right.missing", 403, &[]),
    code("right.technical", 403, &[]),
    code("right.exceeds", 403, &["object"]),
    code("right.own_account", 403, &["object"]),
    code("right.unattended", 403, &["object"]),
    code("right.last_super_administrator", 409, &[]),
    code("right.last_administrator", 409, &[]),
    code("object.unknown", 404, &["name"]),
    code("object.read_only", 403, &["object"]),
    code("object.mastered_elsewhere", 403, &["object"]),
    code("request.invalid", 400, &["detail"]),
    code("request.too_large", 413, &["max"]),
    code("request.clear", 403, &[]),
    code("request.method", 405, &["allowed"]),
    code("request.media_type", 415, &["expected"]),
    code("request.not_acceptable", 406, &["expected"]),
    code("filter.syntax", 400, &["position", "detail"]),
    code("sort.unknown", 400, &["name"]),
    code("cursor.invalid", 400, &[]),
    code("report.too_many", 422, &["found", "max"]),
    code("report.group", 422, &["name"]),
    code("report.groups", 422, &["fields", "totals"]),
    code("report.too_fine", 422, &["max"]),
    code("document.unknown", 422, &[]),
    code("document.too_large", 413, &["max"]),
    code("document.encrypted", 422, &[]),
    code("document.no_text", 422, &[]),
    code("document.broken", 422, &[]),
    code("idempotency.conflict", 409, &[]),
    code("file.encoding", 422, &["line", "position"]),
    code("file.header", 422, &[]),
    code("file.name", 422, &["name"]),
    code("file.type", 422, &["name"]),
    code("file.mode", 422, &["name"]),
    code("file.culture", 422, &["name"]),
    code("file.order", 422, &["name"]),
    code("file.empty", 422, &[]),
    code("file.infected", 422, &[]),
    code("file.unscanned", 503, &[]),
    code("file.column_unknown", 422, &["name", "near"]),
    code("file.column_missing", 422, &["name"]),
    code("file.column_twice", 422, &["name"]),
    code("line.columns", 422, &["expected", "found"]),
    code("line.quote", 422, &[]),
    code("export.columns", 422, &["position"]),
    code("export.letter", 422, &["line", "column", "letter"]),
    code("export.adapted", 400, &[]),
    code("charter.colour", 422, &["value"]),
    code("value.host", 422, &["value"]),
    code("charter.logo", 422, &[]),
    code("adapt.unmapped", 422, &["value"]),
    code("adapt.number", 422, &["value"]),
    code("adapt.format", 422, &["place", "detail"]),
    code("sign_in.failed", 401, &[]),
    code("sign_in.required", 401, &[]),
    code("sign_in.locked", 429, &["minutes"]),
    code("sign_in.unconfirmed", 403, &[]),
    code("second_factor.wrong", 401, &[]),
    code("second_factor.expired", 409, &[]),
    code("second_factor.none", 409, &[]),
    code("second_factor.required", 409, &[]),
    code("passkey.failed", 401, &[]),
    code("passkey.expired", 409, &[]),
    code("passkey.known", 409, &[]),
    code("passkey.too_many", 409, &["max"]),
    code("passkey.not_allowed", 403, &[]),
    code("account.candidate_employee", 422, &[]),
    code("account.candidate_roles", 422, &[]),
    code("account.no_link", 409, &[]),
    code("link.invalid", 404, &[]),
    code("network.refused", 403, &[]),
    code("network.shuts_out", 422, &["address"]),
    code("session.confirm", 403, &[]),
    code("password.wrong", 422, &[]),
    code("password.short", 422, &["min"]),
    code("password.login_inside", 422, &[]),
    code("password.common", 422, &[]),
    code("password.special", 422, &["count"]),
    code("password.digits", 422, &["count"]),
    code("password.lower", 422, &["count"]),
    code("password.upper", 422, &["count"]),
    code("password.used", 422, &[]),
    code("password.hash", 422, &[]),
    code("password.same", 422, &[]),
    code("password.differ", 422, &[]),
    code("csrf", 403, &[]),
    code("scope.unknown", 422, &["name"]),
    code("quota.used_up", 429, &["max"]),
    code("quota.too_fast", 429, &["seconds"]),
    code("job.cancelled", 409, &[]),
    code("job.waiting", 409, &[]),
    code("job.too_many", 429, &["count", "seconds"]),
    code("range.invalid", 416, &[]),
    code("origin.invalid", 422, &["name"]),
    code("tenant.unknown", 404, &["name"]),
    code("tenant.exists", 409, &["name"]),
    code("tenant.is_test", 409, &["name"]),
    code("rule.syntax", 422, &["position", "detail"]),
    code("extra.code_taken", 409, &["name"]),
    code("extra.sensitive", 422, &["category"]),
    code("acting.ended", 409, &[]),
    code("acting.own_benefit", 422, &[]),
    code("acting.consent", 422, &[]),
    code("approval.locked", 409, &[]),
    code("approval.state", 409, &[]),
    code("approval.nobody", 422, &[]),
    code("approval.not_asked", 422, &[]),
    code("approval.own", 422, &[]),
    code("approval.by_rule", 422, &[]),
    code("interview.team", 422, &[]),
    code("interview.taken", 422, &[]),
    code("interview.not_asked", 422, &[]),
    code("interview.no_times", 422, &[]),
    code("offer.open", 422, &[]),
    code("offer.ended", 422, &[]),
    code("offer.expired", 422, &[]),
    code("agency.again", 422, &[]),
    code("agency.over", 409, &[]),
    code("agency.applied", 422, &[]),
    code("agency.protected", 422, &["name", "day"]),
    code("scorecard.own", 422, &[]),
    code("letter.field", 422, &["line", "name", "allowed"]),
    code("letter.brace", 422, &["line"]),
    code("letter.address", 422, &[]),
    code("note.team", 422, &[]),
    code("merge.gone", 409, &[]),
    code("merge.late", 409, &[]),
    code("merge.itself", 422, &[]),
    code("site.accounts_internal", 422, &[]),
    code("referral.agreed", 422, &[]),
    code("referral.too_many", 422, &["count"]),
    code("referral.twice", 422, &[]),
    code("delegation.not_yours", 422, &[]),
    code("delegation.to_oneself", 422, &[]),
    code("delegation.self", 422, &[]),
    code("feature.unknown", 422, &["name", "allowed"]),
    code("mail.none", 409, &[]),
    code("mail.address", 422, &[]),
    code("mail.unreachable", 503, &[]),
    code("mail.not_secure", 503, &[]),
    code("mail.not_offered", 503, &[]),
    code("mail.login", 503, &[]),
    code("mail.refused", 422, &[]),
    code("mail.expired", 409, &[]),
    code("mail.folder", 503, &[]),
    code("mail.gone", 409, &[]),
    code("provider.untested", 422, &[]),
    code("provider.certificate", 422, &["detail"]),
    code("provider.metadata", 422, &["detail"]),
    code("provider.address", 422, &["address"]),
    code("provider.unreachable", 422, &["address"]),
    code("provider.incomplete", 422, &["name"]),
    code("sso.message", 400, &["detail"]),
    code("sso.structure", 400, &["detail"]),
    code("sso.signature", 403, &[]),
    code("sso.algorithm", 403, &[]),
    code("sso.encryption", 403, &[]),
    code("sso.issuer", 403, &[]),
    code("sso.audience", 403, &[]),
    code("sso.recipient", 403, &[]),
    code("sso.destination", 403, &[]),
    code("sso.time", 403, &[]),
    code("sso.replay", 403, &[]),
    code("sso.nonce", 403, &[]),
    code("sso.browser", 403, &[]),
    code("sso.unsolicited", 403, &[]),
    code("sso.declined", 403, &["detail"]),
    code("sso.subject", 403, &[]),
    code("sso.account", 403, &[]),
    code("schedule.cron", 422, &["value"]),
    code("schedule.zone", 422, &["value"]),
    code("schedule.operator", 409, &[]),
    code("schedule.account", 409, &[]),
    code("schedule.alert", 422, &["value"]),
    code("webhook.event", 422, &["name"]),
    code("webhook.address", 422, &[]),
    code("webhook.not_found", 422, &[]),
    code("webhook.unreachable", 503, &[]),
    code("webhook.not_secure", 503, &[]),
    code("webhook.late", 503, &[]),
    code("webhook.status", 503, &["status"]),
    code("webhook.gone", 409, &[]),
    code("webhook.account", 409, &[]),
    code("webhook.withheld", 409, &[]),
    code("webhook.secret", 409, &[]),
    code("file_space.login", 422, &[]),
    code("file_space.key", 422, &[]),
    code("file_space.key_private", 422, &[]),
    code("file_space.key_type", 422, &["type"]),
    code("file_space.name", 422, &["name"]),
    code("file_space.place", 403, &[]),
    code("file_space.not_found", 404, &[]),
    code("file_space.exists", 409, &[]),
    code("file_space.not_empty", 409, &[]),
    code("file_space.kind", 409, &[]),
    code("file_space.full", 413, &["max"]),
    code("file_space.most", 413, &["max"]),
    code("soap.version", 400, &[]),
    code("soap.header", 400, &["name"]),
    code("soap.operation", 400, &["name", "known"]),
    code("soap.action", 400, &["name"]),
    code("soap.unexpected", 422, &["name", "expected"]),
    code("soap.digest", 401, &[]),
    code("soap.expired", 401, &[]),
    code("soap.unavailable", 501, &["operation"]),
    code("storage.failed", 500, &[]),
    code("storage.busy", 503, &[]),
    code("internal", 500, &[]),
];

impl Fault {
    /// A fault of that code; a code that is not in [`FAULTS`] becomes `internal`.
    pub fn new(code: &'static str) -> Fault {
        debug_assert!(find(code).is_some(), "fault code {code} is not in the table");
        Fault { code, field: None, args: Vec::new() }
    }

    /// The same fault, at that field; a field named earlier stays.
    #[must_use]
    pub fn on(mut self, field: impl Into<String>) -> Fault {
        self.field.get_or_insert_with(|| field.into());
        self
    }

    /// The same fault with an argument of its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Fault {
        self.args.push((name, value.to_string()));
        self
    }

    /// HTTP status; 500 for a code out of the table.
    pub fn status(&self) -> u16 {
        find(self.code).map_or(500, |f| f.status)
    }

    /// The value of an argument.
    pub fn arg(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
    }
}

/// The row of a code.
pub fn find(code: &str) -> Option<&'static FaultCode> {
    FAULTS.iter().find(|f| f.code == code)
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        if let Some(field) = &self.field {
            write!(f, " at {field}")?;
        }
        for (i, (name, _)) in self.args.iter().enumerate() {
            f.write_str(if i == 0 { " (" } else { ", " })?;
            f.write_str(name)?;
        }
        if !self.args.is_empty() {
            f.write_str(")")?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_statuses_are_http() {
        let mut codes: Vec<&str> = FAULTS.iter().map(|f| f.code).collect();
        codes.sort_unstable();
        let count = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), count);
        assert!(FAULTS.iter().all(|f| (400..600).contains(&f.status)));
    }

    #[test]
    fn logs_never_show_values() {
        // G1
        let fault =
            Fault::new("reference.unknown").on("employee").with("object", "Employee").with("key", "E1234");
        assert_eq!(fault.to_string(), "reference.unknown at employee (object, key)");
        assert_eq!(fault.status(), 422);
    }
}
