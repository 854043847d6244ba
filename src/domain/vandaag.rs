//! Vandaag: what waits for me, what is late, what changed since my last visit.

use async_graphql::{Context, Object, Result, SimpleObject};
use jiff::ToSpan;

use super::{
    afspraken::{
        Afspraak, AfspraakId, Fase, Plek, RondeFase, SignaalStand, UitvoeringStatus,
        graphql::{AfspraakNode, HandtekeningNode, RondeNode, SignaalNode},
        mag_lezen,
    },
    graphql::{Aanvraag, aanvraag},
    integratie::{
        HerinneringSoort, Kaart, KolomSoort, Waarover,
        graphql::{BesluitNode, BesluitcelNode, TaakNode, VergaderingNode, op_datum},
    },
    logboek::{GebeurtenisNode, OpmerkingenGewijzigd, Regel, nieuwste},
    node::Node,
    organisatie::{GemeenteId, PersoonId, graphql::PersoonNode},
    rechten::{Bereik, Recht},
    sessies::{Sessiestand, graphql::SessieNode},
    sporen::Lezing,
};
use crate::platform::{
    change_log::read::Filter,
    graphql::{
        relay::parse,
        scalars::{Positie, Tijdstip},
    },
};

/// How far back the page looks; what is older is in the log.
const REGELS: u64 = 500;
/// How many subjects and events per subject the page shows.
const GROEPEN: usize = 30;
const PER_GROEP: usize = 10;
/// So many days ahead a review shows.
const HERZIEN_VOORAF: i64 = 14;
/// So many days ahead meetings show.
const VERGADERINGEN_VOORAF: i64 = 42;
/// What a gemeente has to decide later than this can wait.
const EEN_JAAR: i64 = 365;
/// Where someone is who has an agreement open; what follows is its id.
const BIJ_AFSPRAAK: &str = "afspraak:";

/// Wat met één onderwerp gebeurde sinds het vorige bezoek.
#[derive(SimpleObject)]
pub struct Wijzigingsgroep {
    /// Naam van het onderwerp.
    titel: String,
    /// Het onderwerp.
    onderwerp: Option<Node>,
    /// Hoeveel er gebeurde.
    aantal: usize,
    /// Wat er gebeurde, nieuwste eerst, hooguit tien.
    gebeurtenissen: Vec<GebeurtenisNode>,
}

/// Een afspraak waar nu iemand mee bezig is.
#[derive(SimpleObject)]
pub struct AfspraakOpen {
    /// De afspraak.
    afspraak: AfspraakNode,
    /// Wie haar open heeft, de kijker niet.
    personen: Vec<PersoonNode>,
}

/// Wat er nu loopt.
#[derive(SimpleObject)]
pub struct NuBezig {
    /// Sessies waaraan nu meegedaan wordt.
    sessies: Vec<SessieNode>,
    /// Ronden waarin nu wordt afgestemd.
    rondes: Vec<RondeNode>,
    /// Afspraken die collega’s nu open hebben.
    afspraken: Vec<AfspraakOpen>,
}

/// De dag van de kijker in één blik.
pub struct Vandaag {
    aanvraag: Aanvraag,
    /// What others did since the last visit, newest first.
    regels: Vec<Regel>,
    vorig_bezoek: Option<jiff::Timestamp>,
}

impl Vandaag {
    /// The viewer, and the gemeenten they speak for.
    fn eigen(&self) -> Result<(PersoonId, Vec<GemeenteId>)> {
        let wie = self.aanvraag.wie()?;
        Ok((wie.persoon(), wie.rollen.iter().filter_map(|(_, gemeente)| gemeente.clone()).collect()))
    }

    fn open_taken(&self, keep: impl Fn(&Lezing, &Kaart, KolomSoort) -> bool) -> Vec<TaakNode> {
        let beeld = self.aanvraag.beeld();
        let open = beeld.integratie().kaarten.values().filter(|kaart| {
            let soort = beeld.integratie().kolom_soort(&kaart.taak);
            kaart.taak.gearchiveerd_op.is_none()
                && soort.is_some_and(|soort| soort != KolomSoort::Gereed && keep(&beeld, kaart, soort))
        });
        let positie = self.aanvraag.positie;
        let kaarten = op_datum(open.cloned().collect());
        kaarten.into_iter().map(|kaart| TaakNode { beeld: beeld.clone(), positie, kaart }).collect()
    }
}

/// De dag van de kijker in één blik.
#[Object]
impl Vandaag {
    /// Open taken waarvan de kijker eigenaar is, vroegste vervaldatum eerst.
    async fn mijn_taken(&self) -> Result<Vec<TaakNode>> {
        let ik = self.aanvraag.wie()?.persoon();
        Ok(self.open_taken(|_, kaart, _| kaart.taak.eigenaar == Some(ik)))
    }

    /// Alle open taken die over hun vervaldatum zijn, oudste eerst.
    async fn te_laat(&self) -> Vec<TaakNode> {
        let vandaag = self.aanvraag.vandaag();
        self.open_taken(|_, kaart, soort| kaart.taak.te_laat(soort, vandaag))
    }

    /// Wat er op een handtekening van de kijker wacht: van de eigen gemeente, in ronden waarin getekend wordt.
    async fn te_tekenen(&self) -> Result<Vec<HandtekeningNode>> {
        let eigen: Vec<_> = self.aanvraag.wie()?.rollen.iter().filter_map(|(_, gemeente)| gemeente.clone()).collect();
        let voor = |plek: &Plek| plek.gemeente.as_ref().is_some_and(|gemeente| eigen.contains(gemeente));
        Ok(HandtekeningNode::wachtend(&self.aanvraag.beeld(), self.aanvraag.positie, voor))
    }

    /// Afspraken van de kijker die binnen twee weken weer bekeken worden, of al hadden moeten zijn; vroegste eerst.
    async fn te_herzien(&self) -> Result<Vec<AfspraakNode>> {
        let ik = self.aanvraag.wie()?.persoon();
        let grens = self.aanvraag.vandaag().saturating_add(HERZIEN_VOORAF.days());
        let mut afspraken = AfspraakNode::alle(&self.aanvraag.beeld(), self.aanvraag.positie, |afspraak| {
            let binnenkort = afspraak.inhoud.herzien_op.is_some_and(|op| op <= grens);
            afspraak.inhoud.eigenaar == Some(ik) && afspraak.fase == Fase::Vastgesteld && binnenkort
        });
        afspraken.sort_by_key(|node| node.afspraak.inhoud.herzien_op);
        Ok(afspraken)
    }

    /// Signalen die op de kijker wachten: zelf in behandeling, of over een eigen afspraak en door niemand opgepakt.
    async fn signalen(&self) -> Result<Vec<SignaalNode>> {
        let ik = self.aanvraag.wie()?.persoon();
        let beeld = self.aanvraag.beeld();
        let mijn = |node: &SignaalNode| {
            let afspraak = beeld.afspraken().afspraken.get(&node.signaal.afspraak);
            let behandeling = &node.signaal.behandeling;
            behandeling.stand() != SignaalStand::Teruggekoppeld
                && match behandeling.eigenaar {
                    Some(eigenaar) => eigenaar == ik,
                    None => afspraak.is_some_and(|afspraak| afspraak.inhoud.eigenaar == Some(ik)),
                }
        };
        Ok(SignaalNode::alle(&beeld, self.aanvraag.positie, None).into_iter().filter(mijn).collect())
    }

    /// Besluiten van de eigen gemeente waarvan de termijn loopt of die op de agenda staan, vroegste eerst.
    async fn te_besluiten(&self) -> Result<Vec<BesluitcelNode>> {
        let (ik, eigen) = self.eigen()?;
        let (beeld, positie, vandaag) = (self.aanvraag.beeld(), self.aanvraag.positie, self.aanvraag.vandaag());
        let tot = vandaag.saturating_add(EEN_JAAR.days());
        let alle = beeld.integratie().herinneringen(beeld.organisatie(), ik, vandaag, tot);
        let besluit = |soort| matches!(soort, HerinneringSoort::Termijn | HerinneringSoort::Besluit);
        let mut cellen = Vec::new();
        for een in alle.into_iter().filter(|een| besluit(een.soort)) {
            let (stap, gemeenten) = match een.waarover {
                Waarover::Cel(stap, gemeente) => (stap, vec![gemeente]),
                Waarover::Stap(stap) => (stap, eigen.clone()),
                Waarover::Mijlpaal(_) | Waarover::Taak(_) => continue,
            };
            let Some((van, _)) = beeld.integratie().stap(&stap) else { continue };
            let Some(van) = BesluitNode::vind(&beeld, positie, &van.id, None) else { continue };
            let mijn = gemeenten.iter().filter(|gemeente| eigen.contains(gemeente));
            cellen.extend(mijn.filter_map(|gemeente| BesluitcelNode::van(&van, &stap, gemeente)));
        }
        Ok(cellen)
    }

    /// Vastgestelde afspraken waar de eigen gemeente nog mee aan de slag moet.
    async fn uit_te_voeren(&self) -> Result<Vec<AfspraakNode>> {
        let (_, eigen) = self.eigen()?;
        let beeld = self.aanvraag.beeld();
        let wacht = |afspraak: &Afspraak, gemeente: &GemeenteId| {
            let status = beeld.afspraken().status(&afspraak.id, gemeente);
            afspraak.inhoud.gemeenten.contains(gemeente)
                && matches!(status, UitvoeringStatus::Onbekend | UitvoeringStatus::Gevraagd)
        };
        let open = |afspraak: &Afspraak| {
            afspraak.fase == Fase::Vastgesteld && eigen.iter().any(|gemeente| wacht(afspraak, gemeente))
        };
        Ok(AfspraakNode::alle(&beeld, self.aanvraag.positie, open))
    }

    /// Vergaderingen van de komende zes weken, vroegste eerst.
    async fn vergaderingen(&self) -> Vec<VergaderingNode> {
        let vandaag = self.aanvraag.vandaag();
        let tot = vandaag.saturating_add(VERGADERINGEN_VOORAF.days());
        VergaderingNode::tussen(&self.aanvraag.beeld(), vandaag, tot)
    }

    /// Wat er nu loopt: sessies, ronden, en afspraken die een collega open heeft.
    async fn nu_bezig(&self) -> Result<NuBezig> {
        let wie = self.aanvraag.wie()?;
        let (beeld, positie) = (self.aanvraag.beeld(), self.aanvraag.positie);
        let borden = beeld.sessies().borden.values().filter(|bord| bord.sessie.stand == Sessiestand::Bezig);
        let sessies = borden.map(|bord| SessieNode { beeld: beeld.clone(), positie, bord: bord.clone() }).collect();
        let lopend = beeld.afspraken().rondes.values().filter(|ronde| ronde.fase() != RondeFase::Gesloten);
        let rondes = lopend.filter_map(|ronde| RondeNode::vind(&beeld, positie, ronde.id)).collect();
        let open = self.aanvraag.app().presence().at_places(BIJ_AFSPRAAK);
        let afspraken = open.into_iter().filter_map(|(plek, personen)| {
            let id = AfspraakId(parse(plek.strip_prefix(BIJ_AFSPRAAK)?)?.key);
            let afspraak = AfspraakNode::vind(&beeld, positie, &id)?;
            let anderen = personen.into_iter().map(PersoonId).filter(|persoon| *persoon != wie.persoon());
            let personen: Vec<_> = anderen.filter_map(|persoon| PersoonNode::vind(&beeld, persoon)).collect();
            let zichtbaar = mag_lezen(wie, &afspraak.afspraak);
            (zichtbaar && !personen.is_empty()).then_some(AfspraakOpen { afspraak, personen })
        });
        Ok(NuBezig { sessies, rondes, afspraken: afspraken.collect() })
    }

    /// Opmerkingen waarin de kijker genoemd is sinds het vorige bezoek.
    async fn vermeldingen(&self) -> Result<Vec<OpmerkingenGewijzigd>> {
        use super::{gebeurtenis::Gebeurtenis, integratie::Gebeurtenis as Integratie};
        let ik = self.aanvraag.wie()?.persoon();
        let noemt_mij = |regel: &&Regel| match &*regel.gebeurtenis {
            Gebeurtenis::Integratie(Integratie::OpmerkingGeplaatst { opmerking, .. }) => {
                opmerking.vermelde.contains(&ik)
            }
            Gebeurtenis::Integratie(Integratie::OpmerkingGewijzigd { van, naar, .. }) => {
                naar.vermelde.contains(&ik) && !van.vermelde.contains(&ik)
            }
            _ => false,
        };
        Ok(self.regels.iter().filter(noemt_mij).cloned().map(OpmerkingenGewijzigd).collect())
    }

    /// Wanneer de kijker hier het laatst was; leeg: nog nooit.
    async fn vorig_bezoek(&self) -> Option<Tijdstip> {
        self.vorig_bezoek.map(Tijdstip)
    }

    /// Wat anderen deden sinds het vorige bezoek, per onderwerp, nieuwste eerst.
    async fn gewijzigd(&self) -> Vec<Wijzigingsgroep> {
        let mut groepen: Vec<(String, Vec<&Regel>)> = Vec::new();
        for regel in &self.regels {
            let sleutel = format!("{}:{}", regel.entry.subject_kind, regel.entry.subject_key);
            match groepen.iter_mut().find(|(ander, _)| *ander == sleutel) {
                Some((_, regels)) => regels.push(regel),
                None => groepen.push((sleutel, vec![regel])),
            }
        }
        let groep = |regels: Vec<&Regel>| {
            let eerste = regels.first()?;
            let entry = &eerste.entry;
            Some(Wijzigingsgroep {
                titel: eerste.titel(),
                onderwerp: Node::vind(&eerste.beeld, self.aanvraag.positie, &entry.subject_kind, &entry.subject_key),
                aantal: regels.len(),
                gebeurtenissen: regels.into_iter().take(PER_GROEP).cloned().map(GebeurtenisNode::from).collect(),
            })
        };
        groepen.into_iter().take(GROEPEN).filter_map(|(_, regels)| groep(regels)).collect()
    }

    /// De plek in het logboek waarop dit gelezen is; meld haar met markeerGezien.
    async fn positie(&self) -> Positie {
        Positie(self.aanvraag.positie)
    }
}

/// Wat je over vandaag kunt vragen.
#[derive(Default)]
pub struct VandaagQuery;

#[Object]
impl VandaagQuery {
    /// Wat op de kijker wacht, wat te laat is en wat er veranderde sinds het vorige bezoek.
    #[graphql(complexity = "20 + child_complexity")]
    async fn vandaag(&self, ctx: &Context<'_>) -> Result<Vandaag> {
        let aanvraag = aanvraag(ctx);
        let ik = aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?.persoon();
        let bezoek = aanvraag.beeld().toegang().bezoeken.get(&ik).cloned();
        // On a first visit everything is new: then only what the page can show matters.
        let filter = Filter { after: bezoek.as_ref().map(|bezoek| bezoek.tot), ..Filter::default() };
        let mut regels = nieuwste(aanvraag, filter, REGELS).await?;
        regels.retain(|regel| regel.entry.actor.is_some_and(|actor| actor != ik.0));
        Ok(Vandaag { aanvraag: aanvraag.clone(), regels, vorig_bezoek: bezoek.map(|bezoek| bezoek.op) })
    }
}
