//! Who takes part and who works in the hub, asked and changed through GraphQL.

mod account;
mod bezetting;
mod bijdrage;
mod feiten;
mod kaart;
mod lijnen;
mod personen;
mod reacties;
mod weergaven;
