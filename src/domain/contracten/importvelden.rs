//! The columns a sheet can have, and what else they are called. Pure.

/// A field of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Veld {
    /// As the API calls it.
    pub naam: &'static str,
    /// The head it gets when it is written.
    pub kop: &'static str,
    /// Other heads it is known by.
    pub ook: &'static [&'static str],
}

const fn veld(naam: &'static str, kop: &'static str, ook: &'static [&'static str]) -> Veld {
    Veld { naam, kop, ook }
}

pub const CONTRACTVELDEN: &[Veld] = &[
    veld("nummer", "Nummer", &["Contractnummer", "Contract nr", "Nr", "Kenmerk"]),
    veld("naam", "Naam", &["Contract", "Contractnaam", "Titel", "Omschrijving contract"]),
    veld("domein", "Domein", &["Perceel domein", "Beleidsterrein"]),
    veld("segment", "Segment", &["Perceel"]),
    veld("bovenliggend", "Valt onder", &["Bovenliggend", "Hoofdcontract"]),
    veld("gemeenten", "Gemeenten", &["Schaal", "Deelnemers", "Deelnemende gemeenten"]),
    veld("bekostiging", "Bekostiging", &["Bekostigingsvorm", "Bekostigingsvormen"]),
    veld("vorm", "Contractvorm", &["Vorm"]),
    veld("ingang", "Ingangsdatum", &["Ingang", "Startdatum", "Begindatum"]),
    veld("einde", "Einddatum", &["Einde", "Looptijd tot", "Expiratiedatum"]),
    veld("opzegtermijn", "Opzegtermijn in maanden", &["Opzegtermijn"]),
    veld("tussentijds", "Tussentijds opzegbaar", &["Tussentijds"]),
    veld("aantalAanbieders", "Aantal aanbieders", &["Aanbieders", "Aantal leveranciers"]),
    veld(
        "externNummer",
        "VendorLink-nummer",
        &["VendorLink", "VendorLink nummer", "VendorLinknummer", "Extern nummer"],
    ),
    veld("externAdres", "Adres in VendorLink", &["Link", "URL"]),
    veld("omschrijving", "Omschrijving", &["Toelichting", "Beschrijving"]),
];

pub const WAARDEVELDEN: &[Veld] = &[
    veld("element", "Sturingselement", &["Element"]),
    veld("attribuut", "Attribuut", &["Onderwerp"]),
    veld("kolom", "Voor", &["Kolom", "Regio", "Gemeente", "Regio of gemeente"]),
    veld("waarde", "Waarde", &["Antwoord"]),
    veld("toelichting", "Toelichting", &["Opmerking"]),
    veld("bron", "Bron", &[]),
    veld("peildatum", "Datum van de bron", &["Peildatum", "Datum"]),
    veld("zeker", "Zeker", &["Zekerheid"]),
];

fn kaal(tekst: &str) -> String {
    tekst.to_lowercase().chars().filter(|teken| teken.is_alphanumeric()).collect()
}

/// The field with this head, without looking at capitals, spaces and dashes.
pub fn veld_van(kop: &str, velden: &'static [Veld]) -> Option<&'static str> {
    let kop = kaal(kop);
    let past = |veld: &&Veld| kaal(veld.kop) == kop || veld.ook.iter().any(|ook| kaal(ook) == kop);
    velden.iter().find(past).map(|veld| veld.naam)
}
