//! A consent round: its phases, who signs, and what people bring in.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{AfspraakNode, SignaalNode, VersieNode};
use crate::{
    domain::{
        afspraken::{
            AfspraakId, Handtekening, Inbreng, InbrengSoort, Oordeel, Partij, Plek, Ronde, RondeFase, RondeId, Stand,
            TekenStand, bereik_van,
        },
        graphql::aanvraag,
        organisatie::graphql::{GemeenteNode, PersoonNode},
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            relay::global_id,
            scalars::{Datum, Tijdstip},
        },
    },
};

/// Een ronde waarin partijen het eens worden over een versie.
#[derive(Clone)]
pub struct RondeNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub ronde: Arc<Ronde>,
}

/// Een fase van een ronde, met wanneer.
#[derive(SimpleObject)]
#[graphql(name = "RondeStap")]
pub struct RondeStapNode {
    /// Welke fase.
    fase: RondeFase,
    /// Sinds wanneer.
    sinds: Tijdstip,
    /// Tot wanneer zij zou duren; leeg: niet afgesproken.
    tot: Option<Datum>,
}

/// Hoe alle ondertekenaars er samen voor staan.
#[derive(SimpleObject)]
pub struct RondeTelling {
    /// Hoeveel er tekenen.
    nodig: usize,
    /// Hoeveel akkoord zijn, ook met een afwijking.
    akkoord: usize,
    /// Hoeveel bezwaren er staan.
    bezwaren: usize,
    /// Hoeveel er akkoord moeten zijn.
    drempel: usize,
    /// Zijn er genoeg akkoord, en is er geen bezwaar?
    gehaald: bool,
}

impl RondeNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: RondeId) -> Option<Self> {
        let ronde = beeld.afspraken().rondes.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, ronde })
    }

    /// The one of an agreement that runs, or else the last one.
    pub fn van(beeld: &Lezing, positie: Position, afspraak: &AfspraakId) -> Option<Self> {
        let ronde = beeld.afspraken().ronde_van(afspraak)?.clone();
        Some(Self { beeld: beeld.clone(), positie, ronde })
    }

    fn afspraak(&self) -> Option<AfspraakNode> {
        AfspraakNode::vind(&self.beeld, self.positie, &self.ronde.afspraak)
    }
}

/// Een ronde waarin partijen het eens worden over een versie.
#[Object(name = "Ronde")]
impl RondeNode {
    /// Adres van deze ronde.
    pub async fn id(&self) -> ID {
        global_id("Ronde", self.ronde.id)
    }

    /// De afspraak.
    #[graphql(name = "afspraak")]
    async fn van_afspraak(&self) -> Result<AfspraakNode> {
        self.afspraak().ok_or_else(|| "afspraak ontbreekt".into())
    }

    /// De versie die nu voorligt.
    async fn versie(&self) -> Result<VersieNode> {
        VersieNode::vind(&self.beeld, self.positie, self.ronde.versie).ok_or_else(|| "versie ontbreekt".into())
    }

    /// De versies die eerder in deze ronde voorlagen, oudste eerst.
    async fn eerder(&self) -> Vec<VersieNode> {
        self.ronde.eerder.iter().filter_map(|id| VersieNode::vind(&self.beeld, self.positie, *id)).collect()
    }

    /// Wat er voorgesteld wordt.
    async fn voorstel(&self) -> &str {
        &self.ronde.voorstel
    }

    /// Tot en met wanneer er getekend wordt.
    async fn deadline(&self) -> Datum {
        Datum(self.ronde.deadline)
    }

    /// Is die dag voorbij, terwijl er nog getekend moet worden?
    async fn te_laat(&self, ctx: &Context<'_>) -> bool {
        let open = self.ronde.fase() != RondeFase::Gesloten;
        open && self.ronde.deadline < aanvraag(ctx).vandaag() && !self.beeld.afspraken().telling(&self.ronde).gehaald()
    }

    /// Welk deel van de ondertekenaars akkoord moet zijn, in procenten.
    async fn deel(&self) -> i32 {
        self.ronde.deel
    }

    /// De signalen waar zij uit komt.
    async fn signalen(&self) -> Vec<SignaalNode> {
        self.ronde.signalen.iter().filter_map(|id| SignaalNode::vind(&self.beeld, self.positie, *id)).collect()
    }

    /// Hoe ver zij is.
    async fn fase(&self) -> RondeFase {
        self.ronde.fase()
    }

    /// De fasen tot nu toe, oudste eerst.
    async fn stappen(&self) -> Vec<RondeStapNode> {
        let stap = |stap: &crate::domain::afspraken::RondeStap| RondeStapNode {
            fase: stap.fase,
            sinds: Tijdstip(stap.sinds),
            tot: stap.tot.map(Datum),
        };
        self.ronde.stappen.iter().map(stap).collect()
    }

    /// De fasen waar zij nu heen kan.
    async fn kan_naar(&self) -> Vec<RondeFase> {
        self.ronde.fase().buren().to_vec()
    }

    /// Is de versie aangenomen? Leeg: de ronde loopt nog.
    async fn aangenomen(&self) -> Option<bool> {
        self.ronde.aangenomen
    }

    /// Wat er bij de laatste stap gezegd is; leeg: niets.
    async fn toelichting(&self) -> &str {
        &self.ronde.toelichting
    }

    /// Alle ondertekenaars, met wat zij zeiden.
    async fn handtekeningen(&self) -> Vec<HandtekeningNode> {
        let standen = self.beeld.afspraken().standen(&self.ronde);
        let node = |(plek, stand): (Plek, Stand)| {
            let sleutel = (self.ronde.id, plek.clone());
            let gezet = self.beeld.afspraken().handtekeningen.get(&sleutel).cloned();
            HandtekeningNode { ronde: self.clone(), plek, stand, gezet }
        };
        standen.into_iter().map(node).collect()
    }

    /// Hoe zij er samen voor staan.
    async fn telling(&self) -> RondeTelling {
        let telling = self.beeld.afspraken().telling(&self.ronde);
        RondeTelling {
            nodig: telling.nodig,
            akkoord: telling.akkoord,
            bezwaren: telling.bezwaren,
            drempel: telling.drempel,
            gehaald: telling.gehaald(),
        }
    }

    /// Wat er ingebracht is, oudste eerst.
    async fn inbreng(&self) -> Vec<InbrengNode> {
        let eigen = self.beeld.afspraken().inbreng.values().filter(|inbreng| inbreng.ronde == self.ronde.id);
        let mut inbreng: Vec<_> = eigen.cloned().collect();
        inbreng.sort_by_key(|inbreng| (inbreng.op, inbreng.id));
        inbreng.into_iter().map(|inbreng| InbrengNode { beeld: self.beeld.clone(), inbreng }).collect()
    }

    /// Gaat omhoog bij elke stap; stuur haar mee als `verwachteVersie`.
    async fn nummer(&self) -> i32 {
        self.ronde.nummer
    }

    /// Wie haar het laatst verder bracht; leeg: de hub zelf.
    async fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.ronde.door?)
    }

    /// Wanneer zij begon.
    async fn op(&self) -> Tijdstip {
        Tijdstip(self.ronde.op)
    }

    /// Mag de kijker haar leiden?
    async fn mag_leiden(&self, ctx: &Context<'_>) -> bool {
        let bereik = self.afspraak().map(|node| bereik_van(&node.afspraak));
        let wie = aanvraag(ctx).wie.as_ref();
        bereik.is_some_and(|bereik| wie.is_some_and(|wie| wie.mag(Recht::RondeLeiden, &bereik)))
    }
}

/// Een artikel waar een ondertekenaar nog of opnieuw naar moet kijken.
#[derive(SimpleObject)]
pub struct OpenArtikel {
    /// Blijft hetzelfde in alle versies.
    sleutel: String,
    /// Hoe het heet, of heette.
    kop: String,
    /// Is het uit de tekst gehaald?
    vervallen: bool,
}

/// Wat één partij van de versie vindt, voor één gemeente of voor alle.
#[derive(Clone)]
pub struct HandtekeningNode {
    ronde: RondeNode,
    plek: Plek,
    stand: Stand,
    gezet: Option<Arc<Handtekening>>,
}

impl HandtekeningNode {
    /// By its address: the round and the place.
    pub fn vind(beeld: &Lezing, positie: Position, sleutel: &str) -> Option<Self> {
        let (ronde, plek) = sleutel.split_once('/')?;
        let ronde = RondeNode::vind(beeld, positie, RondeId(uuid::Uuid::try_parse(ronde).ok()?))?;
        let standen = beeld.afspraken().standen(&ronde.ronde);
        let (plek, stand) = standen.into_iter().find(|(een, _)| een.sleutel() == plek)?;
        let gezet = beeld.afspraken().handtekeningen.get(&(ronde.ronde.id, plek.clone())).cloned();
        Some(Self { ronde, plek, stand, gezet })
    }

    /// Those of rounds that run, in which this person signs and has not, or has to look again.
    pub fn wachtend(beeld: &Lezing, positie: Position, voor: impl Fn(&Plek) -> bool) -> Vec<Self> {
        let mut wachtend = Vec::new();
        for ronde in beeld.afspraken().rondes.values().filter(|ronde| ronde.fase().tekent()) {
            let node = RondeNode { beeld: beeld.clone(), positie, ronde: ronde.clone() };
            for (plek, stand) in beeld.afspraken().standen(ronde) {
                if matches!(stand.stand, TekenStand::NogNiet | TekenStand::Heropend) && voor(&plek) {
                    let gezet = beeld.afspraken().handtekeningen.get(&(ronde.id, plek.clone())).cloned();
                    wachtend.push(Self { ronde: node.clone(), plek, stand, gezet });
                }
            }
        }
        wachtend
    }

    fn geldig(&self) -> Option<&Handtekening> {
        self.gezet.as_deref().filter(|gezet| !gezet.ingetrokken)
    }

    fn beeld(&self) -> &Lezing {
        &self.ronde.beeld
    }
}

/// Wat één partij van de versie vindt, voor één gemeente of voor alle.
#[Object(name = "Handtekening")]
impl HandtekeningNode {
    /// Adres van deze plek.
    pub async fn id(&self) -> ID {
        global_id("Handtekening", format!("{}/{}", self.ronde.ronde.id, self.plek.sleutel()))
    }

    /// De ronde.
    async fn ronde(&self) -> RondeNode {
        self.ronde.clone()
    }

    /// Wie er tekent.
    async fn partij(&self) -> Partij {
        self.plek.partij
    }

    /// Voor welke gemeente; leeg: voor alle.
    async fn gemeente(&self) -> Option<GemeenteNode> {
        GemeenteNode::vind(self.beeld(), self.plek.gemeente.as_ref()?)
    }

    /// Hoe deze partij ervoor staat.
    async fn stand(&self) -> TekenStand {
        self.stand.stand
    }

    /// De artikelen die nog (opnieuw) bekeken moeten worden, bij hun sleutel.
    async fn open(&self) -> &[String] {
        &self.stand.open
    }

    /// Wat er gezegd is; leeg: nog niets, of ingetrokken.
    async fn oordeel(&self) -> Option<Oordeel> {
        self.geldig().map(|gezet| gezet.oordeel)
    }

    /// Waarom; leeg: niet gezegd.
    async fn reden(&self) -> &str {
        self.geldig().map_or("", |gezet| &gezet.reden)
    }

    /// De artikelen waar deze partij nog naar moet kijken, ook die uit de tekst verdwenen zijn.
    async fn open_artikelen(&self) -> Vec<OpenArtikel> {
        let afspraken = self.beeld().afspraken();
        let versie = afspraken.versies.get(&self.ronde.ronde.versie);
        let artikel = |id: &String| OpenArtikel {
            sleutel: id.clone(),
            kop: afspraken.artikelkop(&self.ronde.ronde.afspraak, id).unwrap_or_default(),
            vervallen: versie.is_some_and(|versie| !versie.artikelen.iter().any(|artikel| artikel.id == *id)),
        };
        self.stand.open.iter().map(artikel).collect()
    }

    /// De artikelen waar een bezwaar over gaat, bij hun sleutel; geen: de hele tekst.
    async fn artikelen(&self) -> Vec<String> {
        self.geldig().map(|gezet| gezet.artikelen.iter().cloned().collect()).unwrap_or_default()
    }

    /// In welke hoedanigheid.
    async fn hoedanigheid(&self) -> &str {
        self.geldig().map_or("", |gezet| &gezet.hoedanigheid)
    }

    /// Wie tekende.
    async fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(self.beeld(), self.geldig()?.door)
    }

    /// Namens wie, als dat een ander was.
    async fn namens(&self) -> Option<PersoonNode> {
        PersoonNode::vind(self.beeld(), self.geldig()?.namens?)
    }

    /// Onder welke versie.
    async fn versie(&self) -> Option<VersieNode> {
        VersieNode::vind(self.beeld(), self.ronde.positie, self.geldig()?.versie)
    }

    /// De hash van de tekst die gelezen is.
    async fn hash(&self) -> Option<&str> {
        self.geldig().map(|gezet| gezet.hash.as_str())
    }

    /// Wanneer.
    async fn op(&self) -> Option<Tijdstip> {
        self.geldig().map(|gezet| Tijdstip(gezet.op))
    }

    /// Mag de kijker hier tekenen, zelf of namens een ander?
    async fn mag_tekenen(&self, ctx: &Context<'_>) -> bool {
        let bereik = self.plek.gemeente.clone().map_or(Bereik::Alles, |gemeente| Bereik::Gemeenten(vec![gemeente]));
        aanvraag(ctx).wie.as_ref().is_some_and(|wie| wie.mag(Recht::Ondertekenen, &bereik))
    }
}

/// Een vraag of reactie in een ronde.
#[derive(Clone)]
pub struct InbrengNode {
    beeld: Lezing,
    inbreng: Arc<Inbreng>,
}

impl InbrengNode {
    pub fn vind(beeld: &Lezing, id: crate::domain::afspraken::InbrengId) -> Option<Self> {
        let inbreng = beeld.afspraken().inbreng.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), inbreng })
    }
}

/// Een vraag of reactie in een ronde.
#[Object(name = "Inbreng")]
impl InbrengNode {
    /// Adres van deze inbreng.
    pub async fn id(&self) -> ID {
        global_id("Inbreng", self.inbreng.id)
    }

    /// Is het een vraag of een reactie?
    async fn soort(&self) -> InbrengSoort {
        self.inbreng.soort
    }

    /// Wat er gezegd is.
    async fn tekst(&self) -> &str {
        &self.inbreng.tekst
    }

    /// Wie het inbracht; leeg: de hub zelf.
    async fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.inbreng.door?)
    }

    /// Wanneer.
    async fn op(&self) -> Tijdstip {
        Tijdstip(self.inbreng.op)
    }

    /// Het antwoord; leeg: nog niet.
    async fn antwoord(&self) -> &str {
        &self.inbreng.antwoord
    }

    /// Wie antwoordde.
    async fn beantwoord_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.inbreng.beantwoord_door?)
    }
}
