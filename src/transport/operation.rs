//! One operation, from how it was sent to its answer; the same for HTTP and sockets.

use std::{collections::BTreeMap, panic::AssertUnwindSafe, sync::Arc, thread};

use async_graphql::{
    Name, Request, Response, Value as GraphqlValue, Variables,
    parser::types::{
        DocumentOperations, ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet,
    },
};
use axum::{extract::Query, http::Uri};
use futures_util::{FutureExt, StreamExt, stream::BoxStream};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    Hub,
    answer::Answer,
    credentials::SignedIn,
    documents::{Documents, Measured},
    kept::Source,
    limits,
    nulls::Nulls,
};
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{Aanvraag, Wie},
        sessies::graphql::mag_gast,
    },
    platform::change_log::follow::Cursor,
};

/// The argument with which a client says from where a subscription goes on.
const RESUME: &str = "vanaf";

const SHAPE: &str = "Nodig is `query` (tekst); `operationName` is tekst, `variables` en `extensions` zijn objecten.";

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

/// What came in is not a request of GraphQL over HTTP; in words for whoever sent it.
pub struct NotARequest(pub &'static str);

impl Sent {
    /// From the body of a POST.
    pub fn from_json(body: &[u8]) -> Result<Self, NotARequest> {
        let value: Value = serde_json::from_slice(body).map_err(|_| NotARequest("Het verzoek is geen JSON."))?;
        if !value.is_object() {
            return Err(NotARequest("Stuur één vraag per verzoek, als JSON-object."));
        }
        serde_json::from_value(value).map_err(|_| NotARequest(SHAPE))
    }

    /// From the address of a GET, where `variables` and `extensions` are JSON in text.
    pub fn from_address(uri: &Uri) -> Result<Self, NotARequest> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Address {
            query: String,
            variables: Option<String>,
            operation_name: Option<String>,
            extensions: Option<String>,
        }
        let Query(Address { query, variables, operation_name, extensions }) =
            Query::try_from_uri(uri).map_err(|_| NotARequest(SHAPE))?;
        let object = |text: Option<String>| {
            text.filter(|text| !text.is_empty()).map(|text| serde_json::from_str(&text)).transpose()
        };
        let (variables, extensions) = object(variables)
            .and_then(|variables| Ok((variables, object(extensions)?)))
            .map_err(|_| NotARequest(SHAPE))?;
        let operation_name = operation_name.filter(|name| !name.is_empty());
        Ok(Self { query, variables, operation_name, _extensions: extensions })
    }
}

/// An operation that is small enough to execute, as often as it takes.
pub struct Operation {
    query: String,
    asked: Asked,
    variables: Variables,
    pub kind: OperationType,
    /// Asks about the schema only: needs no sign-in.
    pub introspection: bool,
    /// Asks nothing but what guests may.
    for_guests: bool,
    /// The variable that says from where a subscription goes on.
    resume: Option<Name>,
}

/// The operation of a document that is meant.
#[derive(Clone)]
struct Asked {
    document: Arc<Measured>,
    name: Option<String>,
}

impl Asked {
    /// What the executor answered, or that it fell over, as clients get it.
    fn answer(&self, nulls: &Nulls, answered: thread::Result<Response>, request_id: &str) -> Answer {
        let Ok(mut response) = answered else {
            return Answer::refusal(&Fout::intern("a resolver panicked"), request_id);
        };
        if let Ok(operation) = chosen(&self.document.document, self.name.as_deref()) {
            nulls.spread(&self.document.document, operation, &mut response);
        }
        Answer::new(response, request_id)
    }
}

/// The answers of an operation: one, or one per event.
pub struct Answers {
    pub stream: BoxStream<'static, Answer>,
    /// How far a subscription is along the log.
    pub cursor: Arc<Cursor>,
    pub aanvraag: Aanvraag,
}

impl Operation {
    /// Parses and measures what was sent.
    pub fn prepare(documents: &Documents, sent: Sent) -> Result<Self, Fout> {
        let measured = documents.read(&sent.query)?;
        let Measured { document, depth } = measured.as_ref();
        let operation = chosen(document, sent.operation_name.as_deref())?;
        let kind = operation.ty;
        let mut roots = Vec::new();
        root_fields(document, &operation.selection_set.node, &mut roots);
        let for_guests = roots.iter().all(|name| mag_gast(kind, name));
        let introspection = roots.iter().all(|name| matches!(*name, "__schema" | "__type" | "__typename"));
        if !introspection {
            limits::check_depth(*depth)?;
        }
        if kind == OperationType::Subscription && roots.len() != 1 {
            return Err(Fout::new(Code::OngeldigVerzoek, "Een abonnement vraagt precies één veld."));
        }
        let variables = Variables::from_json(Value::Object(sent.variables.unwrap_or_default()));
        let resume = match kind {
            OperationType::Subscription => resume_variable(&operation.selection_set.node),
            _ => None,
        };
        let Sent { query, operation_name: name, .. } = sent;
        let asked = Asked { document: measured.clone(), name };
        Ok(Self { query, asked, variables, kind, introspection, for_guests, resume })
    }

    /// Refuses what this one may not even ask.
    pub fn check(&self, who: &SignedIn) -> Result<(), Fout> {
        if !who.is_guest() || self.for_guests {
            return Ok(());
        }
        Err(Fout::new(Code::GeenRecht, "Als deelnemer zie je alleen je eigen sessie."))
    }

    /// Executes a query or mutation; answers too what the answer was made from, when anyone with the same rights
    /// would get it.
    pub async fn execute(
        self,
        hub: &Hub,
        who: Option<SignedIn>,
        wie: Option<Wie>,
        request_id: &str,
    ) -> (Answer, Option<Source>) {
        let day = hub.app.clock().today();
        let aanvraag = Aanvraag::new(hub.app.clone(), wie);
        let (position, sporen) = (aanvraag.positie, aanvraag.sporen.clone());
        let request = self.request(aanvraag, who);
        let answered = AssertUnwindSafe(hub.schema.execute(request)).catch_unwind().await;
        let answer = self.asked.answer(&hub.nulls, answered, request_id);
        (answer, sporen.delen().map(|parts| Source { position, parts, day }))
    }

    /// Executes any operation as a stream, in the name of `wie`. `cursor` says where a subscription starts.
    pub fn answers(&self, hub: &Hub, who: SignedIn, wie: &Wie, request_id: String, cursor: Arc<Cursor>) -> Answers {
        let aanvraag = Aanvraag::new(hub.app.clone(), Some(wie.opnieuw())).with_cursor(cursor.clone());
        let request = self.request(aanvraag.clone(), Some(who));
        let answered = AssertUnwindSafe(hub.schema.execute_stream(request)).catch_unwind();
        let (asked, nulls) = (self.asked.clone(), hub.nulls.clone());
        let stream = answered.map(move |answered| asked.answer(&nulls, answered, &request_id));
        Answers { stream: stream.boxed(), cursor, aanvraag }
    }

    /// What makes two subscriptions the same, apart from who asks and from where they go on.
    pub fn shared_key(&self) -> String {
        let variables: BTreeMap<&Name, &GraphqlValue> =
            self.variables.iter().filter(|(name, _)| Some(*name) != self.resume.as_ref()).collect();
        let variables = serde_json::to_string(&variables).unwrap_or_default();
        format!("{}\n{}\n{variables}", self.asked.name.as_deref().unwrap_or_default(), self.query)
    }

    fn request(&self, aanvraag: Aanvraag, who: Option<SignedIn>) -> Request {
        let mut request = Request::new(self.query.clone()).variables(self.variables.clone()).data(aanvraag);
        request.operation_name = self.asked.name.clone();
        request.set_parsed_query(self.asked.document.document.clone());
        // Who changes a password stays signed in here: the mutation needs to know where "here" is.
        match who.and_then(|who| who.sign_in()) {
            Some(aanmelding) => request.data(aanmelding),
            None => request,
        }
    }
}

/// The variable in the argument [`RESUME`] of the one field a subscription asks.
fn resume_variable(set: &SelectionSet) -> Option<Name> {
    set.items.iter().find_map(|selection| match &selection.node {
        Selection::Field(field) => {
            let (_, value) = field.node.arguments.iter().find(|(name, _)| name.node == RESUME)?;
            value.node.to_string().strip_prefix('$').map(Name::new)
        }
        _ => None,
    })
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
