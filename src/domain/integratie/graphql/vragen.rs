//! The queries of this context.

use std::{cmp::Reverse, sync::Arc};

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::{BesluitNode, BordNode, TaakConnection, TaakNode, TrajectNode, taken_pagina};
use crate::{
    domain::{
        fout::Fout,
        graphql::{aanvraag, sleutel, uuid_sleutel},
        integratie::{BesluitId, BordId, FunctieId, Kaart, KolomSoort, TaakId, TrajectId},
        logboek::{beeld_op, beeld_van_dag},
        organisatie::{GemeenteId, PersoonId, RegioId, graphql::komt_voor},
        rechten::{Bereik, Recht, Wie},
        sporen::Lezing,
    },
    platform::graphql::{
        page::Window,
        scalars::{Datum, Tijdstip},
    },
};

/// Welke taken je zoekt. Wat je openlaat telt niet mee.
#[derive(InputObject, Default)]
pub struct TaakFilter {
    /// Van dit bord.
    bord: Option<ID>,
    /// In een kolom van deze soort.
    kolom_soort: Option<KolomSoort>,
    /// Bij deze functie.
    functie: Option<ID>,
    /// Die over deze gemeente gaan.
    gemeente: Option<ID>,
    /// Die over een gemeente van deze regio of subregio gaan.
    regio: Option<ID>,
    /// Van deze eigenaar.
    eigenaar: Option<ID>,
    /// Waarvan de kijker eigenaar is.
    van_mij: Option<bool>,
    /// Die over hun vervaldatum zijn.
    te_laat: Option<bool>,
    /// Die in het archief staan; anders juist niet.
    gearchiveerd: Option<bool>,
    /// Waarvan nummer, titel of omschrijving dit bevat.
    zoek: Option<String>,
}

/// The filter, its ids read.
struct Zeef {
    bord: Option<BordId>,
    kolom_soort: Option<KolomSoort>,
    functie: Option<FunctieId>,
    gemeente: Option<GemeenteId>,
    regio: Option<RegioId>,
    eigenaar: Option<PersoonId>,
    te_laat: Option<bool>,
    gearchiveerd: bool,
    zoek: Option<String>,
}

impl TaakFilter {
    fn zeef(self, wie: &Wie) -> Result<Zeef, Fout> {
        let eigenaar = self.eigenaar.as_ref().map(|id| uuid_sleutel(id, "Persoon", "eigenaar").map(PersoonId));
        Ok(Zeef {
            bord: self.bord.as_ref().map(|id| sleutel(id, "Bord", "bord").map(BordId)).transpose()?,
            kolom_soort: self.kolom_soort,
            functie: self.functie.as_ref().map(|id| sleutel(id, "Functie", "functie").map(FunctieId)).transpose()?,
            gemeente: self
                .gemeente
                .as_ref()
                .map(|id| sleutel(id, "Gemeente", "gemeente").map(GemeenteId))
                .transpose()?,
            regio: self.regio.as_ref().map(|id| sleutel(id, "Regio", "regio").map(RegioId)).transpose()?,
            eigenaar: if self.van_mij == Some(true) { Some(wie.persoon()) } else { eigenaar.transpose()? },
            te_laat: self.te_laat,
            gearchiveerd: self.gearchiveerd.unwrap_or(false),
            zoek: self.zoek.filter(|zoek| !zoek.trim().is_empty()),
        })
    }
}

impl Zeef {
    fn laat_door(&self, beeld: &Lezing, kaart: &Kaart, vandaag: jiff::civil::Date) -> bool {
        let taak = &kaart.taak;
        let soort = beeld.integratie().kolom_soort(taak);
        let in_regio = |regio: &RegioId| {
            let gemeenten = taak.gemeenten.iter().filter_map(|id| beeld.organisatie().gemeenten.get(id));
            gemeenten.into_iter().any(|gemeente| gemeente.regio == *regio || gemeente.subregio.as_ref() == Some(regio))
        };
        taak.gearchiveerd_op.is_some() == self.gearchiveerd
            && self.bord.as_ref().is_none_or(|bord| taak.bord == *bord)
            && self.kolom_soort.is_none_or(|wens| soort == Some(wens))
            && self.functie.as_ref().is_none_or(|functie| taak.functie.as_ref() == Some(functie))
            && self.gemeente.as_ref().is_none_or(|gemeente| taak.gemeenten.contains(gemeente))
            && self.regio.as_ref().is_none_or(in_regio)
            && self.eigenaar.is_none_or(|eigenaar| taak.eigenaar == Some(eigenaar))
            && self.te_laat.is_none_or(|wens| soort.is_some_and(|soort| taak.te_laat(soort, vandaag)) == wens)
            && self.zoek.as_ref().is_none_or(|zoek| {
                taak.nummer.to_string() == zoek.trim().trim_start_matches('#')
                    || komt_voor(zoek, [taak.titel.as_str(), &taak.omschrijving])
            })
    }
}

/// Wat je over trajecten en taken kunt vragen.
#[derive(Default)]
pub struct IntegratieQuery;

#[Object]
impl IntegratieQuery {
    /// Alle trajecten.
    async fn trajecten(&self, ctx: &Context<'_>) -> Result<Vec<TrajectNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
        let beeld = aanvraag.beeld();
        let positie = aanvraag.positie;
        let trajecten = beeld.integratie().trajecten.values();
        Ok(trajecten.map(|traject| TrajectNode { beeld: beeld.clone(), traject: traject.clone(), positie }).collect())
    }

    /// Een besluit, met wat elke gemeente in elke stap deed.
    async fn besluit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het besluit.")] id: ID,
        #[graphql(desc = "De dag waarop je het bekijkt; leeg: vandaag, of na de streefdatum de laatste bekende dag.")]
        op: Option<Datum>,
        #[graphql(
            desc = "Zoals het aan het einde van deze dag was, opgebouwd uit het logboek; leeg: zoals het nu is."
        )]
        stand: Option<Datum>,
    ) -> Result<Option<BesluitNode>> {
        let (beeld, positie) = beeld_van_dag(ctx, stand).await?;
        let Ok(id) = sleutel(&id, "Besluit", "id") else { return Ok(None) };
        let op = op.map(|op| op.0);
        Ok(BesluitNode::vind(&beeld, positie, &BesluitId(id), op))
    }

    /// Een traject.
    async fn traject(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het traject.")] id: ID,
        #[graphql(
            desc = "Zoals het aan het einde van deze dag was, opgebouwd uit het logboek; leeg: zoals het nu is."
        )]
        stand: Option<Datum>,
    ) -> Result<Option<TrajectNode>> {
        let (beeld, positie) = beeld_van_dag(ctx, stand).await?;
        let Ok(id) = sleutel(&id, "Traject", "id") else { return Ok(None) };
        Ok(TrajectNode::vind(&beeld, positie, &TrajectId(id)))
    }

    /// Een bord; met `op` of `stand` zoals het toen was, opgebouwd uit het logboek.
    async fn bord(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het bord.")] id: ID,
        #[graphql(desc = "Een moment in het verleden.")] op: Option<Tijdstip>,
        #[graphql(
            desc = "Zoals het aan het einde van deze dag was, opgebouwd uit het logboek; leeg: zoals het nu is."
        )]
        stand: Option<Datum>,
    ) -> Result<Option<BordNode>> {
        let (beeld, positie) =
            if stand.is_some() { beeld_van_dag(ctx, stand).await? } else { beeld_op(ctx, op).await? };
        let Ok(id) = sleutel(&id, "Bord", "id") else { return Ok(None) };
        Ok(BordNode::vind(&beeld, positie, &BordId(id)))
    }

    /// Een taak; met `op` of `stand` zoals zij toen was, opgebouwd uit het logboek.
    async fn taak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De taak.")] id: ID,
        #[graphql(desc = "Een moment in het verleden.")] op: Option<Tijdstip>,
        #[graphql(
            desc = "Zoals het aan het einde van deze dag was, opgebouwd uit het logboek; leeg: zoals het nu is."
        )]
        stand: Option<Datum>,
    ) -> Result<Option<TaakNode>> {
        let (beeld, positie) =
            if stand.is_some() { beeld_van_dag(ctx, stand).await? } else { beeld_op(ctx, op).await? };
        let Ok(id) = uuid_sleutel(&id, "Taak", "id") else { return Ok(None) };
        Ok(TaakNode::vind(&beeld, positie, TaakId(id)))
    }

    /// Taken van alle borden, vroegste vervaldatum eerst en daarna nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn taken(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel taken, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
        #[graphql(desc = "Welke taken.")] filter: Option<TaakFilter>,
    ) -> Result<TaakConnection> {
        let aanvraag = aanvraag(ctx);
        let wie = aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
        let zeef = filter.unwrap_or_default().zeef(wie).map_err(Fout::top_level)?;
        let (beeld, vandaag) = (aanvraag.beeld(), aanvraag.vandaag());
        let kaarten = beeld.integratie().kaarten.values().filter(|kaart| zeef.laat_door(&beeld, kaart, vandaag));
        let kaarten = op_datum(kaarten.cloned().collect());
        Ok(taken_pagina(&beeld, aanvraag.positie, kaarten, Window::new(first, after)?))
    }
}

/// Earliest due date first; those without one last, newest first.
pub fn op_datum(mut kaarten: Vec<Arc<Kaart>>) -> Vec<Arc<Kaart>> {
    kaarten.sort_by_key(|kaart| (kaart.taak.vervaldatum.is_none(), kaart.taak.vervaldatum, Reverse(kaart.taak.id)));
    kaarten
}
