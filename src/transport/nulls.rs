//! What a field that failed does to the rest of the answer (GraphQL specification, Handling Execution Errors): it is
//! null, and where it may not be null the object around it is, up to the whole of `data`.
//!
//! The library that executes leaves such a field out and sends the rest, so that a client finds nothing where the
//! schema promises something.

use std::{collections::HashMap, sync::OnceLock};

use async_graphql::{
    Name, PathSegment, Response, Value,
    parser::{
        parse_schema,
        types::{
            BaseType, ExecutableDocument, Field, OperationDefinition, OperationType, Selection, SelectionSet, Type,
            TypeKind, TypeSystemDefinition,
        },
    },
};

/// The types of all fields, by type and name.
type FieldTypes = HashMap<Name, HashMap<Name, Type>>;

pub struct Nulls {
    sdl: Box<dyn Fn() -> String + Send + Sync>,
    /// Read when the first field fails.
    types: OnceLock<FieldTypes>,
}

impl Nulls {
    pub fn new(sdl: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self { sdl: Box::new(sdl), types: OnceLock::new() }
    }

    /// Puts null where the specification wants it. Costs nothing when all went well.
    pub fn spread(&self, document: &ExecutableDocument, operation: &OperationDefinition, response: &mut Response) {
        let Response { data, errors, .. } = response;
        if errors.iter().all(|error| error.path.is_empty()) {
            return;
        }
        for error in &*errors {
            leave_hole(data, &error.path);
        }
        for error in &*errors {
            let nullable = self.nullable(document, operation, &error.path);
            // The smallest part around the field that may be null.
            let part = (1..=error.path.len()).rev().find(|length| nullable.get(length - 1) != Some(&false));
            set_null(data, &error.path[..part.unwrap_or(0)]);
        }
    }

    /// For each step of `path`: may it be null? As far as the schema says.
    fn nullable(
        &self,
        document: &ExecutableDocument,
        operation: &OperationDefinition,
        path: &[PathSegment],
    ) -> Vec<bool> {
        let types = self.types.get_or_init(|| field_types(&(self.sdl)()));
        let mut parent = Name::new(match operation.ty {
            OperationType::Query => "Query",
            OperationType::Mutation => "Mutation",
            OperationType::Subscription => "Subscription",
        });
        let mut sets = vec![&operation.selection_set.node];
        let mut item: Option<&Type> = None;
        let mut nullable = Vec::with_capacity(path.len());
        for step in path {
            let here = match step {
                PathSegment::Index(_) => item,
                PathSegment::Field(key) => {
                    let mut found = Vec::new();
                    for set in sets.drain(..) {
                        fields(document, set, &parent, key, &mut found);
                    }
                    let ty = found
                        .first()
                        .and_then(|(owner, field)| types.get(owner).and_then(|of| of.get(&field.name.node)));
                    sets = found.iter().map(|(_, field)| &field.selection_set.node).collect();
                    ty
                }
            };
            let Some(ty) = here else { return nullable };
            nullable.push(ty.nullable);
            match &ty.base {
                BaseType::List(inner) => item = Some(inner),
                BaseType::Named(name) => parent = name.clone(),
            }
        }
        nullable
    }
}

fn field_types(sdl: &str) -> FieldTypes {
    let document = match parse_schema(sdl) {
        Ok(document) => document,
        Err(error) => {
            tracing::error!(%error, "the schema of the hub can't be read; fields that fail stay out of answers");
            return FieldTypes::new();
        }
    };
    let types = document.definitions.into_iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(definition) => Some(definition.node),
        _ => None,
    });
    types
        .filter_map(|definition| {
            let fields = match definition.kind {
                TypeKind::Object(object) => object.fields,
                TypeKind::Interface(interface) => interface.fields,
                _ => return None,
            };
            let of = fields.into_iter().map(|field| (field.node.name.node, field.node.ty.node)).collect();
            Some((definition.name.node, of))
        })
        .collect()
}

/// The fields of `set` that answer under `key`, each with the type it is asked of. The width was checked: this ends.
fn fields<'d>(
    document: &'d ExecutableDocument,
    set: &'d SelectionSet,
    parent: &Name,
    key: &str,
    found: &mut Vec<(Name, &'d Field)>,
) {
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) if field.node.response_key().node.as_str() == key => {
                found.push((parent.clone(), &field.node));
            }
            Selection::Field(_) => {}
            Selection::InlineFragment(inline) => {
                let of = inline.node.type_condition.as_ref().map_or(parent, |condition| &condition.node.on.node);
                fields(document, &inline.node.selection_set.node, of, key, found);
            }
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node) {
                    let of = &fragment.node.type_condition.node.on.node;
                    fields(document, &fragment.node.selection_set.node, of, key, found);
                }
            }
        }
    }
}

/// Null for a field that was left out; also in an object of which nothing else is left, which came as null itself.
fn leave_hole(data: &mut Value, path: &[PathSegment]) {
    let Some((step, rest)) = path.split_first() else { return };
    match step {
        PathSegment::Field(name) => {
            if *data == Value::Null {
                *data = Value::Object(Default::default());
            }
            if let Value::Object(fields) = data {
                leave_hole(fields.entry(Name::new(name)).or_insert(Value::Null), rest);
            }
        }
        PathSegment::Index(index) => {
            if let Value::List(items) = data
                && let Some(item) = items.get_mut(*index)
            {
                leave_hole(item, rest);
            }
        }
    }
}

fn set_null(data: &mut Value, path: &[PathSegment]) {
    let Some((step, rest)) = path.split_first() else {
        *data = Value::Null;
        return;
    };
    let part = match (step, data) {
        (PathSegment::Field(name), Value::Object(fields)) => fields.get_mut(name.as_str()),
        (PathSegment::Index(index), Value::List(items)) => items.get_mut(*index),
        _ => None,
    };
    if let Some(part) = part {
        set_null(part, rest);
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::{ServerError, parser::parse_query};
    use serde_json::{Value as Json, json};

    use super::*;

    const SDL: &str = "
        type Query { positie: String! bord: Bord bijdrage: Bijdrage! }
        type Bord { naam: String! taken: [Taak!]! eigenaar: Persoon }
        type Taak { titel: String! eigenaar: Persoon over: Onderwerp }
        type Persoon { naam: String! mail: String }
        type Bijdrage { van: String! gemeente: Persoon }
        union Onderwerp = Persoon | Bijdrage
    ";

    fn after(query: &str, data: Json, failed: &[&[&str]]) -> Json {
        let step = |step: &&str| match step.parse() {
            Ok(index) => PathSegment::Index(index),
            Err(_) => PathSegment::Field((*step).to_owned()),
        };
        let mut response = Response::new(Value::from_json(data).unwrap());
        response.errors = failed
            .iter()
            .map(|path| ServerError { path: path.iter().map(step).collect(), ..ServerError::new("mis", None) })
            .collect();
        let document = parse_query(query).unwrap();
        let (_, operation) = document.operations.iter().next().unwrap();
        Nulls::new(|| SDL.to_owned()).spread(&document, &operation.node, &mut response);
        response.data.into_json().unwrap()
    }

    #[test]
    fn a_field_that_failed_is_null_and_so_is_what_may_not_be_without_it() {
        let bord = "{ positie bord { naam taken { titel eigenaar { naam mail } } } }";
        for (query, data, failed, expected) in [
            // All went well.
            (bord, json!({ "positie": "1" }), &[][..], json!({ "positie": "1" })),
            // It may be null itself, and was left out.
            (bord, json!({ "positie": "1" }), &[&["bord"][..]][..], json!({ "positie": "1", "bord": null })),
            // It may not, and the object around it may.
            (
                bord,
                json!({ "positie": "1", "bord": { "taken": [] } }),
                &[&["bord", "naam"]],
                json!({ "positie": "1", "bord": null }),
            ),
            // In a list whose items may not be null.
            (
                bord,
                json!({ "positie": "1", "bord": { "naam": "x", "taken": [{ "titel": "a", "eigenaar": null }, {}] } }),
                &[&["bord", "taken", "1", "titel"]],
                json!({ "positie": "1", "bord": null }),
            ),
            (
                bord,
                json!({ "positie": "1", "bord": { "naam": "x", "taken": [{ "titel": "a" }] } }),
                &[&["bord", "taken", "0", "eigenaar"]],
                json!({ "positie": "1", "bord": { "naam": "x", "taken": [{ "titel": "a", "eigenaar": null }] } }),
            ),
            // Nothing around it may be null.
            ("{ positie bijdrage { van } }", json!({ "positie": "1" }), &[&["bijdrage"]], json!(null)),
            // The only field of its object: the object is there, with null in it.
            (
                "{ positie bijdrage { gemeente { naam } } }",
                json!({ "positie": "1", "bijdrage": null }),
                &[&["bijdrage", "gemeente"]],
                json!({ "positie": "1", "bijdrage": { "gemeente": null } }),
            ),
            // Two that failed, one within what the other takes away.
            (
                bord,
                json!({ "positie": "1", "bord": { "taken": [{ "titel": "a", "eigenaar": null }] } }),
                &[&["bord", "taken", "0", "eigenaar", "naam"], &["bord", "naam"]],
                json!({ "positie": "1", "bord": null }),
            ),
            // Under another name, in a fragment, on one type of a union.
            (
                "query { b: bord { ...Deel } } fragment Deel on Bord { t: taken { over { ... on Persoon { n: naam } } } }",
                json!({ "b": { "t": [{ "over": null }] } }),
                &[&["b", "t", "0", "over", "n"]],
                json!({ "b": { "t": [{ "over": null }] } }),
            ),
        ] {
            assert_eq!(after(query, data, failed), expected, "{query} {failed:?}");
        }
    }
}
