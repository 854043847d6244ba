//! One operation, from how it was sent to its answer; the same for HTTP and sockets.

use std::panic::AssertUnwindSafe;

use async_graphql::{
    Request, Response, Variables,
    parser::types::{
        DocumentOperations, ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet,
    },
};
use futures_util::{FutureExt, StreamExt, stream::BoxStream};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Hub, answer::Answer, credentials::SignedIn, limits};
use crate::domain::{
    fout::{Code, Fout},
    graphql::Aanvraag,
};

/// An operation as it was sent.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sent {
    query: String,
    variables: Option<Map<String, Value>>,
    operation_name: Option<String>,
    /// Nothing is done with it, but it must be what the protocol says.
    #[serde(rename = "extensions")]
    _extensions: Option<Map<String, Value>>,
}

/// An operation that is small enough to execute.
pub struct Operation {
    request: Request,
    pub kind: OperationType,
    /// Asks about the schema only: needs no sign-in.
    pub introspection: bool,
}

impl Operation {
    /// Parses and measures what was sent.
    pub fn prepare(sent: Sent) -> Result<Self, Fout> {
        let document = limits::parse(&sent.query)?;
        let operation = chosen(&document, sent.operation_name.as_deref())?;
        let kind = operation.ty;
        let depth = limits::check_width(&document)?;
        let mut roots = Vec::new();
        root_fields(&document, &operation.selection_set.node, &mut roots);
        let introspection = roots.iter().all(|name| matches!(*name, "__schema" | "__type" | "__typename"));
        if !introspection {
            limits::check_depth(depth)?;
        }
        if kind == OperationType::Subscription && roots.len() != 1 {
            return Err(Fout::new(Code::OngeldigVerzoek, "Een abonnement vraagt precies één veld."));
        }
        let variables = Variables::from_json(Value::Object(sent.variables.unwrap_or_default()));
        let mut request = Request::new(sent.query).variables(variables);
        request.operation_name = sent.operation_name;
        request.set_parsed_query(document);
        Ok(Self { request, kind, introspection })
    }

    /// Executes a query or mutation.
    pub async fn execute(self, hub: &Hub, who: Option<SignedIn>, request_id: &str) -> Answer {
        let request = self.request_from(hub, who);
        let answered = AssertUnwindSafe(hub.schema.execute(request)).catch_unwind().await;
        match answered {
            Ok(response) => Answer::new(response, request_id),
            Err(_) => Answer::refusal(&Fout::intern("a resolver panicked"), request_id),
        }
    }

    /// Executes any operation as a stream: one answer, or one per event.
    pub fn stream(self, hub: &Hub, who: SignedIn, request_id: String) -> BoxStream<'static, Answer> {
        let request = self.request_from(hub, Some(who));
        let answers = AssertUnwindSafe(hub.schema.execute_stream(request)).catch_unwind();
        answers
            .map(move |answered: Result<Response, _>| match answered {
                Ok(response) => Answer::new(response, &request_id),
                Err(_) => Answer::refusal(&Fout::intern("a resolver panicked"), &request_id),
            })
            .boxed()
    }

    fn request_from(self, hub: &Hub, who: Option<SignedIn>) -> Request {
        let wie = who.map(|who| hub.app.wie(who.persoon, who.schrijven));
        let request = self.request.data(Aanvraag::new(hub.app.clone(), wie));
        // Who changes a password stays signed in here: the mutation needs to know where "here" is.
        match who.and_then(|who| who.sign_in()) {
            Some(aanmelding) => request.data(aanmelding),
            None => request,
        }
    }
}

/// The operation that is meant.
fn chosen<'d>(document: &'d ExecutableDocument, name: Option<&str>) -> Result<&'d OperationDefinition, Fout> {
    let found = match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Some(operation),
        (DocumentOperations::Multiple(all), None) if all.len() == 1 => all.values().next(),
        (DocumentOperations::Multiple(all), Some(name)) => all.get(name),
        _ => None,
    };
    let fout = || Fout::new(Code::OngeldigVerzoek, "Noem in `operationName` welke vraag uit de tekst bedoeld is.");
    found.map(|operation| &operation.node).ok_or_else(fout)
}

/// The fields asked of the root, also through fragments. The width was checked: this ends, and soon.
fn root_fields<'d>(document: &'d ExecutableDocument, set: &'d SelectionSet, names: &mut Vec<&'d str>) {
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) => names.push(field.node.name.node.as_str()),
            Selection::InlineFragment(inline) => root_fields(document, &inline.node.selection_set.node, names),
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node) {
                    root_fields(document, &fragment.node.selection_set.node, names);
                }
            }
        }
    }
}
