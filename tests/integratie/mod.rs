//! Tasks on a board, as people work with them.

mod as_of_a_date;
mod autonomie;
mod bad_input;
mod besluiten;
mod budget;
mod checklist_and_remarks;
mod clashes;
mod fasen;
mod herhaling;
mod herinneringen;
mod kalenders;
mod overdracht;
mod rights;
mod risicos;
mod tijdlijn;
mod today;
mod trajecten;
mod zaken;
mod zienswijzen;
