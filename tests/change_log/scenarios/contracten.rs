use jiff::civil::date;
use samenspel::domain::{
    contracten::{
        AttribuutId, AttribuutInhoud, Beletsel, BesluitInhoud, CelSleutel, ContractId, ContractInhoud,
        Harmonisatiekeuze, Hoedanigheid, ImportId, Importsoort, Invoerrij, Inwoners, Signaalsoort, Sturingselement,
        Vorm, Waardesoort, cel_van, commands::*,
    },
    contractwerk::{
        Cel, DraaiImportTerug, NeemImportOver, PakSignaalOp, SpreekHarmonisatieAf, VraagCellenOp, VulCellenIn,
    },
    organisatie::{Bron, DomeinId, GemeenteId, Herkomst, RolId},
};
use serde_json::{Map, Value, json};

use super::{Scenario, iemand, scenario};
use crate::support::TestHub;

fn herkomst() -> Herkomst {
    let bron = Bron { document: "Uitvoeringsplan 2026-2028".into(), paragraaf: Some("5.4".into()) };
    Herkomst { bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None }
}

fn velden(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

fn attribuut(naam: &str) -> AttribuutInhoud {
    AttribuutInhoud {
        element: Sturingselement::Bekostigingsvorm,
        naam: naam.into(),
        vorm: Vorm { soort: Waardesoort::Percentage, eenheid: None, keuzes: Vec::new() },
        domeinen: [DomeinId("dom-wmo".into())].into(),
        contracten: [].into(),
        in_contract: false,
        beletsels: Vec::new(),
        toelichting: String::new(),
        vervallen: false,
    }
}

fn cel(sleutel: &str, verwachte_versie: i32, tekst: &str) -> Cel {
    let wens = Celwens {
        tekst: Some(tekst.into()),
        bron: Some("Accountgesprek".into()),
        peildatum: Some(Some("2026-10".parse().unwrap())),
        zeker: Some(true),
        ..Celwens::default()
    };
    Cel { sleutel: sleutel_van(sleutel), verwachte_versie, wens }
}

fn sleutel_van(sleutel: &str) -> CelSleutel {
    cel_van(sleutel).unwrap()
}

fn besluit(keuze: Harmonisatiekeuze) -> BesluitInhoud {
    BesluitInhoud {
        keuze,
        reden: "Zo is het in Noord beproefd.".into(),
        gremium: Some(RolId("rol-ab".into())),
        hoedanigheid: Some(Hoedanigheid::Eigenaar),
        effect_budget: Some(-1200),
        gemeenten: [GemeenteId("gem-weert".into())].into(),
        ..BesluitInhoud::default()
    }
}

async fn besluit_over(hub: &TestHub, id: &str, inhoud: BesluitInhoud) {
    let attributen = vec![(AttribuutId(id.into()), 9)];
    hub.doe(BesluitHarmonisatie { attributen, inhoud, waarde: Some("via het loket".into()) }).await;
}

fn invoerrij(rij: usize, velden: &[(&str, &str)]) -> Invoerrij {
    let velden = velden.iter().map(|(veld, tekst)| ((*veld).to_owned(), (*tekst).to_owned())).collect();
    Invoerrij { rij, velden }
}

/// One contract, a part of it, and another end of one that is there.
fn contractrijen([heel, deel]: [&str; 2], einde: &str) -> Vec<Invoerrij> {
    let deel = [("nummer", deel), ("naam", "Deel"), ("domein", "Wmo"), ("bovenliggend", heel)];
    let heel = [("nummer", heel), ("naam", "Heel"), ("domein", "Wmo"), ("gemeenten", "Midden-Limburg")];
    let bestaand = [("nummer", "bw"), ("einde", einde), ("vorm", "subsidie")];
    vec![invoerrij(2, &deel), invoerrij(3, &heel), invoerrij(4, &bestaand)]
}

async fn neem_over(hub: &TestHub, soort: Importsoort, rijen: Vec<Invoerrij>) -> Option<ImportId> {
    hub.doe(NeemImportOver { naam: "blad.xlsx".into(), soort, rijen }).await
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<LegContractVast>("uit een bron, en nog eens: dan verandert er niets", |hub| {
            Box::pin(async move {
                for naam in ["Proefcontract", "Anders"] {
                    let inhoud = ContractInhoud::nieuw("PROEF-1", naam, DomeinId("dom-wmo".into()));
                    let id = ContractId("contract-proef".into());
                    hub.doe(LegContractVast { id, inhoud, herkomst: herkomst() }).await;
                }
            })
        }),
        scenario::<MaakContract>("een nieuw, met een einde en een optie", |hub| {
            Box::pin(async move {
                let meer =
                    json!({ "einde": "2027-12-31", "opties": [{ "maanden": 12, "uiterlijk": null, "gelicht": true }] });
                let domein = DomeinId("dom-jeugd".into());
                hub.doe(MaakContract { nummer: "J-9".into(), naam: "Jeugd".into(), domein, velden: velden(meer) })
                    .await;
            })
        }),
        scenario::<WijzigContract>("een ander einde, en weer onbekend", |hub| {
            Box::pin(async move {
                for einde in [json!("2028-06-30"), Value::Null] {
                    let contract = ContractId("contract-wmo-hbh".into());
                    let velden = velden(json!({ "einde": einde, "vorm": "raamovereenkomst" }));
                    hub.doe(WijzigContract { contract, verwachte_versie: 1, velden }).await;
                }
            })
        }),
        scenario::<LegAttribuutVast>("uit een bron", |hub| {
            Box::pin(async move {
                let id = AttribuutId("harm-proef".into());
                hub.doe(LegAttribuutVast { id, inhoud: attribuut("Proef"), plaats: 90, herkomst: herkomst() }).await;
            })
        }),
        scenario::<MaakAttribuut>("een nieuw, met een waarde", |hub| {
            Box::pin(async move {
                let id = hub.doe(MaakAttribuut { inhoud: attribuut("Eigen bijdrage") }).await;
                hub.doe(VulCellenIn { cellen: vec![cel(&format!("{id}/regio:regio-noord"), 0, "3,5%")] }).await;
            })
        }),
        scenario::<WijzigAttribuut>("iets in de weg, en uit de vergelijking", |hub| {
            Box::pin(async move {
                let attribuut = hub.doe(MaakAttribuut { inhoud: self::attribuut("Indexcijfer") }).await;
                let beletsels = vec![Beletsel { tekst: "Loopt mee met het rijk".into(), tot: None }];
                for vervallen in [false, true] {
                    let inhoud =
                        AttribuutInhoud { beletsels: beletsels.clone(), vervallen, ..self::attribuut("Indexcijfer") };
                    hub.doe(WijzigAttribuut { attribuut: attribuut.clone(), verwachte_versie: 1, inhoud }).await;
                }
            })
        }),
        scenario::<BesluitHarmonisatie>("Noord volgen met een dag, en toch nog open", |hub| {
            Box::pin(async move {
                let id = "harm-toegang-beschikken";
                let gepland_op = Some(date(2099, 1, 1));
                besluit_over(hub, id, BesluitInhoud { gepland_op, ..besluit(Harmonisatiekeuze::NoordVolgen) }).await;
                besluit_over(hub, id, BesluitInhoud::default()).await;
            })
        }),
        scenario::<BespreekHarmonisatie>("iets gezegd", |hub| {
            Box::pin(async move {
                let attribuut = AttribuutId("harm-toegang-beschikken".into());
                hub.doe(BespreekHarmonisatie { attribuut, tekst: "Weert doet het anders.".into() }).await;
            })
        }),
        scenario::<LegInwonersVast>("een ander aantal", |hub| {
            Box::pin(async move {
                let inwoners = Inwoners {
                    gemeente: GemeenteId("gem-weert".into()),
                    aantal: 52_000,
                    bron: "CBS".into(),
                    peildatum: date(2025, 1, 1),
                    zeker: true,
                };
                hub.doe(LegInwonersVast { inwoners }).await;
            })
        }),
        scenario::<VulCellenIn>("een blok, en daarna een weer leeg", |hub| {
            Box::pin(async move {
                let id = "harm-contractmanagement-formatie";
                let blok = ["noord", "mlo"].map(|regio| cel(&format!("{id}/regio:regio-{regio}"), 0, "2,5 fte"));
                hub.doe(VulCellenIn { cellen: blok.into() }).await;
                hub.doe(VulCellenIn { cellen: vec![cel(&format!("{id}/regio:regio-mlo"), 1, "")] }).await;
            })
        }),
        scenario::<VraagCellenOp>("twee waarden gevraagd; het antwoord sluit de taak", |hub| {
            Box::pin(async move {
                let eigenaar = iemand(hub, "waardezoeker").await;
                let sleutels = ["mlo", "mlw"].map(|regio| format!("harm-contractvorm-looptijd/regio:regio-{regio}"));
                let cellen = sleutels.iter().map(|sleutel| sleutel_van(sleutel)).collect();
                hub.doe(VraagCellenOp { cellen, eigenaar, antwoord_voor: date(2099, 1, 1), bord: None }).await;
                for sleutel in sleutels {
                    hub.doe(VulCellenIn { cellen: vec![cel(&sleutel, 9, "2 jaar")] }).await;
                }
            })
        }),
        scenario::<NeemImportOver>("contracten, nieuw en gewijzigd, waarvan een onder een ander", |hub| {
            Box::pin(async move {
                neem_over(hub, Importsoort::Contracten, contractrijen(["IMP-1", "IMP-2"], "31-12-2031")).await;
            })
        }),
        scenario::<NeemImportOver>("een waarde die gevraagd was", |hub| {
            Box::pin(async move {
                let eigenaar = iemand(hub, "invoerzoeker").await;
                let cellen = vec![sleutel_van("harm-contractvorm-looptijd/regio:regio-noord")];
                hub.doe(VraagCellenOp { cellen, eigenaar, antwoord_voor: date(2099, 1, 1), bord: None }).await;
                let rij = [("attribuut", "Looptijd en verlengingsopties"), ("kolom", "NL"), ("waarde", "2 jaar")];
                neem_over(hub, Importsoort::Waarden, vec![invoerrij(2, &rij)]).await;
            })
        }),
        scenario::<DraaiImportTerug>("een hele import", |hub| {
            Box::pin(async move {
                let rijen = contractrijen(["IMP-3", "IMP-4"], "31-12-2032");
                let import = neem_over(hub, Importsoort::Contracten, rijen).await.unwrap();
                hub.doe(DraaiImportTerug { import }).await;
                let rij = [("attribuut", "Segmentindeling Jeugd"), ("kolom", "MLW"), ("waarde", "4")];
                let import = neem_over(hub, Importsoort::Waarden, vec![invoerrij(2, &rij)]).await.unwrap();
                hub.doe(DraaiImportTerug { import }).await;
            })
        }),
        scenario::<PakSignaalOp>("een taak van het einde", |hub| {
            Box::pin(async move {
                let contract = ContractId("contract-wmo-segment-1".into());
                let soort = Signaalsoort::Einde;
                hub.doe(PakSignaalOp { contract, soort, eigenaar: None, bord: None }).await;
            })
        }),
        scenario::<SpreekHarmonisatieAf>("een nieuwe waarde wordt een afspraak", |hub| {
            Box::pin(async move {
                let id = "harm-toegang-toegang-organisatie";
                besluit_over(hub, id, besluit(Harmonisatiekeuze::Nieuw)).await;
                hub.doe(SpreekHarmonisatieAf { attribuut: AttribuutId(id.into()) }).await;
            })
        }),
    ]
}
