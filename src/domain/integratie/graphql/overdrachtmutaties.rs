//! The mutations of the overdracht.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{GereedheidNode, OverdrachtcelNode, overdracht::delen};
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{Uitslag, doe, sleutel, uuid_sleutel},
        integratie::{
            FunctieId, Gereedheidsstand, Onderdeel, OverdrachtInhoud, OverdrachtSleutel, Personeelsstap, TrajectId,
            commands::{MeldGereedheid, VraagOverdrachtOp, VulOverdrachtIn},
            fte_van,
        },
        organisatie::{GemeenteId, PersoonId, RegioId},
    },
    platform::graphql::scalars::{Datum, Positie},
};

/// Wat er van een functie in een regio bekend is. De hele cel: wat je weglaat, wordt onbekend.
#[derive(InputObject)]
pub struct VulOverdrachtInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De cel.
    id: ID,
    /// De versie die je zag. Wijzigde een ander de cel daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Wie het nu doet: een organisatie of team, nooit een persoon; hooguit 500 tekens.
    uitvoerder: Option<String>,
    /// Hoeveel fte het nu is, zoals je het schrijft: 2 of 2,5.
    fte: Option<String>,
    /// Met welk contract of systeem, hooguit 500 tekens.
    middel: Option<String>,
    /// Wat gewenst is, hooguit 2.000 tekens.
    wens: Option<String>,
    /// Hoeveel fte gewenst is, zoals je het schrijft: 2 of 2,5.
    wens_fte: Option<String>,
    /// Hoeveel medewerkers het raakt, een heel getal. Nooit namen.
    medewerkers: Option<String>,
    /// Hoe ver de stappen voor die medewerkers zijn.
    personeelsstap: Option<Personeelsstap>,
    /// Waar dit uit blijkt, hooguit 500 tekens.
    bron: Option<String>,
    /// De dag waarop de bron het zegt.
    peildatum: Option<Datum>,
    /// Is het zeker? Dan zijn een bron en een datum nodig.
    zeker: Option<bool>,
}

/// Vraagt op wat onbekend is.
#[derive(InputObject)]
pub struct VraagOverdrachtOpInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De cel.
    id: ID,
    /// Wat je wilt weten; alleen wat nog onbekend is.
    onderdelen: Vec<Onderdeel>,
    /// Wie het uitzoekt.
    eigenaar: ID,
    /// De dag waarop het antwoord er moet zijn.
    antwoord_voor: Datum,
}

/// Hoe ver een gemeente is.
#[derive(InputObject)]
pub struct MeldGereedheidInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De gereedheid van een gemeente voor een functie.
    id: ID,
    /// De versie die je zag. Meldde een ander daarna iets, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Hoe ver de gemeente is.
    stand: Gereedheidsstand,
}

fn sleutel_van(id: &ID, kind: &str) -> Result<(TrajectId, FunctieId, String), Fout> {
    delen(&sleutel(id, kind, "id")?).ok_or_else(|| Fout::niet_gevonden("Deze cel"))
}

/// A whole number as people write it; empty: unknown.
fn medewerkers_van(tekst: Option<&String>) -> Result<Option<i32>, Fout> {
    let tekst = tekst.map(|tekst| tekst.trim()).filter(|tekst| !tekst.is_empty());
    let getal = tekst.map(|tekst| tekst.parse::<i32>());
    getal.transpose().map_err(|_| {
        let bericht = "Schrijf het aantal medewerkers als een heel getal, zoals 3. Geen namen; weet je het niet, laat \
                       het dan leeg.";
        Fout::bij(Code::OngeldigeWaarde, "medewerkers", bericht)
    })
}

impl VulOverdrachtInInput {
    fn command(&self) -> Result<VulOverdrachtIn, Fout> {
        let (traject, functie, regio) = sleutel_van(&self.id, "Overdrachtcel")?;
        let inhoud = OverdrachtInhoud {
            uitvoerder: self.uitvoerder.clone(),
            fte: fte_van("fte", self.fte.as_deref().unwrap_or_default())?,
            middel: self.middel.clone(),
            wens: self.wens.clone(),
            wens_fte: fte_van("wensFte", self.wens_fte.as_deref().unwrap_or_default())?,
            medewerkers: medewerkers_van(self.medewerkers.as_ref())?,
            stap: self.personeelsstap.unwrap_or_default(),
            bron: self.bron.clone(),
            peildatum: self.peildatum.as_ref().map(|datum| datum.0),
            zeker: self.zeker.unwrap_or_default(),
        };
        let regio = RegioId(regio);
        Ok(VulOverdrachtIn { traject, functie, regio, verwachte_versie: self.verwachte_versie, inhoud })
    }
}

impl VraagOverdrachtOpInput {
    fn command(&self) -> Result<VraagOverdrachtOp, Fout> {
        let (traject, functie, regio) = sleutel_van(&self.id, "Overdrachtcel")?;
        Ok(VraagOverdrachtOp {
            traject,
            functie,
            regio: RegioId(regio),
            onderdelen: self.onderdelen.iter().copied().collect(),
            eigenaar: PersoonId(uuid_sleutel(&self.eigenaar, "Persoon", "eigenaar")?),
            antwoord_voor: self.antwoord_voor.0,
        })
    }
}

impl MeldGereedheidInput {
    fn command(&self) -> Result<MeldGereedheid, Fout> {
        let (traject, functie, gemeente) = sleutel_van(&self.id, "Gereedheid")?;
        let gemeente = GemeenteId(gemeente);
        Ok(MeldGereedheid { traject, functie, gemeente, verwachte_versie: self.verwachte_versie, stand: self.stand })
    }
}

/// Hoe een wijziging van een cel ging.
#[derive(SimpleObject)]
pub struct OverdrachtPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De cel, zoals zij nu is.
    cel: Option<OverdrachtcelNode>,
}

/// Hoe een melding van gereedheid ging.
#[derive(SimpleObject)]
pub struct GereedheidPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De gereedheid, zoals zij nu is.
    gereedheid: Option<GereedheidNode>,
}

fn antwoord(uitslag: Uitslag<OverdrachtSleutel>) -> OverdrachtPayload {
    let Uitslag { client_mutatie_id, positie, uitkomst, fouten, beeld, gelezen_op } = uitslag;
    let cel = uitkomst.and_then(|sleutel| OverdrachtcelNode::met(&beeld, gelezen_op, sleutel));
    OverdrachtPayload { client_mutatie_id, positie, fouten, cel }
}

/// Wat je aan de overdracht kunt veranderen.
#[derive(Default)]
pub struct OverdrachtMutation;

#[Object]
impl OverdrachtMutation {
    /// Vult in hoe een functie in een regio gaat en wat gewenst is. Is daarmee alles bekend wat was opgevraagd, dan
    /// gaat de taak op het bord naar gereed.
    async fn vul_overdracht_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VulOverdrachtInInput,
    ) -> Result<OverdrachtPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Vraagt op wat onbekend is: dat wordt een taak op het bord.
    async fn vraag_overdracht_op(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VraagOverdrachtOpInput,
    ) -> Result<OverdrachtPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Meldt hoe ver een gemeente is met de overdracht van een functie.
    async fn meld_gereedheid(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MeldGereedheidInput,
    ) -> Result<GereedheidPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let Uitslag { client_mutatie_id, positie, uitkomst, fouten, beeld, .. } = uitslag;
        let gereedheid = uitkomst.and_then(|sleutel| GereedheidNode::met(&beeld, &sleutel));
        Ok(GereedheidPayload { client_mutatie_id, positie, fouten, gereedheid })
    }
}
