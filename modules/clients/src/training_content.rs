//! The service by which publishers of training content deliver it (I11): what it can be asked, wholly declared and checked.
//!
//! Content itself — records, packages, results — is the matter of learning (I14), which is not there yet. Until then everything
//! but [`PING`] is refused as `soap.unavailable` after its input was checked, and the service arrives switched off.

use talang_catalogue::Fault;
use talang_engine::{Feature, Result, Scope};
use talang_http::{Access, Call, Reply, Route};
use talang_soap::{Element, Fields, Kind, Operation, Service, Value};

/// Where it is.
const HERE: &str = "/api/soap/training-content";

pub(crate) fn routes() -> Vec<Route> {
    vec![
        // What is described is the same for every company; who asks for more is asked who they are.
        Route::get(HERE, Access::Public, |call: &Call| talang_soap::describe(&SERVICE, call)),
        Route::post(HERE, Access::SignedIn, |call: &Call| -> Result<Reply> {
            talang_soap::answer(&SERVICE, call)
        }),
    ]
}

/// The function, as it is declared.
pub(crate) fn feature() -> Feature {
    Feature {
        code: "training-content",
        module: "clients",
        since: "2026-11-30",
        documentation: "docs/admin-guide/soap.md",
        brings: &[],
    }
}

static SERVICE: Service = Service {
    name: "TrainingContent",
    path: HERE,
    namespace: "urn:talang:training-content:1",
    title: "training-content",
    open: |scope| scope.require_feature("training-content"),
    operations: &[PING, PUBLISH, STATUS, LIST, WITHDRAW],
};

const CODE: Element = Element::one("code", "training-content-code", Kind::Text(50));
const VERSION: Kind = Kind::Text(20);
const PUBLICATION_STATUS: Kind =
    Kind::Choice("Status", &["received", "checking", "published", "refused", "withdrawn"]);

/// Standards of content (I14). What is none of them is refused with their list.
const STANDARD: Kind =
    Kind::Choice("Standard", &["SCORM-1.2", "SCORM-2004-3", "AICC-3.5", "LTI-1.1", "LTI-1.3"]);

const TITLE: Kind = Kind::Group(
    "Title",
    &[
        Element::one("language", "training-content-language", Kind::Language),
        Element::one("text", "training-content-title-text", Kind::Text(200)),
        Element::maybe("description", "training-content-description", Kind::Text(4_000)),
    ],
);

const CONTENT: Kind = Kind::Group(
    "Content",
    &[
        CODE,
        Element::one("version", "training-content-version", VERSION),
        Element::one("status", "training-content-status-is", PUBLICATION_STATUS),
        Element::one("since", "training-content-since", Kind::Moment),
        Element::many("problem", "training-content-problem", Kind::Text(1_000), 0),
    ],
);

const PING: Operation = Operation {
    name: "Ping",
    about: "training-content-ping",
    input: &[],
    output: &[
        Element::one("service", "training-content-service", Kind::Text(100)),
        Element::one("time", "training-content-time", Kind::Moment),
        Element::many("available", "training-content-available", Kind::Text(100), 1),
    ],
    run: ping,
};

const PUBLISH: Operation = Operation {
    name: "PublishContent",
    about: "training-content-publish",
    input: &[
        CODE,
        Element::one("version", "training-content-version", VERSION),
        Element::one("standard", "training-content-standard", STANDARD),
        Element::many("title", "training-content-title", TITLE, 1),
        Element::maybe("package", "training-content-package", Kind::Text(255)),
        Element::maybe("launch", "training-content-launch", Kind::Address),
        Element::maybe("minutes", "training-content-minutes", Kind::Whole(1, 100_000)),
        Element::maybe("validFrom", "training-content-valid-from", Kind::Day),
        Element::maybe("validTo", "training-content-valid-to", Kind::Day),
    ],
    output: &[Element::one("content", "training-content-content", CONTENT)],
    run: publish,
};

const STATUS: Operation = Operation {
    name: "GetContentStatus",
    about: "training-content-status",
    input: &[CODE, Element::maybe("version", "training-content-version", VERSION)],
    output: &[Element::many("content", "training-content-content", CONTENT, 0)],
    run: |_, _| unavailable("GetContentStatus"),
};

const LIST: Operation = Operation {
    name: "ListContents",
    about: "training-content-list",
    input: &[
        Element::maybe("changedSince", "training-content-changed-since", Kind::Moment),
        Element::maybe("status", "training-content-status-is", PUBLICATION_STATUS),
    ],
    output: &[Element::many("content", "training-content-content", CONTENT, 0)],
    run: |_, _| unavailable("ListContents"),
};

const WITHDRAW: Operation = Operation {
    name: "WithdrawContent",
    about: "training-content-withdraw",
    input: &[
        CODE,
        Element::maybe("version", "training-content-version", VERSION),
        Element::maybe("reason", "training-content-reason", Kind::Text(1_000)),
    ],
    output: &[Element::many("content", "training-content-content", CONTENT, 0)],
    run: |_, _| unavailable("WithdrawContent"),
};

/// Whoever may come in learns it, and what the others are told.
fn ping(scope: &Scope, _: &Fields) -> Result<Fields> {
    Ok(Fields::default()
        .text("service", "Talang training content 1")
        .with("time", Value::Moment(scope.installation().clock().now()))
        .text("available", "Ping"))
}

/// Checks what no schema says: how the content is reached depends on its standard.
fn publish(_: &Scope, input: &Fields) -> Result<Fields> {
    let mut faults = Vec::new();
    let external = input.get_text("standard").is_some_and(|s| s.starts_with("LTI"));
    let (needed, other) = if external { ("launch", "package") } else { ("package", "launch") };
    if input.get(needed).is_none() {
        faults.push(Fault::new("value.mandatory").on(format!("PublishContent/{needed}")));
    }
    if input.get(other).is_some() {
        let fault = Fault::new("soap.unexpected").on("PublishContent").with("name", other);
        faults.push(fault.with("expected", needed));
    }
    let mut languages = Vec::new();
    for (count, title) in (1..).zip(input.all("title")) {
        let Value::Group(title) = title else { continue };
        let language = title.get_text("language").unwrap_or_default();
        if languages.contains(&language) {
            faults.push(Fault::new("value.duplicate").on(format!("PublishContent/title[{count}]/language")));
        }
        languages.push(language);
    }
    if let (Some(Value::Day(from)), Some(Value::Day(to))) = (input.get("validFrom"), input.get("validTo"))
        && to < from
    {
        faults.push(Fault::new("period.end_before_start").on("PublishContent/validTo"));
    }
    if faults.is_empty() { unavailable("PublishContent") } else { Err(faults.into()) }
}

fn unavailable(operation: &str) -> Result<Fields> {
    Err(Fault::new("soap.unavailable").with("operation", operation).into())
}
