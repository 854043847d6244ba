//! This context in the schema.

mod afspraak;
mod afwijking;
mod invoer;
mod kantmutaties;
mod kanttekening;
mod mutaties;
mod ronde;
mod rondeinvoer;
mod rondemutaties;
mod stap;
mod tekst;
mod tekstmutaties;
mod uitkomst;
mod uitvoering;
mod versie;
mod vragen;

pub use afspraak::AfspraakNode;
pub use afwijking::{AfwijkingNode, SignaalNode};
pub use kantmutaties::KantMutation;
pub use kanttekening::KanttekeningNode;
pub use mutaties::AfsprakenMutation;
pub use ronde::{HandtekeningNode, InbrengNode, RondeNode};
pub use rondemutaties::RondeMutation;
pub use tekstmutaties::TekstMutation;
pub use uitkomst::UitkomstNode;
pub use uitvoering::UitvoeringNode;
pub use versie::VersieNode;
pub use vragen::AfsprakenQuery;
