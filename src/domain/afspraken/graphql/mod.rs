//! This context in the schema.

mod afspraak;
mod invoer;
mod mutaties;
mod stap;
mod tekst;
mod tekstmutaties;
mod uitkomst;
mod uitvoering;
mod versie;
mod vragen;

pub use afspraak::AfspraakNode;
pub use mutaties::AfsprakenMutation;
pub use tekstmutaties::TekstMutation;
pub use uitkomst::UitkomstNode;
pub use uitvoering::UitvoeringNode;
pub use versie::VersieNode;
pub use vragen::AfsprakenQuery;
