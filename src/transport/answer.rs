//! A GraphQL response on its way out: every error gets a code of the closed list and the request's id.

use async_graphql::{ErrorExtensionValues, Response, ServerError};
use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::domain::fout::{Code, Fout};

/// A response as clients get it.
#[derive(Debug)]
pub struct Answer {
    response: Response,
}

impl Answer {
    /// Completes what the executor answered.
    pub fn new(mut response: Response, request_id: &str) -> Self {
        for error in &mut response.errors {
            complete(error, request_id);
        }
        Self { response }
    }

    /// A request that was not executed.
    pub fn refusal(fout: &Fout, request_id: &str) -> Self {
        Self::new(Response::from_errors(vec![server_error(fout)]), request_id)
    }

    /// Was it refused before anything was executed? Then there is no `data`, not even null.
    pub fn is_refusal(&self) -> bool {
        // Whatever goes wrong while executing says in which field.
        !self.response.errors.is_empty() && self.response.errors.iter().all(|error| error.path.is_empty())
    }

    pub fn errors(&self) -> &[ServerError] {
        &self.response.errors
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if !self.response.errors.is_empty() {
            map.serialize_entry("errors", &self.response.errors)?;
        }
        if !self.is_refusal() {
            map.serialize_entry("data", &self.response.data)?;
        }
        map.end()
    }
}

fn server_error(fout: &Fout) -> ServerError {
    let mut error = ServerError::new(fout.bericht.clone(), None);
    error.extensions.get_or_insert_default().set("code", fout.code.name());
    error
}

fn complete(error: &mut ServerError, request_id: &str) {
    if error.extensions.as_ref().and_then(|extensions| extensions.get("code")).is_none() {
        let (code, message) = explain(error);
        error.message = message;
        error.extensions.get_or_insert_with(ErrorExtensionValues::default).set("code", code.name());
    }
    if let Some(extensions) = &mut error.extensions {
        extensions.set("verzoekId", request_id);
    }
}

/// Code and message for an error of the GraphQL library itself. Its words are meant for developers and stay.
fn explain(error: &ServerError) -> (Code, String) {
    let words = &error.message;
    let too_much = ["too complex", "nested too deep", "recursion depth"];
    if error.path.is_empty() && too_much.iter().any(|part| words.contains(part)) {
        (Code::TeIngewikkeld, "De vraag is te ingewikkeld of te duur. Splits haar in kleinere vragen.".into())
    } else if error.path.is_empty() {
        (Code::OngeldigVerzoek, format!("De vraag past niet bij het schema: {words}"))
    } else if words.starts_with("Failed to parse") {
        (Code::OngeldigeWaarde, format!("Een waarde past niet bij het veld: {words}"))
    } else {
        let fout = Fout::intern(words);
        (fout.code, fout.bericht)
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::{PathSegment, Value};
    use serde_json::json;

    use super::*;

    fn error(message: &str, path: Option<&str>) -> ServerError {
        let path = path.map(|field| PathSegment::Field(field.into())).into_iter().collect();
        ServerError::new(message, None).with_path(path)
    }

    fn sent(response: Response) -> serde_json::Value {
        serde_json::to_value(Answer::new(response, "v1")).unwrap()
    }

    #[test]
    fn what_was_not_executed_has_no_data() {
        let sent = sent(Response::from_errors(vec![error("Query is too complex.", None)]));
        assert_eq!(sent.get("data"), None);
        assert_eq!(sent["errors"][0]["extensions"], json!({ "code": "TE_INGEWIKKELD", "verzoekId": "v1" }));
    }

    #[test]
    fn details_of_a_bug_stay_inside() {
        let sent = sent(Response::from_errors(vec![error("secret table is gone", Some("taak"))]));
        assert_eq!(sent["data"], json!(null));
        assert_eq!(sent["errors"][0]["extensions"]["code"], "INTERNE_FOUT");
        assert!(!sent.to_string().contains("secret"));
    }

    #[test]
    fn what_went_well_has_no_errors() {
        assert_eq!(sent(Response::new(Value::from(1))), json!({ "data": 1 }));
    }
}
