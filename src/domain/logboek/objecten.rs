//! One line of the log, as a type per kind of event.

use std::sync::Arc;

use async_graphql::{Error, ID, Interface, Object, Result, SimpleObject};
use uuid::Uuid;

use crate::{
    domain::{
        afspraken,
        beeld::Beeld,
        contracten,
        gebeurtenis::Gebeurtenis,
        integratie::{
            self,
            graphql::{
                AutonomieNode, BesluitNode, BesluitcelNode, BudgetregelNode, GereedheidNode, KolomNode, MijlpaalNode,
                OverdrachtcelNode, RisicoNode, TaakNode, TrajectNode, ZienswijzepuntNode,
            },
            zinnen::Leesbaar,
        },
        meldingen,
        node::Node,
        organisatie::{
            self, PersoonId,
            graphql::{PersoonNode, StakeholderNode},
        },
        sessies,
        sporen::{Lezing, Sporen},
        weergaven,
    },
    platform::{
        change_log::{Entry, Position, live::Moment},
        graphql::{
            relay::global_id,
            scalars::{Positie, Tijdstip},
        },
    },
};

/// An event with the state to read it in.
#[derive(Clone)]
pub struct Regel {
    pub beeld: Lezing,
    pub epoch: Uuid,
    pub entry: Arc<Entry>,
    pub gebeurtenis: Arc<Gebeurtenis>,
}

/// Een veld dat veranderde, met de waarden zoals een lezer ze ziet.
#[derive(SimpleObject)]
pub struct Wijziging {
    /// Naam van het veld.
    veld: String,
    /// Wat er stond; leeg: niets.
    van: Option<String>,
    /// Wat er nu staat; leeg: niets.
    naar: Option<String>,
}

impl From<Leesbaar> for Wijziging {
    fn from(regel: Leesbaar) -> Self {
        Self { veld: regel.veld.to_owned(), van: regel.van, naar: regel.naar }
    }
}

/// The sentence of an event; `wie` is its subject: "Kwartiermaker", "De hub".
pub fn zin(beeld: &Lezing, wie: &str, gebeurtenis: &Gebeurtenis) -> String {
    match gebeurtenis {
        Gebeurtenis::Integratie(gebeurtenis) => integratie::zinnen::zin(beeld, wie, gebeurtenis),
        Gebeurtenis::Afspraken(gebeurtenis) => afspraken::zinnen::zin(beeld, wie, gebeurtenis),
        Gebeurtenis::Sessies(gebeurtenis) => sessies::zinnen::zin(beeld, wie, gebeurtenis),
        Gebeurtenis::Contracten(gebeurtenis) => contracten::zinnen::zin(beeld, wie, gebeurtenis),
        Gebeurtenis::Organisatie(gebeurtenis) => organisatie::zinnen::zin(beeld.organisatie(), wie, gebeurtenis),
        Gebeurtenis::Meldingen(gebeurtenis) => meldingen::zinnen::zin(beeld.organisatie(), wie, gebeurtenis),
        Gebeurtenis::Weergaven(gebeurtenis) => weergaven::zinnen::zin(wie, gebeurtenis),
    }
}

impl Regel {
    pub fn new(beeld: Lezing, epoch: Uuid, entry: Entry) -> Result<Self> {
        let gebeurtenis =
            Gebeurtenis::lees(&entry).map_err(|error| crate::domain::fout::Fout::from(error).top_level())?;
        Ok(Self { beeld, epoch, entry: Arc::new(entry), gebeurtenis: Arc::new(gebeurtenis) })
    }

    /// What just happened, with the state right after it.
    pub fn live(epoch: Uuid, moment: &Moment<Beeld>, sporen: Arc<Sporen>) -> Self {
        Self {
            beeld: Lezing::new(moment.world.clone(), sporen),
            epoch,
            entry: Arc::new(moment.entry.clone()),
            gebeurtenis: Arc::new(moment.event.clone()),
        }
    }

    fn positie(&self) -> Position {
        Position { epoch: self.epoch, seq: self.entry.seq }
    }

    fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, PersoonId(self.entry.actor?))
    }

    fn zin(&self) -> String {
        let wie = self.entry.actor.and_then(|id| self.beeld.organisatie().personen.get(&PersoonId(id)));
        let wie = wie.map_or("De hub", |persoon| persoon.naam.as_str());
        zin(&self.beeld, wie, &self.gebeurtenis)
    }

    fn wijzigingen(&self) -> Vec<Wijziging> {
        match &*self.gebeurtenis {
            Gebeurtenis::Integratie(gebeurtenis) => {
                integratie::zinnen::wijzigingen(&self.beeld, gebeurtenis).into_iter().map(Wijziging::from).collect()
            }
            Gebeurtenis::Afspraken(gebeurtenis) => {
                let regels = afspraken::zinnen::wijzigingen(&self.beeld, gebeurtenis);
                regels.into_iter().map(|(veld, van, naar)| Wijziging { veld, van, naar }).collect()
            }
            // What a note said before may not have been for everyone; what somebody was told has no before.
            Gebeurtenis::Sessies(_) | Gebeurtenis::Meldingen(_) | Gebeurtenis::Weergaven(_) => Vec::new(),
            Gebeurtenis::Contracten(gebeurtenis) => {
                let regels = contracten::zinnen::wijzigingen(&self.beeld, gebeurtenis);
                regels.into_iter().map(|(veld, van, naar)| Wijziging { veld, van, naar }).collect()
            }
            Gebeurtenis::Organisatie(gebeurtenis) => {
                let regels = organisatie::zinnen::wijzigingen(self.beeld.organisatie(), gebeurtenis);
                regels.into_iter().map(|(veld, van, naar)| Wijziging { veld, van, naar }).collect()
            }
        }
    }

    fn onderwerp(&self) -> Option<Node> {
        Node::vind(&self.beeld, self.positie(), &self.entry.subject_kind, &self.entry.subject_key)
    }

    fn taak(&self) -> Result<TaakNode> {
        let Gebeurtenis::Integratie(gebeurtenis) = &*self.gebeurtenis else { return Err(vreemd()) };
        let taak = gebeurtenis.taak().ok_or_else(vreemd)?;
        TaakNode::vind(&self.beeld, self.positie(), taak).ok_or_else(vreemd)
    }

    /// A name to show over a group of events about the same subject.
    pub fn titel(&self) -> String {
        match &*self.gebeurtenis {
            Gebeurtenis::Integratie(gebeurtenis) => self.titel_in_traject(gebeurtenis),
            Gebeurtenis::Afspraken(gebeurtenis) => afspraken::zinnen::titel(&self.beeld, gebeurtenis),
            Gebeurtenis::Sessies(gebeurtenis) => sessies::zinnen::titel(&self.beeld, gebeurtenis),
            Gebeurtenis::Meldingen(_) => {
                let (kind, key) = (&self.entry.subject_kind, &self.entry.subject_key);
                over_meldingen::titel(&self.beeld, kind, key)
            }
            Gebeurtenis::Contracten(gebeurtenis) => contracten::zinnen::titel(&self.beeld, gebeurtenis),
            Gebeurtenis::Weergaven(_) => "Weergaven".into(),
            Gebeurtenis::Organisatie(gebeurtenis) => organisatie::zinnen::titel(self.beeld.organisatie(), gebeurtenis),
        }
    }

    fn titel_in_traject(&self, gebeurtenis: &integratie::Gebeurtenis) -> String {
        let integratie = self.beeld.integratie();
        if let Some(kaart) = gebeurtenis.taak().and_then(|id| integratie.kaarten.get(&id)) {
            return kaart.taak.titel.clone();
        }
        if let Some(titel) = integratie::besluitzinnen::titel(&self.beeld, gebeurtenis) {
            return titel;
        }
        let traject = integratie.trajecten.get(gebeurtenis.traject());
        traject.map_or_else(|| "Traject".into(), |traject| traject.naam.clone())
    }
}

/// Only when an entry says one thing and its kind another: a bug.
fn vreemd() -> Error {
    crate::domain::fout::Fout::intern("a log entry does not fit its type").top_level()
}

/// A type for one kind of event: the fields of the interface, and its own.
macro_rules! gebeurtenis {
    ($(#[$doc:meta])* $name:ident { $($own:tt)* }) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(pub Regel);

        $(#[$doc])*
        #[Object]
        impl $name {
            /// Adres van deze gebeurtenis.
            pub async fn id(&self) -> ID {
                global_id(stringify!($name), self.0.entry.seq)
            }

            /// Plek in het logboek.
            pub async fn positie(&self) -> Positie {
                Positie(self.0.positie())
            }

            /// Wanneer het gebeurde.
            pub async fn tijdstip(&self) -> Tijdstip {
                Tijdstip(self.0.entry.at)
            }

            /// Wie het deed; leeg: de hub zelf.
            pub async fn door(&self) -> Option<PersoonNode> {
                self.0.door()
            }

            /// Het id van de mutatie, zodat een scherm zijn eigen wijziging herkent.
            pub async fn client_mutatie_id(&self) -> Option<Uuid> {
                self.0.entry.client_mutation_id
            }

            /// De gebeurtenis als leesbare zin.
            pub async fn zin(&self) -> String {
                self.0.zin()
            }

            /// Waar het over gaat.
            pub async fn onderwerp(&self) -> Option<Node> {
                self.0.onderwerp()
            }

            /// De velden die veranderden, van en naar.
            pub async fn wijzigingen(&self) -> Vec<Wijziging> {
                self.0.wijzigingen()
            }

            $($own)*
        }
    };
}

/// The same, for an event about a task.
macro_rules! taak_gebeurtenis {
    ($(#[$doc:meta])* $name:ident { $($own:tt)* }) => {
        gebeurtenis! {
            $(#[$doc])*
            $name {
                /// De taak, zoals zij na deze gebeurtenis was.
                async fn taak(&self) -> Result<TaakNode> {
                    self.0.taak()
                }

                $($own)*
            }
        }
    };
}

mod over_afspraken;
mod over_contracten;
mod over_meldingen;
mod soorten;
pub use over_afspraken::*;
pub use over_contracten::*;
pub use over_meldingen::*;

taak_gebeurtenis! {
    /// Een taak is gemaakt.
    TaakGemaakt {}
}
taak_gebeurtenis! {
    /// Velden van een taak zijn gewijzigd.
    TaakGewijzigd {}
}
taak_gebeurtenis! {
    /// Een taak is naar een andere kolom of plek verplaatst.
    TaakVerplaatst {
        /// De kolom waar zij stond.
        async fn van_kolom(&self) -> Result<KolomNode> {
            kolom(&self.0, |van, _| van.clone())
        }

        /// De kolom waar zij nu staat.
        async fn naar_kolom(&self) -> Result<KolomNode> {
            kolom(&self.0, |_, naar| naar.clone())
        }
    }
}
taak_gebeurtenis! {
    /// Een taak is naar het archief gegaan.
    TaakGearchiveerd {}
}
taak_gebeurtenis! {
    /// Een taak is teruggehaald uit het archief.
    TaakHersteld {}
}
taak_gebeurtenis! {
    /// Een checkpunt van een taak is toegevoegd, gewijzigd, afgevinkt, verwijderd of hersteld.
    ChecklistGewijzigd {}
}
taak_gebeurtenis! {
    /// Een opmerking bij een taak is geplaatst, gewijzigd, ingetrokken of hersteld.
    OpmerkingenGewijzigd {
        /// Wie erin genoemd zijn.
        async fn vermelde(&self) -> Vec<PersoonNode> {
            vermelde(&self.0)
        }
    }
}
gebeurtenis! {
    /// Een traject is vastgelegd of teruggepland, kreeg andere fasen, was het voorbeeld voor een ander, of kreeg een vergadering in zijn kalender.
    TrajectGewijzigd {
        /// Het traject.
        async fn traject(&self) -> Result<TrajectNode> {
            let Gebeurtenis::Integratie(gebeurtenis) = &*self.0.gebeurtenis else { return Err(vreemd()) };
            TrajectNode::vind(&self.0.beeld, self.0.positie(), gebeurtenis.traject()).ok_or_else(vreemd)
        }
    }
}
gebeurtenis! {
    /// Een mijlpaal is vastgelegd of gewijzigd.
    MijlpaalGewijzigd {
        /// De mijlpaal, zoals zij na deze gebeurtenis was.
        async fn mijlpaal(&self) -> Result<MijlpaalNode> {
            let id = integratie::MijlpaalId(self.0.entry.subject_key.clone());
            MijlpaalNode::vind(&self.0.beeld, self.0.positie(), &id).ok_or_else(vreemd)
        }
    }
}
gebeurtenis! {
    /// Een besluit is vastgelegd, of zijn besluitregel is gewijzigd.
    BesluitGewijzigd {
        /// Het besluit, zoals het na deze gebeurtenis was.
        async fn besluit(&self) -> Result<BesluitNode> {
            let id = integratie::BesluitId(self.0.entry.subject_key.clone());
            BesluitNode::vind(&self.0.beeld, self.0.positie(), &id, None).ok_or_else(vreemd)
        }
    }
}
gebeurtenis! {
    /// Wat een gemeente in een stap van een besluit deed, is ingevuld of gewijzigd.
    BesluitcelGewijzigd {
        /// De cel, zoals zij na deze gebeurtenis was; leeg als de gemeente niet meer meedoet.
        async fn cel(&self) -> Option<BesluitcelNode> {
            BesluitcelNode::vind(&self.0.beeld, self.0.positie(), &self.0.entry.subject_key)
        }
    }
}
gebeurtenis! {
    /// Een punt uit een zienswijze is opgeschreven, gewijzigd, beantwoord of ingetrokken.
    ZienswijzepuntGewijzigd {
        /// Het punt, zoals het na deze gebeurtenis was.
        async fn punt(&self) -> Result<ZienswijzepuntNode> {
            let id = Uuid::try_parse(&self.0.entry.subject_key).map_err(|_| vreemd())?;
            ZienswijzepuntNode::vind(&self.0.beeld, self.0.positie(), integratie::ZienswijzepuntId(id)).ok_or_else(vreemd)
        }
    }
}
gebeurtenis! {
    /// Een risico is gemeld, opnieuw gewogen of gewijzigd.
    RisicoGewijzigd {
        /// Het risico, zoals het na deze gebeurtenis was.
        async fn risico(&self) -> Result<RisicoNode> {
            let id = Uuid::try_parse(&self.0.entry.subject_key).map_err(|_| vreemd())?;
            RisicoNode::vind(&self.0.beeld, self.0.positie(), integratie::RisicoId(id)).ok_or_else(vreemd)
        }
    }
}
gebeurtenis! {
    /// Van een functie in een regio is iets ingevuld of opgevraagd.
    OverdrachtGewijzigd {
        /// De cel, zoals zij na deze gebeurtenis was; leeg als de regio niet meer meedoet.
        async fn cel(&self) -> Option<OverdrachtcelNode> {
            OverdrachtcelNode::vind(&self.0.beeld, self.0.positie(), &self.0.entry.subject_key)
        }
    }
}
gebeurtenis! {
    /// Van iets is bepaald of het bedrijfsvoering of beleid is, of de regio besloot erover.
    AutonomieGewijzigd {
        /// Hoe het na deze gebeurtenis was; leeg als het er niet meer is.
        async fn autonomie(&self) -> Option<AutonomieNode> {
            AutonomieNode::vind(&self.0.beeld, self.0.positie(), &self.0.entry.subject_key)
        }
    }
}
gebeurtenis! {
    /// Van het budget is een regel ingevuld, of een taak of besluit doet er iets mee.
    BudgetGewijzigd {
        /// De regel, zoals zij na deze gebeurtenis was; leeg als het over een tabel gaat.
        async fn regel(&self) -> Option<BudgetregelNode> {
            BudgetregelNode::vind(&self.0.beeld, self.0.positie(), &self.0.entry.subject_key)
        }
    }
}
gebeurtenis! {
    /// Een gemeente meldde hoe ver zij is met de overdracht van een functie.
    GereedheidGewijzigd {
        /// De gereedheid, zoals zij na deze gebeurtenis was.
        async fn gereedheid(&self) -> Result<GereedheidNode> {
            GereedheidNode::vind(&self.0.beeld, &self.0.entry.subject_key).ok_or_else(vreemd)
        }
    }
}
gebeurtenis! {
    /// Er gebeurde iets in een sessie, of er is een sjabloon bewaard.
    SessieGewijzigd {}
}
gebeurtenis! {
    /// Een feit over de organisatie, of wie een rol bezet, is vastgelegd of gewijzigd.
    FeitVastgelegd {}
}
gebeurtenis! {
    /// Op de stakeholderkaart is iets veranderd.
    StakeholderGewijzigd {
        /// De stakeholder, zoals die na deze gebeurtenis was.
        async fn stakeholder(&self) -> Result<StakeholderNode> {
            let id = organisatie::StakeholderId(self.0.entry.subject_key.clone());
            StakeholderNode::vind(&self.0.beeld, &id).ok_or_else(vreemd)
        }
    }
}
gebeurtenis! {
    /// Een persoon is toegevoegd of gewijzigd, of kreeg of verloor een rol of toegang.
    PersoonGewijzigd {
        /// De persoon.
        async fn persoon(&self) -> Result<PersoonNode> {
            let id = Uuid::try_parse(&self.0.entry.subject_key).map_err(|_| vreemd())?;
            PersoonNode::vind(&self.0.beeld, PersoonId(id)).ok_or_else(vreemd)
        }
    }
}

fn kolom(
    regel: &Regel,
    welke: impl Fn(&integratie::KolomId, &integratie::KolomId) -> integratie::KolomId,
) -> Result<KolomNode> {
    let Gebeurtenis::Integratie(integratie::Gebeurtenis::TaakVerplaatst { van, naar, .. }) = &*regel.gebeurtenis else {
        return Err(vreemd());
    };
    let taak = regel.taak()?;
    let (_, bord) = regel.beeld.integratie().bord(&taak.kaart.taak.bord).ok_or_else(vreemd)?;
    KolomNode::vind(bord, &welke(van, naar)).ok_or_else(vreemd)
}

fn vermelde(regel: &Regel) -> Vec<PersoonNode> {
    use integratie::Gebeurtenis as G;
    let Gebeurtenis::Integratie(
        G::OpmerkingGeplaatst { opmerking, .. }
        | G::OpmerkingGewijzigd { naar: opmerking, .. }
        | G::OpmerkingVerwijderd { opmerking, .. }
        | G::OpmerkingHersteld { opmerking, .. },
    ) = &*regel.gebeurtenis
    else {
        return Vec::new();
    };
    opmerking.vermelde.iter().filter_map(|id| PersoonNode::vind(&regel.beeld, *id)).collect()
}

/// Iets wat gebeurd is: één regel van het logboek.
#[derive(Clone, Interface)]
#[graphql(
    name = "Gebeurtenis",
    field(name = "id", ty = "ID", desc = "Adres van deze gebeurtenis."),
    field(name = "positie", ty = "Positie", desc = "Plek in het logboek."),
    field(name = "tijdstip", ty = "Tijdstip", desc = "Wanneer het gebeurde."),
    field(name = "door", ty = "Option<PersoonNode>", desc = "Wie het deed; leeg: de hub zelf."),
    field(
        name = "client_mutatie_id",
        ty = "Option<Uuid>",
        desc = "Het id van de mutatie, zodat een scherm zijn eigen wijziging herkent."
    ),
    field(name = "zin", ty = "String", desc = "De gebeurtenis als leesbare zin."),
    field(name = "onderwerp", ty = "Option<Node>", desc = "Waar het over gaat."),
    field(name = "wijzigingen", ty = "Vec<Wijziging>", desc = "De velden die veranderden, van en naar.")
)]
pub enum GebeurtenisNode {
    TaakGemaakt(TaakGemaakt),
    TaakGewijzigd(TaakGewijzigd),
    TaakVerplaatst(TaakVerplaatst),
    TaakGearchiveerd(TaakGearchiveerd),
    TaakHersteld(TaakHersteld),
    ChecklistGewijzigd(ChecklistGewijzigd),
    OpmerkingenGewijzigd(OpmerkingenGewijzigd),
    TrajectGewijzigd(TrajectGewijzigd),
    MijlpaalGewijzigd(MijlpaalGewijzigd),
    BesluitGewijzigd(BesluitGewijzigd),
    BesluitcelGewijzigd(BesluitcelGewijzigd),
    RisicoGewijzigd(RisicoGewijzigd),
    ZienswijzepuntGewijzigd(ZienswijzepuntGewijzigd),
    OverdrachtGewijzigd(OverdrachtGewijzigd),
    GereedheidGewijzigd(GereedheidGewijzigd),
    AfspraakGewijzigd(AfspraakGewijzigd),
    UitkomstVastgelegd(UitkomstVastgelegd),
    UitvoeringGewijzigd(UitvoeringGewijzigd),
    SessieGewijzigd(SessieGewijzigd),
    BudgetGewijzigd(BudgetGewijzigd),
    AutonomieGewijzigd(AutonomieGewijzigd),
    RondeGewijzigd(RondeGewijzigd),
    AfwijkingGewijzigd(AfwijkingGewijzigd),
    SignaalGewijzigd(SignaalGewijzigd),
    GeinformeerdVastgelegd(GeinformeerdVastgelegd),
    MeldingenGewijzigd(MeldingenGewijzigd),
    KanttekeningGewijzigd(KanttekeningGewijzigd),
    ContractGewijzigd(ContractGewijzigd),
    VergelijkingGewijzigd(VergelijkingGewijzigd),
    InwonersGewijzigd(InwonersGewijzigd),
    ContractimportGewijzigd(ContractimportGewijzigd),
    FeitVastgelegd(FeitVastgelegd),
    StakeholderGewijzigd(StakeholderGewijzigd),
    PersoonGewijzigd(PersoonGewijzigd),
}

impl From<Regel> for GebeurtenisNode {
    fn from(regel: Regel) -> Self {
        use afspraken::Gebeurtenis as A;
        use integratie::Gebeurtenis as I;
        use organisatie::Gebeurtenis as O;
        match &*regel.gebeurtenis {
            Gebeurtenis::Integratie(gebeurtenis) => match gebeurtenis {
                I::TrajectVastgelegd { .. }
                | I::TrajectGestart { .. }
                | I::FasenGezet { .. }
                | I::TrajectTeruggepland { .. }
                | I::VergaderingVastgelegd { .. } => Self::TrajectGewijzigd(TrajectGewijzigd(regel)),
                I::TaakGemaakt { .. } => Self::TaakGemaakt(TaakGemaakt(regel)),
                I::TaakGewijzigd { .. } => Self::TaakGewijzigd(TaakGewijzigd(regel)),
                I::TaakVerplaatst { .. } => Self::TaakVerplaatst(TaakVerplaatst(regel)),
                I::TaakGearchiveerd { .. } => Self::TaakGearchiveerd(TaakGearchiveerd(regel)),
                I::TaakHersteld { .. } => Self::TaakHersteld(TaakHersteld(regel)),
                I::CheckpuntToegevoegd { .. }
                | I::CheckpuntGewijzigd { .. }
                | I::CheckpuntVerwijderd { .. }
                | I::CheckpuntHersteld { .. } => Self::ChecklistGewijzigd(ChecklistGewijzigd(regel)),
                I::OpmerkingGeplaatst { .. }
                | I::OpmerkingGewijzigd { .. }
                | I::OpmerkingVerwijderd { .. }
                | I::OpmerkingHersteld { .. } => Self::OpmerkingenGewijzigd(OpmerkingenGewijzigd(regel)),
                I::MijlpaalVastgelegd { .. }
                | I::MijlpaalGewijzigd { .. }
                | I::MijlpaalVervallen { .. }
                | I::MijlpaalHersteld { .. }
                | I::MijlpaalVerplaatst { .. }
                | I::MijlpaalGereedGemeld { .. }
                | I::AfhankelijkhedenGewijzigd { .. } => Self::MijlpaalGewijzigd(MijlpaalGewijzigd(regel)),
                I::BesluitVastgelegd { .. } | I::BesluitstappenGewijzigd { .. } | I::BesluitregelGewijzigd { .. } => {
                    Self::BesluitGewijzigd(BesluitGewijzigd(regel))
                }
                I::ZienswijzepuntToegevoegd { .. } | I::ZienswijzepuntGewijzigd { .. } => {
                    Self::ZienswijzepuntGewijzigd(ZienswijzepuntGewijzigd(regel))
                }
                I::RisicoGemeld { .. } | I::RisicoGewijzigd { .. } => Self::RisicoGewijzigd(RisicoGewijzigd(regel)),
                I::OverdrachtIngevuld { .. } | I::OverdrachtOpgevraagd { .. } => {
                    Self::OverdrachtGewijzigd(OverdrachtGewijzigd(regel))
                }
                I::AardBepaald { .. } | I::RegionaalBesloten { .. } => {
                    Self::AutonomieGewijzigd(AutonomieGewijzigd(regel))
                }
                I::BudgetregelIngevuld { .. }
                | I::BudgeteffectToegevoegd { .. }
                | I::BudgeteffectIngetrokken { .. }
                | I::BudgettabelVastgelegd { .. } => Self::BudgetGewijzigd(BudgetGewijzigd(regel)),
                I::GereedheidGemeld { .. } => Self::GereedheidGewijzigd(GereedheidGewijzigd(regel)),
                I::BesluitcelIngevuld { .. } => Self::BesluitcelGewijzigd(BesluitcelGewijzigd(regel)),
            },
            Gebeurtenis::Afspraken(gebeurtenis) => match gebeurtenis {
                A::UitkomstVastgelegd { .. } => Self::UitkomstVastgelegd(UitkomstVastgelegd(regel)),
                A::AfspraakGemaakt { .. }
                | A::AfspraakGewijzigd { .. }
                | A::AfspraakFaseGewijzigd { .. }
                | A::TekstBegonnen { .. }
                | A::TekstGeleegd { .. }
                | A::VersieVastgelegd { .. } => Self::AfspraakGewijzigd(AfspraakGewijzigd(regel)),
                A::UitvoeringIngevuld { .. } => Self::UitvoeringGewijzigd(UitvoeringGewijzigd(regel)),
                A::RondeGestart { .. }
                | A::RondeGewijzigd { .. }
                | A::Ondertekend { .. }
                | A::HandtekeningIngetrokken { .. }
                | A::InbrengGegeven { .. }
                | A::InbrengBeantwoord { .. } => Self::RondeGewijzigd(RondeGewijzigd(regel)),
                A::AfwijkingVastgelegd { .. } | A::AfwijkingGewijzigd { .. } => {
                    Self::AfwijkingGewijzigd(AfwijkingGewijzigd(regel))
                }
                A::SignaalGemeld { .. } | A::SignaalBehandeld { .. } => Self::SignaalGewijzigd(SignaalGewijzigd(regel)),
                A::KanttekeningGeplaatst { .. } | A::KanttekeningBeantwoord { .. } | A::KanttekeningBeslist { .. } => {
                    Self::KanttekeningGewijzigd(KanttekeningGewijzigd(regel))
                }
            },
            Gebeurtenis::Sessies(_) => Self::SessieGewijzigd(SessieGewijzigd(regel)),
            Gebeurtenis::Meldingen(meldingen::Gebeurtenis::Geinformeerd { .. }) => {
                Self::GeinformeerdVastgelegd(GeinformeerdVastgelegd(regel))
            }
            Gebeurtenis::Meldingen(_) | Gebeurtenis::Weergaven(_) => {
                Self::MeldingenGewijzigd(MeldingenGewijzigd(regel))
            }
            Gebeurtenis::Organisatie(O::FeitVastgelegd { .. } | O::BezettingVastgelegd { .. }) => {
                Self::FeitVastgelegd(FeitVastgelegd(regel))
            }
            Gebeurtenis::Organisatie(O::KaartplekGewijzigd { .. }) => {
                Self::StakeholderGewijzigd(StakeholderGewijzigd(regel))
            }
            Gebeurtenis::Contracten(_) => over_contracten::soort(regel),
            Gebeurtenis::Organisatie(_) => Self::PersoonGewijzigd(PersoonGewijzigd(regel)),
        }
    }
}
