//! Weergaven in the schema.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{
    WeergaveId,
    commands::{BewaarWeergave, WijzigWeergave},
};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, uuid_sleutel},
        organisatie::graphql::PersoonNode,
        rechten::{Bereik, Recht, Wie},
        sporen::Lezing,
    },
    platform::graphql::{relay::global_id, scalars::Positie},
};

/// Wat iemand op een pagina koos, onder een naam.
#[derive(Clone)]
pub struct WeergaveNode {
    beeld: Lezing,
    id: WeergaveId,
}

/// Wat iemand op een pagina koos (filters, volgorde, vorm), onder een naam. Wat zij toont is altijd wat er nu is.
#[Object(name = "Weergave")]
impl WeergaveNode {
    /// Adres van deze weergave.
    pub async fn id(&self) -> ID {
        global_id("Weergave", self.id)
    }

    /// Hoe zij heet.
    async fn naam(&self) -> String {
        self.veld(|weergave| weergave.naam.clone())
    }

    /// Het pad van de pagina, bijvoorbeeld /afspraken.
    async fn pagina(&self) -> String {
        self.veld(|weergave| weergave.pagina.clone())
    }

    /// Wat er gekozen is: wat in het adres na het vraagteken staat.
    async fn zoek(&self) -> String {
        self.veld(|weergave| weergave.zoek.clone())
    }

    /// Zien collega's haar ook?
    async fn gedeeld(&self) -> bool {
        self.veld(|weergave| weergave.gedeeld)
    }

    /// Wie haar bewaarde; alleen die kan haar wijzigen.
    async fn eigenaar(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.veld(|weergave| Some(weergave.eigenaar))?)
    }

    /// Staat zij niet meer in de menu's?
    async fn vervallen(&self) -> bool {
        self.veld(|weergave| weergave.vervallen)
    }
}

impl WeergaveNode {
    /// The weergave, when whoever asks may see it; its maker also sees what was taken off the menus.
    pub fn vind(beeld: &Lezing, wie: &Wie, id: WeergaveId) -> Option<Self> {
        let weergave = beeld.weergaven().weergaven.get(&id)?;
        let ik = wie.persoon();
        let mag = weergave.zichtbaar_voor(ik) || weergave.eigenaar == ik;
        mag.then(|| Self { beeld: beeld.clone(), id })
    }

    fn veld<T: Default>(&self, lees: impl FnOnce(&super::Weergave) -> T) -> T {
        self.beeld.weergaven().weergaven.get(&self.id).map(|weergave| lees(weergave)).unwrap_or_default()
    }
}

/// Wat er bewaard moet worden.
#[derive(InputObject)]
pub struct BewaarWeergaveInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het pad van de pagina, bijvoorbeeld /afspraken.
    pagina: String,
    /// Wat er gekozen is: wat in het adres na het vraagteken staat. Leeg: niets, dus alles.
    zoek: String,
    /// Hoe zij heet, hooguit 80 tekens; op één pagina elke naam één keer.
    naam: String,
    /// Ook voor collega's?
    #[graphql(default)]
    gedeeld: bool,
}

/// Wat er anders moet; wat er niet in staat, blijft zoals het is.
#[derive(InputObject)]
pub struct WijzigWeergaveInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De weergave.
    weergave: ID,
    /// Hoe zij moet heten.
    naam: Option<String>,
    /// Wat er gekozen moet zijn.
    zoek: Option<String>,
    /// Ook voor collega's?
    gedeeld: Option<bool>,
    /// Waar: uit de menu's. Onwaar: toch weer terug.
    vervallen: Option<bool>,
}

impl WijzigWeergaveInput {
    fn command(self) -> Result<WijzigWeergave, Fout> {
        let weergave = WeergaveId(uuid_sleutel(&self.weergave, "Weergave", "weergave")?);
        let Self { naam, zoek, gedeeld, vervallen, .. } = self;
        Ok(WijzigWeergave { weergave, naam, zoek, gedeeld, vervallen })
    }
}

/// Hoe het bewaren ging.
#[derive(SimpleObject)]
pub struct WeergavePayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De weergave, zoals zij nu is.
    weergave: Option<WeergaveNode>,
}

fn payload(ctx: &Context<'_>, uitslag: Uitslag<WeergaveId>) -> Result<WeergavePayload> {
    let Uitslag { client_mutatie_id, positie, fouten, beeld, uitkomst, .. } = uitslag;
    let wie = aanvraag(ctx).wie()?;
    let weergave = uitkomst.and_then(|id| WeergaveNode::vind(&beeld, wie, id));
    Ok(WeergavePayload { client_mutatie_id, positie, fouten, weergave })
}

/// Wat je over weergaven kunt vragen.
#[derive(Default)]
pub struct WeergavenQuery;

#[Object]
impl WeergavenQuery {
    /// De weergaven van een pagina: die van de kijker en wat collega's deelden, op naam.
    #[graphql(complexity = "5 + child_complexity")]
    async fn weergaven(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het pad van de pagina, bijvoorbeeld /afspraken.")] pagina: String,
    ) -> Result<Vec<WeergaveNode>> {
        let aanvraag = aanvraag(ctx);
        let ik = aanvraag.eis(Recht::EigenAccount, &Bereik::Persoon(aanvraag.wie()?.persoon()))?.persoon();
        let beeld = aanvraag.beeld();
        let alle = beeld.weergaven().weergaven.values();
        let mut zichtbaar: Vec<_> =
            alle.filter(|weergave| weergave.pagina == pagina && weergave.zichtbaar_voor(ik)).collect();
        zichtbaar.sort_by_key(|weergave| (weergave.naam.to_lowercase(), weergave.id));
        Ok(zichtbaar.iter().map(|weergave| WeergaveNode { beeld: beeld.clone(), id: weergave.id }).collect())
    }
}

/// Wat je met weergaven kunt doen.
#[derive(Default)]
pub struct WeergavenMutation;

#[Object]
impl WeergavenMutation {
    /// Bewaart wat de kijker op een pagina koos, onder een naam.
    async fn bewaar_weergave(&self, ctx: &Context<'_>, input: BewaarWeergaveInput) -> Result<WeergavePayload> {
        let persoon = aanvraag(ctx).wie()?.persoon();
        let BewaarWeergaveInput { client_mutatie_id, pagina, zoek, naam, gedeeld } = input;
        let command = BewaarWeergave { persoon, pagina, zoek, naam, gedeeld };
        payload(ctx, doe(ctx, client_mutatie_id, Ok(command)).await?)
    }

    /// Hernoemt een weergave, werkt haar bij, deelt haar, haalt haar uit de menu's of zet haar terug.
    async fn wijzig_weergave(&self, ctx: &Context<'_>, input: WijzigWeergaveInput) -> Result<WeergavePayload> {
        payload(ctx, doe(ctx, input.client_mutatie_id, input.command()).await?)
    }
}
