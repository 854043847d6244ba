//! What happens to contracts and their comparison, as a type per kind of event.

use async_graphql::{ID, Object, Result};
use uuid::Uuid;

use super::{GebeurtenisNode, Regel, Wijziging, vreemd};
use crate::{
    domain::{
        contracten::{
            self, cel_sleutel,
            graphql::{AttribuutNode, CelNode, ContractNode, ImportNode},
        },
        gebeurtenis::Gebeurtenis,
        node::Node,
        organisatie::graphql::{GemeenteNode, PersoonNode},
    },
    platform::graphql::{
        relay::global_id,
        scalars::{Positie, Tijdstip},
    },
};

gebeurtenis! {
    /// Een contract is in het register gezet of gewijzigd, of er is een taak van gemaakt.
    ContractGewijzigd {
        /// Het contract, zoals het na deze gebeurtenis was; leeg: het staat niet meer in het register.
        async fn contract(&self) -> Result<Option<ContractNode>> {
            use contracten::Gebeurtenis as C;
            let Gebeurtenis::Contracten(
                C::ContractGemaakt { contract }
                | C::ContractGewijzigd { naar: contract, .. }
                | C::ContractsignaalOpgepakt { naar: contract, .. },
            ) = &*self.0.gebeurtenis
            else {
                return Err(vreemd());
            };
            Ok(ContractNode::vind(&self.0.beeld, self.0.positie(), &contract.id))
        }
    }
}

gebeurtenis! {
    /// Een attribuut, een cel daarvan of het besluit erover is gewijzigd.
    VergelijkingGewijzigd {
        /// Het attribuut, zoals het na deze gebeurtenis was.
        async fn attribuut(&self) -> Result<AttribuutNode> {
            let Gebeurtenis::Contracten(gebeurtenis) = &*self.0.gebeurtenis else { return Err(vreemd()) };
            let id = gebeurtenis.attribuut().ok_or_else(vreemd)?;
            AttribuutNode::vind(&self.0.beeld, self.0.positie(), id).ok_or_else(vreemd)
        }

        /// De cel die wijzigde; leeg: het ging om het attribuut of het besluit.
        async fn cel(&self) -> Result<Option<CelNode>> {
            use contracten::Gebeurtenis as C;
            let Gebeurtenis::Contracten(gebeurtenis) = &*self.0.gebeurtenis else { return Err(vreemd()) };
            Ok(match gebeurtenis {
                C::VergelijkingscelIngevuld { naar: cel, .. } | C::VergelijkingscelOpgevraagd { cel } => {
                    CelNode::vind(&self.0.beeld, self.0.positie(), &cel_sleutel(&cel.sleutel()))
                }
                _ => None,
            })
        }
    }
}

gebeurtenis! {
    /// Het aantal inwoners van een gemeente is vastgelegd: daarmee wordt de harmonisatiegraad gewogen.
    InwonersGewijzigd {
        /// De gemeente.
        async fn gemeente(&self) -> Result<GemeenteNode> {
            let Gebeurtenis::Contracten(contracten::Gebeurtenis::InwonersVastgelegd { inwoners }) =
                &*self.0.gebeurtenis
            else {
                return Err(vreemd());
            };
            GemeenteNode::vind(&self.0.beeld, &inwoners.gemeente).ok_or_else(vreemd)
        }
    }
}

gebeurtenis! {
    /// Een import van contracten of waarden is gedaan of teruggedraaid.
    ContractimportGewijzigd {
        /// De import, zoals zij na deze gebeurtenis was.
        async fn import(&self) -> Result<ImportNode> {
            use contracten::Gebeurtenis as C;
            let Gebeurtenis::Contracten(C::ContractimportGedaan { import } | C::ContractimportTeruggedraaid { import }) =
                &*self.0.gebeurtenis
            else {
                return Err(vreemd());
            };
            ImportNode::vind(&self.0.beeld, import.id).ok_or_else(vreemd)
        }
    }
}

/// The type for this kind of event.
pub(super) fn soort(regel: Regel) -> GebeurtenisNode {
    use contracten::Gebeurtenis as C;
    let gebeurtenis = regel.gebeurtenis.clone();
    let Gebeurtenis::Contracten(gebeurtenis) = &*gebeurtenis else {
        return GebeurtenisNode::VergelijkingGewijzigd(VergelijkingGewijzigd(regel));
    };
    match gebeurtenis {
        C::ContractGemaakt { .. } | C::ContractGewijzigd { .. } | C::ContractsignaalOpgepakt { .. } => {
            GebeurtenisNode::ContractGewijzigd(ContractGewijzigd(regel))
        }
        C::ContractimportGedaan { .. } | C::ContractimportTeruggedraaid { .. } => {
            GebeurtenisNode::ContractimportGewijzigd(ContractimportGewijzigd(regel))
        }
        C::InwonersVastgelegd { .. } => GebeurtenisNode::InwonersGewijzigd(InwonersGewijzigd(regel)),
        C::AttribuutVastgelegd { .. }
        | C::AttribuutGewijzigd { .. }
        | C::VergelijkingscelIngevuld { .. }
        | C::VergelijkingscelOpgevraagd { .. }
        | C::HarmonisatieBesloten { .. }
        | C::HarmonisatieAfgesproken { .. }
        | C::HarmonisatieBesproken { .. } => GebeurtenisNode::VergelijkingGewijzigd(VergelijkingGewijzigd(regel)),
    }
}
