//! The name of the type of each kind of event.

use super::GebeurtenisNode;

impl GebeurtenisNode {
    /// Name of the GraphQL type.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::TaakGemaakt(_) => "TaakGemaakt",
            Self::TaakGewijzigd(_) => "TaakGewijzigd",
            Self::TaakVerplaatst(_) => "TaakVerplaatst",
            Self::TaakGearchiveerd(_) => "TaakGearchiveerd",
            Self::TaakHersteld(_) => "TaakHersteld",
            Self::ChecklistGewijzigd(_) => "ChecklistGewijzigd",
            Self::OpmerkingenGewijzigd(_) => "OpmerkingenGewijzigd",
            Self::TrajectGewijzigd(_) => "TrajectGewijzigd",
            Self::MijlpaalGewijzigd(_) => "MijlpaalGewijzigd",
            Self::BesluitGewijzigd(_) => "BesluitGewijzigd",
            Self::BesluitcelGewijzigd(_) => "BesluitcelGewijzigd",
            Self::RisicoGewijzigd(_) => "RisicoGewijzigd",
            Self::ZienswijzepuntGewijzigd(_) => "ZienswijzepuntGewijzigd",
            Self::OverdrachtGewijzigd(_) => "OverdrachtGewijzigd",
            Self::AutonomieGewijzigd(_) => "AutonomieGewijzigd",
            Self::BudgetGewijzigd(_) => "BudgetGewijzigd",
            Self::GereedheidGewijzigd(_) => "GereedheidGewijzigd",
            Self::AfspraakGewijzigd(_) => "AfspraakGewijzigd",
            Self::UitkomstVastgelegd(_) => "UitkomstVastgelegd",
            Self::UitvoeringGewijzigd(_) => "UitvoeringGewijzigd",
            Self::SessieGewijzigd(_) => "SessieGewijzigd",
            Self::RondeGewijzigd(_) => "RondeGewijzigd",
            Self::AfwijkingGewijzigd(_) => "AfwijkingGewijzigd",
            Self::SignaalGewijzigd(_) => "SignaalGewijzigd",
            Self::KanttekeningGewijzigd(_) => "KanttekeningGewijzigd",
            Self::ContractGewijzigd(_) => "ContractGewijzigd",
            Self::VergelijkingGewijzigd(_) => "VergelijkingGewijzigd",
            Self::InwonersGewijzigd(_) => "InwonersGewijzigd",
            Self::ContractimportGewijzigd(_) => "ContractimportGewijzigd",
            Self::GeinformeerdVastgelegd(_) => "GeinformeerdVastgelegd",
            Self::MeldingenGewijzigd(_) => "MeldingenGewijzigd",
            Self::FeitVastgelegd(_) => "FeitVastgelegd",
            Self::StakeholderGewijzigd(_) => "StakeholderGewijzigd",
            Self::PersoonGewijzigd(_) => "PersoonGewijzigd",
        }
    }
}
