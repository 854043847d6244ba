//! What a paragraph is: a heading, a point of a list, or plain. Pure.

use std::collections::BTreeMap;

use crate::platform::word::Node;

/// What a style says.
#[derive(Debug, Clone, Default)]
struct Stijl {
    naam: String,
    op: Option<String>,
    niveau: Option<u8>,
    /// The numbering and the depth in it.
    punt: Option<(String, usize)>,
}

#[derive(Debug, Default)]
pub struct Stijlen {
    stijlen: BTreeMap<String, Stijl>,
    /// By numbering and depth: is it numbered, and from where?
    lijsten: BTreeMap<(String, usize), Option<u64>>,
}

/// A point of a list: which list, how deep, numbered from where.
#[derive(Debug, Clone, PartialEq)]
pub struct Punt {
    pub lijst: String,
    pub diep: usize,
    pub vanaf: Option<u64>,
}

/// What a paragraph is.
#[derive(Debug, Clone, PartialEq)]
pub enum Soort {
    Titel,
    /// From 1.
    Kop(u8),
    Punt(Punt),
    Citaat,
    Inhoudsopgave,
    /// A page after a text that the hub handed out.
    Bijlage,
    /// What the hub says about a text it handed out.
    Gegevens,
    Gewoon,
}

fn punt_van(eigenschappen: Option<&Node>) -> Option<(String, usize)> {
    let nummering = eigenschappen?.first("numPr")?;
    let diep = nummering.val("ilvl").and_then(|diep| diep.parse().ok()).unwrap_or(0);
    Some((nummering.val("numId")?.to_owned(), diep))
}

fn niveau_van(eigenschappen: Option<&Node>) -> Option<u8> {
    let niveau: u8 = eigenschappen?.val("outlineLvl")?.parse().ok()?;
    (niveau < 9).then_some(niveau + 1)
}

impl Stijlen {
    pub fn lees(stijlen: Option<&Node>, nummering: Option<&Node>) -> Self {
        let mut alle = Self::default();
        let nodes = |wortel: Option<&Node>, naam: &str| {
            wortel.and_then(|wortel| wortel.first(naam)).map(|een| een.nodes().cloned().collect()).unwrap_or_default()
        };
        let stijlen: Vec<Node> = nodes(stijlen, "styles");
        for stijl in stijlen.iter().filter(|node| node.name == "style") {
            let (Some(id), eigenschappen) = (stijl.attr("styleId"), stijl.first("pPr")) else { continue };
            let een = Stijl {
                naam: stijl.val("name").unwrap_or(id).to_lowercase(),
                op: stijl.val("basedOn").map(str::to_owned),
                niveau: niveau_van(eigenschappen),
                punt: punt_van(eigenschappen),
            };
            alle.stijlen.insert(id.to_owned(), een);
        }
        let nummering: Vec<Node> = nodes(nummering, "numbering");
        let vormen: BTreeMap<&str, &Node> = nummering
            .iter()
            .filter(|node| node.name == "abstractNum")
            .filter_map(|node| Some((node.attr("abstractNumId")?, node)))
            .collect();
        for lijst in nummering.iter().filter(|node| node.name == "num") {
            let (Some(id), Some(vorm)) = (lijst.attr("numId"), lijst.val("abstractNumId")) else { continue };
            let Some(vorm) = vormen.get(vorm) else { continue };
            for (diep, niveau) in vorm.nodes().filter(|node| node.name == "lvl").enumerate() {
                let bol = matches!(niveau.val("numFmt"), None | Some("bullet" | "none"));
                let vanaf = niveau.val("start").and_then(|vanaf| vanaf.parse().ok()).unwrap_or(1);
                alle.lijsten.insert((id.to_owned(), diep), (!bol).then_some(vanaf));
            }
        }
        alle
    }

    /// The style and those it is based on, the nearest first.
    fn keten<'s>(&'s self, id: &'s str) -> impl Iterator<Item = &'s Stijl> {
        let eerste = self.stijlen.get(id);
        // A ring of styles ends somewhere.
        std::iter::successors(eerste, |stijl| self.stijlen.get(stijl.op.as_ref()?)).take(12)
    }

    pub fn soort(&self, alinea: &Node) -> Soort {
        let eigenschappen = alinea.first("pPr");
        let stijl = eigenschappen.and_then(|een| een.val("pStyle")).unwrap_or("Normal");
        let naam = self.stijlen.get(stijl).map_or_else(|| stijl.to_lowercase(), |stijl| stijl.naam.clone());
        let niveau = niveau_van(eigenschappen).or_else(|| self.keten(stijl).find_map(|stijl| stijl.niveau));
        let genoemd = |naam: &str| {
            let rest = ["heading ", "kop "].iter().find_map(|begin| naam.strip_prefix(begin))?;
            rest.parse().ok().filter(|niveau| (1..=9).contains(niveau))
        };
        match naam.as_str() {
            "title" | "titel" => return Soort::Titel,
            "bijlage" => return Soort::Bijlage,
            "gegevens" => return Soort::Gegevens,
            "quote" | "intense quote" | "citaat" | "duidelijk citaat" => return Soort::Citaat,
            naam if naam.starts_with("toc ") || naam.starts_with("inhopg ") => return Soort::Inhoudsopgave,
            _ => {}
        }
        let kop = genoemd(&naam).or_else(|| self.keten(stijl).find_map(|stijl| genoemd(&stijl.naam))).or(niveau);
        if let Some(niveau) = kop {
            return Soort::Kop(niveau);
        }
        let punt = punt_van(eigenschappen).or_else(|| self.keten(stijl).find_map(|stijl| stijl.punt.clone()));
        match punt {
            // The numbering 0 takes a point out of its list.
            Some((lijst, diep)) if lijst != "0" => {
                let vanaf = self.lijsten.get(&(lijst.clone(), diep)).copied().flatten();
                Soort::Punt(Punt { lijst, diep: diep.min(8), vanaf })
            }
            _ => Soort::Gewoon,
        }
    }
}
