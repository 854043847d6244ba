//! What happened in the margin of a text, as sentences people read. Pure.

use super::{events::Gebeurtenis, kanttekeningen::*, zinnen::afspraaknaam};
use crate::domain::sporen::Lezing;

/// The sentence of an event, if it is about these.
pub fn zin(beeld: &Lezing, wie: &str, gebeurtenis: &Gebeurtenis) -> Option<String> {
    let naam = gebeurtenis.afspraak().map(|id| afspraaknaam(beeld, id))?;
    Some(match gebeurtenis {
        Gebeurtenis::KanttekeningGeplaatst { kanttekening } => {
            let citaat = kanttekening.inhoud.passage.as_ref().map_or("", |passage| &passage.citaat);
            match kanttekening.inhoud.voorstel.as_deref() {
                Some("") => format!("{wie} stelde voor om ‘{citaat}’ weg te laten uit ‘{naam}’."),
                Some(voorstel) => format!("{wie} stelde voor in ‘{naam}’: ‘{voorstel}’ in plaats van ‘{citaat}’."),
                None if citaat.is_empty() => format!("{wie} schreef een opmerking bij ‘{naam}’."),
                None => format!("{wie} schreef een opmerking over ‘{citaat}’ bij ‘{naam}’."),
            }
        }
        Gebeurtenis::KanttekeningBeantwoord { naar } => {
            format!("{wie} beantwoordde een opmerking{} bij ‘{naam}’.", over(naar))
        }
        Gebeurtenis::KanttekeningBeslist { naar } => {
            let wat = over(naar);
            match naar.stand {
                KanttekeningStand::Open => format!("{wie} heropende een opmerking{wat} bij ‘{naam}’."),
                KanttekeningStand::Opgelost => format!("{wie} handelde een opmerking{wat} bij ‘{naam}’ af."),
                KanttekeningStand::Aangenomen => format!("{wie} nam een voorstel{wat} over in ‘{naam}’."),
                KanttekeningStand::Afgewezen => format!("{wie} wees een voorstel{wat} in ‘{naam}’ af."),
            }
        }
        _ => return None,
    })
}

fn over(kanttekening: &Kanttekening) -> String {
    kanttekening.inhoud.passage.as_ref().map_or_else(String::new, |passage| format!(" over ‘{}’", passage.citaat))
}
