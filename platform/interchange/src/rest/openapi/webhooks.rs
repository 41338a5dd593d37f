//! What the program tells other systems by itself: the `webhooks` of the document.

use serde_json::{Map, Value as Json, json};
use talang_catalogue::Object;

use super::{Writer, reference};

impl Writer<'_> {
    /// The one message, whose `type` says what happened to what.
    pub(super) fn webhooks(&self) -> Json {
        let header = |name: &str, key: &str, example: &str| {
            json!({
                "name": name, "in": "header", "required": true, "description": self.say(key, &[]),
                "schema": { "type": "string" }, "example": example,
            })
        };
        let said = |key: &str| json!({ "description": self.say(key, &[]) });
        let operation = json!({
            "operationId": "webhook",
            "summary": self.say("rest-op-webhook", &[]),
            "description": self.say("rest-webhook-text", &[]),
            "security": [],
            "parameters": [
                header("webhook-id", "rest-webhook-id", "msg_2wQ7mJ5u1t8GZ0xkRrVb4N"),
                header("webhook-timestamp", "rest-webhook-timestamp", "1764404130"),
                header("webhook-signature", "rest-webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
            ],
            "requestBody": {
                "required": true,
                "content": { "application/json": { "schema": reference("schemas", "WebhookMessage") } },
            },
            "responses": {
                "2XX": said("rest-webhook-taken"),
                "410": said("rest-webhook-gone"),
                "default": said("rest-webhook-again"),
            },
        });
        json!({ "event": { "post": operation } })
    }

    /// `components/schemas/WebhookMessage`: about the objects that the reader may read.
    pub(super) fn message(&self, objects: &[&Object]) -> Json {
        let names: Vec<&str> = objects.iter().map(|o| o.def.name).collect();
        let example = objects.first().map(|o| {
            json!({
                "type": format!("{}.created", o.def.path),
                "timestamp": "2026-11-29T08:15:30.123456Z",
                "version": "1",
                "tenant": self.scope.tenant().id().as_str(),
                "data": {
                    "object": o.def.name, "id": 1042, "key": "1001",
                    "changes": self.changes(o),
                    "url": format!("{}/{}/1042", super::PREFIX, o.def.path),
                },
            })
        });
        let change =
            json!({ "type": "object", "required": ["old", "new"], "properties": { "old": {}, "new": {} } });
        json!({
            "type": "object",
            "required": ["type", "timestamp", "version", "tenant", "data"],
            "properties": {
                "type": { "type": "string", "pattern": "^([a-z-]+\\.(created|changed|removed)|webhook\\.sample)$" },
                "timestamp": { "type": "string", "format": "date-time" },
                "version": { "const": "1" },
                "tenant": { "type": "string" },
                "data": {
                    "type": "object",
                    "properties": {
                        "object": { "type": "string", "enum": names },
                        "id": { "type": "integer", "format": "int64" },
                        "key": { "type": "string" },
                        "changes": { "type": "object", "additionalProperties": change },
                        "url": { "type": "string" },
                        "message": { "type": "string" },
                    },
                },
            },
            "examples": example.into_iter().collect::<Vec<_>>(),
        })
    }

    /// What the creation of an object's sample changes.
    fn changes(&self, object: &Object) -> Map<String, Json> {
        let needed = object.fields.iter().filter(|f| object.key.contains(&f.index));
        needed.map(|f| (f.name.to_string(), json!({ "old": null, "new": "1001" }))).collect()
    }
}
