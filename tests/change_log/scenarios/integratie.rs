use std::collections::BTreeSet;

use jiff::civil::date;
use samenspel::domain::{
    integratie::{
        BordId, CheckpuntId, FunctieId, Herhaaleenheid, Herhaling, KolomId, OpmerkingId, Start, TaakId, TrajectId,
        Wens, commands::*,
    },
    organisatie::{GemeenteId, ModuleId},
};

use super::{Scenario, iemand, scenario};
use crate::support::TestHub;

async fn taak(hub: &TestHub) -> TaakId {
    let gemeenten = BTreeSet::from(["gem-venray", "gem-weert"].map(|id| GemeenteId(id.into())));
    hub.doe(MaakTaak {
        bord: BordId("bord-integratie".into()),
        kolom: KolomId("kolom-te-doen".into()),
        titel: " Proeftaak ".into(),
        omschrijving: "Om te zien of het klopt.".into(),
        functie: Some(FunctieId("functie-inkoop".into())),
        gemeenten,
        eigenaar: Some(iemand(hub, &format!("eigenaar-{}", hub.app.clock().new_id())).await),
        vervaldatum: Some(date(2026, 12, 1)),
        herhaling: Some(Herhaling { elke: 2, eenheid: Herhaaleenheid::Week }),
        herkomst: None,
    })
    .await
}

async fn met_checkpunt(hub: &TestHub) -> (TaakId, CheckpuntId) {
    let taak = taak(hub).await;
    hub.doe(VoegCheckpuntToe { taak, tekst: "Eerst dit".into() }).await;
    (taak, hub.app.nu().present().world.integratie.kaarten.get(&taak).unwrap().checkpunten[0].id)
}

async fn met_opmerking(hub: &TestHub) -> OpmerkingId {
    let taak = taak(hub).await;
    hub.doe(PlaatsOpmerking { taak, tekst: "Zo bedoeld?".into() }).await;
    hub.app.nu().present().world.integratie.kaarten.get(&taak).unwrap().opmerkingen[0].id
}

async fn verplaats(hub: &TestHub, taak: TaakId, naar: &str, na: Option<TaakId>) {
    let verwachte_versie = hub.app.nu().present().world.integratie.kaarten.get(&taak).unwrap().taak.versie;
    hub.doe(VerplaatsTaak { taak, verwachte_versie, naar_kolom: KolomId(naar.into()), na }).await;
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<LegTrajectVast>("een nieuw, met dezelfde functies", |hub| {
            Box::pin(async move {
                let world = hub.app.nu().present().world;
                let mut traject = world.integratie.trajecten.values().next().unwrap().as_ref().clone();
                traject.id = TrajectId("traject-proef".into());
                traject.borden.clear();
                hub.doe(LegTrajectVast { traject: traject.clone() }).await;
                traject.naam = "Anders".into();
                hub.doe(LegTrajectVast { traject }).await;
            })
        }),
        scenario::<StartTraject>("naar het voorbeeld van het traject van de demo, en van die kopie", |hub| {
            Box::pin(async move {
                for (sjabloon, naam) in
                    [("traject-midden-module-1", "Overstap"), ("traject-overstap", "Nog een overstap")]
                {
                    let start = Start {
                        naam: naam.into(),
                        omschrijving: "Om te zien of het klopt.".into(),
                        module: ModuleId("module-1".into()),
                        streefdatum: date(2028, 1, 1),
                    };
                    hub.doe(StartTraject { sjabloon: TrajectId(sjabloon.into()), start }).await;
                }
            })
        }),
        scenario::<MaakTaak>("met alles erop", |hub| {
            Box::pin(async move {
                taak(hub).await;
            })
        }),
        scenario::<WijzigTaak>("velden vullen en leegmaken", |hub| {
            Box::pin(async move {
                let taak = taak(hub).await;
                let wens = Wens {
                    titel: Some("Anders".into()),
                    omschrijving: Some(String::new()),
                    functie: Some(None),
                    gemeenten: Some(BTreeSet::new()),
                    eigenaar: Some(None),
                    vervaldatum: Some(None),
                    herhaling: Some(None),
                };
                hub.doe(WijzigTaak { taak, verwachte_versie: 1, wens }).await;
                let herhaling = Some(Some(Herhaling { elke: 1, eenheid: Herhaaleenheid::Maand }));
                let wens = Wens { vervaldatum: Some(Some(date(2027, 1, 1))), herhaling, ..Wens::default() };
                hub.doe(WijzigTaak { taak, verwachte_versie: 2, wens }).await;
            })
        }),
        scenario::<VerplaatsTaak>("naar een andere kolom, bovenaan, en onder een ander", |hub| {
            Box::pin(async move {
                let (eerste, tweede) = (taak(hub).await, taak(hub).await);
                verplaats(hub, eerste, "kolom-bezig", None).await;
                verplaats(hub, tweede, "kolom-bezig", Some(eerste)).await;
                verplaats(hub, tweede, "kolom-bezig", None).await;
            })
        }),
        scenario::<VerplaatsTaak>("gereed, en zij komt terug met haar checklist", |hub| {
            Box::pin(async move {
                let (taak, checkpunt) = met_checkpunt(hub).await;
                hub.doe(WijzigCheckpunt { checkpunt, tekst: None, af: Some(true) }).await;
                verplaats(hub, taak, "kolom-gereed", None).await;
                verplaats(hub, taak, "kolom-bezig", None).await;
                verplaats(hub, taak, "kolom-gereed", None).await;
            })
        }),
        scenario::<ArchiveerTaak>("van het bord", |hub| {
            Box::pin(async move {
                let taak = taak(hub).await;
                hub.doe(ArchiveerTaak { taak }).await;
            })
        }),
        scenario::<HerstelTaak>("terug op het bord", |hub| {
            Box::pin(async move {
                let taak = taak(hub).await;
                hub.doe(ArchiveerTaak { taak }).await;
                hub.doe(HerstelTaak { taak }).await;
            })
        }),
        scenario::<VoegCheckpuntToe>("twee", |hub| {
            Box::pin(async move {
                let (taak, _) = met_checkpunt(hub).await;
                hub.doe(VoegCheckpuntToe { taak, tekst: "Dan dat".into() }).await;
            })
        }),
        scenario::<WijzigCheckpunt>("tekst en vinkje", |hub| {
            Box::pin(async move {
                let (_, checkpunt) = met_checkpunt(hub).await;
                hub.doe(WijzigCheckpunt { checkpunt, tekst: Some("Anders".into()), af: None }).await;
                hub.doe(WijzigCheckpunt { checkpunt, tekst: None, af: Some(true) }).await;
            })
        }),
        scenario::<VerwijderCheckpunt>("van de lijst", |hub| {
            Box::pin(async move {
                let (_, checkpunt) = met_checkpunt(hub).await;
                hub.doe(VerwijderCheckpunt { checkpunt }).await;
            })
        }),
        scenario::<HerstelCheckpunt>("terug op de lijst", |hub| {
            Box::pin(async move {
                let (_, checkpunt) = met_checkpunt(hub).await;
                hub.doe(VerwijderCheckpunt { checkpunt }).await;
                hub.doe(HerstelCheckpunt { checkpunt }).await;
            })
        }),
        scenario::<PlaatsOpmerking>("met een vermelding", |hub| {
            Box::pin(async move {
                let taak = taak(hub).await;
                let wie = iemand(hub, "genoemd").await;
                hub.doe(PlaatsOpmerking { taak, tekst: format!("Kijk jij, @[Genoemd]({wie})?") }).await;
            })
        }),
        scenario::<WijzigOpmerking>("andere tekst", |hub| {
            Box::pin(async move {
                let opmerking = met_opmerking(hub).await;
                hub.doe(WijzigOpmerking { opmerking, tekst: "Anders".into() }).await;
            })
        }),
        scenario::<VerwijderOpmerking>("ingetrokken", |hub| {
            Box::pin(async move {
                let opmerking = met_opmerking(hub).await;
                hub.doe(VerwijderOpmerking { opmerking }).await;
            })
        }),
        scenario::<HerstelOpmerking>("teruggezet", |hub| {
            Box::pin(async move {
                let opmerking = met_opmerking(hub).await;
                hub.doe(VerwijderOpmerking { opmerking }).await;
                hub.doe(HerstelOpmerking { opmerking }).await;
            })
        }),
    ]
}
