//! The ledger of who should steer on costs, in the schema.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::bord::AchterbanNode;
use crate::{
    domain::{
        fout::Fout,
        graphql::{Aanvraag, aanvraag, doe, sleutel, uuid_sleutel},
        organisatie::{DomeinId, GemeenteId},
        rechten::{Bereik, Recht},
        sessies::{
            Achterban, Fase, Groepsuitslag, Kostenpositie, Sessie, SessieId, Standpunt, Stemgroep,
            commands::LegStandpuntVast,
            queries::stemgroep,
            standpunten::{Moment, eenduidig_sinds, opdrachtgevers, sessies, verloop},
        },
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{relay::global_id, scalars::Positie},
    },
};

/// Waarnemen of beheersen van kosten: wat elke partij in welke sessie zei.
#[derive(SimpleObject)]
pub struct Kostenposities {
    /// De plek in het logboek waarop dit gelezen is.
    positie: Positie,
    /// De sessies die erover gingen, oudste eerst.
    sessies: Vec<Kostensessie>,
    /// Per domein.
    domeinen: Vec<Kostendomein>,
}

/// Een sessie die over waarnemen of beheersen ging.
#[derive(SimpleObject)]
pub struct Kostensessie {
    /// De sessie.
    sessie: ID,
    /// De naam.
    naam: String,
    /// Wanneer zij was, zo precies als bekend is.
    wanneer: String,
    /// Wat groepen samen stemden. Kleine groepen staan er niet bij.
    groepen: Vec<Kostengroep>,
    /// Mag de kijker hier standpunten vastleggen?
    mag_vastleggen: bool,
}

/// Wat een groep samen stemde.
#[derive(SimpleObject)]
pub struct Kostengroep {
    /// Welke groep.
    groep: Stemgroep,
    /// Deel dat voor waarnemen is, in procenten; leeg: onbekend.
    waarnemen: Option<u32>,
    /// Deel dat voor beheersen is, in procenten; leeg: onbekend.
    beheersen: Option<u32>,
    /// Wat de groep liever heeft, als alleen dat bekend is.
    voorkeur: Option<Kostenpositie>,
}

/// Een domein, met wat elke partij erover zei.
#[derive(SimpleObject)]
pub struct Kostendomein {
    /// Het domein.
    domein: ID,
    /// De naam.
    naam: String,
    /// De MGR en de gemeenten.
    partijen: Vec<Kostenpartij>,
    /// Hoeveel gemeenten waar stonden na elke sessie, oudste eerst. Alleen wie nu aan het domein deelneemt telt mee.
    verloop: Vec<Kostenmoment>,
    /// De opdracht, als alle gemeenten die deelnemen hetzelfde willen; leeg: nog niet eenduidig.
    opdracht: Option<Kostenpositie>,
    /// De sessie sinds welke de opdracht eenduidig is.
    sinds: Option<ID>,
}

/// Een partij, met wat zij in elke sessie zei.
#[derive(SimpleObject)]
pub struct Kostenpartij {
    /// Wie.
    achterban: AchterbanNode,
    /// Telt zij mee voor de opdracht? Alleen gemeenten die aan het domein deelnemen.
    telt: bool,
    /// Wat zij zei, oudste eerst.
    standpunten: Vec<Kostenstandpunt>,
}

/// Wat een partij in een sessie zei.
#[derive(SimpleObject)]
pub struct Kostenstandpunt {
    /// De sessie.
    sessie: ID,
    /// Het standpunt.
    positie: Option<Kostenpositie>,
    /// Waarom; leeg als dat niet gezegd is.
    toelichting: String,
}

/// Hoeveel gemeenten waar stonden na een sessie. Wie er niets zei, staat waar zij stond.
#[derive(SimpleObject)]
pub struct Kostenmoment {
    /// De sessie.
    sessie: ID,
    /// Hoeveel gemeenten voor waarnemen zijn.
    waarnemen: usize,
    /// Hoeveel gemeenten voor beheersen zijn.
    beheersen: usize,
    /// Van hoeveel gemeenten het niet bekend is.
    onbekend: usize,
}

fn sessie_adres(id: SessieId) -> ID {
    global_id("Sessie", id)
}

impl Kostengroep {
    fn van(fase: &Fase, deel: &Groepsuitslag) -> Self {
        let keuze = |positie| {
            let gevonden = fase.keuzes.iter().find(|keuze| Kostenpositie::in_keuze(&keuze.naam) == Some(positie));
            gevonden.map(|keuze| keuze.id)
        };
        let procent = |positie| {
            let keuze = keuze(positie);
            deel.regels.iter().find(|regel| Some(regel.keuze) == keuze).and_then(|regel| regel.procent)
        };
        let voorkeur =
            Kostenpositie::ALLE.into_iter().find(|een| deel.voorkeur.is_some() && keuze(*een) == deel.voorkeur);
        Self {
            groep: deel.groep,
            waarnemen: procent(Kostenpositie::Waarnemen),
            beheersen: procent(Kostenpositie::Beheersen),
            voorkeur,
        }
    }
}

impl Kostensessie {
    fn van(aanvraag: &Aanvraag, sessie: &Sessie) -> Self {
        let gekozen = sessie.fasen.iter().filter_map(|fase| Some((fase, fase.uitslag.as_ref()?)));
        let gekozen =
            gekozen.filter(|(fase, _)| fase.keuzes.iter().any(|een| Kostenpositie::in_keuze(&een.naam).is_some()));
        let groepen =
            gekozen.flat_map(|(fase, uitslag)| uitslag.groepen.iter().map(|deel| Kostengroep::van(fase, deel)));
        let dag = |op: jiff::Timestamp| crate::domain::woorden::datum(crate::platform::clock::dutch_date(op));
        Self {
            sessie: sessie_adres(sessie.id),
            naam: sessie.naam.clone(),
            wanneer: match &sessie.vroeger {
                Some(vroeger) => vroeger.datum.clone(),
                None => dag(sessie.afgerond_op.unwrap_or(sessie.gemaakt_op)),
            },
            groepen: groepen.collect(),
            mag_vastleggen: aanvraag.wie.as_ref().is_some_and(|wie| {
                wie.mag(Recht::SessiesLeiden, &Bereik::Alles)
                    && (sessie.begeleiders.is_empty() || sessie.begeleiders.contains(&wie.persoon()))
            }),
        }
    }
}

impl Kostenmoment {
    fn van(moment: &Moment) -> Self {
        let Moment { sessie, waarnemen, beheersen, onbekend } = *moment;
        Self { sessie: sessie_adres(sessie), waarnemen, beheersen, onbekend }
    }
}

impl Kostendomein {
    fn van(aanvraag: &Aanvraag, beeld: &Lezing, sessies: &[&Sessie], domein: &DomeinId, naam: &str) -> Self {
        let organisatie = beeld.organisatie();
        let tellen = opdrachtgevers(organisatie, domein, aanvraag.vandaag());
        let verloop = verloop(sessies, domein, &tellen);
        let sinds = eenduidig_sinds(&verloop);
        let partij = |achterban: Achterban| {
            let zei = |sessie: &&Sessie| -> Option<Standpunt> {
                let eigen = sessie.standpunten.iter().find(|een| een.domein == *domein && een.van == achterban);
                eigen.cloned()
            };
            let standpunten = sessies.iter().filter_map(zei).map(|een| Kostenstandpunt {
                sessie: sessie_adres(een.sessie),
                positie: een.positie,
                toelichting: een.toelichting,
            });
            Kostenpartij {
                telt: matches!(&achterban, Achterban::Gemeente(id) if tellen.contains(id)),
                standpunten: standpunten.collect(),
                achterban: AchterbanNode::van(beeld, &achterban),
            }
        };
        let mut gemeenten: Vec<_> = organisatie.gemeenten.keys().map(|id| Achterban::Gemeente(id.clone())).collect();
        gemeenten.sort_by_key(|een| stemgroep(organisatie, een));
        Self {
            domein: global_id("Domein", &domein.0),
            naam: naam.to_owned(),
            partijen: gemeenten.into_iter().chain([Achterban::Mgr]).map(partij).collect(),
            verloop: verloop.iter().map(Kostenmoment::van).collect(),
            opdracht: sinds.map(|(positie, _)| positie),
            sinds: sinds.map(|(_, sessie)| sessie_adres(sessie)),
        }
    }
}

fn lees(aanvraag: &Aanvraag, beeld: &Lezing, positie: Position, ook: Option<SessieId>) -> Kostenposities {
    let borden = &beeld.sessies().borden;
    let mut gaan_erover = sessies(borden.values().map(AsRef::as_ref));
    let erbij = ook.and_then(|id| borden.get(&id)).map(|bord| bord.sessie.as_ref());
    gaan_erover.extend(erbij.filter(|sessie| gaan_erover.iter().all(|een| een.id != sessie.id)));
    let domeinen = beeld.organisatie().domeinen.values();
    let domein = |domein: &std::sync::Arc<crate::domain::organisatie::Domein>| {
        Kostendomein::van(aanvraag, beeld, &gaan_erover, &domein.id, &domein.naam)
    };
    Kostenposities {
        positie: Positie(positie),
        domeinen: domeinen.map(domein).collect(),
        sessies: gaan_erover.iter().map(|sessie| Kostensessie::van(aanvraag, sessie)).collect(),
    }
}

/// Wat je over waarnemen en beheersen kunt vragen.
#[derive(Default)]
pub struct StandpuntQuery;

#[Object]
impl StandpuntQuery {
    /// Waarnemen of beheersen van kosten: wat elke partij openlijk in welke sessie zei, per domein, tot de opdracht
    /// eenduidig is.
    #[graphql(complexity = "20 + child_complexity")]
    async fn kostenposities(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Een sessie die er ook bij hoort, al is er nog niets vastgelegd.")] ook: Option<ID>,
    ) -> Result<Kostenposities> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::SessiesLezen, &Bereik::Alles)?;
        let ook = ook.as_ref().map(super::sessie_id).transpose()?;
        Ok(lees(aanvraag, &aanvraag.beeld(), aanvraag.positie, ook))
    }
}

/// Wat een partij in een sessie openlijk zei.
#[derive(InputObject)]
pub struct LegStandpuntVastInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De sessie waarin het gezegd is.
    sessie: ID,
    /// Wie: het adres van een gemeente, of `mgr`.
    van: String,
    /// Over welk domein.
    domein: ID,
    /// Wat; leeg: haal weg wat er stond.
    positie: Option<Kostenpositie>,
    /// Waarom, hooguit 280 tekens.
    toelichting: Option<String>,
}

impl LegStandpuntVastInput {
    fn command(&self) -> Result<LegStandpuntVast, Fout> {
        let van = match self.van.as_str() {
            "mgr" => Achterban::Mgr,
            id => Achterban::Gemeente(GemeenteId(sleutel(&ID::from(id), "Gemeente", "van")?)),
        };
        Ok(LegStandpuntVast {
            sessie: SessieId(uuid_sleutel(&self.sessie, "Sessie", "sessie")?),
            van,
            domein: DomeinId(sleutel(&self.domein, "Domein", "domein")?),
            positie: self.positie,
            toelichting: self.toelichting.clone().unwrap_or_default(),
        })
    }
}

/// Hoe het vastleggen van een standpunt ging.
#[derive(SimpleObject)]
pub struct StandpuntPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Alle standpunten, zoals ze nu zijn.
    kostenposities: Option<Kostenposities>,
}

/// Wat je met standpunten kunt doen.
#[derive(Default)]
pub struct StandpuntMutation;

#[Object]
impl StandpuntMutation {
    /// Legt vast wat een partij in een sessie openlijk zei over waarnemen of beheersen van kosten.
    async fn leg_standpunt_vast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LegStandpuntVastInput,
    ) -> Result<StandpuntPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let gelukt = uitslag.uitkomst;
        let (beeld, op) = (&uitslag.beeld, uitslag.gelezen_op);
        Ok(StandpuntPayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            kostenposities: gelukt.map(|sessie| lees(aanvraag(ctx), beeld, op, Some(sessie))),
        })
    }
}
