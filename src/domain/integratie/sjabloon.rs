//! A trajectory as the template of another: the same functions, boards, phases, milestones and decisions, on other days. Pure.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use super::{
    Afhankelijkheid, Besluit, Fase, FaseId, Mijlpaal, MijlpaalId, Stap, Traject, TrajectId, model::*, netwerk::dagen,
};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{Herkomst, ModuleId},
};

/// What somebody wants of a new trajectory.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Start {
    pub naam: String,
    pub omschrijving: String,
    pub module: ModuleId,
    pub streefdatum: Date,
}

/// A trajectory with all that is laid down for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Inrichting {
    pub traject: Traject,
    pub mijlpalen: Vec<Mijlpaal>,
    pub besluiten: Vec<Besluit>,
}

impl Start {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let naam = invoer::tekst("naam", &self.naam, MAX_TITEL)?;
        if sleutel_van(&naam).is_empty() {
            let bericht = "Gebruik in de naam letters of cijfers, dan krijgt het traject een eigen adres.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "naam", bericht));
        }
        invoer::datum("streefdatum", self.streefdatum)?;
        let omschrijving = invoer::vrije_tekst("omschrijving", &self.omschrijving, MAX_OMSCHRIJVING)?;
        Ok(Self { naam, omschrijving, ..self })
    }

    /// The key of the new trajectory: its name, as an address.
    pub fn id(&self) -> TrajectId {
        TrajectId(format!("traject-{}", sleutel_van(&self.naam)))
    }
}

/// Letters and digits of a name, with single dashes between them, not too long for an address.
fn sleutel_van(naam: &str) -> String {
    let plat = naam.to_lowercase().replace(['é', 'è', 'ë', 'ê'], "e").replace(['ï', 'í'], "i").replace(['ö', 'ó'], "o");
    let delen: Vec<_> = plat.split(|c: char| !c.is_ascii_alphanumeric()).filter(|deel| !deel.is_empty()).collect();
    let sleutel: String = delen.join("-").chars().take(60).collect();
    sleutel.trim_end_matches('-').to_owned()
}

impl Inrichting {
    /// The same for a new trajectory: every day moves as far as the target does; nothing was done yet, nobody answered.
    ///
    /// What people filled in stays behind: tasks, cells, risks. Steps that only some gemeenten take keep that only
    /// within the same module. A day that falls out of the life of the hub is refused.
    pub fn voor(&self, start: &Start) -> Result<Self, Fout> {
        let oud = self.traject.streefdatum.or_else(|| self.mijlpalen.iter().map(|een| een.tot).max());
        let verschil = oud.map_or(0, |oud| dagen(oud, start.streefdatum));
        let schuif = |dag: Date| dag.checked_add(verschil.days()).unwrap_or(dag);
        let sleutels = Sleutels(start.id());
        let zelfde_module = self.traject.module == start.module;
        let traject = Traject {
            id: start.id(),
            naam: start.naam.clone(),
            omschrijving: start.omschrijving.clone(),
            module: start.module.clone(),
            streefdatum: Some(start.streefdatum),
            functies: self.traject.functies.iter().map(|functie| sleutels.functie(functie, zelfde_module)).collect(),
            borden: self.traject.borden.iter().map(|bord| sleutels.bord(bord)).collect(),
            fasen: self.traject.fasen.iter().map(|fase| sleutels.fase(fase)).collect(),
            herkomst: self.herkomst(&self.traject.herkomst),
        };
        let mijlpaal = |een: &Mijlpaal| Mijlpaal {
            id: sleutels.mijlpaal(&een.id),
            traject: traject.id.clone(),
            van: schuif(een.van),
            tot: schuif(een.tot),
            na: een
                .na
                .iter()
                .map(|na| Afhankelijkheid { mijlpaal: sleutels.mijlpaal(&na.mijlpaal), wachttijd: na.wachttijd })
                .collect(),
            gereed_op: None,
            herkomst: een.herkomst.as_ref().map(|herkomst| self.herkomst(herkomst)),
            ..een.clone()
        };
        let besluit = |een: &Besluit| Besluit {
            id: super::BesluitId(sleutels.nieuw(&een.id.0)),
            traject: traject.id.clone(),
            module: start.module.clone(),
            peildatum: schuif(een.peildatum),
            stappen: een.stappen.iter().map(|stap| sleutels.stap(stap, zelfde_module)).collect(),
            herkomst: self.herkomst(&een.herkomst),
            ..een.clone()
        };
        let nieuw = Self {
            mijlpalen: self.mijlpalen.iter().map(mijlpaal).collect(),
            besluiten: self.besluiten.iter().map(besluit).collect(),
            traject: traject.clone(),
        };
        let te_ver = |dag: Date| invoer::datum("streefdatum", dag).is_err();
        if nieuw.mijlpalen.iter().any(|een| te_ver(een.van) || te_ver(een.tot))
            || nieuw.besluiten.iter().any(|een| te_ver(een.peildatum))
        {
            let bericht =
                "Met deze streefdatum beginnen mijlpalen voor 2014 of eindigen zij na 2100. Kies een andere dag.";
            return Err(Fout::bij(Code::DatumOngeldig, "streefdatum", bericht));
        }
        Ok(nieuw)
    }

    /// The source stays with what was taken over, with the remark that it was.
    fn herkomst(&self, oud: &Herkomst) -> Herkomst {
        let notitie = format!("Overgenomen uit ‘{}’: nog niet getoetst aan dit traject.", self.traject.naam);
        Herkomst { onzeker: true, notitie: Some(notitie), ..oud.clone() }
    }
}

/// The keys of the parts of a new trajectory: those of the template, with its own behind them.
struct Sleutels(TrajectId);

impl Sleutels {
    fn nieuw(&self, oud: &str) -> String {
        format!("{}@{}", oud.split('@').next().unwrap_or(oud), self.0)
    }

    fn mijlpaal(&self, oud: &MijlpaalId) -> MijlpaalId {
        MijlpaalId(self.nieuw(&oud.0))
    }

    fn functie(&self, oud: &Functie, zelfde_module: bool) -> Functie {
        let nu_in_module_1 = oud.nu_in_module_1.filter(|_| zelfde_module);
        Functie { id: FunctieId(self.nieuw(&oud.id.0)), nu_in_module_1, ..oud.clone() }
    }

    fn bord(&self, oud: &Bord) -> Bord {
        let kolom = |kolom: &Kolom| Kolom { id: KolomId(self.nieuw(&kolom.id.0)), ..kolom.clone() };
        Bord { id: BordId(self.nieuw(&oud.id.0)), kolommen: oud.kolommen.iter().map(kolom).collect(), ..oud.clone() }
    }

    fn fase(&self, oud: &Fase) -> Fase {
        let poort = oud.poort.as_ref().map(|poort| self.mijlpaal(poort));
        Fase { id: FaseId(self.nieuw(&oud.id.0)), poort, ..oud.clone() }
    }

    fn stap(&self, oud: &Stap, zelfde_module: bool) -> Stap {
        Stap {
            id: super::StapId(self.nieuw(&oud.id.0)),
            mijlpaal: oud.mijlpaal.as_ref().map(|id| self.mijlpaal(id)),
            alleen: if zelfde_module { oud.alleen.clone() } else { BTreeSet::new() },
            ..oud.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::organisatie::Bron;

    fn herkomst() -> Herkomst {
        let bron = Bron { document: "Besluit".into(), paragraaf: None };
        Herkomst { bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None }
    }

    fn sjabloon() -> Inrichting {
        let id = TrajectId("traject-oud".into());
        let traject = Traject {
            id: id.clone(),
            naam: "Oud".into(),
            omschrijving: String::new(),
            module: ModuleId("module-1".into()),
            streefdatum: Some(date(2026, 1, 1)),
            functies: Vec::new(),
            borden: Vec::new(),
            fasen: vec![Fase { id: FaseId("f".into()), naam: "Eerst".into(), poort: Some(MijlpaalId("a".into())) }],
            herkomst: herkomst(),
        };
        let mijlpaal = |sleutel: &str, van, tot, na: &[(&str, i32)]| Mijlpaal {
            id: MijlpaalId(sleutel.into()),
            traject: id.clone(),
            volgorde: 1,
            naam: sleutel.into(),
            van,
            tot,
            actoren: Vec::new(),
            na: na
                .iter()
                .map(|(op, wachttijd)| Afhankelijkheid { mijlpaal: MijlpaalId((*op).into()), wachttijd: *wachttijd })
                .collect(),
            voorwaardelijk: false,
            gereed_op: Some(tot),
            vervallen: false,
            herkomst: Some(herkomst()),
        };
        let mijlpalen = vec![
            mijlpaal("a", date(2025, 6, 1), date(2025, 8, 31), &[]),
            mijlpaal("b", date(2026, 1, 1), date(2026, 1, 1), &[("a", -3)]),
        ];
        Inrichting { traject, mijlpalen, besluiten: Vec::new() }
    }

    fn start(naam: &str, streefdatum: Date) -> Start {
        let module = ModuleId("module-2".into());
        Start { naam: naam.into(), omschrijving: String::new(), module, streefdatum }
    }

    #[test]
    fn every_day_moves_as_far_as_the_target_and_nothing_is_done_yet() {
        let nieuw = sjabloon().voor(&start("Jeugd in module 2", date(2028, 1, 1))).unwrap();
        assert_eq!(nieuw.traject.id.0, "traject-jeugd-in-module-2");
        let [a, b] = &nieuw.mijlpalen[..] else { panic!("two milestones") };
        assert_eq!((a.van, a.tot, a.gereed_op), (date(2027, 6, 1), date(2027, 8, 31), None));
        assert_eq!(b.tot, date(2028, 1, 1));
        assert_eq!(nieuw.traject.fasen[0].poort.as_ref(), Some(&a.id));
        assert_eq!((&b.na[0].mijlpaal, b.na[0].wachttijd), (&a.id, -3));
        // A copy of a copy does not get longer and longer keys.
        let nog_een = nieuw.voor(&start("Nog een", date(2029, 1, 1))).unwrap();
        assert_eq!(nog_een.mijlpalen[0].id.0, "a@traject-nog-een");
    }

    #[test]
    fn names_become_addresses_and_what_cannot_be_is_refused() {
        for (naam, sleutel) in [
            ("Jeugdzorg: Midden & Noord", Some("traject-jeugdzorg-midden-noord")),
            ("  Coöperatie  één ", Some("traject-cooperatie-een")),
            ("!!!", None),
            ("", None),
        ] {
            let uitkomst = start(naam, date(2027, 1, 1)).getoetst();
            assert_eq!(uitkomst.ok().map(|start| start.id().0).as_deref(), sleutel, "{naam}");
        }
        let fout = sjabloon().voor(&start("Te vroeg", date(2014, 2, 1))).unwrap_err();
        assert_eq!((fout.code, fout.veld.as_deref()), (Code::DatumOngeldig, Some("streefdatum")));
    }
}
