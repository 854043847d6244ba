//! This context in the schema.

mod afspraak;
mod invoer;
mod mutaties;
mod stap;
mod uitkomst;
mod uitvoering;
mod vragen;

pub use afspraak::AfspraakNode;
pub use mutaties::AfsprakenMutation;
pub use uitkomst::UitkomstNode;
pub use uitvoering::UitvoeringNode;
pub use vragen::AfsprakenQuery;
