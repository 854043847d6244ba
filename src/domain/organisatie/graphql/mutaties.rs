//! The mutations of this context.

use async_graphql::{Context, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{
    ApiTokenNode, PersoonNode,
    invoer::{
        GeefAanstellingInput, MaakPersoonInput, MaakTokenInput, MarkeerGezienInput, MeldOveralAfInput,
        TrekAanstellingInInput, TrekTokenInInput, WijzigPersoonInput, WijzigWachtwoordInput,
    },
};
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{Uitslag, aanvraag, doe, uuid_sleutel},
        invoer,
        organisatie::{
            AanmeldingId, ApiToken, PersoonId,
            commands::{MaakToken, MarkeerGezien, MeldOveralAf, StelWachtwoordIn},
            queries,
        },
        rechten::{Bereik, Recht},
    },
    platform::{
        graphql::scalars::Positie,
        secrets::{hash_password, new_secret, verify_password},
    },
};

/// Hoe een wijziging van een persoon ging.
#[derive(SimpleObject)]
pub struct PersoonPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De persoon, zoals die nu is.
    persoon: Option<PersoonNode>,
}

impl PersoonPayload {
    fn new<U>(uitslag: Uitslag<U>, persoon: impl Fn(&U) -> PersoonId) -> Self {
        let persoon =
            uitslag.uitkomst.as_ref().and_then(|uitkomst| PersoonNode::vind(&uitslag.beeld, persoon(uitkomst)));
        let Uitslag { client_mutatie_id, positie, fouten, .. } = uitslag;
        Self { client_mutatie_id, positie, fouten, persoon }
    }
}

/// Hoe een wijziging ging waar niets van terug te lezen is.
#[derive(SimpleObject)]
pub struct GeenInhoudPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
}

impl From<Uitslag<()>> for GeenInhoudPayload {
    fn from(uitslag: Uitslag<()>) -> Self {
        let Uitslag { client_mutatie_id, positie, fouten, .. } = uitslag;
        Self { client_mutatie_id, positie, fouten }
    }
}

/// Hoe het maken van een token ging.
#[derive(SimpleObject)]
pub struct MaakTokenPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het token, zonder het geheim.
    api_token: Option<ApiTokenNode>,
    /// Het geheim: alleen nu te zien, de hub bewaart alleen een afdruk. Leeg als ditzelfde verzoek al eerder
    /// beantwoord is.
    token: Option<String>,
}

/// Hashes a password that was chosen for someone. It takes a while, so not for who may not choose one: the
/// command refuses them.
async fn hash(ctx: &Context<'_>, wachtwoord: Option<&String>) -> Result<Option<String>, Fout> {
    let mag = aanvraag(ctx).wie.as_ref().is_some_and(|wie| wie.mag(Recht::PersonenBeheren, &Bereik::Alles));
    let Some(wachtwoord) = wachtwoord.filter(|_| mag) else { return Ok(None) };
    invoer::wachtwoord("wachtwoord", wachtwoord)?;
    hash_password(wachtwoord.clone()).await.map(Some).map_err(Fout::intern)
}

/// The hash of the new password, if the present one is right.
async fn nieuw_wachtwoord(ctx: &Context<'_>, input: WijzigWachtwoordInput) -> Result<String, Fout> {
    let aanvraag = aanvraag(ctx);
    let beeld = aanvraag.beeld();
    let persoon = aanvraag.wie.as_ref().and_then(|wie| beeld.organisatie().personen.get(&wie.persoon()));
    let email = persoon.map_or("", |persoon| &persoon.email);
    // Not counted with the attempts to sign in: a colleague at the next desk must not lock someone in or out.
    let who = persoon.map(|persoon| persoon.id.to_string()).unwrap_or_default();
    aanvraag.app().attempts().count(&who, None).map_err(|wait| {
        let bericht =
            format!("Je probeerde dit te vaak. Wacht {} seconden en probeer het opnieuw.", wait.as_secs() + 1);
        Fout::bij(Code::TeVaak, "huidig", bericht)
    })?;
    let stored = queries::wachtwoord_bij(aanvraag.app().db().read(), email).await?.and_then(|(_, hash)| hash);
    if !verify_password(input.huidig, stored).await {
        return Err(Fout::bij(
            Code::WachtwoordOnjuist,
            "huidig",
            "Dit is niet je wachtwoord van nu. Probeer het opnieuw.",
        ));
    }
    invoer::wachtwoord("nieuw", &input.nieuw)?;
    hash_password(input.nieuw).await.map_err(Fout::intern)
}

/// Wat je aan personen en je eigen account kunt veranderen.
#[derive(Default)]
pub struct OrganisatieMutation;

#[Object]
impl OrganisatieMutation {
    /// Voegt iemand toe die in de hub gaat werken.
    async fn maak_persoon(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie.")] input: MaakPersoonInput,
    ) -> Result<PersoonPayload> {
        let id = input.client_mutatie_id;
        let hash = hash(ctx, input.wachtwoord.as_ref()).await;
        let uitslag = doe(ctx, id, hash.map(|hash| input.command(hash))).await?;
        Ok(PersoonPayload::new(uitslag, |persoon| persoon.id))
    }

    /// Wijzigt naam, e-mailadres of wachtwoord van iemand, of blokkeert het account.
    async fn wijzig_persoon(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie en wat.")] input: WijzigPersoonInput,
    ) -> Result<PersoonPayload> {
        let id = input.client_mutatie_id;
        let hash = hash(ctx, input.wachtwoord.as_ref()).await;
        let uitslag = doe(ctx, id, hash.and_then(|hash| input.command(hash))).await?;
        Ok(PersoonPayload::new(uitslag, |persoon| persoon.id))
    }

    /// Geeft iemand een rol in de hub.
    async fn geef_aanstelling(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie en welke rol.")] input: GeefAanstellingInput,
    ) -> Result<PersoonPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        Ok(PersoonPayload::new(uitslag, |aanstelling| aanstelling.persoon))
    }

    /// Trekt een rol in; zij houdt meteen op.
    async fn trek_aanstelling_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Welke rol.")] input: TrekAanstellingInInput,
    ) -> Result<PersoonPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        Ok(PersoonPayload::new(uitslag, |aanstelling| aanstelling.persoon))
    }

    /// Wijzigt je eigen wachtwoord; op andere apparaten word je afgemeld.
    async fn wijzig_wachtwoord(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het wachtwoord van nu en het nieuwe.")] input: WijzigWachtwoordInput,
    ) -> Result<GeenInhoudPayload> {
        let persoon = aanvraag(ctx).wie()?.persoon();
        let behoud = ctx.data_opt::<AanmeldingId>().copied();
        let id = input.client_mutatie_id;
        let hash = nieuw_wachtwoord(ctx, input).await;
        doe(ctx, id, Ok(StelWachtwoordIn { persoon, behoud, hash })).await.map(GeenInhoudPayload::from)
    }

    /// Meldt iemand overal af, ook hier.
    async fn meld_overal_af(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie.")] input: MeldOveralAfInput,
    ) -> Result<GeenInhoudPayload> {
        let ik = aanvraag(ctx).wie()?.persoon();
        let persoon = input.persoon.map_or(Ok(ik), |id| uuid_sleutel(&id, "Persoon", "persoon").map(PersoonId));
        let command = persoon.map(|persoon| MeldOveralAf { persoon });
        doe(ctx, input.client_mutatie_id, command).await.map(GeenInhoudPayload::from)
    }

    /// Maakt een token waarmee een programma in jouw naam werkt.
    async fn maak_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Waarvoor.")] input: MaakTokenInput,
    ) -> Result<MaakTokenPayload> {
        let aanvraag = aanvraag(ctx);
        let secret = new_secret(ApiToken::VOORVOEGSEL);
        let command = MaakToken {
            persoon: aanvraag.wie()?.persoon(),
            naam: input.naam,
            scopes: input.scopes,
            verloopt_op: input.verloopt_op.map(|verloopt_op| verloopt_op.0),
            digest: secret.digest.clone(),
        };
        let uitslag = doe(ctx, input.client_mutatie_id, Ok(command)).await?;
        // A retry gets the first answer, and the secret of the first answer is not known any more.
        let stored = queries::token_bij(aanvraag.app().db().read(), &secret.digest).await;
        let is_new = stored.map_err(|error| Fout::from(error).top_level())?.is_some();
        Ok(MaakTokenPayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            api_token: uitslag.uitkomst.as_ref().map(ApiTokenNode::from),
            token: is_new.then_some(secret.secret),
        })
    }

    /// Trekt een token in; programma's die het gebruiken stoppen meteen.
    async fn trek_token_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Welk token.")] input: TrekTokenInInput,
    ) -> Result<GeenInhoudPayload> {
        doe(ctx, input.client_mutatie_id, input.command()).await.map(GeenInhoudPayload::from)
    }

    /// Onthoudt tot waar je het logboek gezien hebt; nooit terug.
    async fn markeer_gezien(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Tot waar.")] input: MarkeerGezienInput,
    ) -> Result<GeenInhoudPayload> {
        let aanvraag = aanvraag(ctx);
        let persoon = aanvraag.wie()?.persoon();
        let command = if input.tot.0.epoch == aanvraag.positie.epoch {
            Ok(MarkeerGezien { persoon, tot: input.tot.0.seq })
        } else {
            Err(Fout::bij(Code::OngeldigeWaarde, "tot", "Deze positie is uit een ander logboek. Lees opnieuw."))
        };
        doe(ctx, input.client_mutatie_id, command).await.map(GeenInhoudPayload::from)
    }
}
