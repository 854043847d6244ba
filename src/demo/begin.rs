//! How a hub that is not a demo begins: the real facts and the trajectory with its board, no persons, no tasks.

use std::collections::HashMap;

use super::{Stand, Voortgang, afspraken, besluiten, bronnen, contracten, integratie, op_volgorde, sessies, stand};
use crate::{
    app::App,
    domain::{
        afspraken::commands::{LegAfspraakVast, LegUitkomstVast, VulUitvoeringIn},
        command::{Actor, execute},
        contracten::commands::{LegAttribuutVast, LegContractVast},
        contractwerk::VulCellenIn,
        fout::{Code, Fout},
        integratie::{
            Traject,
            commands::{LegBesluitVast, LegMijlpaalVast, LegTrajectVast},
        },
        organisatie::{Feit, commands::LegFeitVast, queries},
        sessies::commands::BewaarSjabloon,
    },
};

/// How many differences are named; the rest is counted.
const GENOEMD: usize = 3;

/// Lays down what is not there yet, and answers how much that was. What people changed since is never
/// overwritten: then nothing is done.
pub async fn leg_vast(app: &App, voortgang: Voortgang<'_>) -> Result<usize, Fout> {
    if matches!(stand(app).await?, Stand::Half | Stand::Klaar) {
        let bericht = "deze hub is een demo en heeft deze feiten al. Kies met SAMENSPEL_DATA een andere map.";
        return Err(Fout::new(Code::BestaatAl, bericht));
    }
    let nodig = nodig(app).await?;
    if !nodig.anders.is_empty() {
        return Err(Fout::new(Code::BestaatAl, nodig.weigering()));
    }
    let aantal = nodig.feiten.len() + nodig.traject.len() + nodig.mijlpalen.len() + nodig.besluit.len();
    let aantal = aantal + nodig.uitkomsten.len() + nodig.uitvoering.len() + nodig.sjablonen.len();
    let aantal = aantal + nodig.contracten.len() + nodig.attributen.len() + nodig.cellen.len();
    // Not once per store, as the demo does: whether there is something to do was looked at just now.
    let feit = async |command: LegFeitVast| execute(app, Actor::Hub, None, command).await;
    let traject = async |command: LegTrajectVast| execute(app, Actor::Hub, None, command).await;
    op_volgorde("Feiten over de organisatie", voortgang, nodig.feiten, feit).await?;
    let mijlpaal = async |command: LegMijlpaalVast| execute(app, Actor::Hub, None, command).await;
    let besluit = async |command: LegBesluitVast| execute(app, Actor::Hub, None, command).await;
    op_volgorde("Traject met zijn bord", voortgang, nodig.traject, traject).await?;
    op_volgorde("Mijlpalen", voortgang, nodig.mijlpalen, mijlpaal).await?;
    op_volgorde("Besluit met zijn stappen", voortgang, nodig.besluit, besluit).await?;
    let uitkomst = async |command: LegUitkomstVast| execute(app, Actor::Hub, None, command).await;
    let afspraak = async |command: LegAfspraakVast| execute(app, Actor::Hub, None, command).await;
    let cel = async |command: VulUitvoeringIn| execute(app, Actor::Hub, None, command).await;
    op_volgorde("Beoogde uitkomsten", voortgang, nodig.uitkomsten, uitkomst).await?;
    let afspraken = nieuwe_afspraken(app)?;
    let aantal = aantal + afspraken.len();
    op_volgorde("Afspraken", voortgang, afspraken, afspraak).await?;
    op_volgorde("Uitvoering per gemeente", voortgang, nodig.uitvoering, cel).await?;
    let sjabloon = async |command: BewaarSjabloon| execute(app, Actor::Hub, None, command).await;
    op_volgorde("Sjablonen voor sessies", voortgang, nodig.sjablonen, sjabloon).await?;
    let contract = async |command: LegContractVast| execute(app, Actor::Hub, None, command).await;
    let attribuut = async |command: LegAttribuutVast| execute(app, Actor::Hub, None, command).await;
    let cel = async |command: VulCellenIn| execute(app, Actor::Hub, None, command).await;
    op_volgorde("Contracten", voortgang, nodig.contracten, contract).await?;
    op_volgorde("Attributen om te vergelijken", voortgang, nodig.attributen, attribuut).await?;
    op_volgorde("Wat bekend is van Noord en Midden", voortgang, nodig.cellen, cel).await?;
    Ok(aantal)
}

/// The agreements that are not there yet; their notes name roles, which must be there first.
fn nieuwe_afspraken(app: &App) -> Result<Vec<LegAfspraakVast>, Fout> {
    let world = app.nu().present().world;
    let alle = afspraken::afspraken(&world)?.into_iter();
    Ok(alle.filter(|command| !world.afspraken.afspraken.contains_key(&command.id)).collect())
}

/// What is missing, in the order in which it can be laid down, and what stands there differently.
#[derive(Default)]
struct Nodig {
    feiten: Vec<LegFeitVast>,
    traject: Vec<LegTrajectVast>,
    mijlpalen: Vec<LegMijlpaalVast>,
    besluit: Vec<LegBesluitVast>,
    uitkomsten: Vec<LegUitkomstVast>,
    uitvoering: Vec<VulUitvoeringIn>,
    sjablonen: Vec<BewaarSjabloon>,
    contracten: Vec<LegContractVast>,
    attributen: Vec<LegAttribuutVast>,
    cellen: Vec<VulCellenIn>,
    anders: Vec<String>,
}

impl Nodig {
    fn weigering(&self) -> String {
        let genoemd = self.anders.iter().take(GENOEMD).map(String::as_str).collect::<Vec<_>>().join(", ");
        let rest = self.anders.len().saturating_sub(GENOEMD);
        let rest = if rest == 0 { String::new() } else { format!(" en nog {rest}") };
        format!(
            "in deze hub staat het anders dan in de bronnen: {genoemd}{rest}. Er is niets veranderd: wat hier staat, \
             wordt niet overschreven."
        )
    }
}

async fn nodig(app: &App) -> Result<Nodig, Fout> {
    let mut nodig = Nodig::default();
    let sleutel = |feit: &Feit| {
        let onderwerp = feit.onderwerp();
        (onderwerp.kind, onderwerp.key)
    };
    let aanwezig = queries::feiten(app.db().read()).await?;
    let aanwezig: HashMap<_, _> = aanwezig.into_iter().map(|feit| (sleutel(&feit), feit)).collect();
    for feit in bronnen::feiten().map_err(Fout::intern)? {
        match aanwezig.get(&sleutel(&feit)) {
            None => nodig.feiten.push(LegFeitVast { feit }),
            Some(hier) if *hier == feit => {}
            Some(_) => nodig.anders.push(feit.onderwerp().key),
        }
    }
    let world = app.nu().present().world;
    let traject = integratie::traject()?;
    // Milestones move and rules are set as the work goes on: those that are there, stay as they are.
    let mijlpalen = besluiten::mijlpalen(&traject)?.into_iter();
    let nieuw = mijlpalen.filter(|mijlpaal| !world.integratie.mijlpalen.contains_key(&mijlpaal.id));
    nodig.mijlpalen.extend(nieuw.map(|mijlpaal| LegMijlpaalVast { mijlpaal }));
    let besluit = besluiten::besluit(&traject)?;
    if !world.integratie.besluiten.contains_key(&besluit.id) {
        nodig.besluit.push(LegBesluitVast { besluit });
    }
    // Agreements too are laid down once: what people make of them stays.
    let hier = &world.afspraken;
    let uitkomsten = afspraken::uitkomsten()?.into_iter();
    nodig.uitkomsten.extend(uitkomsten.filter(|command| !hier.uitkomsten.contains_key(&command.uitkomst.id)));
    let cellen = afspraken::uitvoering()?.into_iter();
    let nieuw = |command: &VulUitvoeringIn| {
        !hier.uitvoering.contains_key(&(command.afspraak.clone(), command.gemeente.clone()))
    };
    nodig.uitvoering.extend(cellen.filter(nieuw));
    let sjablonen = sessies::sjablonen()?.into_iter();
    let nieuw = sjablonen.filter(|sjabloon| !world.sessies.sjablonen.contains_key(&sjabloon.id));
    nodig.sjablonen.extend(nieuw.map(|sjabloon| BewaarSjabloon { sjabloon }));
    let hier = &world.contracten;
    let nieuw = contracten::contracten()?.into_iter().filter(|command| !hier.contracten.contains_key(&command.id));
    nodig.contracten.extend(nieuw);
    let nieuw = contracten::attributen()?.into_iter().filter(|command| !hier.attributen.contains_key(&command.id));
    nodig.attributen.extend(nieuw);
    let bekend = |command: &VulCellenIn| command.cellen.iter().any(|cel| hier.cellen.contains_key(&cel.sleutel));
    nodig.cellen.extend(contracten::cellen()?.into_iter().filter(|command| !bekend(command)));
    match world.integratie.trajecten.get(&traject.id) {
        None => nodig.traject.push(LegTrajectVast { traject }),
        // Its phases are people's.
        Some(hier) if (Traject { fasen: Vec::new(), ..(**hier).clone() }) == traject => {}
        Some(_) => nodig.anders.push(traject.id.0),
    }
    Ok(nodig)
}
