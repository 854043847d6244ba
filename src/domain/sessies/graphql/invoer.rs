//! What a facilitator sends. Each input reads its ids and becomes a command.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use crate::domain::{
    fout::Fout,
    graphql::uuid_sleutel,
    organisatie::PersoonId,
    sessies::{Deurstand, FaseId, GastId, NotitieId, NotitiegroepId, SessieId, commands::*},
};

/// Opent de deur van een sessie: er komt een nieuwe code, die een halve dag werkt.
#[derive(InputObject)]
pub struct OpenSessieInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
}

impl OpenSessieInput {
    pub fn command(&self) -> Result<OpenSessie, Fout> {
        Ok(OpenSessie { sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)? })
    }
}

/// Bepaalt wie er met de code binnenkomt.
#[derive(InputObject)]
pub struct ZetDeurInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// Wie er binnenkomt.
    deur: Deurstand,
}

impl ZetDeurInput {
    pub fn command(&self) -> Result<ZetDeur, Fout> {
        Ok(ZetDeur { sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)?, deur: self.deur })
    }
}

/// Neemt iedereen mee naar een fase, of terug naar de ontvangst.
#[derive(InputObject)]
pub struct GaNaarFaseInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// De fase; leeg: de ontvangst.
    fase: Option<ID>,
}

impl GaNaarFaseInput {
    pub fn command(&self) -> Result<GaNaarFase, Fout> {
        Ok(GaNaarFase {
            sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)?,
            fase: self.fase.as_ref().map(|id| uuid_sleutel(id, "Sessiefase", "fase").map(FaseId)).transpose()?,
        })
    }
}

/// Zet de tijd van een fase.
#[derive(InputObject)]
pub struct ZetTijdInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// De fase.
    fase: ID,
    /// Hoeveel seconden er vanaf nu zijn; leeg: zo lang als nodig.
    seconden: Option<i32>,
}

impl ZetTijdInput {
    pub fn command(&self) -> Result<ZetTijd, Fout> {
        Ok(ZetTijd {
            sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)?,
            fase: uuid_sleutel(&self.fase, "Sessiefase", "fase").map(FaseId)?,
            seconden: self.seconden,
        })
    }
}

/// Laat iedereen de notities van een fase zien.
#[derive(InputObject)]
pub struct ToonNotitiesInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// De fase.
    fase: ID,
}

impl ToonNotitiesInput {
    pub fn command(&self) -> Result<ToonNotities, Fout> {
        Ok(ToonNotities {
            sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)?,
            fase: uuid_sleutel(&self.fase, "Sessiefase", "fase").map(FaseId)?,
        })
    }
}

/// Sluit een stemming en geeft de uitslag.
#[derive(InputObject)]
pub struct SluitStemmingInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// De fase.
    fase: ID,
}

impl SluitStemmingInput {
    pub fn command(&self) -> Result<SluitStemming, Fout> {
        Ok(SluitStemming {
            sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)?,
            fase: uuid_sleutel(&self.fase, "Sessiefase", "fase").map(FaseId)?,
        })
    }
}

/// Begint een fase opnieuw: haar notities verdwijnen, of haar stemming begint weer bij nul.
#[derive(InputObject)]
pub struct WisFaseInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// De fase.
    fase: ID,
}

impl WisFaseInput {
    pub fn command(&self) -> Result<WisFase, Fout> {
        Ok(WisFase {
            sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)?,
            fase: uuid_sleutel(&self.fase, "Sessiefase", "fase").map(FaseId)?,
        })
    }
}

/// Zet de notities terug die verdwenen toen een fase opnieuw begon.
#[derive(InputObject)]
pub struct HerstelFaseInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// De fase.
    fase: ID,
}

impl HerstelFaseInput {
    pub fn command(&self) -> Result<HerstelFase, Fout> {
        Ok(HerstelFase {
            sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)?,
            fase: uuid_sleutel(&self.fase, "Sessiefase", "fase").map(FaseId)?,
        })
    }
}

/// Rondt een sessie af: er verandert niets meer en het verslag is klaar.
#[derive(InputObject)]
pub struct RondSessieAfInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
}

impl RondSessieAfInput {
    pub fn command(&self) -> Result<RondSessieAf, Fout> {
        Ok(RondSessieAf { sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)? })
    }
}

/// Laat een tweede persoon de sessie mee leiden.
#[derive(InputObject)]
pub struct DraagOverInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// Wie.
    aan: ID,
}

impl DraagOverInput {
    pub fn command(&self) -> Result<DraagOver, Fout> {
        Ok(DraagOver {
            sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)?,
            aan: uuid_sleutel(&self.aan, "Persoon", "aan").map(PersoonId)?,
        })
    }
}

/// Laat iemand binnen die bij de deur wacht.
#[derive(InputObject)]
pub struct LaatToeInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De deelnemer.
    gast: ID,
}

impl LaatToeInput {
    pub fn command(&self) -> Result<LaatToe, Fout> {
        Ok(LaatToe { gast: uuid_sleutel(&self.gast, "Deelnemer", "gast").map(GastId)? })
    }
}

/// Haalt iemand uit de sessie.
#[derive(InputObject)]
pub struct VerwijderGastInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De deelnemer.
    gast: ID,
}

impl VerwijderGastInput {
    pub fn command(&self) -> Result<VerwijderGast, Fout> {
        Ok(VerwijderGast { gast: uuid_sleutel(&self.gast, "Deelnemer", "gast").map(GastId)? })
    }
}

/// Zet een notitie op het bord, of laat haar weg.
#[derive(InputObject)]
pub struct BeoordeelNotitieInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De notitie.
    notitie: ID,
    /// Wat ermee gebeurt.
    tonen: Oordeel,
}

impl BeoordeelNotitieInput {
    pub fn command(&self) -> Result<BeoordeelNotitie, Fout> {
        Ok(BeoordeelNotitie {
            notitie: uuid_sleutel(&self.notitie, "Notitie", "notitie").map(NotitieId)?,
            tonen: self.tonen,
        })
    }
}

/// Zet een notitie in een groep, of haalt haar eruit.
#[derive(InputObject)]
pub struct VerplaatsNotitieInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De notitie.
    notitie: ID,
    /// De groep; leeg: los op het bord.
    groep: Option<ID>,
}

impl VerplaatsNotitieInput {
    pub fn command(&self) -> Result<VerplaatsNotitie, Fout> {
        Ok(VerplaatsNotitie {
            notitie: uuid_sleutel(&self.notitie, "Notitie", "notitie").map(NotitieId)?,
            groep: self
                .groep
                .as_ref()
                .map(|id| uuid_sleutel(id, "Notitiegroep", "groep").map(NotitiegroepId))
                .transpose()?,
        })
    }
}

/// Zet notities bij elkaar onder een naam.
#[derive(InputObject)]
pub struct MaakGroepInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// De naam, 1 tot 120 tekens.
    naam: String,
    /// De notities.
    notities: Vec<ID>,
}

impl MaakGroepInput {
    pub fn command(&self) -> Result<MaakGroep, Fout> {
        Ok(MaakGroep {
            sessie: uuid_sleutel(&self.sessie, "Sessie", "sessie").map(SessieId)?,
            naam: self.naam.clone(),
            notities: self
                .notities
                .iter()
                .map(|id| uuid_sleutel(id, "Notitie", "notities").map(NotitieId))
                .collect::<Result<_, _>>()?,
        })
    }
}

/// Geeft een groep een andere naam.
#[derive(InputObject)]
pub struct HernoemGroepInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De groep.
    groep: ID,
    /// De naam, 1 tot 120 tekens.
    naam: String,
}

impl HernoemGroepInput {
    pub fn command(&self) -> Result<HernoemGroep, Fout> {
        Ok(HernoemGroep {
            groep: uuid_sleutel(&self.groep, "Notitiegroep", "groep").map(NotitiegroepId)?,
            naam: self.naam.clone(),
        })
    }
}

/// Haalt een groep uit elkaar; de notities blijven.
#[derive(InputObject)]
pub struct HefGroepOpInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De groep.
    groep: ID,
}

impl HefGroepOpInput {
    pub fn command(&self) -> Result<HefGroepOp, Fout> {
        Ok(HefGroepOp { groep: uuid_sleutel(&self.groep, "Notitiegroep", "groep").map(NotitiegroepId)? })
    }
}
