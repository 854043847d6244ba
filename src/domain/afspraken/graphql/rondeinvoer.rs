//! Inputs about rounds, deviations and signals, and how they become commands.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use crate::{
    domain::{
        afspraken::{
            AfspraakId, AfwijkingId, AfwijkingInhoud, Behandeling, InbrengId, Oordeel, Partij, Plek, RondeFase,
            RondeId, SignaalId, VersieId,
            commands::{
                BeantwoordInbreng, BehandelSignaal, BrengIn, LegAfwijkingVast, MeldSignaal, NeemVersieOp, Onderteken,
                StartRonde, TrekHandtekeningIn, WijzigAfwijking, ZetRondeFase,
            },
        },
        fout::{Code, Fout},
        graphql::{sleutel, uuid_sleutel},
        organisatie::{GemeenteId, PersoonId},
    },
    platform::graphql::scalars::Datum,
};

fn ronde(id: &ID) -> Result<RondeId, Fout> {
    uuid_sleutel(id, "Ronde", "id").map(RondeId)
}

fn versie(id: &ID) -> Result<VersieId, Fout> {
    uuid_sleutel(id, "AfspraakVersie", "versie").map(VersieId)
}

fn afspraak(id: &ID) -> Result<AfspraakId, Fout> {
    sleutel(id, "Afspraak", "afspraak").map(AfspraakId)
}

fn persoon(id: &Option<ID>, veld: &str) -> Result<Option<PersoonId>, Fout> {
    id.as_ref().map(|id| uuid_sleutel(id, "Persoon", veld).map(PersoonId)).transpose()
}

/// The round and the place a signature stands at.
fn plek(id: &ID) -> Result<(RondeId, Plek), Fout> {
    let vreemd = || Fout::bij(Code::NietGevonden, "id", "Dit id is niet van een plek om te tekenen.");
    let sleutel = sleutel(id, "Handtekening", "id")?;
    let (ronde, plek) = sleutel.split_once('/').ok_or_else(vreemd)?;
    let (partij, gemeente) = match plek.split_once('/') {
        Some((partij, gemeente)) => (partij, Some(GemeenteId(gemeente.to_owned()))),
        None => (plek, None),
    };
    let partij: Partij = serde_json::from_value(serde_json::Value::from(partij)).map_err(|_| vreemd())?;
    Ok((RondeId(Uuid::try_parse(ronde).map_err(|_| vreemd())?), Plek { partij, gemeente }))
}

/// Een nieuwe ronde over een vastgelegde versie.
#[derive(InputObject)]
pub struct StartRondeInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De afspraak; zij moet in afstemming zijn.
    afspraak: ID,
    /// De versie die voorligt.
    versie: ID,
    /// Wat er voorgesteld wordt, 1 tot 5.000 tekens.
    voorstel: String,
    /// Tot en met wanneer er getekend wordt.
    deadline: Datum,
    /// Welk deel akkoord moet zijn, 50 tot 100 procent; leeg: iedereen.
    deel: Option<i32>,
    /// De signalen waar het voorstel uit komt.
    signalen: Option<Vec<ID>>,
}

impl StartRondeInput {
    pub fn command(&self) -> Result<StartRonde, Fout> {
        let signalen = self.signalen.iter().flatten().map(|id| uuid_sleutel(id, "Signaal", "signalen").map(SignaalId));
        Ok(StartRonde {
            afspraak: afspraak(&self.afspraak)?,
            versie: versie(&self.versie)?,
            voorstel: self.voorstel.clone(),
            deadline: self.deadline.0,
            deel: self.deel.unwrap_or(100),
            signalen: signalen.collect::<Result<_, _>>()?,
        })
    }
}

/// Een ronde een fase verder of terug, of gesloten.
#[derive(InputObject)]
pub struct ZetRondeFaseInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De ronde.
    id: ID,
    /// Het nummer dat je zag. Bracht een ander haar daarna verder, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Waar zij heen gaat.
    naar: RondeFase,
    /// Tot wanneer die fase zou duren.
    tot: Option<Datum>,
    /// Alleen bij sluiten: is de versie aangenomen? Dat kan alleen met genoeg akkoord en zonder bezwaar.
    aangenomen: Option<bool>,
    /// Wat de anderen moeten weten, hooguit 2.000 tekens; nodig als zij zonder akkoord sluit.
    toelichting: Option<String>,
}

impl ZetRondeFaseInput {
    pub fn command(&self) -> Result<ZetRondeFase, Fout> {
        Ok(ZetRondeFase {
            ronde: ronde(&self.id)?,
            verwachte_versie: self.verwachte_versie,
            naar: self.naar,
            tot: self.tot.as_ref().map(|dag| dag.0),
            aangenomen: self.aangenomen.unwrap_or_default(),
            toelichting: self.toelichting.clone().unwrap_or_default(),
        })
    }
}

/// Een latere versie in een ronde.
#[derive(InputObject)]
pub struct NeemVersieOpInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De ronde.
    id: ID,
    /// Het nummer dat je zag. Bracht een ander haar daarna verder, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// De latere versie; alleen de artikelen die anders werden, worden opnieuw gevraagd.
    versie: ID,
}

impl NeemVersieOpInput {
    pub fn command(&self) -> Result<NeemVersieOp, Fout> {
        let (ronde, versie) = (ronde(&self.id)?, versie(&self.versie)?);
        Ok(NeemVersieOp { ronde, verwachte_versie: self.verwachte_versie, versie })
    }
}

/// Een handtekening onder de versie die voorligt.
#[derive(InputObject)]
pub struct OndertekenInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De plek om te tekenen.
    id: ID,
    /// De versie die je las.
    versie: ID,
    /// Wat je ervan vindt.
    oordeel: Oordeel,
    /// Waarom, hooguit 2.000 tekens; nodig bij bezwaar.
    reden: Option<String>,
    /// De artikelen waar een bezwaar over gaat, bij hun sleutel; geen: de hele tekst.
    artikelen: Option<Vec<String>>,
    /// In welke hoedanigheid, 1 tot 120 tekens, bijvoorbeeld teamleider toegang.
    hoedanigheid: String,
    /// Namens wie, als je niet bij de gemeente hoort.
    namens: Option<ID>,
}

impl OndertekenInput {
    pub fn command(&self) -> Result<Onderteken, Fout> {
        let (ronde, plek) = plek(&self.id)?;
        Ok(Onderteken {
            ronde,
            plek,
            versie: versie(&self.versie)?,
            oordeel: self.oordeel,
            reden: self.reden.clone().unwrap_or_default(),
            artikelen: self.artikelen.iter().flatten().cloned().collect(),
            hoedanigheid: self.hoedanigheid.clone(),
            namens: persoon(&self.namens, "namens")?,
        })
    }
}

/// Een handtekening die teruggenomen wordt.
#[derive(InputObject)]
pub struct TrekHandtekeningInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De plek waar getekend is.
    id: ID,
}

impl TrekHandtekeningInInput {
    pub fn command(&self) -> Result<TrekHandtekeningIn, Fout> {
        let (ronde, plek) = plek(&self.id)?;
        Ok(TrekHandtekeningIn { ronde, plek })
    }
}

/// Een vraag of reactie in een ronde; welke van de twee volgt uit de fase.
#[derive(InputObject)]
pub struct BrengInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De ronde.
    id: ID,
    /// Wat je zegt, 1 tot 2.000 tekens.
    tekst: String,
}

impl BrengInInput {
    pub fn command(&self) -> Result<BrengIn, Fout> {
        Ok(BrengIn { ronde: ronde(&self.id)?, tekst: self.tekst.clone() })
    }
}

/// Een antwoord op een vraag of reactie.
#[derive(InputObject)]
pub struct BeantwoordInbrengInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De vraag of reactie.
    id: ID,
    /// Het antwoord, 1 tot 2.000 tekens.
    antwoord: String,
}

impl BeantwoordInbrengInput {
    pub fn command(&self) -> Result<BeantwoordInbreng, Fout> {
        let inbreng = InbrengId(uuid_sleutel(&self.id, "Inbreng", "id")?);
        Ok(BeantwoordInbreng { inbreng, antwoord: self.antwoord.clone() })
    }
}

/// Waarom een gemeente afwijkt, en hoe lang.
#[derive(InputObject)]
pub struct AfwijkingInhoudInput {
    /// Waarom, 1 tot 2.000 tekens.
    reden: String,
    /// Wat hier in plaats daarvan geldt, 1 tot 5.000 tekens.
    hier: String,
    /// De laatste dag.
    tot: Datum,
    /// Wie ervoor zorgt dat zij eindigt.
    eigenaar: ID,
    /// Wanneer zij eerder eindigde.
    beeindigd_op: Option<Datum>,
}

impl AfwijkingInhoudInput {
    fn inhoud(&self) -> Result<AfwijkingInhoud, Fout> {
        Ok(AfwijkingInhoud {
            reden: self.reden.clone(),
            hier: self.hier.clone(),
            tot: self.tot.0,
            eigenaar: PersoonId(uuid_sleutel(&self.eigenaar, "Persoon", "eigenaar")?),
            beeindigd_op: self.beeindigd_op.as_ref().map(|dag| dag.0),
        })
    }
}

/// Een nieuwe afwijking.
#[derive(InputObject)]
pub struct LegAfwijkingVastInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De afspraak.
    afspraak: ID,
    /// De gemeente die afwijkt.
    gemeente: ID,
    /// De sleutel van het artikel in de laatste versie; leeg: de afspraak als geheel.
    artikel: Option<String>,
    /// Waarom, en hoe lang.
    inhoud: AfwijkingInhoudInput,
}

impl LegAfwijkingVastInput {
    pub fn command(&self) -> Result<LegAfwijkingVast, Fout> {
        Ok(LegAfwijkingVast {
            afspraak: afspraak(&self.afspraak)?,
            gemeente: GemeenteId(sleutel(&self.gemeente, "Gemeente", "gemeente")?),
            artikel: self.artikel.clone(),
            inhoud: self.inhoud.inhoud()?,
        })
    }
}

/// Wat er aan een afwijking verandert. De hele inhoud: een lege einddag laat haar weer gelden.
#[derive(InputObject)]
pub struct WijzigAfwijkingInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De afwijking.
    id: ID,
    /// De versie die je zag. Wijzigde een ander haar daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Waarom, en hoe lang.
    inhoud: AfwijkingInhoudInput,
}

impl WijzigAfwijkingInput {
    pub fn command(&self) -> Result<WijzigAfwijking, Fout> {
        let afwijking = AfwijkingId(uuid_sleutel(&self.id, "Afwijking", "id")?);
        Ok(WijzigAfwijking { afwijking, verwachte_versie: self.verwachte_versie, inhoud: self.inhoud.inhoud()? })
    }
}

/// Een signaal dat een afspraak niet werkt.
#[derive(InputObject)]
pub struct MeldSignaalInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De afspraak.
    afspraak: ID,
    /// Van welke partij het komt.
    van: Partij,
    /// Uit welke gemeente.
    gemeente: Option<ID>,
    /// Wat er niet werkt, 1 tot 2.000 tekens.
    tekst: String,
}

impl MeldSignaalInput {
    pub fn command(&self) -> Result<MeldSignaal, Fout> {
        let gemeente = self.gemeente.as_ref().map(|id| sleutel(id, "Gemeente", "gemeente").map(GemeenteId));
        Ok(MeldSignaal {
            afspraak: afspraak(&self.afspraak)?,
            van: self.van,
            gemeente: gemeente.transpose()?,
            tekst: self.tekst.clone(),
        })
    }
}

/// Wat er met een signaal gebeurt. De hele behandeling: wat je weglaat, wordt leeg.
#[derive(InputObject)]
pub struct BehandelSignaalInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Het signaal.
    id: ID,
    /// De versie die je zag. Behandelde een ander het daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Wie het uitzoekt.
    eigenaar: Option<ID>,
    /// Het antwoord, hooguit 2.000 tekens.
    antwoord: Option<String>,
    /// Wanneer de melder het hoorde.
    teruggekoppeld_op: Option<Datum>,
}

impl BehandelSignaalInput {
    pub fn command(&self) -> Result<BehandelSignaal, Fout> {
        Ok(BehandelSignaal {
            signaal: SignaalId(uuid_sleutel(&self.id, "Signaal", "id")?),
            verwachte_versie: self.verwachte_versie,
            behandeling: Behandeling {
                eigenaar: persoon(&self.eigenaar, "eigenaar")?,
                antwoord: self.antwoord.clone().unwrap_or_default(),
                teruggekoppeld_op: self.teruggekoppeld_op.as_ref().map(|dag| dag.0),
            },
        })
    }
}
