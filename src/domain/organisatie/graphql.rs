use super::*;
use crate::domain::beeld::Beeld;
use crate::platform::graphql::relay::global_id;
use async_graphql::{ID, SimpleObject};
use std::sync::Arc;
#[derive(Clone, SimpleObject)]
pub struct Herkomst {
    onzeker: bool,
}
impl From<&super::Herkomst> for Herkomst {
    fn from(h: &super::Herkomst) -> Self {
        Self { onzeker: h.onzeker }
    }
}
macro_rules! node { ($($n:ident $g:literal $m:ident $id:ty),*) => {$(
#[derive(Clone, SimpleObject)]
#[graphql(name = $g)]
pub struct $n { #[graphql(owned)] pub id: ID, naam: String }
impl $n { pub fn vind(b: &Arc<Beeld>, id: &$id) -> Option<Self> { b.organisatie.$m.get(id).map(|x| Self { id: global_id($g, &x.id), naam: x.naam.clone() }) } }
)*} }
node!(GemeenteNode "Gemeente" gemeenten GemeenteId, RegioNode "Regio" regios RegioId, ModuleNode "Module" modules ModuleId);
#[derive(Clone, SimpleObject)]
#[graphql(name = "Persoon")]
pub struct PersoonNode {
    #[graphql(owned)]
    pub id: ID,
    naam: String,
}
impl PersoonNode {
    pub fn vind(b: &Arc<Beeld>, id: PersoonId) -> Option<Self> {
        b.organisatie.personen.get(&id).map(|x| Self { id: global_id("Persoon", &x.id), naam: x.naam.clone() })
    }
}
pub fn komt_voor<'a>(zoek: &str, t: impl IntoIterator<Item = &'a str>) -> bool {
    t.into_iter().any(|x| x.contains(zoek))
}
