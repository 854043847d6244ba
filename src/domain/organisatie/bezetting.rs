//! Who holds a role or sits in a body, for which gemeente, from–to, and who stands in. The roles that people have in the
//! hub are known from their aanstellingen; these are all the others. Pure.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Aanstelling, BezettingId, GemeenteId, Hubrol, PersoonId, RolId, Toestand};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
};

/// The longest name of a function.
const MAX_FUNCTIE: usize = 120;

/// Somebody holds a role or sits in a body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bezetting {
    pub id: BezettingId,
    pub rol: RolId,
    pub gemeente: Option<GemeenteId>,
    /// `None`: somebody who does not work in the hub; the function says who.
    pub persoon: Option<PersoonId>,
    /// "wethouder sociaal domein". Never a name.
    pub functie: String,
    pub van: Date,
    /// Both days inclusive.
    pub tot: Option<Date>,
    pub vervanger: Option<PersoonId>,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

impl Bezetting {
    /// Is it in force on `dag`?
    pub fn geldt_op(&self, dag: Date) -> bool {
        self.van <= dag && self.tot.is_none_or(|tot| dag <= tot)
    }

    /// As people say who it is.
    pub fn houder(&self, toestand: &Toestand) -> String {
        let persoon = self.persoon.and_then(|id| toestand.personen.get(&id));
        persoon.map_or_else(|| self.functie.clone(), |persoon| persoon.naam.clone())
    }

    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self, toestand: &Toestand) -> Result<Self, Fout> {
        let weg = |veld: &str, bericht: &str| Err(Fout::bij(Code::NietGevonden, veld, bericht));
        if !toestand.rollen.contains_key(&self.rol) {
            return weg("rol", "Deze rol bestaat niet. Kies een andere.");
        }
        if Hubrol::ALLE.iter().any(|hubrol| hubrol.rol().as_ref() == Some(&self.rol)) {
            let bericht = "Deze rol heeft men in de hub zelf. De beheerder geeft haar bij Personen.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "rol", bericht));
        }
        if self.gemeente.as_ref().is_some_and(|id| !toestand.gemeenten.contains_key(id)) {
            return weg("gemeente", "Deze gemeente bestaat niet. Kies een andere.");
        }
        for (veld, persoon) in [("persoon", self.persoon), ("vervanger", self.vervanger)] {
            if persoon.is_some_and(|id| !toestand.is_actief(id)) {
                return weg(veld, "Deze persoon werkt niet (meer) in de hub. Kies een andere.");
            }
        }
        if self.vervanger.is_some() && self.vervanger == self.persoon {
            let bericht = "Iemand kan zichzelf niet vervangen. Kies een ander.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "vervanger", bericht));
        }
        let functie = invoer::vrije_tekst("functie", &self.functie, MAX_FUNCTIE)?;
        if functie.is_empty() && self.persoon.is_none() {
            let bericht = "Kies wie het is, of schrijf de functie op.";
            return Err(Fout::bij(Code::Verplicht, "functie", bericht));
        }
        let van = invoer::datum("van", self.van)?;
        let tot = self.tot.map(|tot| invoer::datum("tot", tot)).transpose()?;
        if tot.is_some_and(|tot| tot < van) {
            let bericht = "De einddatum ligt voor de begindatum. Kies een latere einddatum.";
            return Err(Fout::bij(Code::DatumOngeldig, "tot", bericht));
        }
        Ok(Self { functie, ..self })
    }

    /// Refuses to overwrite what somebody else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander heeft dit net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }
}

/// Somebody in a role, wherever that is known from.
#[derive(Debug, Clone, PartialEq)]
pub enum Houder {
    /// By their role in the hub.
    Aanstelling(Aanstelling),
    Bezetting(Bezetting),
}

impl Toestand {
    /// Everybody for whom `wens` holds (role, gemeente) on `dag`.
    pub fn houders(&self, dag: Date, wens: impl Fn(&RolId, Option<&GemeenteId>) -> bool) -> Vec<Houder> {
        let aanstellingen = self.aanstellingen.values().filter(|een| {
            let past = een.hubrol.rol().is_some_and(|rol| wens(&rol, een.gemeente.as_ref()));
            past && een.geldt_op(dag) && self.is_actief(een.persoon)
        });
        let bezettingen =
            self.bezettingen.values().filter(|een| een.geldt_op(dag) && wens(&een.rol, een.gemeente.as_ref()));
        let aanstellingen = aanstellingen.cloned().map(Houder::Aanstelling);
        aanstellingen.chain(bezettingen.map(|een| Houder::Bezetting(een.as_ref().clone()))).collect()
    }

    /// Has the gemeente someone who speaks for it on `dag`, in their own name?
    pub fn heeft_accounthouder(&self, gemeente: &GemeenteId, dag: Date) -> bool {
        self.aanstellingen.values().any(|een| {
            een.hubrol == Hubrol::Accounthouder
                && een.gemeente.as_ref() == Some(gemeente)
                && een.vervangt.is_none()
                && een.geldt_op(dag)
                && self.is_actief(een.persoon)
        })
    }
}
