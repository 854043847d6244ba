//! The text of an agreement, now or as it was frozen.

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::VersieNode;
use crate::domain::{
    afspraken::{
        Afspraak, VersieId, opmaak, queries,
        tekst::{Artikel, Tekst},
        verschil::{self, ArtikelVerschil, Soort, Stuk, Woordsoort},
    },
    fout::Fout,
    graphql::{aanvraag, uuid_sleutel},
    teksten::met_namen_van_nu,
};

/// De tekst van een afspraak, in artikelen.
pub struct TekstNode {
    titel: String,
    /// A BSN is still in it, in this article.
    artikel_met_bsn: Option<usize>,
    /// Without it.
    tekst: Tekst,
    /// The same, with names as they are now.
    getoond: Tekst,
}

/// Eén artikel: het houdt zijn id, ook als het verplaatst wordt of anders heet.
pub struct ArtikelNode {
    nummer: i32,
    artikel: Artikel,
    hash: String,
}

impl TekstNode {
    pub fn new(afspraak: &Afspraak, tekst: Tekst) -> Self {
        let artikel_met_bsn = tekst.artikel_met_bsn();
        let tekst = if artikel_met_bsn.is_some() { tekst.zonder_bsn() } else { tekst };
        Self { titel: afspraak.inhoud.naam.clone(), artikel_met_bsn, getoond: tekst.clone(), tekst }
    }

    pub async fn nu(ctx: &Context<'_>, afspraak: &Afspraak) -> Result<Self> {
        let nu = Self::new(afspraak, tekst_nu(ctx, afspraak).await.map_err(Fout::top_level)?);
        let getoond = met_namen_van_nu(&aanvraag(ctx).beeld(), nu.tekst.clone());
        Ok(Self { getoond, ..nu })
    }
}

async fn tekst_nu(ctx: &Context<'_>, afspraak: &Afspraak) -> Result<Tekst, Fout> {
    let doc = queries::document(aanvraag(ctx).app().db().read(), &afspraak.id).await?;
    Ok(queries::tekst_in(&doc))
}

/// De tekst van een afspraak, in artikelen.
#[Object(name = "AfspraakTekst")]
impl TekstNode {
    /// De artikelen, in hun volgorde.
    async fn artikelen(&self) -> Vec<ArtikelNode> {
        let node = |(index, (getoond, artikel)): (usize, (&Artikel, &Artikel))| ArtikelNode {
            nummer: index as i32 + 1,
            artikel: getoond.clone(),
            hash: artikel.hash(),
        };
        let getoond = self.getoond.artikelen.iter().zip(&self.tekst.artikelen).enumerate();
        getoond.map(node).collect()
    }

    /// Staat er nog niets?
    async fn leeg(&self) -> bool {
        self.tekst.is_leeg()
    }

    /// Hetzelfde voor precies deze tekst, anders voor elke andere. Stuur haar mee als `verwachteHash`.
    async fn hash(&self) -> String {
        self.tekst.hash()
    }

    /// Het nummer van het eerste artikel waarin een burgerservicenummer staat; leeg: in geen enkel. Wat daar staat,
    /// komt niet naar buiten.
    async fn artikel_met_bsn(&self) -> Option<i32> {
        self.artikel_met_bsn.map(|nummer| nummer as i32)
    }

    /// Als HTML, veilig om te tonen.
    async fn html(&self) -> String {
        opmaak::hele_html(&self.getoond)
    }

    /// Als Markdown.
    async fn markdown(&self) -> String {
        opmaak::markdown(&self.titel, &self.getoond)
    }

    /// Als platte tekst.
    async fn plat(&self) -> String {
        opmaak::platte_tekst(&self.titel, &self.getoond)
    }

    /// Als JSON, in een vaste vorm: waar de hash over gaat.
    async fn json(&self) -> Result<String> {
        Ok(serde_json::to_string(&self.tekst)?)
    }
}

/// Eén artikel: het houdt zijn id, ook als het verplaatst wordt of anders heet.
#[Object(name = "AfspraakArtikel")]
impl ArtikelNode {
    /// Blijft hetzelfde in alle versies; uniek binnen de afspraak.
    async fn sleutel(&self) -> &str {
        &self.artikel.id
    }

    /// Waar het staat, vanaf 1.
    async fn nummer(&self) -> i32 {
        self.nummer
    }

    /// Hoe het heet.
    async fn kop(&self) -> &str {
        &self.artikel.kop
    }

    /// Hetzelfde zolang er hetzelfde staat, waar het ook staat.
    async fn hash(&self) -> &str {
        &self.hash
    }

    /// Als HTML, zonder de kop.
    async fn html(&self) -> String {
        opmaak::html(&self.artikel.inhoud)
    }

    /// Als Markdown, zonder de kop.
    async fn markdown(&self) -> String {
        opmaak::artikel_markdown(&self.artikel.inhoud)
    }

    /// Als platte tekst, zonder de kop.
    async fn plat(&self) -> String {
        self.artikel.plat()
    }
}

/// Wat er met een artikel gebeurd is, tussen twee teksten.
#[derive(SimpleObject)]
#[graphql(name = "ArtikelVerschil")]
pub struct ArtikelVerschilNode {
    /// Het artikel, in alle versies hetzelfde.
    sleutel: String,
    /// Wat ermee gebeurd is.
    soort: Soort,
    /// Staat het op een andere plek?
    verplaatst: bool,
    /// Het nummer in de oude tekst.
    van_nummer: Option<i32>,
    /// Het nummer in de nieuwe tekst.
    naar_nummer: Option<i32>,
    /// De kop, woord voor woord.
    kop: Vec<WoordVerschilNode>,
    /// De rest, woord voor woord.
    inhoud: Vec<WoordVerschilNode>,
}

/// Woorden waarmee hetzelfde gebeurd is.
#[derive(SimpleObject)]
#[graphql(name = "WoordVerschil")]
pub struct WoordVerschilNode {
    /// Wat ermee gebeurd is.
    soort: Woordsoort,
    /// De woorden.
    tekst: String,
}

impl From<Stuk> for WoordVerschilNode {
    fn from(Stuk { soort, tekst }: Stuk) -> Self {
        Self { soort, tekst }
    }
}

impl From<ArtikelVerschil> for ArtikelVerschilNode {
    fn from(van: ArtikelVerschil) -> Self {
        Self {
            sleutel: van.id,
            soort: van.soort,
            verplaatst: van.verplaatst,
            van_nummer: van.van_nummer.map(|nummer| nummer as i32),
            naar_nummer: van.naar_nummer.map(|nummer| nummer as i32),
            kop: van.kop.into_iter().map(Into::into).collect(),
            inhoud: van.inhoud.into_iter().map(Into::into).collect(),
        }
    }
}

/// What differs between two versions of one agreement.
pub async fn verschillen(
    ctx: &Context<'_>,
    afspraak: &Afspraak,
    van: Option<ID>,
    naar: Option<ID>,
) -> Result<Vec<ArtikelVerschilNode>> {
    let van = match van {
        Some(van) => tekst_van(ctx, afspraak, &van, "van").await.map_err(Fout::top_level)?,
        None => Tekst::default(),
    };
    let naar = match naar {
        Some(naar) => tekst_van(ctx, afspraak, &naar, "naar").await,
        None => tekst_nu(ctx, afspraak).await.map(|tekst| tekst.zonder_bsn()),
    };
    let naar = naar.map_err(Fout::top_level)?;
    Ok(verschil::verschil(&van, &naar).into_iter().map(Into::into).collect())
}

async fn tekst_van(ctx: &Context<'_>, afspraak: &Afspraak, id: &ID, veld: &str) -> Result<Tekst, Fout> {
    let aanvraag = aanvraag(ctx);
    let id = VersieId(uuid_sleutel(id, "AfspraakVersie", veld)?);
    let eigen = VersieNode::vind(&aanvraag.beeld(), aanvraag.positie, id);
    if eigen.is_none_or(|versie| versie.versie.afspraak != afspraak.id) {
        return Err(Fout::niet_gevonden("Deze versie"));
    }
    queries::tekst_van(aanvraag.app().db().read(), id).await
}
