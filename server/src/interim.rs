//! Stands in for the interchange crate until its REST door compiles.
pub mod rest {
    //! See the module.
    use talang_catalogue::{Fault, Language};
    use talang_engine::{Error, Registry};
    use talang_http::{Method, Reply};
    /// Most bytes of a bulk body.
    pub const BULK_BODY_LIMIT: usize = 32 << 20;
    /// A problem document.
    pub fn problem(error: &Error, language: Language, registry: &Registry) -> Reply {
        let fault = error.faults().into_iter().next().unwrap_or_else(|| Fault::new("internal"));
        let detail = registry.messages.fault_text(language, &fault, "");
        let body = serde_json::json!({ "code": fault.code, "status": fault.status(), "detail": detail });
        Reply::bytes("application/problem+json", body.to_string()).code(fault.status())
    }
    /// See there.
    pub fn method_not_allowed(_: &[Method], language: Language, registry: &Registry) -> Reply {
        problem(&Fault::new("request.invalid").with("detail", "method").into(), language, registry).code(405)
    }
}
