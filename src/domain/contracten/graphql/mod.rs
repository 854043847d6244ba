//! This context in the schema.

mod attribuut;
mod besluit;
mod cel;
mod contract;
mod graad;
mod import;
mod invoer;
mod mutaties;
mod velden;
mod vragen;

pub use attribuut::AttribuutNode;
pub use cel::CelNode;
pub use contract::ContractNode;
pub use import::ImportNode;
pub use mutaties::ContractenMutation;
pub use vragen::ContractenQuery;
