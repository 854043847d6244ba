//! Impact in the schema.

use std::collections::BTreeSet;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{
    MeldGeinformeerd,
    raakt::{Bronnen, Geraakt, Halte, Impact, impact},
};
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{Aanvraag, aanvraag, doe, uuid_sleutel},
        integratie::{Hoedanigheid, graphql::VergaderingNode},
        meldingen::{Informering, Kanaal, Over},
        node::Node,
        organisatie::{
            GemeenteId, PersoonId,
            graphql::{GemeenteNode, PersoonNode, RolNode, StakeholderNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
        woorden::{datum, opsomming},
    },
    platform::{
        change_log::Position,
        graphql::{
            relay::{global_id, parse},
            scalars::{Datum, Positie, Tijdstip},
        },
    },
};

/// Een gemeente die het raakt.
#[derive(SimpleObject)]
pub struct GeraakteGemeente {
    /// De gemeente.
    gemeente: GemeenteNode,
    /// Waarom.
    reden: String,
}

/// Een rol die het raakt.
#[derive(SimpleObject)]
pub struct GeraakteRol {
    /// De rol.
    rol: RolNode,
    /// Waarom.
    reden: String,
}

/// Een stakeholder die het raakt.
#[derive(SimpleObject)]
pub struct GeraakteStakeholder {
    /// De stakeholder.
    stakeholder: StakeholderNode,
    /// Waarom.
    reden: String,
}

/// Iemand die het moet weten.
#[derive(SimpleObject)]
pub struct GeraaktePersoon {
    /// De persoon.
    persoon: PersoonNode,
    /// Waarom.
    reden: String,
    /// Wanneer deze persoon het laatst geïnformeerd is; leeg: nog niet.
    geinformeerd_op: Option<Datum>,
}

/// Een gremium waar het langs moet.
#[derive(SimpleObject)]
pub struct ImpactHalte {
    /// Het gremium.
    gremium: RolNode,
    /// In welke hoedanigheid het besluit; leeg: het besluit niet, of de bron zegt het niet.
    hoedanigheid: Option<Hoedanigheid>,
    /// Wat er gebeurt.
    wat: String,
    /// De eerste vergadering die het nog kan behandelen; leeg: geen bekend.
    vergadering: Option<VergaderingNode>,
    /// De laatste dag om stukken aan te leveren; leeg: onbekend.
    aanleveren: Option<Datum>,
    /// Wanneer het klaar moet zijn; leeg: onbekend.
    uiterlijk: Option<Datum>,
    /// Is het daar al afgehandeld?
    gedaan: bool,
}

/// Iemand is geïnformeerd.
#[derive(SimpleObject)]
pub struct Geinformeerd {
    /// Adres van deze vastlegging.
    id: ID,
    /// Wie van de hub het weten.
    personen: Vec<PersoonNode>,
    /// Wie nog meer, buiten de hub; leeg: niemand.
    ook: String,
    /// Hoe.
    kanaal: Kanaal,
    /// Op welke dag.
    dag: Datum,
    /// Wie het vastlegde; leeg: de hub zelf.
    door: Option<PersoonNode>,
    /// Wanneer het vastgelegd is.
    op: Tijdstip,
}

/// Een bericht dat klaarstaat om te versturen.
#[derive(SimpleObject)]
pub struct ImpactBericht {
    /// Het onderwerp.
    onderwerp: String,
    /// De tekst, zonder het adres van de pagina.
    tekst: String,
}

/// Wat iets raakt, waar het langs moet, en wie het al weet.
pub struct ImpactNode {
    beeld: Lezing,
    positie: Position,
    over: Over,
    impact: Impact,
    mag: bool,
}

impl ImpactNode {
    fn vind(aanvraag: &Aanvraag, beeld: Lezing, positie: Position, over: Over) -> Option<Self> {
        let bronnen = Bronnen {
            organisatie: beeld.organisatie(),
            integratie: beeld.integratie(),
            afspraken: beeld.afspraken(),
            contracten: beeld.contracten(),
            vandaag: aanvraag.vandaag(),
        };
        let impact = impact(bronnen, &over)?;
        let gemeenten: Vec<GemeenteId> = impact.gemeenten.iter().map(|een| een.wie.clone()).collect();
        let mag = aanvraag.mag(&beeld, Recht::InformerenVastleggen, &Bereik::Gemeenten(gemeenten));
        Some(Self { beeld, positie, over, impact, mag })
    }

    fn namen<I>(&self, lijst: &[Geraakt<I>], naam: impl Fn(&I) -> Option<String>) -> String {
        opsomming(lijst.iter().filter_map(|een| naam(&een.wie)))
    }

    fn halte(&self, halte: &Halte) -> Option<String> {
        let gremium = self.beeld.organisatie().rollen.get(&halte.gremium)?;
        let aanleveren = halte.aanleveren.map(|dag| format!(", stukken aanleveren tot en met {}", datum(dag)));
        let uiterlijk = halte.uiterlijk.map(|dag| format!(", klaar op {}", datum(dag)));
        let bij = aanleveren.into_iter().chain(uiterlijk).collect::<String>();
        Some(format!("- {}: {}{bij}", gremium.naam, halte.wat))
    }
}

/// Wat iets raakt, waar het langs moet, en wie het al weet.
#[Object(name = "Impact")]
impl ImpactNode {
    /// Waar het over gaat.
    async fn onderwerp(&self) -> Option<Node> {
        let (kind, key) = self.over.onderwerp();
        Node::vind(&self.beeld, self.positie, kind, key)
    }

    /// De gemeenten die het raakt.
    async fn gemeenten(&self) -> Vec<GeraakteGemeente> {
        let node = |een: &Geraakt<_>| {
            let gemeente = GemeenteNode::vind(&self.beeld, &een.wie)?;
            Some(GeraakteGemeente { gemeente, reden: een.reden.clone() })
        };
        self.impact.gemeenten.iter().filter_map(node).collect()
    }

    /// De rollen die het raakt.
    async fn rollen(&self) -> Vec<GeraakteRol> {
        let node = |een: &Geraakt<_>| {
            let rol = RolNode::vind(&self.beeld, &een.wie)?;
            Some(GeraakteRol { rol, reden: een.reden.clone() })
        };
        self.impact.rollen.iter().filter_map(node).collect()
    }

    /// De stakeholders die het raakt.
    async fn stakeholders(&self) -> Vec<GeraakteStakeholder> {
        let node = |een: &Geraakt<_>| {
            let stakeholder = StakeholderNode::vind(&self.beeld, &een.wie)?;
            Some(GeraakteStakeholder { stakeholder, reden: een.reden.clone() })
        };
        self.impact.stakeholders.iter().filter_map(node).collect()
    }

    /// Wie van de hub het moet weten.
    async fn personen(&self) -> Vec<GeraaktePersoon> {
        let verteld = self.beeld.meldingen().over(&self.over);
        let node = |een: &Geraakt<PersoonId>| {
            let persoon = PersoonNode::vind(&self.beeld, een.wie)?;
            let laatst = verteld.iter().find(|verteld| verteld.personen.contains(&een.wie));
            let geinformeerd_op = laatst.map(|laatst| Datum(laatst.dag));
            Some(GeraaktePersoon { persoon, reden: een.reden.clone(), geinformeerd_op })
        };
        self.impact.personen.iter().filter_map(node).collect()
    }

    /// De gremia waar het langs moet, op volgorde.
    async fn weg(&self) -> Vec<ImpactHalte> {
        let node = |halte: &Halte| {
            Some(ImpactHalte {
                gremium: RolNode::vind(&self.beeld, &halte.gremium)?,
                hoedanigheid: halte.hoedanigheid,
                wat: halte.wat.clone(),
                vergadering: halte.vergadering.and_then(|id| VergaderingNode::vind(&self.beeld, id)),
                aanleveren: halte.aanleveren.map(Datum),
                uiterlijk: halte.uiterlijk.map(Datum),
                gedaan: halte.gedaan,
            })
        };
        self.impact.weg.iter().filter_map(node).collect()
    }

    /// Wie er geïnformeerd zijn, nieuwste eerst.
    async fn geinformeerd(&self) -> Vec<Geinformeerd> {
        let persoon = |id: &PersoonId| PersoonNode::vind(&self.beeld, *id);
        let node = |een: &Informering| Geinformeerd {
            id: global_id("Geinformeerd", een.id),
            personen: een.personen.iter().filter_map(persoon).collect(),
            ook: een.ook.clone(),
            kanaal: een.kanaal,
            dag: Datum(een.dag),
            door: een.door.as_ref().and_then(persoon),
            op: Tijdstip(een.op),
        };
        self.beeld.meldingen().over(&self.over).iter().map(|een| node(een)).collect()
    }

    /// Een bericht aan wie het moet weten, klaar om te versturen.
    async fn bericht(&self) -> ImpactBericht {
        let gemeente = |id: &GemeenteId| self.beeld.organisatie().gemeenten.get(id).map(|een| een.naam.clone());
        let gemeenten = self.namen(&self.impact.gemeenten, gemeente);
        let haltes: Vec<_> =
            self.impact.weg.iter().filter(|halte| !halte.gedaan).filter_map(|een| self.halte(een)).collect();
        let titel = &self.impact.titel;
        let mut tekst = format!("Beste collega,\n\nGraag je aandacht voor ‘{titel}’.\n");
        if !gemeenten.is_empty() {
            tekst.push_str(&format!("\nDit raakt {gemeenten}.\n"));
        }
        if !haltes.is_empty() {
            tekst.push_str(&format!("\nHet moet nog langs:\n{}\n", haltes.join("\n")));
        }
        ImpactBericht { onderwerp: titel.clone(), tekst }
    }

    /// Mag de kijker vastleggen wie geïnformeerd is?
    async fn mag_vastleggen(&self) -> bool {
        self.mag
    }
}

/// Wie geïnformeerd is, waarover en hoe.
#[derive(InputObject)]
pub struct MeldGeinformeerdInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De taak, het besluit, de afspraak of het contract.
    onderwerp: ID,
    /// Wie van de hub het weten.
    #[graphql(default)]
    personen: Vec<ID>,
    /// Wie nog meer, buiten de hub: een rol, een gremium, een organisatie.
    #[graphql(default)]
    ook: String,
    /// Hoe.
    kanaal: Kanaal,
    /// Op welke dag; leeg: vandaag.
    dag: Option<Datum>,
}

impl MeldGeinformeerdInput {
    fn command(&self) -> Result<MeldGeinformeerd, Fout> {
        let personen: Result<BTreeSet<_>, Fout> =
            self.personen.iter().map(|id| uuid_sleutel(id, "Persoon", "personen").map(PersoonId)).collect();
        Ok(MeldGeinformeerd {
            over: over(&self.onderwerp)?,
            personen: personen?,
            ook: self.ook.clone(),
            kanaal: self.kanaal,
            dag: self.dag.as_ref().map(|dag| dag.0),
        })
    }
}

fn over(id: &ID) -> Result<Over, Fout> {
    let gevonden = parse(id).and_then(|global| Over::van(&global.kind, &global.key));
    let bericht = "Van dit onderwerp is geen impact bekend. Kies een taak, een besluit, een afspraak of een contract.";
    gevonden.ok_or_else(|| Fout::bij(Code::NietGevonden, "onderwerp", bericht))
}

/// Hoe het vastleggen ging.
#[derive(SimpleObject)]
pub struct MeldGeinformeerdPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De impact, zoals die nu is.
    impact: Option<ImpactNode>,
}

/// Wat je over impact kunt vragen.
#[derive(Default)]
pub struct ImpactQuery;

#[Object]
impl ImpactQuery {
    /// Wat een taak, besluit, afspraak of contract raakt: wie het moet weten, en langs welke gremia het moet. Leeg: bestaat niet.
    #[graphql(complexity = "30 + child_complexity")]
    async fn impact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De taak, het besluit, de afspraak of het contract.")] onderwerp: ID,
    ) -> Result<Option<ImpactNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
        let over = over(&onderwerp).map_err(Fout::top_level)?;
        Ok(ImpactNode::vind(aanvraag, aanvraag.beeld(), aanvraag.positie, over))
    }
}

/// Wat je met impact kunt doen.
#[derive(Default)]
pub struct ImpactMutation;

#[Object]
impl ImpactMutation {
    /// Legt vast wie van iets weet. Wie in de hub werkt, krijgt er een melding van.
    async fn meld_geinformeerd(
        &self,
        ctx: &Context<'_>,
        input: MeldGeinformeerdInput,
    ) -> Result<MeldGeinformeerdPayload> {
        let waarover = over(&input.onderwerp).ok();
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let gelukt = waarover.filter(|_| uitslag.uitkomst.is_some());
        let impact =
            gelukt.and_then(|over| ImpactNode::vind(aanvraag(ctx), uitslag.beeld.clone(), uitslag.gelezen_op, over));
        Ok(MeldGeinformeerdPayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            impact,
        })
    }
}
