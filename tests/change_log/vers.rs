//! State + events = fresh state, for every command.

use std::collections::BTreeSet;

use samenspel::{
    domain::{
        afspraken, beeld::Beeld, command::Command, contracten, contractwerk, impact::MeldGeinformeerd, integratie,
        meldingen, opbrengsten::LegOpbrengstVast, organisatie, postbus::Volg, sessies,
        stakeholderacties::LegStakeholderactieVast, weergaven,
    },
    platform::change_log::{live::World, read},
};

use super::scenarios;
use crate::support::TestHub;

#[tokio::test]
async fn the_events_of_a_command_lead_to_what_a_fresh_read_gives() {
    let hub = TestHub::demo().await;
    for scenario in scenarios::alle() {
        let name = format!("{}: {}", scenario.command, scenario.verhaal);
        let (position, mut world) = Beeld::load(hub.app.db()).await.unwrap();
        (scenario.doe)(&hub).await;
        let entries = read::after(hub.app.db().read(), position.seq, 10_000).await.unwrap();
        let own = entries.iter().any(|entry| entry.command == scenario.command);
        assert!(own, "{name}: the command recorded nothing");
        for entry in &entries {
            world.advance(entry, &Beeld::decode(entry).unwrap());
        }
        let (_, fresh) = Beeld::load(hub.app.db()).await.unwrap();
        assert!(world == fresh, "{name}: the events do not lead to the state in the tables");
        assert!(*hub.app.nu().present().world == fresh, "{name}: this node's state is not the one in the tables");
    }
}

#[test]
fn every_command_has_a_scenario() {
    let tested: BTreeSet<&str> = scenarios::alle().iter().map(|scenario| scenario.command).collect();
    let contexts = [
        organisatie::commands::ALLE,
        integratie::commands::ALLE,
        afspraken::commands::ALLE,
        sessies::commands::ALLE,
        meldingen::commands::ALLE,
        contracten::commands::ALLE,
        contractwerk::ALLE,
        weergaven::commands::ALLE,
        &[LegOpbrengstVast::NAAM, LegStakeholderactieVast::NAAM, MeldGeinformeerd::NAAM, Volg::NAAM],
    ];
    let commands: BTreeSet<&str> = contexts.into_iter().flatten().copied().collect();
    let missing: Vec<_> = commands.difference(&tested).collect();
    assert!(missing.is_empty(), "no scenario in tests/change_log/scenarios for {missing:?}");
}
