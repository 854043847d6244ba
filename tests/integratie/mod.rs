//! Tasks on a board, as people work with them.

mod as_of_a_date;
mod bad_input;
mod besluiten;
mod checklist_and_remarks;
mod clashes;
mod rights;
mod risicos;
mod tijdlijn;
mod today;
mod trajecten;
mod zienswijzen;
