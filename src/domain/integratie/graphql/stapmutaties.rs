//! The steps of a decision: adding, changing, taking out.

use async_graphql::{Context, ID, InputObject, Object, Result};
use uuid::Uuid;

use super::{
    besluit::GremiumKeuze,
    besluitmutaties::{BesluitstapPayload, TijdsduurInput, stap_antwoord},
};
use crate::domain::{
    fout::Fout,
    graphql::{aanvraag, doe, sleutel},
    integratie::{
        BesluitId, Hoedanigheid, MijlpaalId, StapId, StapInhoud, StapSoort,
        commands::{LaatBesluitstapVervallen, MaakBesluitstap, WijzigBesluitstap},
        termijnen::{Begin, Grondslag, Richting, Termijn, TermijnSoort},
    },
    organisatie::RolId,
    rechten::{Bereik, Recht},
};

/// De termijn die in een stap voor elke gemeente loopt.
#[derive(InputObject)]
pub struct TermijnInput {
    /// Hoe lang zij duurt.
    duur: TijdsduurInput,
    /// Wie de lengte bepaalt.
    soort: TermijnSoort,
    /// Waar in de wet zij op rust; korter dan daar staat kan niet.
    grondslag: Option<Grondslag>,
    /// Waar zij mee begint.
    begin: Begin,
    /// Welke kant zij op telt.
    #[graphql(default_with = "Richting::Vooruit")]
    richting: Richting,
}

/// Wat een stap van een besluit is.
#[derive(InputObject)]
pub struct StapInhoudInput {
    /// Hoe zij heet: de kop van haar kolom.
    naam: String,
    /// Wat er gebeurt.
    soort: StapSoort,
    /// Wie de stap zet.
    gremium: ID,
    /// In welke rol; leeg bij een stap waarin niets besloten wordt.
    hoedanigheid: Option<Hoedanigheid>,
    /// De termijn; leeg: er loopt er geen.
    termijn: Option<TermijnInput>,
    /// De mijlpaal die klaar is als deze stap klaar is.
    mijlpaal: Option<ID>,
}

impl StapInhoudInput {
    fn inhoud(&self) -> Result<StapInhoud, Fout> {
        let mijlpaal = self.mijlpaal.as_ref().map(|id| sleutel(id, "Mijlpaal", "mijlpaal").map(MijlpaalId));
        let termijn = self.termijn.as_ref().map(|termijn| Termijn {
            duur: termijn.duur.duur(),
            soort: termijn.soort,
            grondslag: termijn.grondslag,
            begin: termijn.begin,
            richting: termijn.richting,
        });
        Ok(StapInhoud {
            naam: self.naam.clone(),
            soort: self.soort,
            gremium: RolId(sleutel(&self.gremium, "Rol", "gremium")?),
            hoedanigheid: self.hoedanigheid,
            termijn,
            mijlpaal: mijlpaal.transpose()?,
        })
    }
}

/// Een nieuwe stap van een besluit.
#[derive(InputObject)]
pub struct MaakBesluitstapInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het besluit.
    besluit: ID,
    /// Wat de stap is.
    inhoud: StapInhoudInput,
    /// De stap waar zij achter komt; leeg: vooraan.
    na: Option<ID>,
}

impl MaakBesluitstapInput {
    fn command(&self) -> Result<MaakBesluitstap, Fout> {
        let na = self.na.as_ref().map(|id| sleutel(id, "Besluitstap", "na").map(StapId));
        Ok(MaakBesluitstap {
            besluit: BesluitId(sleutel(&self.besluit, "Besluit", "besluit")?),
            inhoud: self.inhoud.inhoud()?,
            na: na.transpose()?,
        })
    }
}

/// Wat een stap van een besluit voortaan is.
#[derive(InputObject)]
pub struct WijzigBesluitstapInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De stap.
    id: ID,
    /// Wat je zag. Wijzigde een ander haar intussen, dan gaat het niet door.
    verwacht: StapInhoudInput,
    /// Wat zij wordt.
    inhoud: StapInhoudInput,
}

impl WijzigBesluitstapInput {
    fn command(&self) -> Result<WijzigBesluitstap, Fout> {
        Ok(WijzigBesluitstap {
            stap: StapId(sleutel(&self.id, "Besluitstap", "id")?),
            verwacht: self.verwacht.inhoud()?,
            inhoud: self.inhoud.inhoud()?,
        })
    }
}

/// De stap die vervalt.
#[derive(InputObject)]
pub struct LaatBesluitstapVervallenInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De stap.
    id: ID,
}

/// Wie een stap kan zetten.
#[derive(Default)]
pub struct StapQuery;

#[Object]
impl StapQuery {
    /// Welke gremia een stap van deze soort kunnen zetten, elk met de rol waarin. Leeg: er wordt niets besloten, elk
    /// gremium kan het.
    #[graphql(complexity = "5 + child_complexity")]
    async fn gremia_voor_stap(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er in de stap gebeurt.")] soort: StapSoort,
    ) -> Result<Vec<GremiumKeuze>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
        Ok(GremiumKeuze::alle(&aanvraag.beeld(), soort))
    }
}

/// Welke stappen een besluit heeft.
#[derive(Default)]
pub struct StapMutation;

#[Object]
impl StapMutation {
    /// Voegt een stap toe aan een besluit. Alle gemeenten zijn nodig, tot je een andere besluitregel kiest.
    async fn maak_besluitstap(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MaakBesluitstapInput,
    ) -> Result<BesluitstapPayload> {
        Ok(stap_antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Wijzigt wat een stap van een besluit is.
    async fn wijzig_besluitstap(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigBesluitstapInput,
    ) -> Result<BesluitstapPayload> {
        Ok(stap_antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Haalt een stap uit een besluit. Kan niet meer als een gemeente er iets in heeft ingevuld.
    async fn laat_besluitstap_vervallen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LaatBesluitstapVervallenInput,
    ) -> Result<BesluitstapPayload> {
        let command = sleutel(&input.id, "Besluitstap", "id").map(|id| LaatBesluitstapVervallen { stap: StapId(id) });
        Ok(stap_antwoord(doe(ctx, input.client_mutatie_id, command).await?))
    }
}
