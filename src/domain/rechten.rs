//! Who may do what: one table, closed where it is silent. Reads, writes and subscriptions ask the same one.
//!
//! A right looks at the row it is about ([`Bereik`], read from the store), never at an argument sent along.

use std::sync::Arc;

use super::{
    fout::{Code, Fout},
    organisatie::{GemeenteId, Hubrol, PersoonId},
    sessies::{GastId, SessieId},
    sporen::Sporen,
};

/// Something one can be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recht {
    /// Read facts, persons and the log of both.
    FeitenLezen,
    FeitenVastleggen,
    /// Keep the map of stakeholders.
    StakeholdersBeheren,
    /// Say who holds a role or sits in a body.
    RollenBezetten,
    /// Add, change and block persons, give and withdraw roles.
    PersonenBeheren,
    /// One's own account: sign in, make tokens, keep track of visits.
    EigenAccount,
    /// Set a password, end sign-ins, withdraw tokens.
    ToegangBeheren,
    TakenLezen,
    TaakMaken,
    /// Edit, assign, move, tick off, archive and restore.
    TaakWijzigen,
    OpmerkingPlaatsen,
    /// Change or remove a remark.
    OpmerkingWijzigen,
    /// Lay down a traject, its functions, boards and columns.
    TrajectInrichten,
    /// Fill in what a gemeente decided.
    BesluitInvullen,
    /// Answer what councils said about a decision.
    PuntenBeantwoorden,
    /// Report, weigh and close risks.
    RisicosBeheren,
    /// Fill in the budget of a function, and what tasks and decisions do to it.
    BudgetBeheren,
    /// Fill in how a function is done in a region, and how far a gemeente is with handing it over.
    OverdrachtInvullen,
    /// Move milestones, say that one was reached, and what each waits for.
    PlanWijzigen,
    /// Read agreements, their texts and what became of them.
    AfsprakenLezen,
    /// Comment on the text of an agreement and suggest changes.
    AfsprakenOpmerken,
    /// Make agreements, write their texts and bring them into consultation.
    AfsprakenSchrijven,
    /// Adopt agreements, let them lapse, replace them.
    AfspraakVaststellen,
    /// Fill in how far a gemeente is with carrying out an agreement.
    UitvoeringInvullen,
    /// Read sessions and their reports.
    SessiesLezen,
    /// Prepare and lead sessions, keep templates.
    SessiesLeiden,
    /// Write and vote in one session: only guests of that session.
    SessieMeedoen,
    /// Start a consent round and bring it from phase to phase.
    RondeLeiden,
    /// Say in a round what a party thinks of a version.
    Ondertekenen,
    /// Lay down where a gemeente deviates from an agreement.
    AfwijkingVastleggen,
    /// Report that an agreement does not work.
    SignaalMelden,
    /// Give a signal an owner and an answer.
    SignaalBehandelen,
    /// Lay down who was told about something.
    InformerenVastleggen,
    /// Read contracts, their comparison and how far harmonisation is.
    ContractenLezen,
    /// Keep the register of contracts, and what is compared.
    ContractenBeheren,
    /// Fill in what is known in the comparison.
    VergelijkingInvullen,
    /// Lay down what was decided about harmonisation.
    HarmonisatieBesluiten,
    /// See what one gemeente contributes: only who speaks for it, and who leads the integration.
    BijdrageInzien,
}

impl Recht {
    pub const ALLE: [Self; 38] = [
        Self::FeitenLezen,
        Self::FeitenVastleggen,
        Self::StakeholdersBeheren,
        Self::RollenBezetten,
        Self::PersonenBeheren,
        Self::EigenAccount,
        Self::ToegangBeheren,
        Self::TakenLezen,
        Self::TaakMaken,
        Self::TaakWijzigen,
        Self::OpmerkingPlaatsen,
        Self::OpmerkingWijzigen,
        Self::TrajectInrichten,
        Self::BesluitInvullen,
        Self::PuntenBeantwoorden,
        Self::RisicosBeheren,
        Self::BudgetBeheren,
        Self::OverdrachtInvullen,
        Self::PlanWijzigen,
        Self::AfsprakenLezen,
        Self::AfsprakenOpmerken,
        Self::AfsprakenSchrijven,
        Self::AfspraakVaststellen,
        Self::UitvoeringInvullen,
        Self::SessiesLezen,
        Self::SessiesLeiden,
        Self::SessieMeedoen,
        Self::RondeLeiden,
        Self::Ondertekenen,
        Self::AfwijkingVastleggen,
        Self::SignaalMelden,
        Self::SignaalBehandelen,
        Self::InformerenVastleggen,
        Self::ContractenLezen,
        Self::ContractenBeheren,
        Self::VergelijkingInvullen,
        Self::HarmonisatieBesluiten,
        Self::BijdrageInzien,
    ];

    /// Does it change anything? Then a token needs the scope for it.
    fn schrijft(self) -> bool {
        !matches!(
            self,
            Self::FeitenLezen
                | Self::TakenLezen
                | Self::AfsprakenLezen
                | Self::SessiesLezen
                | Self::ContractenLezen
                | Self::BijdrageInzien
        )
    }

    /// The name in the API.
    pub fn naam(self) -> String {
        format!("{self:?}")
    }
}

/// How far a right reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reikwijdte {
    Alles,
    /// Rows that touch the gemeente of the role.
    EigenGemeente,
    /// Rows of the person.
    Eigen,
}

/// What a row touches; the command reads it from the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bereik {
    /// Nothing in particular: only a right over everything will do.
    Alles,
    Gemeenten(Vec<GemeenteId>),
    Persoon(PersoonId),
    /// Only who takes part in this session.
    Sessie(SessieId),
}

/// The table.
pub fn reikwijdte(rol: Hubrol, recht: Recht) -> Option<Reikwijdte> {
    use Hubrol::*;
    use Recht::*;
    use Reikwijdte::*;
    match (recht, rol) {
        (FeitenLezen | TakenLezen | AfsprakenLezen | SessiesLezen | ContractenLezen, _) => Some(Alles),
        (EigenAccount, _) => Some(Eigen),
        (ToegangBeheren, Beheerder) => Some(Alles),
        (ToegangBeheren, _) => Some(Eigen),
        (PersonenBeheren, Beheerder) => Some(Alles),
        (FeitenVastleggen, Beheerder | Kwartiermaker) => Some(Alles),
        (TrajectInrichten, Beheerder | Kwartiermaker) => Some(Alles),
        (BesluitInvullen | PlanWijzigen, Kwartiermaker) => Some(Alles),
        (PuntenBeantwoorden, Kwartiermaker | Procesregisseur) => Some(Alles),
        (BesluitInvullen | OverdrachtInvullen | BudgetBeheren, Accounthouder) => Some(EigenGemeente),
        (BudgetBeheren, Kwartiermaker) => Some(Alles),
        (OverdrachtInvullen, Kwartiermaker | Contractmanager) => Some(Alles),
        (
            TaakMaken | TaakWijzigen | RisicosBeheren | SessiesLeiden | StakeholdersBeheren,
            Kwartiermaker | CoordinatorToegang | Procesregisseur | Contractmanager,
        ) => Some(Alles),
        (RollenBezetten, Beheerder | Kwartiermaker | CoordinatorToegang | Procesregisseur) => Some(Alles),
        (RollenBezetten, Accounthouder) => Some(EigenGemeente),
        (TaakMaken | TaakWijzigen, Accounthouder) => Some(EigenGemeente),
        (OpmerkingPlaatsen, Kijker) => None,
        (OpmerkingPlaatsen, _) => Some(Alles),
        (OpmerkingWijzigen, Kwartiermaker) => Some(Alles),
        (OpmerkingWijzigen, Kijker) => None,
        (OpmerkingWijzigen, _) => Some(Eigen),
        (AfsprakenOpmerken | SignaalMelden, Kijker) => None,
        (AfsprakenOpmerken | SignaalMelden, _) => Some(Alles),
        (RondeLeiden, Kwartiermaker | CoordinatorToegang | Procesregisseur) => Some(Alles),
        (AfwijkingVastleggen, Kwartiermaker | CoordinatorToegang | Procesregisseur) => Some(Alles),
        (Ondertekenen | SignaalBehandelen, Kwartiermaker | CoordinatorToegang | Procesregisseur | Contractmanager) => {
            Some(Alles)
        }
        (InformerenVastleggen, Kwartiermaker | CoordinatorToegang | Procesregisseur | Contractmanager) => Some(Alles),
        (Ondertekenen | AfwijkingVastleggen | InformerenVastleggen, Accounthouder) => Some(EigenGemeente),
        (AfsprakenSchrijven, Kwartiermaker | CoordinatorToegang | Procesregisseur | Contractmanager) => Some(Alles),
        (AfsprakenSchrijven | UitvoeringInvullen, Accounthouder) => Some(EigenGemeente),
        (AfspraakVaststellen, Kwartiermaker | Procesregisseur) => Some(Alles),
        (UitvoeringInvullen, Kwartiermaker | CoordinatorToegang | Procesregisseur) => Some(Alles),
        (ContractenBeheren, Kwartiermaker | Contractmanager) => Some(Alles),
        (VergelijkingInvullen, Kwartiermaker | CoordinatorToegang | Procesregisseur | Contractmanager) => Some(Alles),
        (VergelijkingInvullen, Accounthouder) => Some(EigenGemeente),
        (HarmonisatieBesluiten, Kwartiermaker | Procesregisseur | Contractmanager) => Some(Alles),
        (BijdrageInzien, Kwartiermaker) => Some(Alles),
        (BijdrageInzien, Accounthouder) => Some(EigenGemeente),
        _ => None,
    }
}

/// What a guest has in the place of roles: the way into one session, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gastpas {
    pub sessie: SessieId,
    pub gast: GastId,
    /// False while the guest waits at the door.
    pub binnen: bool,
}

/// Who asks, with the roles in force now.
#[derive(Debug, Clone)]
pub struct Wie {
    /// Private: who looks at it leaves a trace.
    persoon: PersoonId,
    pub rollen: Vec<(Hubrol, Option<GemeenteId>)>,
    /// False for a token that may only read.
    pub schrijven: bool,
    /// Private, as the person is: who is a guest has no roles.
    pas: Option<Gastpas>,
    sporen: Arc<Sporen>,
}

impl Wie {
    pub fn new(persoon: PersoonId, rollen: Vec<(Hubrol, Option<GemeenteId>)>, schrijven: bool) -> Self {
        Self { persoon, rollen, schrijven, pas: None, sporen: Arc::default() }
    }

    /// Someone who takes part in a session, and can do nothing else.
    pub fn gast(pas: Gastpas) -> Self {
        Self { pas: Some(pas), ..Self::new(PersoonId(pas.gast.0), Vec::new(), true) }
    }

    /// The same person, who asks something else: with traces of its own.
    pub fn opnieuw(&self) -> Self {
        Self { pas: self.pas, ..Self::new(self.persoon, self.rollen.clone(), self.schrijven) }
    }

    /// The session of a guest, and whether they are inside. Equal for all of them: it leaves no trace of who.
    pub fn gast_van(&self) -> Option<(SessieId, bool)> {
        self.pas.map(|pas| (pas.sessie, pas.binnen))
    }

    /// The guest that asks, if it is one. An answer that depends on this is for them alone.
    pub fn gastpas(&self) -> Option<Gastpas> {
        if self.pas.is_some() {
            self.sporen.zag_persoon();
        }
        self.pas
    }

    /// Who it is. An answer that depends on this is for them alone.
    pub fn persoon(&self) -> PersoonId {
        self.sporen.zag_persoon();
        self.persoon
    }

    /// What answering this person looked at.
    pub fn sporen(&self) -> &Arc<Sporen> {
        &self.sporen
    }

    /// May they, for a row that touches `bereik`?
    pub fn mag(&self, recht: Recht, bereik: &Bereik) -> bool {
        if recht.schrijft() && !self.schrijven {
            return false;
        }
        if let Some(pas) = self.pas {
            return recht == Recht::SessieMeedoen && pas.binnen && *bereik == Bereik::Sessie(pas.sessie);
        }
        let by_role = self.rollen.iter().any(|(rol, gemeente)| match (reikwijdte(*rol, recht), bereik) {
            (Some(Reikwijdte::Alles), _) => true,
            (Some(Reikwijdte::EigenGemeente), Bereik::Gemeenten(van)) => {
                gemeente.as_ref().is_some_and(|eigen| van.contains(eigen))
            }
            _ => false,
        });
        // Who it is comes last: looked at only when no role decides.
        by_role
            || matches!(bereik, Bereik::Persoon(van) if self.heeft(recht, Reikwijdte::Eigen) && *van == self.persoon())
    }

    /// Does one of their roles give the right this far?
    fn heeft(&self, recht: Recht, reach: Reikwijdte) -> bool {
        self.rollen.iter().any(|(rol, _)| reikwijdte(*rol, recht) == Some(reach))
    }

    /// What decides which rows this person may see: equal for two people, then so are their answers.
    pub fn fingerprint(&self) -> String {
        if let Some(pas) = self.pas {
            return format!("gast/{}/{}", pas.sessie, pas.binnen);
        }
        let mut rollen: Vec<String> =
            self.rollen.iter().map(|(rol, van)| format!("{rol:?}/{}", van.as_ref().map_or("", |van| &van.0))).collect();
        rollen.sort();
        rollen.dedup();
        format!("{}{}", rollen.join(","), if self.schrijven { "" } else { "-" })
    }
}

/// Refuses, with what to do about it, what `wie` may not do.
pub fn toets(wie: &Wie, recht: Recht, bereik: &Bereik) -> Result<(), Fout> {
    if wie.mag(recht, bereik) {
        return Ok(());
    }
    let bericht = if recht.schrijft() && !wie.schrijven {
        "Dit token mag alleen lezen. Maak een token met de scope SCHRIJVEN."
    } else if wie.heeft(recht, Reikwijdte::EigenGemeente) {
        "Dit mag je alleen voor je eigen gemeente. Vraag de kwartiermaker als het toch nodig is."
    } else if wie.heeft(recht, Reikwijdte::Eigen) {
        "Dit mag alleen wie het zelf schreef of om wie het gaat."
    } else if recht == Recht::SessieMeedoen {
        "Dit kan alleen wie meedoet aan deze sessie. Doe mee met de code op het scherm."
    } else {
        "Dit hoort niet bij jouw rol. Vraag de kwartiermaker of de beheerder."
    };
    Err(Fout::new(Code::GeenRecht, bericht))
}
