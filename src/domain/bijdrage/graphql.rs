//! The fair share as clients ask for it: regions for all, one gemeente for who may see it.

use std::collections::BTreeSet;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{Bijdragesoort, Bronnen, Geteld, Spreiding, Telling, Tijdvak};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Aanvraag, aanvraag, sleutel},
        organisatie::{
            GemeenteId, RegioId, RegioNiveau,
            graphql::{GemeenteNode, RegioNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::graphql::scalars::Datum,
};

/// Hoeveel er gehaald is, van alles wat te tellen is.
#[derive(Clone, SimpleObject)]
pub struct Bijdragetelling {
    /// Hoeveel er gehaald is: meegedaan, op tijd, of zelf getrokken.
    gehaald: usize,
    /// Van hoeveel.
    totaal: usize,
    /// Hetzelfde van de honderd; leeg: er is niets te tellen.
    procent: Option<f64>,
    /// Hoeveel er wel gedaan is, na de laatste dag.
    te_laat: usize,
    /// Hoeveel er niet gedaan is.
    niet: usize,
    /// Van hoeveel de hub het niet weet; zij staan niet in het totaal.
    onbekend: usize,
    /// Het aandeel in de inwoners, van de honderd; leeg: onbekend, of het hoort niet bij deze soort.
    inwonersdeel: Option<f64>,
}

/// Hoe een regio bijdraagt.
#[derive(Clone, SimpleObject)]
pub struct RegioBijdrage {
    /// De regio.
    regio: RegioNode,
    /// Haar gemeenten samen.
    telling: Bijdragetelling,
}

/// Hoe ver gemeenten uit elkaar liggen, van de honderd. Niet welke.
#[derive(Clone, SimpleObject)]
pub struct Bijdragespreiding {
    /// De laagste.
    laagste: f64,
    /// De middelste: de helft ligt eronder.
    midden: f64,
    /// De hoogste.
    hoogste: f64,
}

/// Hoe de regio’s bijdroegen in een kwartaal.
#[derive(Clone, SimpleObject)]
pub struct Bijdragekwartaal {
    /// Zoals ‘1e kwartaal 2026’.
    naam: String,
    /// De eerste dag die telt.
    van: Datum,
    /// De laatste dag die telt.
    tot: Datum,
    /// Noord naast Midden.
    regios: Vec<RegioBijdrage>,
}

/// Hoe gemeenten bijdragen, op één manier geteld.
#[derive(Clone, SimpleObject)]
pub struct Bijdragemaat {
    /// Wat er geteld wordt.
    soort: Bijdragesoort,
    /// Precies hoe er geteld wordt.
    uitleg: &'static str,
    /// Elke regio: Noord en Midden.
    regios: Vec<RegioBijdrage>,
    /// Alle gemeenten samen.
    alle: Bijdragetelling,
    /// Hoe ver zij uit elkaar liggen; leeg: bij minder dan drie gemeenten is er iets te tellen.
    spreiding: Option<Bijdragespreiding>,
    /// Elk kwartaal in de periode, eerste eerst; leeg: het gaat over vandaag.
    verloop: Vec<Bijdragekwartaal>,
}

/// Hoe één gemeente bijdraagt, op één manier geteld.
#[derive(SimpleObject)]
pub struct GemeenteBijdragemaat {
    /// Wat er geteld wordt.
    soort: Bijdragesoort,
    /// Hoe deze gemeente bijdraagt.
    telling: Bijdragetelling,
}

/// Hoe één gemeente bijdraagt.
#[derive(SimpleObject)]
pub struct GemeenteBijdrage {
    /// De gemeente.
    gemeente: GemeenteNode,
    /// Elke soort bijdrage.
    maten: Vec<GemeenteBijdragemaat>,
}

/// Hoe de gemeenten samen het werk dragen, over een periode.
pub struct Bijdrage {
    beeld: Lezing,
    tijdvak: Tijdvak,
    alle: BTreeSet<GemeenteId>,
    geteld: Vec<(Bijdragesoort, Geteld)>,
}

/// Counts in a state, with what the answers need of it.
fn bronnen<'a>(beeld: &'a Lezing, aanvraag: &Aanvraag) -> Bronnen<'a> {
    Bronnen {
        organisatie: beeld.organisatie(),
        integratie: beeld.integratie(),
        afspraken: beeld.afspraken(),
        sessies: beeld.sessies(),
        contracten: beeld.contracten(),
        vandaag: aanvraag.vandaag(),
    }
}

impl Bijdrage {
    fn tel(aanvraag: &Aanvraag, tijdvak: Tijdvak) -> Self {
        let beeld = aanvraag.beeld();
        let bronnen = bronnen(&beeld, aanvraag);
        let geteld = Bijdragesoort::ALLE.into_iter().map(|soort| (soort, bronnen.geteld(soort))).collect();
        let alle = beeld.organisatie().gemeenten.keys().cloned().collect();
        Self { beeld, tijdvak, alle, geteld }
    }

    /// Noord and Midden, each with its gemeenten: a whole region before one with parts.
    fn regios(&self) -> Vec<(RegioNode, BTreeSet<GemeenteId>)> {
        let organisatie = self.beeld.organisatie();
        let mut regios = RegioNode::alle(&self.beeld, |regio| regio.niveau == RegioNiveau::Regio);
        let heeft_delen = |id: &RegioId| organisatie.regios.values().any(|een| een.hoort_bij.as_ref() == Some(id));
        regios.sort_by_key(|regio| heeft_delen(&regio.feit.id));
        let leden = |regio: &RegioNode| {
            let leden = organisatie.gemeenten.values().filter(|een| een.regio == regio.feit.id);
            leden.map(|een| een.id.clone()).collect()
        };
        regios.into_iter().map(|regio| (regio.clone(), leden(&regio))).collect()
    }

    fn telling(
        &self,
        ctx: &Context<'_>,
        soort: Bijdragesoort,
        telling: Telling,
        van: &BTreeSet<GemeenteId>,
    ) -> Bijdragetelling {
        let bij_inwoners = soort == Bijdragesoort::Werk && van.len() < self.alle.len();
        let Telling { gehaald, laat, niet, onbekend } = telling;
        Bijdragetelling {
            gehaald,
            totaal: telling.totaal(),
            procent: telling.procent(),
            te_laat: laat,
            niet,
            onbekend,
            inwonersdeel: bij_inwoners.then(|| bronnen(&self.beeld, aanvraag(ctx)).inwonersdeel(van)).flatten(),
        }
    }

    fn maat(&self, ctx: &Context<'_>, soort: Bijdragesoort, geteld: &Geteld) -> Bijdragemaat {
        let regios = self.regios();
        let per_regio = |tijdvak: &Tijdvak| -> Vec<RegioBijdrage> {
            let bijdrage = |(regio, leden): &(RegioNode, BTreeSet<GemeenteId>)| RegioBijdrage {
                regio: regio.clone(),
                telling: self.telling(ctx, soort, geteld.telling(tijdvak, leden), leden),
            };
            regios.iter().map(bijdrage).collect()
        };
        let kwartaal = |kwartaal: Tijdvak| Bijdragekwartaal {
            naam: kwartaal.kwartaalnaam(),
            van: Datum(kwartaal.van),
            tot: Datum(kwartaal.tot),
            regios: per_regio(&kwartaal),
        };
        let spreiding = geteld.spreiding(&self.tijdvak, &self.alle);
        Bijdragemaat {
            soort,
            uitleg: soort.uitleg(),
            regios: per_regio(&self.tijdvak),
            alle: self.telling(ctx, soort, geteld.samen(&self.tijdvak, &self.alle), &self.alle),
            spreiding: spreiding.map(|Spreiding { laagste, midden, hoogste }| Bijdragespreiding {
                laagste,
                midden,
                hoogste,
            }),
            verloop: geteld.kwartalen(&self.tijdvak).into_iter().map(kwartaal).collect(),
        }
    }
}

/// Hoe de gemeenten samen het werk dragen, over een periode.
#[Object]
impl Bijdrage {
    /// De eerste dag die telt.
    async fn van(&self) -> Datum {
        Datum(self.tijdvak.van)
    }

    /// De laatste dag die telt.
    async fn tot(&self) -> Datum {
        Datum(self.tijdvak.tot)
    }

    /// Elke soort bijdrage, voor de regio’s en voor alle gemeenten samen.
    #[graphql(complexity = "20 + child_complexity")]
    async fn maten(&self, ctx: &Context<'_>) -> Vec<Bijdragemaat> {
        self.geteld.iter().map(|(soort, geteld)| self.maat(ctx, *soort, geteld)).collect()
    }

    /// Eén gemeente: alleen voor wie voor haar spreekt en voor de kwartiermaker. Leeg: zij bestaat niet.
    #[graphql(complexity = "5 + child_complexity")]
    async fn gemeente(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De gemeente.")] gemeente: ID,
    ) -> Result<Option<GemeenteBijdrage>> {
        let id = sleutel(&gemeente, "Gemeente", "gemeente").map(GemeenteId).map_err(Fout::top_level)?;
        aanvraag(ctx).eis(Recht::BijdrageInzien, &Bereik::Gemeenten(vec![id.clone()]))?;
        let Some(gemeente) = GemeenteNode::vind(&self.beeld, &id) else { return Ok(None) };
        let eigen = BTreeSet::from([id]);
        let maat = |(soort, geteld): &(Bijdragesoort, Geteld)| GemeenteBijdragemaat {
            soort: *soort,
            telling: self.telling(ctx, *soort, geteld.telling(&self.tijdvak, &eigen), &eigen),
        };
        Ok(Some(GemeenteBijdrage { gemeente, maten: self.geteld.iter().map(maat).collect() }))
    }
}

/// Wat je over de bijdrage van gemeenten kunt vragen.
#[derive(Default)]
pub struct BijdrageQuery;

#[Object]
impl BijdrageQuery {
    /// Hoe de gemeenten samen het werk dragen: deelname, op tijd antwoorden, tekenen en werken, en wie het trekt. Zonder
    /// dagen: de laatste vier kwartalen, tot en met vandaag.
    #[graphql(complexity = "30 + child_complexity")]
    async fn bijdrage(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De eerste dag die telt; leeg: het begin van drie kwartalen voor dat van `tot`.")] van: Option<
            Datum,
        >,
        #[graphql(desc = "De laatste dag die telt; leeg: vandaag. Hooguit vijf jaar na `van`.")] tot: Option<Datum>,
    ) -> Result<Bijdrage> {
        let aanvraag = aanvraag(ctx);
        for recht in
            [Recht::FeitenLezen, Recht::TakenLezen, Recht::AfsprakenLezen, Recht::SessiesLezen, Recht::ContractenLezen]
        {
            aanvraag.eis(recht, &Bereik::Alles)?;
        }
        let tijdvak = Tijdvak::getoetst(van.map(|van| van.0), tot.map(|tot| tot.0), aanvraag.vandaag());
        Ok(Bijdrage::tel(aanvraag, tijdvak.map_err(Fout::top_level)?))
    }
}
