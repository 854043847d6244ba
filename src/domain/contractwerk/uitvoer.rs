//! What the pages about contracts show, as XLSX and CSV, with the source beside each value. Now, or as it was on a day.

use jiff::{civil::Date, tz::TimeZone};

use crate::{
    app::App,
    domain::{
        contracten::{
            Attribuut, Bekostigingsvorm, CONTRACTVELDEN, Cel, ContractInhoud, Contractvorm, Kolom, Vergelijk, Verschil,
            WAARDEVELDEN, Waarde,
        },
        fout::{Code, Fout},
        rechten::{Bereik, Recht, Wie, toets},
        sporen::Lezing,
        uitvoer::Bestand,
    },
    platform::sheets::{self, Table, Value},
};

const MAX_KOLOMMEN: usize = 32;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Reads the names of columns; without any: the regions.
pub fn kolommen(sleutels: Vec<String>) -> Result<Vec<Kolom>, Fout> {
    if sleutels.is_empty() {
        return Ok(Kolom::streken().to_vec());
    }
    let bericht = "Dit is geen kolom. Schrijf bijvoorbeeld regio:regio-noord.";
    let lees =
        |sleutel: String| Kolom::try_from(sleutel).map_err(|_| Fout::bij(Code::OngeldigeWaarde, "kolommen", bericht));
    sleutels.into_iter().take(MAX_KOLOMMEN).map(lees).collect()
}

/// The file of one page. `kolommen` are those of the comparison.
pub fn maak(
    app: &App,
    wie: &Wie,
    lezing: &Lezing,
    blad: &str,
    vorm: &str,
    kolommen: &[Kolom],
) -> Result<Bestand, Fout> {
    toets(wie, Recht::ContractenLezen, &Bereik::Alles)?;
    let nu = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let vandaag = lezing.dag().unwrap_or_else(|| app.clock().now().to_zoned(nu).date());
    let tabellen = match blad {
        "register" => vec![register(lezing), kpis(lezing)],
        "vergelijking" => vec![naast(lezing, kolommen), waarden(lezing, kolommen)],
        "harmonisatie" => vec![harmonisatie(lezing, vandaag), waarden(lezing, &Kolom::streken())],
        _ => {
            let bericht = "Kies als blad register, vergelijking of harmonisatie.";
            return Err(Fout::bij(Code::NietGevonden, "blad", bericht));
        }
    };
    let (mime, bytes) = match vorm {
        "xlsx" => (XLSX, sheets::xlsx(&tabellen).map_err(Fout::intern)?),
        "csv" => ("text/csv; charset=utf-8", tabellen.first().map(sheets::csv).unwrap_or_default()),
        _ => return Err(Fout::bij(Code::OngeldigeWaarde, "vorm", "Kies als vorm xlsx of csv.")),
    };
    Ok(Bestand { naam: format!("contracten-{blad}-{vandaag}.{vorm}"), mime, bytes })
}

fn tabel(naam: &str, koppen: impl IntoIterator<Item = String>, rows: Vec<Vec<Value>>) -> Table {
    Table { name: naam.to_owned(), head: koppen.into_iter().collect(), rows }
}

fn ja_nee(ja: Option<bool>) -> Value {
    ja.map(|ja| if ja { "ja" } else { "nee" }).into()
}

fn getal(getal: Option<i32>) -> Value {
    getal.map_or(Value::Nothing, |getal| Value::Number(f64::from(getal)))
}

fn opsomming<T>(lijst: impl IntoIterator<Item = T>, naam: impl Fn(T) -> String) -> String {
    lijst.into_iter().map(naam).collect::<Vec<_>>().join(", ")
}

/// With the heads that an import knows, so that it can come back; and the source behind them.
fn register(lezing: &Lezing) -> Table {
    let organisatie = lezing.organisatie();
    let naam_van = |inhoud: &ContractInhoud, veld: &str| -> Value {
        match veld {
            "nummer" => inhoud.nummer.clone().into(),
            "naam" => inhoud.naam.clone().into(),
            "domein" => organisatie.domeinen.get(&inhoud.domein).map(|een| een.naam.clone()).into(),
            "segment" => inhoud.segment.clone().into(),
            "bovenliggend" => {
                let boven = inhoud.bovenliggend.as_ref().and_then(|id| lezing.contracten().contracten.get(id));
                boven.map(|een| een.inhoud.nummer.clone()).into()
            }
            "gemeenten" => opsomming(&inhoud.gemeenten, |id| {
                organisatie.gemeenten.get(id).map_or_else(|| id.to_string(), |een| een.naam.clone())
            })
            .into(),
            "bekostiging" => opsomming(&inhoud.bekostiging, |vorm: &Bekostigingsvorm| vorm.naam().to_owned()).into(),
            "vorm" => inhoud.vorm.map(Contractvorm::naam).into(),
            "ingang" => inhoud.ingang.clone().map(String::from).into(),
            "einde" => inhoud.einde.map(|dag| dag.to_string()).into(),
            "opzegtermijn" => getal(inhoud.opzegtermijn),
            "tussentijds" => ja_nee(inhoud.tussentijds),
            "aantalAanbieders" => getal(inhoud.aantal_aanbieders),
            "externNummer" => inhoud.extern_nummer.clone().into(),
            "externAdres" => inhoud.extern_adres.clone().into(),
            _ => inhoud.omschrijving.clone().into(),
        }
    };
    let rijen = lezing.contracten().in_register().into_iter().map(|contract| {
        let mut rij: Vec<Value> = CONTRACTVELDEN.iter().map(|veld| naam_van(&contract.inhoud, veld.naam)).collect();
        rij.push(contract.inhoud.laatste_dag().map(|dag| dag.to_string()).into());
        let herkomst = contract.herkomst.as_ref();
        rij.push(herkomst.map(|een| bron(&een.bron.document, een.bron.paragraaf.as_deref())).into());
        rij.push(herkomst.map(|een| if een.onzeker { "onzeker" } else { "zeker" }).into());
        rij.push(herkomst.and_then(|een| een.notitie.clone()).into());
        rij
    });
    let meer = ["Loopt tot en met", "Bron", "Zekerheid van de bron", "Notitie bij de bron"].map(str::to_owned);
    tabel("Contracten", CONTRACTVELDEN.iter().map(|veld| veld.kop.to_owned()).chain(meer), rijen.collect())
}

fn bron(document: &str, paragraaf: Option<&str>) -> String {
    paragraaf.map_or_else(|| document.to_owned(), |paragraaf| format!("{document}, {paragraaf}"))
}

fn kpis(lezing: &Lezing) -> Table {
    let koppen =
        ["Contractnummer", "KPI", "Streefwaarde", "Eenheid", "Meetwaarde", "Gemeten op", "Bron KPI", "Notitie"];
    let contracten = lezing.contracten().in_register();
    let rijen = contracten.iter().flat_map(|contract| {
        contract.inhoud.kpis.iter().map(|kpi| {
            let kpi = kpi.clone();
            vec![
                contract.inhoud.nummer.clone().into(),
                kpi.naam.into(),
                kpi.streefwaarde.into(),
                kpi.eenheid.into(),
                kpi.meetwaarde.into(),
                kpi.gemeten_op.map(|dag| dag.to_string()).into(),
                kpi.bron.into(),
                kpi.notitie.into(),
            ]
        })
    });
    tabel("KPI's", koppen.map(str::to_owned), rijen.collect())
}

fn kolomnaam(lezing: &Lezing, kolom: &Kolom) -> String {
    match kolom {
        // What an import knows it by.
        Kolom::Contract(id) => {
            let contract = lezing.contracten().contracten.get(id);
            contract.map_or_else(|| id.to_string(), |een| een.inhoud.nummer.clone())
        }
        kolom => crate::domain::contracten::zinnen::kolomnaam(lezing, kolom),
    }
}

fn woord(cel: &Cel) -> Value {
    cel.inhoud.waarde.as_ref().map(Waarde::in_woorden).into()
}

/// Attributes by columns, each with its source beside it.
fn naast(lezing: &Lezing, kolommen: &[Kolom]) -> Table {
    let toestand = lezing.contracten();
    let koppen = kolommen.iter().map(|kolom| kolomnaam(lezing, kolom));
    let koppen = koppen.flat_map(|naam| [naam.clone(), format!("Bron {naam}")]);
    let eerst = ["Sturingselement", "Onderwerp van vergelijking"].map(str::to_owned);
    let laatst = ["Verschil", "Hoeveel", "Hoe ver"].map(str::to_owned);
    let rij = |attribuut: &Attribuut| {
        let cellen: Vec<_> = kolommen.iter().map(|kolom| toestand.cel((attribuut.id.clone(), kolom.clone()))).collect();
        let waarden: Vec<_> = cellen.iter().map(|cel| cel.inhoud.waarde.as_ref()).collect();
        let verschil = Verschil::van(&waarden);
        let mut rij = vec![attribuut.inhoud.element.naam().into(), attribuut.inhoud.naam.clone().into()];
        rij.extend(cellen.iter().flat_map(|cel| [woord(cel), cel.inhoud.bron.clone().into()]));
        rij.push(
            match verschil.vergelijk {
                Vergelijk::Gelijk => "gelijk",
                Vergelijk::Verschilt => "verschilt",
                Vergelijk::Onbekend => "onbekend",
            }
            .into(),
        );
        rij.push(verschil.hoeveel.into());
        rij.push(toestand.standen.get(&attribuut.id).map(|standen| standen.samen.naam()).into());
        rij
    };
    let rijen = toestand.rijen().iter().map(|een| rij(een)).collect();
    tabel("Vergelijking", eerst.into_iter().chain(koppen).chain(laatst), rijen)
}

/// One value per row, with the heads that an import knows.
fn waarden(lezing: &Lezing, kolommen: &[Kolom]) -> Table {
    let toestand = lezing.contracten();
    let rijen = toestand.rijen();
    let rijen = rijen.iter().flat_map(|attribuut| {
        kolommen.iter().map(move |kolom| {
            let cel = toestand.cel((attribuut.id.clone(), kolom.clone()));
            let bekend = cel.inhoud.waarde.is_some();
            vec![
                attribuut.inhoud.element.naam().into(),
                attribuut.inhoud.naam.clone().into(),
                kolomnaam(lezing, kolom).into(),
                woord(&cel),
                cel.inhoud.toelichting.clone().into(),
                cel.inhoud.bron.clone().into(),
                cel.inhoud.peildatum.clone().map(String::from).into(),
                bekend.then_some(if cel.inhoud.zeker { "ja" } else { "nee" }).into(),
            ]
        })
    });
    tabel("Waarden", WAARDEVELDEN.iter().map(|veld| veld.kop.to_owned()), rijen.collect())
}

fn harmonisatie(lezing: &Lezing, vandaag: Date) -> Table {
    let toestand = lezing.contracten();
    let koppen = [
        "Sturingselement",
        "Onderwerp van besluit",
        "Hoe ver",
        "Besluit",
        "Wordt",
        "Waarom",
        "Wie besluit",
        "Hoedanigheid",
        "Besloten op",
        "Geldt vanaf",
        "Kan vanaf",
        "Uitleg",
        "Effect op het budget in euro's per jaar",
        "Wat verandert er",
    ];
    let rij = |attribuut: &Attribuut| -> Vec<Value> {
        let besluit = toestand.besluiten.get(&attribuut.id).map(|een| een.inhoud.clone()).unwrap_or_default();
        let moment = toestand.moment(attribuut, vandaag);
        let rol = besluit.gremium.as_ref().and_then(|id| lezing.organisatie().rollen.get(id));
        vec![
            attribuut.inhoud.element.naam().into(),
            attribuut.inhoud.naam.clone().into(),
            toestand.standen.get(&attribuut.id).map(|standen| standen.samen.naam()).into(),
            besluit.keuze.naam().into(),
            besluit.waarde.as_ref().map(Waarde::in_woorden).into(),
            besluit.reden.into(),
            rol.map(|rol| rol.naam.clone()).into(),
            besluit.hoedanigheid.map(|als| als.naam()).into(),
            besluit.besloten_op.map(|dag| dag.to_string()).into(),
            besluit.gepland_op.map(|dag| dag.to_string()).into(),
            moment.datum.map(|dag| dag.to_string()).into(),
            moment.uitleg.join(" ").into(),
            besluit.effect_budget.map_or(Value::Nothing, |euros| Value::Number(euros as f64)),
            besluit.effect.into(),
        ]
    };
    let rijen = toestand.rijen().iter().map(|een| rij(een)).collect();
    tabel("Harmonisatie", koppen.map(str::to_owned), rijen)
}
