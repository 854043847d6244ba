//! What happens to agreements, as a type per kind of event.

use async_graphql::{ID, Object, Result};
use uuid::Uuid;

use super::{Regel, Wijziging, vreemd};
use crate::{
    domain::{
        afspraken::{
            self,
            graphql::{
                AfspraakNode, AfwijkingNode, KanttekeningNode, RondeNode, SignaalNode, UitkomstNode, UitvoeringNode,
            },
        },
        gebeurtenis::Gebeurtenis,
        node::Node,
        organisatie::graphql::PersoonNode,
    },
    platform::graphql::{
        relay::global_id,
        scalars::{Positie, Tijdstip},
    },
};

gebeurtenis! {
    /// Een afspraak is opgeschreven, gewijzigd of een stap verder gekomen.
    AfspraakGewijzigd {
        /// De afspraak, zoals zij na deze gebeurtenis was.
        async fn afspraak(&self) -> Result<AfspraakNode> {
            let id = afspraken::AfspraakId(self.0.entry.subject_key.clone());
            AfspraakNode::vind(&self.0.beeld, self.0.positie(), &id).ok_or_else(vreemd)
        }
    }
}

gebeurtenis! {
    /// Een beoogde uitkomst is vastgelegd.
    UitkomstVastgelegd {
        /// De uitkomst.
        async fn uitkomst(&self) -> Result<UitkomstNode> {
            let id = afspraken::UitkomstId(self.0.entry.subject_key.clone());
            UitkomstNode::vind(&self.0.beeld, self.0.positie(), &id).ok_or_else(vreemd)
        }
    }
}

gebeurtenis! {
    /// Hoe ver een gemeente is met een afspraak, is ingevuld of gewijzigd.
    UitvoeringGewijzigd {
        /// De cel, zoals zij na deze gebeurtenis was; leeg als de afspraak daar niet meer geldt.
        async fn uitvoering(&self) -> Result<Option<UitvoeringNode>> {
            let Gebeurtenis::Afspraken(afspraken::Gebeurtenis::UitvoeringIngevuld { naar, .. }) = &*self.0.gebeurtenis
            else {
                return Err(vreemd());
            };
            let sleutel = afspraken::uitvoering_sleutel(&naar.afspraak, &naar.gemeente);
            Ok(UitvoeringNode::vind(&self.0.beeld, self.0.positie(), &sleutel))
        }
    }
}

gebeurtenis! {
    /// Een ronde is gestart, verder gebracht of gesloten, of iemand tekende of bracht iets in.
    RondeGewijzigd {
        /// De ronde, zoals zij na deze gebeurtenis was.
        async fn ronde(&self) -> Result<RondeNode> {
            use afspraken::Gebeurtenis as A;
            let Gebeurtenis::Afspraken(gebeurtenis) = &*self.0.gebeurtenis else { return Err(vreemd()) };
            let id = match gebeurtenis {
                A::RondeGestart { ronde } | A::RondeGewijzigd { naar: ronde, .. } => ronde.id,
                A::Ondertekend { handtekening, .. } | A::HandtekeningIngetrokken { handtekening, .. } => {
                    handtekening.ronde
                }
                A::InbrengGegeven { inbreng, .. } | A::InbrengBeantwoord { inbreng, .. } => inbreng.ronde,
                _ => return Err(vreemd()),
            };
            RondeNode::vind(&self.0.beeld, self.0.positie(), id).ok_or_else(vreemd)
        }
    }
}

gebeurtenis! {
    /// Een afwijking is vastgelegd, gewijzigd of beëindigd.
    AfwijkingGewijzigd {
        /// De afwijking, zoals zij na deze gebeurtenis was.
        async fn afwijking(&self) -> Result<AfwijkingNode> {
            use afspraken::Gebeurtenis as A;
            let Gebeurtenis::Afspraken(
                A::AfwijkingVastgelegd { afwijking } | A::AfwijkingGewijzigd { naar: afwijking, .. },
            ) = &*self.0.gebeurtenis
            else {
                return Err(vreemd());
            };
            AfwijkingNode::vind(&self.0.beeld, self.0.positie(), afwijking.id).ok_or_else(vreemd)
        }
    }
}

gebeurtenis! {
    /// Een signaal over een afspraak is gemeld of behandeld.
    SignaalGewijzigd {
        /// Het signaal, zoals het na deze gebeurtenis was.
        async fn signaal(&self) -> Result<SignaalNode> {
            use afspraken::Gebeurtenis as A;
            let Gebeurtenis::Afspraken(A::SignaalGemeld { signaal } | A::SignaalBehandeld { naar: signaal, .. }) =
                &*self.0.gebeurtenis
            else {
                return Err(vreemd());
            };
            SignaalNode::vind(&self.0.beeld, self.0.positie(), signaal.id).ok_or_else(vreemd)
        }
    }
}

gebeurtenis! {
    /// Bij een tekst is een opmerking of voorstel geschreven, beantwoord of afgehandeld.
    KanttekeningGewijzigd {
        /// De opmerking of het voorstel, zoals het na deze gebeurtenis was.
        async fn kanttekening(&self) -> Result<KanttekeningNode> {
            use afspraken::Gebeurtenis as A;
            let Gebeurtenis::Afspraken(
                A::KanttekeningGeplaatst { kanttekening: naar }
                | A::KanttekeningBeantwoord { naar }
                | A::KanttekeningBeslist { naar },
            ) = &*self.0.gebeurtenis
            else {
                return Err(vreemd());
            };
            KanttekeningNode::vind(&self.0.beeld, self.0.positie(), naar.id).ok_or_else(vreemd)
        }
    }
}
