//! `#[derive(Object)]` and `#[derive(Choice)]`: a static definition and a read/write pair, nothing more.
//!
//! ```text
//! /// Someone the tenant employs or employed.
//! #[derive(Object)]
//! #[object(id = 40, module = "people", kind = employees, key(number), subject = self, extensible, title(last_name))]
//! pub struct Employee {
//!     /// Permanent number, printed on the payslip.
//!     #[field(id = 1, search, privacy = identity)]
//!     pub number: Code,
//! }
//! ```
//!
//! Of an object: `id`, `module`, `kind`, `key(…)`, `title(…)`, `subject = self | <field>`, `within = self | <field>`, `dated`, `extensible`,
//! `internal`, `technical`, `power`, `hidden`, `path = "…"`, `privacy = …` (the class of fields that name none), `tombstones(…)`.
//! Of a field: `id`, `privacy`, `group = "…"`, `unique`, `search`, `read_only`, `fixed`, `default = "…"`, `min`, `max`,
//! `list = "…"` (for `Item`), `follows = "…"` (a reference from whose record the value is taken over),
//! `numbered = "{year}-{4}"` (given where a new record leaves it empty), `target = "…"` (for `AnyRef`).
//! A field without a privacy class of its own or of its object does not compile. An object with a subject gives its
//! fields the class `private` where they say nothing else (G1).

mod choice;
mod object;

use proc_macro::TokenStream;

/// Declares a business object. See the crate's documentation.
#[proc_macro_derive(Object, attributes(object, field))]
pub fn object(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    object::expand(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Declares a closed list of codes: `#[choice("code")]` on each variant.
#[proc_macro_derive(Choice, attributes(choice))]
pub fn choice(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    choice::expand(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// The doc comment as one line of text.
fn doc(attributes: &[syn::Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes.iter().filter(|a| a.path().is_ident("doc")) {
        if let syn::Meta::NameValue(pair) = &attribute.meta
            && let syn::Expr::Lit(literal) = &pair.value
            && let syn::Lit::Str(line) = &literal.lit
        {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line.value().trim());
        }
    }
    text.trim().to_string()
}
