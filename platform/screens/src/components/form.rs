//! Forms: one way to show a field with its label, help and error, whatever it holds.

use maud::{Markup, html};
use talang_catalogue::{Language, Texts};

use super::{Ui, icon};

/// An entry of a select or a group of radio buttons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opt {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// A chosen record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// Row number.
    pub id: String,
    /// Title.
    pub title: String,
}

/// What is typed into a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Anything.
    #[default]
    Plain,
    /// Codes and numbers with letters: no spelling, no capitals.
    Code,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Address of a page.
    Url,
    /// The name under which somebody signs in; password managers fill it in, and browsers offer passkeys beside it.
    Login,
    /// A code of an authenticator app: figures.
    OneTimeCode,
}

/// What a field is filled in with. All values are texts as they stand in the input.
#[derive(Clone, Debug)]
pub enum Control {
    /// One line.
    Text {
        /// Value.
        value: String,
        /// What is typed.
        kind: TextKind,
        /// Most characters.
        max: Option<i64>,
    },
    /// Several lines; `code` for JSON and the like.
    Long {
        /// Value.
        value: String,
        /// Written in a fixed-width face.
        code: bool,
    },
    /// A text per language, sent as `<name>.<language>`.
    Translated {
        /// Values.
        values: Texts,
        /// Several lines each.
        long: bool,
    },
    /// A box; sends `true`, or nothing.
    Bool {
        /// Ticked.
        checked: bool,
    },
    /// A figure in the reader's culture.
    Number {
        /// Value.
        value: String,
        /// Unit shown behind.
        unit: String,
        /// With decimals.
        decimal: bool,
    },
    /// Amount and currency, sent as `<name>` and `<name>.currency`.
    Money {
        /// Amount.
        amount: String,
        /// Currency.
        currency: String,
        /// Currencies offered.
        currencies: Vec<String>,
    },
    /// A day, ISO.
    Date {
        /// Value.
        value: String,
    },
    /// A time of day, `14:30`.
    Time {
        /// Value.
        value: String,
    },
    /// A day with time in UTC, `2026-12-31T14:30`.
    Instant {
        /// Value.
        value: String,
    },
    /// One of a list; up to four without an empty choice become radio buttons.
    Select {
        /// Value.
        value: String,
        /// Choices.
        options: Vec<Opt>,
    },
    /// One record.
    Reference {
        /// The record.
        value: Option<Picked>,
        /// Address that finds: `/pick/<object>`.
        url: String,
    },
    /// Several records, each sent as `<name>`.
    References {
        /// The records.
        values: Vec<Picked>,
        /// Address that finds.
        url: String,
    },
    /// A length of time, `7:30`.
    Duration {
        /// Value.
        value: String,
    },
    /// A file.
    File {
        /// Name and address of the present one.
        current: Option<(String, String)>,
        /// Types accepted, as in HTML.
        accept: String,
    },
    /// A password with a button to look at it.
    Password {
        /// `current-password` or `new-password`.
        autocomplete: &'static str,
    },
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Input {
    /// Name under which it is sent; its id is `f-<name>`.
    pub name: String,
    /// Label.
    pub label: String,
    /// One sentence of help.
    pub help: String,
    /// What it is filled in with.
    pub control: Control,
    /// Must be filled in.
    pub required: bool,
    /// Shown, not changed.
    pub read_only: bool,
    /// What is wrong with it.
    pub error: Option<String>,
}

impl Default for Input {
    fn default() -> Input {
        Input {
            name: String::new(),
            label: String::new(),
            help: String::new(),
            control: Control::Text { value: String::new(), kind: TextKind::Plain, max: None },
            required: false,
            read_only: false,
            error: None,
        }
    }
}

impl Input {
    /// The id of the element that takes the focus.
    pub fn id(&self) -> String {
        field_id(&self.name)
    }
}

fn field_id(name: &str) -> String {
    format!("f-{}", name.replace('.', "-"))
}

/// A field: label, input, help, error. Put it in a `div.tl-form` grid.
///
/// ```ignore
/// div.tl-form { (input(&ui, &Input { name: "number".into(), label: "Number".into(), required: true, ..Input::default() })) }
/// ```
pub fn input(ui: &Ui<'_>, input: &Input) -> Markup {
    let id = input.id();
    let wide = matches!(
        input.control,
        Control::Long { .. }
            | Control::Translated { long: true, .. }
            | Control::References { .. }
            | Control::File { .. }
    );
    let described = described_by(input, &id);
    let frame = Frame { ui, input, id: &id, described: described.as_deref() };
    let below = html! {
        @if !input.help.is_empty() { div.tl-help id={ (id) "-help" } { (input.help) } }
        @if let Some(error) = &input.error { div.tl-error id={ (id) "-error" } { (icon("alert-circle")) span { (error) } } }
    };
    let radios = match &input.control {
        Control::Select { options, .. } => input.required && (1..=4).contains(&options.len()),
        _ => false,
    };
    if let Control::Bool { checked } = &input.control {
        return html! {
            div.tl-field.is-wrong[input.error.is_some()] {
                label.tl-checkrow {
                    input.form-check-input type="checkbox" id=(id) name=(input.name) value="true" checked[*checked]
                        disabled[input.read_only] aria-describedby=[described.as_deref()];
                    span.tl-checkrow-words { (input.label) }
                }
                (below)
            }
        };
    }
    if radios || matches!(input.control, Control::Translated { .. }) {
        return html! {
            fieldset.tl-field.tl-field-wide[wide].is-wrong[input.error.is_some()] aria-describedby=[described.as_deref()] {
                legend.tl-label { (input.label) (required(ui, input)) }
                @if radios { (frame.radios()) } @else { (frame.control()) }
                (below)
            }
        };
    }
    html! {
        div.tl-field.tl-field-wide[wide].is-wrong[input.error.is_some()] {
            label.tl-label for=(id) { (input.label) (required(ui, input)) }
            (frame.control())
            (below)
        }
    }
}

fn required(ui: &Ui<'_>, input: &Input) -> Markup {
    html! { @if input.required && !input.read_only { span.tl-required { (ui.say("ui-required")) } } }
}

fn described_by(input: &Input, id: &str) -> Option<String> {
    let help = (!input.help.is_empty()).then(|| format!("{id}-help"));
    let error = input.error.is_some().then(|| format!("{id}-error"));
    let ids: Vec<String> = [error, help].into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

struct Frame<'a> {
    ui: &'a Ui<'a>,
    input: &'a Input,
    id: &'a str,
    described: Option<&'a str>,
}

impl Frame<'_> {
    fn control(&self) -> Markup {
        match &self.input.control {
            Control::Text { value, kind, max } => self.line(value, *kind, *max),
            Control::Long { value, code } => self.area(self.id, &self.input.name, value, *code, None),
            Control::Translated { values, long } => self.translated(values, *long),
            Control::Bool { .. } => html! {},
            Control::Number { value, unit, decimal } => html! {
                div.tl-join {
                    (self.typed("text", value, "form-control is-number tl-short", Some(if *decimal { "decimal" } else { "numeric" })))
                    @if !unit.is_empty() { span.tl-unit { (unit) } }
                }
            },
            Control::Money { amount, currency, currencies } => self.money(amount, currency, currencies),
            Control::Date { value } => self.typed("date", value, "form-control", None),
            Control::Time { value } => self.typed("time", value, "form-control", None),
            Control::Instant { value } => html! {
                div.tl-join { (self.typed("datetime-local", value, "form-control", None)) span.tl-unit { "UTC" } }
            },
            Control::Select { value, options } => self.select(value, options),
            Control::Reference { value, url } => self.picker(url, value.as_slice(), false),
            Control::References { values, url } => self.picker(url, values, true),
            Control::Duration { value } => html! {
                div.tl-join {
                    (self.typed("text", value, "form-control is-number tl-short", None))
                    span.tl-unit { (self.ui.say("ui-hours-minutes")) }
                }
            },
            Control::File { current, accept } => self.file(current.as_ref(), accept),
            Control::Password { autocomplete } => html! {
                div.tl-join {
                    input.form-control type="password" id=(self.id) name=(self.input.name) autocomplete=(autocomplete)
                        required[self.input.required] aria-describedby=[self.described] aria-invalid=[self.invalid()];
                    button.btn.btn-icon type="button" data-reveal=(self.id) aria-pressed="false" aria-label=(self.ui.say("ui-reveal")) { (icon("eye")) }
                }
            },
        }
    }

    fn invalid(&self) -> Option<&'static str> {
        self.input.error.is_some().then_some("true")
    }

    fn typed(&self, kind: &str, value: &str, class: &str, mode: Option<&str>) -> Markup {
        html! {
            input class=(class) type=(kind) id=(self.id) name=(self.input.name) value=(value) inputmode=[mode] autocomplete="off"
                required[self.input.required] readonly[self.input.read_only] aria-describedby=[self.described]
                aria-invalid=[self.invalid()];
        }
    }

    fn line(&self, value: &str, kind: TextKind, max: Option<i64>) -> Markup {
        let complete = match kind {
            // On the sign-in page passkeys are suggested beside logins (HTML, section 4.10.18.7.1).
            TextKind::Login => "username webauthn",
            TextKind::OneTimeCode => "one-time-code",
            _ => "off",
        };
        let figures = (kind == TextKind::OneTimeCode).then_some("numeric");
        let (kind, plain) = match kind {
            TextKind::Plain => ("text", false),
            TextKind::Code => ("text", true),
            TextKind::Email => ("email", true),
            TextKind::Phone => ("tel", true),
            TextKind::Url => ("url", true),
            TextKind::Login | TextKind::OneTimeCode => ("text", true),
        };
        html! {
            input.form-control type=(kind) id=(self.id) name=(self.input.name) value=(value) maxlength=[max] autocomplete=(complete) inputmode=[figures]
                spellcheck=[plain.then_some("false")] autocapitalize=[plain.then_some("none")] required[self.input.required]
                readonly[self.input.read_only] aria-describedby=[self.described] aria-invalid=[self.invalid()];
        }
    }

    fn area(&self, id: &str, name: &str, value: &str, code: bool, label: Option<&str>) -> Markup {
        html! {
            // The line end keeps a first empty line of the value, which HTML would drop.
            textarea.form-control.tl-code[code] id=(id) name=(name) rows="4" required[self.input.required && label.is_none()]
                readonly[self.input.read_only] aria-label=[label] aria-describedby=[self.described] aria-invalid=[self.invalid()] { "\n" (value) }
        }
    }

    fn translated(&self, values: &Texts, long: bool) -> Markup {
        // The reader's language first: it is the one most often filled in.
        let mine = self.ui.language;
        let languages: Vec<Language> =
            [mine].into_iter().chain(Language::ALL.into_iter().filter(|l| *l != mine)).collect();
        html! {
            div.tl-langs role="tablist" aria-label=(self.ui.say("ui-languages")) {
                @for (at, language) in languages.iter().enumerate() {
                    button type="button" role="tab" id={ (self.id) "-tab-" (language.code()) } aria-controls={ (self.id) "-panel-" (language.code()) }
                        aria-selected=(at == 0) tabindex=(if at == 0 { "0" } else { "-1" })
                        .is-filled[values.get(language.code()).is_some_and(|t| !t.is_empty())] {
                        (language.code().to_uppercase()) span.visually-hidden { " " (language.native_name()) }
                    }
                }
            }
            @for (at, language) in languages.iter().enumerate() {
                @let code = language.code();
                @let value = values.get(code).map(String::as_str).unwrap_or_default();
                @let name = format!("{}.{code}", self.input.name);
                @let id = if at == 0 { self.id.to_string() } else { format!("{}-{code}", self.id) };
                @let label = format!("{} ({})", self.input.label, language.native_name());
                div role="tabpanel" id={ (self.id) "-panel-" (code) } aria-labelledby={ (self.id) "-tab-" (code) } data-language hidden[at != 0] lang=(code) {
                    @if long { (self.area(&id, &name, value, false, Some(&label))) }
                    @else {
                        input.form-control type="text" id=(id) name=(name) value=(value) aria-label=(label) autocomplete="off"
                            readonly[self.input.read_only] aria-describedby=[self.described] aria-invalid=[self.invalid()];
                    }
                }
            }
        }
    }

    fn money(&self, amount: &str, currency: &str, currencies: &[String]) -> Markup {
        html! {
            div.tl-join {
                (self.typed("text", amount, "form-control is-number tl-short", Some("decimal")))
                select.form-select name={ (self.input.name) ".currency" } aria-label=(self.ui.say("ui-currency")) disabled[self.input.read_only] {
                    @if !self.input.required { option value="" selected[currency.is_empty()] {} }
                    @if !currency.is_empty() && !currencies.iter().any(|c| c == currency) { option value=(currency) selected { (currency) } }
                    @for code in currencies { option value=(code) selected[code == currency] { (code) } }
                }
            }
        }
    }

    fn select(&self, value: &str, options: &[Opt]) -> Markup {
        html! {
            select.form-select id=(self.id) name=(self.input.name) required[self.input.required] disabled[self.input.read_only]
                aria-describedby=[self.described] aria-invalid=[self.invalid()] {
                @if !self.input.required || value.is_empty() { option value="" { (self.ui.say("ui-choose")) } }
                @for option in options { option value=(option.value) selected[option.value == value] { (option.label) } }
            }
        }
    }

    fn radios(&self) -> Markup {
        let Control::Select { value, options } = &self.input.control else { return html! {} };
        html! {
            div.tl-choice {
                @for (at, option) in options.iter().enumerate() {
                    label.tl-checkrow {
                        input.form-check-input type="radio" id={ (self.id) @if at > 0 { "-" (at) } } name=(self.input.name) value=(option.value)
                            checked[option.value == *value] required disabled[self.input.read_only];
                        span { (option.label) }
                    }
                }
            }
        }
    }

    fn picker(&self, url: &str, values: &[Picked], several: bool) -> Markup {
        let list = format!("{}-list", self.id);
        let name = self.input.name.as_str();
        let single = values.first();
        let title = single.filter(|_| !several).map(|p| p.title.as_str()).unwrap_or_default();
        if self.input.read_only {
            let titles: Vec<&str> = values.iter().map(|v| v.title.as_str()).collect();
            return html! { input.form-control type="text" id=(self.id) value=(titles.join(", ")) readonly; };
        }
        html! {
            div.tl-picker data-picker data-url=(url) data-name=(name) data-multiple[several] {
                div.tl-combo {
                    @if several {
                        span.tl-chips data-picker-chips {
                            @for value in values {
                                span.tl-chip data-picker-chip {
                                    (value.title)
                                    input type="hidden" name=(name) value=(value.id) data-picker-value;
                                    button.tl-chip-x type="button" data-picker-remove
                                        aria-label=(self.ui.say_with("ui-js-remove", &[("name", value.title.as_str().into())])) { (icon("x")) }
                                }
                            }
                        }
                    } @else {
                        input type="hidden" name=(name) value=(single.map(|p| p.id.as_str()).unwrap_or_default()) data-picker-value;
                    }
                    input type="text" id=(self.id) role="combobox" data-picker-input autocomplete="off" spellcheck="false" aria-expanded="false"
                        aria-controls=(list) aria-autocomplete="list" value=(title) data-title=(title) placeholder=(self.ui.say("ui-pick-hint"))
                        aria-required=[self.input.required.then_some("true")] aria-describedby=[self.described] aria-invalid=[self.invalid()];
                    @if !several {
                        button.tl-combo-x type="button" data-picker-clear aria-label=(self.ui.say("ui-clear")) { (icon("x")) }
                    }
                }
                ul.tl-pick-list id=(list) role="listbox" aria-label=(self.input.label) data-picker-list hidden {}
            }
        }
    }

    fn file(&self, current: Option<&(String, String)>, accept: &str) -> Markup {
        html! {
            @if let Some((name, href)) = current {
                div.tl-file { (icon("file")) a href=(href) download { (name) } }
                @if !self.input.required && !self.input.read_only {
                    label.tl-checkrow {
                        input.form-check-input type="checkbox" name={ (self.input.name) ".remove" } value="true";
                        span { (self.ui.say("ui-file-remove")) }
                    }
                }
            }
            @if !self.input.read_only {
                (file_drop(self.ui, self.id, &self.input.name, accept, false, self.described))
            }
        }
    }
}

/// An area that takes files, by choosing or by dropping.
pub fn file_drop(
    ui: &Ui<'_>,
    id: &str,
    name: &str,
    accept: &str,
    several: bool,
    described: Option<&str>,
) -> Markup {
    html! {
        div.tl-drop data-drop {
            (icon("cloud-upload"))
            span.tl-drop-title { (ui.say(if several { "ui-drop-files" } else { "ui-drop-file" })) }
            small { (ui.say("ui-drop-hint")) }
            input type="file" id=(id) name=(name) multiple[several] accept=[Some(accept).filter(|a| !a.is_empty())]
                aria-describedby=[described] aria-label=(ui.say(if several { "ui-drop-files" } else { "ui-drop-file" }));
            ul data-files {}
        }
    }
}

/// A form that sends files.
#[derive(Debug, Default)]
pub struct Upload<'a> {
    /// Unique id.
    pub id: &'a str,
    /// Where it is sent; the files are the field `file`.
    pub action: &'a str,
    /// Selector of the element into which the answer (HTML) goes.
    pub target: &'a str,
    /// Types accepted, as in HTML; empty for all.
    pub accept: &'a str,
    /// Several files at once.
    pub several: bool,
    /// Fields above the area.
    pub fields: Markup,
    /// Words of the button.
    pub button: &'a str,
}

/// A form that sends files with visible progress.
pub fn upload(ui: &Ui<'_>, upload: &Upload<'_>) -> Markup {
    let Upload { id, action, target, accept, several, fields, button } = upload;
    html! {
        form id=(id) method="post" action=(action) enctype="multipart/form-data" data-upload data-target=(target) {
            div.tl-stack {
                (fields)
                (file_drop(ui, &format!("{id}-file"), "file", accept, *several, None))
                div data-upload-progress hidden {
                    div.tl-progress-words { span data-upload-label {} }
                    progress.tl-bar max="1" value="0" aria-label=(ui.say("ui-upload-progress")) {}
                }
                div { button.btn.btn-primary type="submit" { (icon("upload")) (button) } }
            }
        }
    }
}

/// Something wrong with a form.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// Name of the field; empty when it concerns the whole.
    pub field: String,
    /// What, and how to mend it.
    pub text: String,
}

/// What is wrong, above a form: takes the focus, and leads to each field.
pub fn error_summary(ui: &Ui<'_>, problems: &[Problem]) -> Markup {
    if problems.is_empty() {
        return html! {};
    }
    let count = i64::try_from(problems.len()).unwrap_or(i64::MAX);
    html! {
        div.alert.alert-danger role="alert" tabindex="-1" data-error-summary {
            (icon("alert-circle"))
            div {
                h2.alert-title { (ui.say_with("ui-errors", &[("count", count.into())])) }
                ul {
                    @for problem in problems {
                        li {
                            @if problem.field.is_empty() { (problem.text) }
                            @else { a href={ "#" (field_id(&problem.field)) } { (problem.text) } }
                        }
                    }
                }
            }
        }
    }
}

/// The foot of a form inside a card: unsaved changes, cancel, save. `first` stands at the start (delete …).
pub fn form_bar(ui: &Ui<'_>, cancel: &str, save: &str, first: Markup) -> Markup {
    html! {
        div.tl-formbar {
            (first)
            span data-dirty hidden { (ui.say("ui-unsaved")) }
            div.tl-formbar-end {
                a.btn href=(cancel) { (ui.say("ui-cancel")) }
                button.btn.btn-primary type="submit" { @if save.is_empty() { (ui.say("ui-save")) } @else { (save) } }
            }
        }
    }
}
