//! How far harmonisation is: all together, and per element, domain and region.

use std::collections::BTreeSet;

use async_graphql::SimpleObject;
use jiff::civil::Date;

use super::ContractNode;
use crate::{
    domain::{
        contracten::{Attribuut, ContractId, Graad, Harmonisatiestand, STREKEN, Standen, Sturingselement, Toestand},
        organisatie::{
            self, RegioId,
            graphql::{DomeinNode, GemeenteNode, RegioNode},
        },
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::scalars::{Datum, Positie},
    },
};

/// Hoeveel attributen in één stand staan.
#[derive(SimpleObject, Clone)]
#[graphql(name = "Harmonisatietelling")]
pub struct TellingNode {
    /// De stand.
    stand: Harmonisatiestand,
    /// Hoeveel attributen.
    aantal: usize,
    /// Van de honderd attributen; leeg: er zijn er geen.
    procent: Option<f64>,
    /// Van de honderd inwoners, per attribuut geteld; leeg: inwoners zijn niet bekend.
    procent_gewogen: Option<f64>,
}

/// Hoe ver een groep attributen is.
#[derive(SimpleObject, Clone)]
#[graphql(name = "Harmonisatiestanden")]
pub struct StandenNode {
    /// Hoeveel attributen er zijn.
    totaal: usize,
    /// Per stand, altijd alle zes.
    standen: Vec<TellingNode>,
}

impl From<&Graad> for StandenNode {
    fn from(graad: &Graad) -> Self {
        let telling = |stand: Harmonisatiestand| TellingNode {
            stand,
            aantal: graad.aantal[stand as usize],
            procent: graad.procent(stand),
            procent_gewogen: graad.procent_gewogen(stand),
        };
        Self { totaal: graad.totaal(), standen: Harmonisatiestand::ALLE.into_iter().map(telling).collect() }
    }
}

/// Hoe ver één sturingselement is.
#[derive(SimpleObject)]
pub struct GraadPerElement {
    /// Het sturingselement.
    element: Sturingselement,
    /// Hoe het heet.
    naam: &'static str,
    /// Alle regio's samen.
    samen: StandenNode,
    /// Elke regio apart: Noord, MLO en MLW.
    per_regio: Vec<GraadPerRegio>,
}

/// Hoe ver één domein is.
#[derive(SimpleObject)]
pub struct GraadPerDomein {
    /// Het domein.
    domein: DomeinNode,
    /// Hoe ver.
    samen: StandenNode,
}

/// Hoe ver één contract of segment is: de attributen die erin staan.
#[derive(SimpleObject)]
pub struct GraadPerContract {
    /// Het contract of segment.
    contract: ContractNode,
    /// Hoe ver.
    samen: StandenNode,
}

/// Hoe ver één regio is.
#[derive(SimpleObject)]
pub struct GraadPerRegio {
    /// De regio.
    regio: RegioNode,
    /// Hoe ver.
    samen: StandenNode,
}

/// Het aantal inwoners waarmee gewogen wordt.
#[derive(SimpleObject)]
#[graphql(name = "GemeenteInwoners")]
pub struct InwonersNode {
    /// De gemeente.
    gemeente: GemeenteNode,
    /// Hoeveel inwoners.
    aantal: i32,
    /// Waar het uit blijkt.
    bron: String,
    /// Van welke dag het is.
    peildatum: Datum,
    /// Is het zeker?
    zeker: bool,
}

/// Hoe ver Noord en Midden gelijk zijn, op een dag.
#[derive(SimpleObject)]
#[graphql(name = "Harmonisatiegraad")]
pub struct GraadNode {
    /// De plek in het logboek waarop dit gelezen is.
    positie: Positie,
    /// De dag waarvan dit is.
    op: Datum,
    /// Alle attributen samen.
    samen: StandenNode,
    /// Per sturingselement.
    per_element: Vec<GraadPerElement>,
    /// Per domein; een attribuut over meer domeinen telt in elk daarvan.
    per_domein: Vec<GraadPerDomein>,
    /// Per contract of segment waar attributen in staan.
    per_contract: Vec<GraadPerContract>,
    /// Per regio.
    per_regio: Vec<GraadPerRegio>,
    /// De inwoners waarmee gewogen wordt; wie ontbreekt, is niet bekend.
    inwoners: Vec<InwonersNode>,
}

/// Hoe ver het op één dag was.
#[derive(SimpleObject)]
#[graphql(name = "Harmonisatieverloop")]
pub struct VerloopNode {
    /// De dag.
    pub op: Datum,
    /// Hoe ver het aan het einde van die dag was.
    pub samen: StandenNode,
}

/// The residents of the regions; `None` when those of any gemeente are unknown.
pub fn inwoners(organisatie: &organisatie::Toestand, toestand: &Toestand) -> Option<[i64; 3]> {
    let van = |regio: &str| {
        let regio = RegioId(regio.to_owned());
        let mut leden = organisatie.gemeenten.values().filter(|een| organisatie.hoort_bij(een, &regio)).peekable();
        leden.peek()?;
        leden.map(|een| toestand.inwoners.get(&een.id).map(|een| i64::from(een.aantal))).sum::<Option<i64>>()
    };
    let [noord, mlo, mlw] = STREKEN.map(van);
    Some([noord?, mlo?, mlw?])
}

impl GraadNode {
    pub fn van(beeld: &Lezing, positie: Position, op: Date) -> Self {
        let (toestand, organisatie) = (beeld.contracten(), beeld.organisatie());
        let inwoners = inwoners(organisatie, toestand);
        let rijen = toestand.rijen();
        let graad = |streek: Option<usize>, wens: &dyn Fn(&Attribuut) -> bool| -> StandenNode {
            let gekozen = rijen.iter().filter(|een| wens(een));
            let standen: Vec<&Standen> = gekozen.filter_map(|een| toestand.standen.get(&een.id)).collect();
            (&Graad::van(standen.into_iter(), inwoners, streek)).into()
        };
        let per_regio = |wens: &dyn Fn(&Attribuut) -> bool| -> Vec<GraadPerRegio> {
            let regio = |id: &str| RegioNode::vind(beeld, &RegioId(id.to_owned()));
            let genummerd = STREKEN.into_iter().enumerate();
            genummerd
                .filter_map(|(nummer, id)| Some(GraadPerRegio { regio: regio(id)?, samen: graad(Some(nummer), wens) }))
                .collect()
        };
        let per_element = Sturingselement::ALLE.into_iter().map(|element| {
            let wens = move |een: &Attribuut| een.inhoud.element == element;
            GraadPerElement { element, naam: element.naam(), samen: graad(None, &wens), per_regio: per_regio(&wens) }
        });
        let per_domein = DomeinNode::alle(beeld, |_| true).into_iter().map(|domein| {
            let id = domein.feit.id.clone();
            GraadPerDomein { domein, samen: graad(None, &|een| een.inhoud.domeinen.contains(&id)) }
        });
        let houdt_vast: Vec<BTreeSet<ContractId>> = rijen
            .iter()
            .map(|een| toestand.contracten_van(een).iter().map(|contract| contract.id.clone()).collect())
            .collect();
        let houdt = |attribuut: &Attribuut, contract: &ContractId| {
            let plaats = rijen.iter().position(|een| een.id == attribuut.id);
            plaats.and_then(|plaats| houdt_vast.get(plaats)).is_some_and(|ids| ids.contains(contract))
        };
        let per_contract = ContractNode::alle(beeld, positie).into_iter().filter_map(|contract| {
            let id = contract.contract.id.clone();
            let samen = graad(None, &|een| houdt(een, &id));
            (samen.totaal > 0).then_some(GraadPerContract { contract, samen })
        });
        let inwoners_van = toestand.inwoners.values().filter_map(|een| {
            Some(InwonersNode {
                gemeente: GemeenteNode::vind(beeld, &een.gemeente)?,
                aantal: een.aantal,
                bron: een.bron.clone(),
                peildatum: Datum(een.peildatum),
                zeker: een.zeker,
            })
        });
        Self {
            positie: Positie(positie),
            op: Datum(op),
            samen: graad(None, &|_| true),
            per_element: per_element.collect(),
            per_domein: per_domein.collect(),
            per_contract: per_contract.collect(),
            per_regio: per_regio(&|_| true),
            inwoners: inwoners_van.collect(),
        }
    }
}
