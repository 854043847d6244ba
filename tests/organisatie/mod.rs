//! Who takes part and who works in the hub, asked and changed through GraphQL.

mod account;
mod feiten;
mod personen;
mod reacties;
