use std::collections::{BTreeMap, BTreeSet};

use samenspel::{
    domain::{
        impact::MeldGeinformeerd,
        meldingen::{Bezorging, Kanaal, MeldingSoort, Over, commands::*},
        organisatie::PersoonId,
        postbus::Volg,
    },
    platform::clock::Clock,
};

use super::{Scenario, iemand, scenario};
use crate::support::TestHub;

fn lees(persoon: PersoonId, meldingen: &[&str], gelezen: bool) -> LeesMeldingen {
    LeesMeldingen { persoon, meldingen: meldingen.iter().map(|id| (*id).to_owned()).collect(), gelezen }
}

async fn informeer(hub: &TestHub, over: Over, personen: BTreeSet<PersoonId>) {
    let (kanaal, dag) = (Kanaal::Overleg, Some(hub.clock.today()));
    hub.doe(MeldGeinformeerd { over, personen, ook: " de griffie ".into(), kanaal, dag }).await;
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<LeesMeldingen>("read, and one of them not after all", |hub| {
            Box::pin(async move {
                let lezer = iemand(hub, "lezer").await;
                hub.doe(lees(lezer, &["12", "termijn:taak-1:2027-01-01"], true)).await;
                hub.doe(lees(lezer, &["12"], false)).await;
            })
        }),
        scenario::<LeesAlleMeldingen>("everything there is", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "allesl").await;
                hub.doe(lees(persoon, &["1"], true)).await;
                let termijnen = BTreeSet::from(["termijn:taak-1:2027-01-01".to_owned()]);
                let tot = hub.app.nu().present().position.seq;
                hub.doe(LeesAlleMeldingen { persoon, tot, termijnen }).await;
            })
        }),
        scenario::<StelMeldingenIn>("one kind, and later another", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "kiest").await;
                for (soort, bezorging) in
                    [(MeldingSoort::Termijn, Bezorging::Niet), (MeldingSoort::Signaal, Bezorging::Meteen)]
                {
                    hub.doe(StelMeldingenIn { persoon, keuzes: BTreeMap::from([(soort, bezorging)]) }).await;
                }
            })
        }),
        scenario::<MeldGeinformeerd>("about a task, a decision and an agreement", |hub| {
            Box::pin(async move {
                let beeld = hub.app.nu().present().world;
                let taak = beeld.integratie.kaarten.values().next().unwrap().taak.id.to_string();
                let besluit = beeld.integratie.besluiten.keys().next().unwrap().to_string();
                let afspraak = beeld.afspraken.afspraken.keys().next().unwrap().to_string();
                let wie = iemand(hub, "geinformeerd").await;
                informeer(hub, Over::Taak(taak), BTreeSet::from([wie])).await;
                informeer(hub, Over::Besluit(besluit), BTreeSet::new()).await;
                informeer(hub, Over::Afspraak(afspraak), BTreeSet::from([wie])).await;
            })
        }),
        scenario::<Volg>("a task and an agreement, and the task no more", |hub| {
            Box::pin(async move {
                let beeld = hub.app.nu().present().world;
                let taak = Over::Taak(beeld.integratie.kaarten.values().next().unwrap().taak.id.to_string());
                let afspraak = Over::Afspraak(beeld.afspraken.afspraken.keys().next().unwrap().to_string());
                let persoon = iemand(hub, "volgt").await;
                for (over, volgt) in [(&taak, true), (&afspraak, true), (&taak, true), (&taak, false)] {
                    hub.doe(Volg { persoon, over: over.clone(), volgt }).await;
                }
            })
        }),
    ]
}
