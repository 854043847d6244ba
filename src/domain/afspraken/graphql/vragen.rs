//! The queries of this context.

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::{AfspraakNode, AfwijkingNode, SignaalNode, UitkomstNode};
use crate::domain::{
    afspraken::{Afspraak, AfspraakId, Fase, Partij},
    fout::Fout,
    graphql::{aanvraag, sleutel},
    organisatie::{DomeinId, GemeenteId},
    rechten::{Bereik, Recht},
};

/// Welke afspraken je wilt zien. Wat je weglaat, telt niet mee.
#[derive(InputObject, Default)]
pub struct AfspraakFilter {
    /// Alleen die hier staan.
    fase: Option<Fase>,
    /// Alleen waar deze partij aan meedoet.
    partij: Option<Partij>,
    /// Alleen die in deze gemeente gelden.
    gemeente: Option<ID>,
    /// Alleen die over dit domein gaan.
    domein: Option<ID>,
    /// Alleen waarin dit voorkomt, in naam of omschrijving; zonder op hoofdletters te letten.
    zoek: Option<String>,
}

impl AfspraakFilter {
    fn zeef(&self) -> Result<impl Fn(&Afspraak) -> bool + use<>, Fout> {
        let gemeente = self.gemeente.as_ref().map(|id| sleutel(id, "Gemeente", "gemeente").map(GemeenteId));
        let domein = self.domein.as_ref().map(|id| sleutel(id, "Domein", "domein").map(DomeinId));
        let (gemeente, domein) = (gemeente.transpose()?, domein.transpose()?);
        let (fase, partij) = (self.fase, self.partij);
        let zoek = self.zoek.as_deref().unwrap_or_default().trim().to_lowercase();
        Ok(move |afspraak: &Afspraak| {
            let inhoud = &afspraak.inhoud;
            fase.is_none_or(|fase| afspraak.fase == fase)
                && partij.is_none_or(|partij| inhoud.partijen.contains(&partij))
                && gemeente.as_ref().is_none_or(|gemeente| inhoud.gemeenten.contains(gemeente))
                && domein.as_ref().is_none_or(|domein| inhoud.domeinen.contains(domein))
                && [&inhoud.naam, &inhoud.omschrijving].iter().any(|tekst| tekst.to_lowercase().contains(&zoek))
        })
    }
}

/// Wat je over afspraken kunt vragen.
#[derive(Default)]
pub struct AfsprakenQuery;

#[Object]
impl AfsprakenQuery {
    /// De afspraken in het register, op naam.
    #[graphql(complexity = "20 + child_complexity")]
    async fn afspraken(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Welke je wilt zien; leeg: alle.")] filter: Option<AfspraakFilter>,
    ) -> Result<Vec<AfspraakNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::AfsprakenLezen, &Bereik::Alles)?;
        let zeef = filter.unwrap_or_default().zeef().map_err(Fout::top_level)?;
        Ok(AfspraakNode::alle(&aanvraag.beeld(), aanvraag.positie, zeef))
    }

    /// Eén afspraak; leeg als zij er niet is.
    async fn afspraak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De afspraak.")] id: ID,
    ) -> Result<Option<AfspraakNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::AfsprakenLezen, &Bereik::Alles)?;
        let id = AfspraakId(sleutel(&id, "Afspraak", "id").map_err(Fout::top_level)?);
        Ok(AfspraakNode::vind(&aanvraag.beeld(), aanvraag.positie, &id))
    }

    /// De uitkomsten die afspraken samen moeten opleveren, in hun volgorde.
    async fn uitkomsten(&self, ctx: &Context<'_>) -> Result<Vec<UitkomstNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::AfsprakenLezen, &Bereik::Alles)?;
        Ok(UitkomstNode::alle(&aanvraag.beeld(), aanvraag.positie))
    }

    /// Waar gemeenten van afspraken afwijken, ook wat voorbij is; per afspraak, gemeente en artikel.
    #[graphql(complexity = "20 + child_complexity")]
    async fn afwijkingen(&self, ctx: &Context<'_>) -> Result<Vec<AfwijkingNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::AfsprakenLezen, &Bereik::Alles)?;
        Ok(AfwijkingNode::alle(&aanvraag.beeld(), aanvraag.positie, None))
    }

    /// De signalen dat afspraken niet werken, nieuwste eerst.
    #[graphql(complexity = "20 + child_complexity")]
    async fn signalen(&self, ctx: &Context<'_>) -> Result<Vec<SignaalNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::AfsprakenLezen, &Bereik::Alles)?;
        Ok(SignaalNode::alle(&aanvraag.beeld(), aanvraag.positie, None))
    }
}
