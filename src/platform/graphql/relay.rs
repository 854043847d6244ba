//! Global object ids: opaque to clients, `base64url("Kind:key")` within.

use async_graphql::ID;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};

/// A global id, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlobalId {
    /// Name of the GraphQL type.
    pub kind: String,
    /// Key within that type.
    pub key: String,
}

/// Makes the global id of an object.
pub fn global_id(kind: &str, key: impl std::fmt::Display) -> ID {
    ID(BASE64_URL_SAFE_NO_PAD.encode(format!("{kind}:{key}")))
}

/// Takes a global id apart; `None` when it was never one of ours.
pub fn parse(id: &str) -> Option<GlobalId> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(id).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (kind, key) = text.split_once(':')?;
    Some(GlobalId { kind: kind.to_owned(), key: key.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_made() {
        let id = global_id("Taak", "a:b");
        assert_eq!(parse(&id), Some(GlobalId { kind: "Taak".into(), key: "a:b".into() }));
    }

    #[test]
    fn a_foreign_id_is_no_id() {
        for text in ["", "Taak:1", "????", "VGFhaw"] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}
