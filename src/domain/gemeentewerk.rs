//! Gemeentewerk: what waits for one gemeente, and through which bodies a decision must go; for its accounthouder, and for
//! whoever takes over.

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{
    afspraken::{
        Fase, Plek, SignaalStand, UitvoeringStatus,
        graphql::{AfspraakNode, HandtekeningNode, SignaalNode, UitvoeringNode},
    },
    fout::Fout,
    graphql::{Aanvraag, aanvraag, sleutel},
    gremia::volgende,
    integratie::{
        CelStatus, Hoedanigheid,
        graphql::{BesluitNode, BesluitcelNode, VergaderingNode},
    },
    organisatie::{GemeenteId, graphql::RolNode},
    rechten::{Bereik, Recht},
    sporen::Lezing,
};

/// Een stap van een besluit: welk gremium haar zet, als wat, en wanneer het vergadert.
#[derive(SimpleObject)]
pub struct Gremiumstap {
    /// Wat deze gemeente in de stap deed.
    cel: BesluitcelNode,
    /// Het gremium dat de stap zet.
    gremium: RolNode,
    /// Als wat het besluit; leeg: het besluit hier niet.
    hoedanigheid: Option<Hoedanigheid>,
    /// Is de stap voor deze gemeente gezet?
    gezet: bool,
    /// De eerstvolgende vergadering van het gremium; leeg: die staat in geen kalender.
    vergadering: Option<VergaderingNode>,
}

/// De weg van een besluit door de gremia, voor één gemeente.
#[derive(SimpleObject)]
pub struct Besluitweg {
    /// Het besluit.
    besluit: BesluitNode,
    /// Elke stap, van eerst naar laatst.
    stappen: Vec<Gremiumstap>,
}

/// Wat er op een gemeente wacht.
#[derive(SimpleObject)]
pub struct Gemeentewerk {
    /// Vastgestelde afspraken die deze gemeente nog niet uitvoert.
    uitvoering: Vec<UitvoeringNode>,
    /// Wat op een handtekening van deze gemeente wacht.
    te_tekenen: Vec<HandtekeningNode>,
    /// Signalen uit deze gemeente die nog niet zijn afgehandeld.
    signalen: Vec<SignaalNode>,
    /// Besluiten die nog door gremia moeten.
    besluiten: Vec<Besluitweg>,
}

fn uitvoering(beeld: &Lezing, aanvraag: &Aanvraag, gemeente: &GemeenteId) -> Vec<UitvoeringNode> {
    let afspraken = AfspraakNode::alle(beeld, aanvraag.positie, |afspraak| {
        let sleutel = (afspraak.id.clone(), gemeente.clone());
        let cel = beeld.afspraken().uitvoering.get(&sleutel);
        let status = cel.map(|cel| cel.inhoud.status).unwrap_or_default();
        let klaar = matches!(status, UitvoeringStatus::Gereed | UitvoeringStatus::NietVanToepassing);
        afspraak.fase == Fase::Vastgesteld && !klaar
    });
    afspraken.iter().filter_map(|afspraak| UitvoeringNode::van(afspraak, gemeente)).collect()
}

fn signalen(beeld: &Lezing, aanvraag: &Aanvraag, gemeente: &GemeenteId) -> Vec<SignaalNode> {
    let open = beeld.afspraken().signalen.values().filter(|signaal| {
        signaal.gemeente.as_ref() == Some(gemeente) && signaal.behandeling.stand() != SignaalStand::Teruggekoppeld
    });
    open.filter_map(|signaal| SignaalNode::vind(beeld, aanvraag.positie, signaal.id)).collect()
}

/// The steps of each decision this gemeente takes part in, as long as one of them is not done.
fn besluiten(beeld: &Lezing, aanvraag: &Aanvraag, gemeente: &GemeenteId) -> Vec<Besluitweg> {
    let (integratie, vandaag) = (beeld.integratie(), aanvraag.vandaag());
    let weg = |besluit: BesluitNode| {
        let stap = |stap: &super::integratie::Stap| {
            let cel = BesluitcelNode::van(&besluit, &stap.id, gemeente)?;
            let inhoud = integratie.inhoud(stap, gemeente).cloned().unwrap_or_default();
            let gremium = inhoud.gremium.as_ref().unwrap_or(&stap.gremium);
            let vergadering = volgende(integratie, gremium, vandaag);
            Some(Gremiumstap {
                cel,
                gremium: RolNode::vind(beeld, gremium)?,
                hoedanigheid: inhoud.hoedanigheid.or(stap.hoedanigheid),
                gezet: matches!(inhoud.status, CelStatus::Gedaan | CelStatus::GeenZienswijze | CelStatus::Geweigerd),
                vergadering: vergadering.and_then(|een| VergaderingNode::vind(beeld, een.id)),
            })
        };
        let stappen: Vec<_> = besluit.besluit.stappen.iter().filter_map(stap).collect();
        let open = stappen.iter().any(|stap| !stap.gezet);
        open.then_some(Besluitweg { besluit: besluit.clone(), stappen })
    };
    let alle = integratie.besluiten.keys().filter_map(|id| BesluitNode::vind(beeld, aanvraag.positie, id, None));
    alle.filter(|besluit| besluit.deelnemers().contains(gemeente)).filter_map(weg).collect()
}

/// Wat je over het werk voor een gemeente kunt vragen.
#[derive(Default)]
pub struct GemeentewerkQuery;

#[Object]
impl GemeentewerkQuery {
    /// Wat er op een gemeente wacht, en door welke gremia haar besluiten gaan.
    #[graphql(complexity = "30 + child_complexity")]
    async fn gemeentewerk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De gemeente.")] gemeente: ID,
    ) -> Result<Option<Gemeentewerk>> {
        let aanvraag = aanvraag(ctx);
        for recht in [Recht::FeitenLezen, Recht::TakenLezen, Recht::AfsprakenLezen] {
            aanvraag.eis(recht, &Bereik::Alles)?;
        }
        let id = sleutel(&gemeente, "Gemeente", "gemeente").map(GemeenteId).map_err(Fout::top_level)?;
        let beeld = aanvraag.beeld();
        if !beeld.organisatie().gemeenten.contains_key(&id) {
            return Ok(None);
        }
        let voor = |plek: &Plek| plek.gemeente.as_ref() == Some(&id);
        Ok(Some(Gemeentewerk {
            uitvoering: uitvoering(&beeld, aanvraag, &id),
            te_tekenen: HandtekeningNode::wachtend(&beeld, aanvraag.positie, voor),
            signalen: signalen(&beeld, aanvraag, &id),
            besluiten: besluiten(&beeld, aanvraag, &id),
        }))
    }
}
