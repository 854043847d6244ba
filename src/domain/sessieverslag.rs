//! Sending the report of a session: first who would get what, then to exactly those people. Nobody gets it by default,
//! not even who took part; who leads the session names them one by one.

use std::collections::BTreeSet;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{
    fout::Fout,
    graphql::{Aanvraag, aanvraag, doe, uuid_sleutel},
    meldingen::{Bezorging, MeldingSoort},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
    sessies::{SessieId, Sessiebord, commands::StuurVerslag, graphql::sessie_id, zinnen::verslagzin},
    sporen::Lezing,
};
use crate::platform::graphql::{
    relay::global_id,
    scalars::{Positie, Tijdstip},
};

/// Iemand aan wie het verslag gestuurd kan worden.
#[derive(SimpleObject)]
pub struct Verslagontvanger {
    /// De persoon.
    persoon: ID,
    /// De naam.
    naam: String,
    /// Hoe die bij de sessie hoort: leidde haar, of deed mee als …; leeg: was er niet bij, voor zover bekend.
    rol: Option<String>,
    /// Of er naast de melding in de hub ook een e-mail komt, zoals die zelf koos.
    bezorging: Bezorging,
    /// Wanneer die het verslag al kreeg; leeg: nog niet.
    gestuurd_op: Option<Tijdstip>,
}

/// Een keer dat het verslag verstuurd is.
#[derive(SimpleObject)]
pub struct Verslagverzending {
    /// Wanneer.
    op: Tijdstip,
    /// Door wie; leeg: de hub.
    door: Option<String>,
    /// Aan wie.
    aan: Vec<String>,
}

/// Wie wat krijgt als het verslag verstuurd wordt. Er gaat niets weg voor je mensen aanwijst.
#[derive(SimpleObject)]
pub struct Verslagvoorstel {
    /// De sessie.
    sessie: ID,
    /// Wie erbij waren en een account hebben: wie leidde, en wie achteraf op naam zette wat die schreef.
    aanwezigen: Vec<Verslagontvanger>,
    /// Alle anderen met een account, om uit te kiezen.
    anderen: Vec<Verslagontvanger>,
    /// Hoeveel mensen meededen zonder dat de hub weet wie zij zijn: zij krijgen niets.
    zonder_account: usize,
    /// Wat er in de melding en boven de e-mail staat.
    onderwerp: String,
    /// Wanneer het verslag al verstuurd is, laatste eerst.
    verzendingen: Vec<Verslagverzending>,
    /// Mag de kijker het verslag nu versturen?
    mag_sturen: bool,
}

fn rol(bord: &Sessiebord, persoon: PersoonId) -> Option<String> {
    if bord.sessie.begeleiders.contains(&persoon) {
        return Some("leidde de sessie".to_owned());
    }
    let gast = bord.gasten.values().find(|gast| gast.persoon == Some(persoon))?;
    Some(format!("deed mee als {}", gast.schuilnaam))
}

fn voorstel(aanvraag: &Aanvraag, beeld: &Lezing, sessie: SessieId) -> Option<Verslagvoorstel> {
    let bord = beeld.sessies().borden.get(&sessie)?;
    let organisatie = beeld.organisatie();
    let naam = |id: &PersoonId| organisatie.personen.get(id).map(|persoon| persoon.naam.clone());
    let ontvanger = |persoon: PersoonId, naam: &str| Verslagontvanger {
        persoon: global_id("Persoon", persoon),
        naam: naam.to_owned(),
        rol: rol(bord, persoon),
        bezorging: beeld.meldingen().voorkeur(persoon).voor(MeldingSoort::Informatie),
        gestuurd_op: bord
            .sessie
            .verzendingen
            .iter()
            .rfind(|verzending| verzending.aan.contains(&persoon))
            .map(|verzending| Tijdstip(verzending.op)),
    };
    // Who sends it needs no message of it: they are looking at it.
    let ik = aanvraag.wie.as_ref().map(|wie| wie.persoon());
    let mut alle: Vec<_> =
        organisatie.personen.values().filter(|persoon| persoon.actief && Some(persoon.id) != ik).collect();
    alle.sort_by(|een, ander| een.naam.cmp(&ander.naam));
    let (erbij, anderen): (Vec<_>, Vec<_>) =
        alle.into_iter().map(|persoon| ontvanger(persoon.id, &persoon.naam)).partition(|een| een.rol.is_some());
    let leidt = aanvraag.mag(beeld, Recht::SessiesLeiden, &Bereik::Alles)
        && (bord.sessie.begeleiders.is_empty() || ik.is_some_and(|ik| bord.sessie.begeleiders.contains(&ik)));
    let verzendingen = bord.sessie.verzendingen.iter().rev().map(|verzending| Verslagverzending {
        op: Tijdstip(verzending.op),
        door: verzending.door.as_ref().and_then(naam),
        aan: verzending.aan.iter().filter_map(naam).collect(),
    });
    let wie = ik.as_ref().and_then(naam).unwrap_or_else(|| "Iemand".to_owned());
    Some(Verslagvoorstel {
        sessie: global_id("Sessie", sessie),
        aanwezigen: erbij,
        anderen,
        zonder_account: bord.binnen().filter(|gast| gast.persoon.is_none()).count(),
        onderwerp: verslagzin(&wie, &bord.sessie.naam),
        verzendingen: verzendingen.collect(),
        mag_sturen: leidt && bord.sessie.stand == super::sessies::Sessiestand::Afgerond,
    })
}

/// Wat je over het versturen van verslagen kunt vragen.
#[derive(Default)]
pub struct VerslagQuery;

#[Object]
impl VerslagQuery {
    /// Wie wat zou krijgen als het verslag van een sessie verstuurd wordt; leeg: de sessie bestaat niet.
    #[graphql(complexity = "20 + child_complexity")]
    async fn verslagvoorstel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De sessie.")] sessie: ID,
    ) -> Result<Option<Verslagvoorstel>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::SessiesLeiden, &Bereik::Alles)?;
        Ok(voorstel(aanvraag, &aanvraag.beeld(), sessie_id(&sessie)?))
    }
}

/// Het verslag van een sessie aan mensen sturen.
#[derive(InputObject)]
pub struct StuurVerslagInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De sessie; zij moet afgerond zijn.
    sessie: ID,
    /// Aan wie precies. Niemand krijgt het vanzelf.
    aan: Vec<ID>,
}

impl StuurVerslagInput {
    fn command(&self) -> Result<StuurVerslag, Fout> {
        let aan: Result<BTreeSet<_>, Fout> =
            self.aan.iter().map(|id| uuid_sleutel(id, "Persoon", "aan").map(PersoonId)).collect();
        Ok(StuurVerslag { sessie: SessieId(uuid_sleutel(&self.sessie, "Sessie", "sessie")?), aan: aan? })
    }
}

/// Hoe het versturen ging.
#[derive(SimpleObject)]
pub struct VerslagPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Wie het nu heeft, en wie nog niet.
    verslagvoorstel: Option<Verslagvoorstel>,
}

/// Wat je met verslagen kunt doen.
#[derive(Default)]
pub struct VerslagMutation;

#[Object]
impl VerslagMutation {
    /// Stuurt het verslag van een afgeronde sessie aan precies deze mensen: als melding in de hub, en per e-mail zoals
    /// ieder zelf koos.
    async fn stuur_verslag(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: StuurVerslagInput,
    ) -> Result<VerslagPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let gelukt = uitslag.uitkomst;
        Ok(VerslagPayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            verslagvoorstel: gelukt.and_then(|sessie| voorstel(aanvraag(ctx), &uitslag.beeld, sessie)),
        })
    }
}
