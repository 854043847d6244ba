//! One agreement.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{
    AfwijkingNode, KanttekeningNode, RondeNode, SignaalNode, UitkomstNode, UitvoeringNode, VersieNode,
    stap::{StapNode, stappen},
    tekst::{ArtikelVerschilNode, TekstNode, verschillen},
    uitvoering::RegionaalNode,
};
use crate::{
    domain::{
        afspraken::{
            Afspraak, AfspraakId, Bronstand, Fase, Inhoud, Partij, Stuk, bereik_van, keert_terug, mag_opmerken,
            mag_schrijven,
        },
        graphql::aanvraag,
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::{
            GemeenteId,
            graphql::{DomeinNode, GemeenteNode, Herkomst, ModuleNode, PersoonNode, RegioNode, RolNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            page::Window,
            relay::global_id,
            scalars::{Datum, DeelsDatum, Positie, Tijdstip},
        },
    },
};

/// Wat partijen met elkaar afspreken, en waar het geldt.
#[derive(Clone)]
pub struct AfspraakNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub afspraak: Arc<Afspraak>,
}

/// Het stuk van een gremium achter een afspraak.
#[derive(SimpleObject)]
pub struct AfspraakStuk {
    /// Hoe het stuk heet.
    titel: String,
    /// Van wie het is.
    gremium: Option<RolNode>,
    /// Van welke dag het is.
    datum: Option<Datum>,
    /// Waar het te lezen is.
    adres: Option<String>,
}

/// Hoe ver een bron zegt dat een afspraak is.
#[derive(SimpleObject)]
pub struct AfspraakBronstand {
    /// In de woorden van de bron.
    stand: String,
    /// Wanneer dat zo was.
    peildatum: DeelsDatum,
}

impl AfspraakNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: &AfspraakId) -> Option<Self> {
        let afspraak = beeld.afspraken().afspraken.get(id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, afspraak })
    }

    /// Those for which `wens` holds, by name.
    pub fn alle(beeld: &Lezing, positie: Position, wens: impl Fn(&Afspraak) -> bool) -> Vec<Self> {
        let mut afspraken: Vec<_> =
            beeld.afspraken().afspraken.values().filter(|afspraak| wens(afspraak)).cloned().collect();
        afspraken.sort_by_cached_key(|afspraak| (afspraak.inhoud.naam.to_lowercase(), afspraak.id.clone()));
        afspraken.into_iter().map(|afspraak| Self { beeld: beeld.clone(), positie, afspraak }).collect()
    }

    fn inhoud(&self) -> &Inhoud {
        &self.afspraak.inhoud
    }

    fn ander(&self, id: &AfspraakId) -> Option<Self> {
        Self::vind(&self.beeld, self.positie, id)
    }

    fn stuk(&self, stuk: &Stuk) -> AfspraakStuk {
        AfspraakStuk {
            titel: stuk.titel.clone(),
            gremium: stuk.gremium.as_ref().and_then(|id| RolNode::vind(&self.beeld, id)),
            datum: stuk.datum.map(Datum),
            adres: stuk.adres.clone(),
        }
    }
}

/// Wat partijen met elkaar afspreken, en waar het geldt.
#[Object(name = "Afspraak")]
impl AfspraakNode {
    /// Adres van deze afspraak.
    pub async fn id(&self) -> ID {
        global_id("Afspraak", &self.afspraak.id)
    }

    /// De plek in het logboek waarop dit gelezen is.
    async fn positie(&self) -> Positie {
        Positie(self.positie)
    }

    /// Hoe zij heet, hooguit 200 tekens.
    async fn naam(&self) -> &str {
        &self.inhoud().naam
    }

    /// Wat er in het kort afgesproken wordt; leeg als dat er nog niet staat.
    async fn omschrijving(&self) -> &str {
        &self.inhoud().omschrijving
    }

    /// Wat voor afspraak het is, bijvoorbeeld werkafspraak of data-afspraak; leeg: niet gezegd.
    async fn soort(&self) -> &str {
        &self.inhoud().soort
    }

    /// De domeinen waar zij over gaat; geen: alle.
    async fn domeinen(&self) -> Vec<DomeinNode> {
        self.inhoud().domeinen.iter().filter_map(|id| DomeinNode::vind(&self.beeld, id)).collect()
    }

    /// De modules waar die domeinen bij horen.
    async fn modules(&self) -> Vec<ModuleNode> {
        let domeinen = &self.inhoud().domeinen;
        ModuleNode::alle(&self.beeld, |module| module.domeinen.iter().any(|domein| domeinen.contains(domein)))
    }

    /// Wie haar met elkaar maken.
    async fn partijen(&self) -> Vec<Partij> {
        self.inhoud().partijen.iter().copied().collect()
    }

    /// De gemeenten waar zij geldt.
    async fn gemeenten(&self) -> Vec<GemeenteNode> {
        self.inhoud().gemeenten.iter().filter_map(|id| GemeenteNode::vind(&self.beeld, id)).collect()
    }

    /// De regio waarvan precies alle gemeenten meedoen; leeg: het zijn er minder, of andere.
    async fn schaal(&self) -> Option<RegioNode> {
        let gekozen = &self.inhoud().gemeenten;
        let organisatie = self.beeld.organisatie();
        let mut regios = RegioNode::alle(&self.beeld, |regio| {
            let leden = organisatie.gemeenten.values().filter(|gemeente| organisatie.hoort_bij(gemeente, &regio.id));
            let leden: Vec<_> = leden.collect();
            !leden.is_empty() && leden.len() == gekozen.len() && leden.iter().all(|een| gekozen.contains(&een.id))
        });
        regios.pop()
    }

    /// De beoogde uitkomsten waaraan zij bijdraagt.
    async fn uitkomsten(&self) -> Vec<UitkomstNode> {
        let ids = self.inhoud().uitkomsten.iter();
        ids.filter_map(|id| UitkomstNode::vind(&self.beeld, self.positie, id)).collect()
    }

    /// De afspraken die er eerst moeten zijn.
    async fn wacht_op(&self) -> Vec<Self> {
        self.inhoud().wacht_op.iter().filter_map(|id| self.ander(id)).collect()
    }

    /// De afspraken die op deze wachten.
    async fn houdt_op(&self) -> Vec<Self> {
        let eigen = &self.afspraak.id;
        Self::alle(&self.beeld, self.positie, |ander| ander.inhoud.wacht_op.contains(eigen))
    }

    /// De afspraken die ermee samenhangen, van welke kant dat ook gezegd is.
    async fn verwant(&self) -> Vec<Self> {
        let (eigen, verwant) = (&self.afspraak.id, &self.inhoud().verwant);
        Self::alle(&self.beeld, self.positie, |ander| {
            verwant.contains(&ander.id) || ander.inhoud.verwant.contains(eigen)
        })
    }

    /// Wie ervoor zorgt.
    async fn eigenaar(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.inhoud().eigenaar?)
    }

    /// Wanneer zij weer bekeken wordt.
    async fn herzien_op(&self) -> Option<Datum> {
        self.inhoud().herzien_op.map(Datum)
    }

    /// Is het tijd om haar weer te bekijken? Alleen van wat geldt.
    async fn te_herzien(&self, ctx: &Context<'_>) -> bool {
        self.afspraak.te_herzien(aanvraag(ctx).vandaag())
    }

    /// De laatste dag waarop zij geldt; leeg: zonder einde.
    async fn geldig_tot(&self) -> Option<Datum> {
        self.inhoud().geldig_tot.map(Datum)
    }

    /// Is die dag voorbij, terwijl zij nog als vastgesteld staat?
    async fn verlopen(&self, ctx: &Context<'_>) -> bool {
        self.afspraak.verlopen(aanvraag(ctx).vandaag())
    }

    /// Waar zij op rust, bijvoorbeeld een wet of een protocol; leeg: niet gezegd.
    async fn grondslag(&self) -> &str {
        &self.inhoud().grondslag
    }

    /// Het stuk van college, raad of een ander gremium erachter.
    #[graphql(name = "stuk")]
    async fn van_stuk(&self) -> Option<AfspraakStuk> {
        self.inhoud().stuk.as_ref().map(|stuk| self.stuk(stuk))
    }

    /// Waar zij in haar leven staat.
    async fn fase(&self) -> Fase {
        self.afspraak.fase
    }

    /// Sinds wanneer.
    async fn fase_sinds(&self) -> Tijdstip {
        Tijdstip(self.afspraak.fase_sinds)
    }

    /// Wat er bij de laatste stap gezegd is; leeg: niets.
    async fn toelichting(&self) -> &str {
        &self.afspraak.toelichting
    }

    /// De stappen die nu mogelijk zijn, wie ze mag zetten en wat er nog ontbreekt.
    async fn stappen(&self) -> Vec<StapNode> {
        stappen(&self.beeld, &self.afspraak)
    }

    /// De afspraak die ervoor in de plaats kwam.
    async fn opvolger(&self) -> Option<Self> {
        self.ander(self.afspraak.opvolger.as_ref()?)
    }

    /// De afspraken waarvoor deze in de plaats kwam.
    async fn voorgangers(&self) -> Vec<Self> {
        let eigen = &self.afspraak.id;
        Self::alle(&self.beeld, self.positie, |ander| ander.opvolger.as_ref() == Some(eigen))
    }

    /// Hoe ver de bron zegt dat zij is; leeg: zij is in de hub gemaakt.
    async fn bronstand(&self) -> Option<AfspraakBronstand> {
        let Bronstand { stand, peildatum } = self.afspraak.bronstand.clone()?;
        Some(AfspraakBronstand { stand, peildatum: DeelsDatum(peildatum) })
    }

    /// Het document waar zij uit komt, als dat er is.
    async fn herkomst(&self) -> Option<Herkomst> {
        self.afspraak.herkomst.as_ref().map(Herkomst::from)
    }

    /// Hoe ver elke gemeente is waar zij geldt.
    async fn uitvoering(&self) -> Vec<UitvoeringNode> {
        let gemeenten = self.inhoud().gemeenten.iter();
        gemeenten.filter_map(|gemeente| UitvoeringNode::van(self, gemeente)).collect()
    }

    /// Hoe ver de gemeenten samen zijn.
    async fn regionaal(&self) -> RegionaalNode {
        RegionaalNode::van(self)
    }

    /// De ronde die loopt, of anders de laatste; leeg: er was er nog geen.
    async fn ronde(&self) -> Option<RondeNode> {
        RondeNode::van(&self.beeld, self.positie, &self.afspraak.id)
    }

    /// Waar gemeenten afwijken, ook wat voorbij is.
    async fn afwijkingen(&self) -> Vec<AfwijkingNode> {
        AfwijkingNode::alle(&self.beeld, self.positie, Some(&self.afspraak.id))
    }

    /// De opmerkingen en voorstellen bij de tekst, de oudste eerst.
    #[graphql(complexity = "20 + child_complexity")]
    async fn kanttekeningen(&self) -> Vec<KanttekeningNode> {
        KanttekeningNode::alle(&self.beeld, self.positie, &self.afspraak.id)
    }

    /// De signalen dat zij niet werkt, nieuwste eerst.
    async fn signalen(&self) -> Vec<SignaalNode> {
        SignaalNode::alle(&self.beeld, self.positie, Some(&self.afspraak.id))
    }

    /// Komen er zo vaak signalen dat een voorstel nodig is? Drie of meer in een jaar.
    async fn signalen_keren_terug(&self, ctx: &Context<'_>) -> bool {
        keert_terug(self.beeld.afspraken().signalen_over(&self.afspraak.id), aanvraag(ctx).vandaag())
    }

    /// Mag de kijker een ronde starten en leiden?
    async fn mag_ronde_leiden(&self, ctx: &Context<'_>) -> bool {
        let wie = aanvraag(ctx).wie.as_ref();
        wie.is_some_and(|wie| wie.mag(Recht::RondeLeiden, &bereik_van(&self.afspraak)))
    }

    /// Mag de kijker melden dat zij niet werkt?
    async fn mag_signaal_melden(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).wie.as_ref().is_some_and(|wie| wie.mag(Recht::SignaalMelden, &Bereik::Alles))
    }

    /// De gemeenten waarvoor de kijker een afwijking mag vastleggen.
    async fn mag_afwijken(&self, ctx: &Context<'_>) -> Vec<GemeenteNode> {
        let wie = aanvraag(ctx).wie.as_ref();
        let mag = |id: &&GemeenteId| {
            wie.is_some_and(|wie| wie.mag(Recht::AfwijkingVastleggen, &Bereik::Gemeenten(vec![(*id).clone()])))
        };
        self.inhoud().gemeenten.iter().filter(mag).filter_map(|id| GemeenteNode::vind(&self.beeld, id)).collect()
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.afspraak.versie
    }

    /// Wanneer zij in het register kwam.
    async fn gemaakt_op(&self) -> Tijdstip {
        Tijdstip(self.afspraak.gemaakt_op)
    }

    /// Wie haar in het register zette; leeg: de hub zelf.
    async fn gemaakt_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.afspraak.gemaakt_door?)
    }

    /// Wanneer zij het laatst gewijzigd is.
    async fn gewijzigd_op(&self) -> Tijdstip {
        Tijdstip(self.afspraak.gewijzigd_op)
    }

    /// Wie haar het laatst wijzigde; leeg: de hub zelf.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.afspraak.gewijzigd_door?)
    }

    /// Mag de kijker de gegevens van deze afspraak wijzigen?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        let wie = aanvraag(ctx).wie.as_ref();
        wie.is_some_and(|wie| wie.mag(Recht::AfsprakenSchrijven, &bereik_van(&self.afspraak)))
    }

    /// Mag de kijker nu aan de tekst schrijven?
    async fn mag_schrijven(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).wie.as_ref().is_some_and(|wie| mag_schrijven(wie, &self.afspraak))
    }

    /// Mag de kijker nu opmerkingen en voorstellen bij de tekst maken?
    async fn mag_opmerken(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).wie.as_ref().is_some_and(|wie| mag_opmerken(wie, &self.afspraak))
    }

    /// De tekst zoals die nu is: wat bewaard is, ook als er nog aan geschreven wordt.
    #[graphql(complexity = "50 + child_complexity")]
    async fn tekst(&self, ctx: &Context<'_>) -> Result<TekstNode> {
        TekstNode::nu(ctx, &self.afspraak).await
    }

    /// De versies van de tekst die vastgelegd zijn, nieuwste eerst.
    async fn versies(&self) -> Vec<VersieNode> {
        VersieNode::alle(self)
    }

    /// Wat er tussen twee versies van de tekst verschilt, per artikel en per woord.
    #[graphql(complexity = "50 + child_complexity")]
    async fn tekstverschil(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De oude versie; leeg: nog geen tekst.")] van: Option<ID>,
        #[graphql(desc = "De nieuwe versie; leeg: de tekst zoals die nu is.")] naar: Option<ID>,
    ) -> Result<Vec<ArtikelVerschilNode>> {
        verschillen(ctx, &self.afspraak, van, naar).await
    }

    /// Alles wat met deze afspraak gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Afspraak", self.afspraak.id.to_string(), Window::new(first, after)?).await
    }
}
