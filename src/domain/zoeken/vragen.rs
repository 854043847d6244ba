//! The question in the schema.

use async_graphql::{Context, Object, Result, SimpleObject, connection::PageInfo};

use super::{
    bijhouden::{Treffer, Vraag},
    document::Zoeksoort,
};
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::aanvraag,
        node::Node,
        rechten::{Bereik, Recht},
    },
    platform::{
        graphql::page::{self, Window},
        search::Part,
    },
};

/// Longer than anyone types.
const MAX_TEKST: usize = 200;

/// Een stukje tekst, wel of niet van wat gezocht werd.
#[derive(Clone, SimpleObject)]
pub struct Tekstdeel {
    /// De tekst.
    tekst: String,
    /// Is dit wat gezocht werd?
    raak: bool,
}

impl From<Part> for Tekstdeel {
    fn from(part: Part) -> Self {
        Self { tekst: part.text, raak: part.hit }
    }
}

/// Iets wat gevonden is.
#[derive(Clone, SimpleObject)]
pub struct Zoekresultaat {
    /// Wat voor iets het is.
    soort: Zoeksoort,
    /// De titel, met wat gezocht werd gemarkeerd.
    titel: Vec<Tekstdeel>,
    /// Waar het bij hoort, op één regel; leeg: nergens bij.
    bij: String,
    /// Het stuk van de tekst waarin staat wat gezocht werd; leeg: het staat alleen in de titel of een naam.
    fragment: Vec<Tekstdeel>,
    /// Is het voorbij: gearchiveerd, klaar, gesloten of vervangen?
    voorbij: bool,
    /// Het object zelf, of waar het in staat.
    object: Node,
}

/// Hoeveel er van één soort gevonden is.
#[derive(SimpleObject)]
pub struct Zoektelling {
    /// De soort.
    soort: Zoeksoort,
    /// Hoeveel.
    aantal: usize,
}

/// Wat er gevonden is, het beste eerst.
#[derive(SimpleObject)]
pub struct Zoekresultaten {
    /// Deze bladzijde.
    nodes: Vec<Zoekresultaat>,
    /// Is er meer? Lees dan verder met `after`.
    page_info: PageInfo,
    /// Hoeveel er van de gevraagde soorten gevonden is.
    totaal: usize,
    /// Hoeveel er van elke soort gevonden is, ook van wat niet gevraagd werd; wat het beste past eerst.
    per_soort: Vec<Zoektelling>,
    /// Waar op gezocht is, als een woord nergens voorkomt en op een ander lijkt; leeg: op wat er stond.
    bedoeld: Option<String>,
}

/// Wat je over alles kunt vragen.
#[derive(Default)]
pub struct ZoekQuery;

#[Object]
impl ZoekQuery {
    /// Zoekt in alles wat de kijker mag zien: namen, teksten, opmerkingen. Tikfouten en oude namen mogen.
    #[graphql(complexity = "50 + first as usize / 10 + child_complexity")]
    async fn zoek(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Waar je naar zoekt, zoals je het typt; hooguit 200 tekens.")] tekst: String,
        #[graphql(default, desc = "Alleen deze soorten; leeg: alles.")] soorten: Vec<Zoeksoort>,
        #[graphql(default = 20, desc = "Hoeveel, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<Zoekresultaten> {
        let aanvraag = aanvraag(ctx);
        let wie = aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?.clone();
        let window = Window::new(first, after)?;
        if tekst.chars().count() > MAX_TEKST {
            let bericht = "Zoek met hooguit 200 tekens. Kies de woorden die er het meest toe doen.";
            return Err(Fout::bij(Code::TeLang, "tekst", bericht).top_level());
        }
        let overslaan = window.after.map_or(0, |after| usize::try_from(after).map_or(0, |after| after + 1));
        let vraag = Vraag { tekst, soorten, overslaan, hoogstens: window.first };
        let gevonden = aanvraag.app().zoekindex().zoek(wie, vraag).await.map_err(Fout::top_level)?;
        let (beeld, positie) = (aanvraag.beeld(), aanvraag.positie);
        let resultaat = |treffer: Treffer| {
            let object = Node::vind(&beeld, positie, treffer.waar.0, &treffer.waar.1)?;
            let delen = |delen: Vec<Part>| delen.into_iter().map(Tekstdeel::from).collect();
            let (titel, fragment) = (delen(treffer.titel), delen(treffer.fragment));
            let Treffer { soort, bij, voorbij, .. } = treffer;
            Some(Zoekresultaat { soort, titel, bij, fragment, voorbij, object })
        };
        let deze = gevonden.treffers.len();
        let plekken = (0_i64..).skip(overslaan).zip(gevonden.treffers);
        let items: Vec<_> = plekken.filter_map(|(plek, treffer)| Some((plek, resultaat(treffer)?))).collect();
        Ok(Zoekresultaten {
            page_info: page::info(&items, overslaan + deze < gevonden.totaal, overslaan > 0),
            nodes: items.into_iter().map(|(_, node)| node).collect(),
            totaal: gevonden.totaal,
            per_soort: gevonden.per_soort.into_iter().map(|(soort, aantal)| Zoektelling { soort, aantal }).collect(),
            bedoeld: gevonden.bedoeld,
        })
    }
}
