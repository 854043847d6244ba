//! How a hub that is not a demo begins: the real facts and the trajectory with its board, no persons, no tasks.

use std::collections::HashMap;

use super::{Stand, Voortgang, bronnen, integratie, op_volgorde, stand};
use crate::{
    app::App,
    domain::{
        command::{Actor, execute},
        fout::{Code, Fout},
        integratie::commands::LegTrajectVast,
        organisatie::{Feit, commands::LegFeitVast, queries},
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
    let aantal = nodig.feiten.len() + nodig.traject.len();
    // Not once per store, as the demo does: whether there is something to do was looked at just now.
    let feit = async |command: LegFeitVast| execute(app, Actor::Hub, None, command).await;
    let traject = async |command: LegTrajectVast| execute(app, Actor::Hub, None, command).await;
    op_volgorde("Feiten over de organisatie", voortgang, nodig.feiten, feit).await?;
    op_volgorde("Traject met zijn bord", voortgang, nodig.traject, traject).await?;
    Ok(aantal)
}

/// What is missing, in the order in which it can be laid down, and what stands there differently.
#[derive(Default)]
struct Nodig {
    feiten: Vec<LegFeitVast>,
    traject: Vec<LegTrajectVast>,
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
    let traject = integratie::traject()?;
    match app.nu().present().world.integratie.trajecten.get(&traject.id) {
        None => nodig.traject.push(LegTrajectVast { traject }),
        Some(hier) if *hier == traject => {}
        Some(_) => nodig.anders.push(traject.id.0),
    }
    Ok(nodig)
}
