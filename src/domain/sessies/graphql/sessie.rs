//! A session and its phases.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{
    bord::{DeelnemerNode, NotitieNode, NotitiegroepNode, OpbrengstNode},
    uitslag::{StemkeuzeNode, StemmingNode, UitslagNode},
};
use crate::{
    domain::{
        graphql::aanvraag,
        rechten::{Bereik, Recht},
        sessies::{
            Deurstand, Fase, Fasesoort, Gast, Notitie, NotitieId, Notitiestand, Opbrengst, SessieId, Sessiebord,
            Sessiestand, Toelating, Vroeger, voorstellen::voorstellen,
        },
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            relay::global_id,
            scalars::{Positie, Tijdstip},
        },
    },
};

/// Een sessie: mensen schrijven, groeperen, stemmen en besluiten samen op één bord.
#[derive(Clone)]
pub struct SessieNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub bord: Arc<Sessiebord>,
}

/// May this reader lead sessions?
pub fn leidt(ctx: &Context<'_>) -> bool {
    aanvraag(ctx).wie.as_ref().is_some_and(|wie| wie.mag(Recht::SessiesLeiden, &Bereik::Alles))
}

impl SessieNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: SessieId) -> Option<Self> {
        let bord = beeld.sessies().borden.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, bord })
    }

    /// What of these notes this reader may see. Who leads also sees what waits in the inbox: to moderate, one must
    /// read.
    pub fn zichtbaar<'n>(
        &'n self,
        leidt: bool,
        notities: impl Iterator<Item = &'n Arc<Notitie>> + 'n,
    ) -> impl Iterator<Item = NotitieNode> + 'n {
        let mag = move |notitie: &&Arc<Notitie>| {
            let postvak = matches!(notitie.stand, Notitiestand::Wacht | Notitiestand::Verborgen);
            self.bord.is_zichtbaar(notitie) || (leidt && postvak)
        };
        notities.filter(mag).map(|notitie| NotitieNode {
            beeld: self.beeld.clone(),
            bord: self.bord.clone(),
            notitie: notitie.clone(),
        })
    }
}

/// Iemand die een sessie leidt.
#[derive(SimpleObject)]
pub struct Sessiebegeleider {
    /// Het adres van de persoon.
    persoon: ID,
    /// De naam.
    naam: String,
}

/// Wat de documenten zeggen over een sessie van vroeger.
#[derive(SimpleObject)]
pub struct Sessieverleden {
    /// Wanneer zij was, zo precies als het document is.
    datum: String,
    /// Hoe zij ging.
    vorm: String,
    /// Wie erbij waren; leeg: onbekend.
    deelnemers: Option<String>,
    /// Waar zij over ging.
    themas: Vec<String>,
    /// Het document.
    document: String,
    /// De plek in het document.
    paragraaf: Option<String>,
    /// Is er iets onzeker aan?
    onzeker: bool,
    /// Wat er onzeker of bijzonder aan is.
    notitie: Option<String>,
}

impl From<&Vroeger> for Sessieverleden {
    fn from(vroeger: &Vroeger) -> Self {
        let Vroeger { datum, vorm, deelnemers, themas, herkomst } = vroeger.clone();
        let (document, paragraaf) = (herkomst.bron.document, herkomst.bron.paragraaf);
        let (onzeker, notitie) = (herkomst.onzeker, herkomst.notitie);
        Self { datum, vorm, deelnemers, themas, document, paragraaf, onzeker, notitie }
    }
}

/// Notities die veel op elkaar lijken: een voorstel, meer niet.
#[derive(SimpleObject)]
pub struct Groepsvoorstel {
    /// De notities.
    notities: Vec<ID>,
    /// Een naam voor de groep: de kortste van de notities.
    naam: String,
}

/// Een sessie: mensen schrijven, groeperen, stemmen en besluiten samen op één bord.
#[Object(name = "Sessie")]
impl SessieNode {
    /// Adres van deze sessie.
    pub async fn id(&self) -> ID {
        global_id("Sessie", self.bord.sessie.id)
    }

    /// De plek in het logboek waarop dit gelezen is.
    async fn positie(&self) -> Positie {
        Positie(self.positie)
    }

    /// De naam.
    async fn naam(&self) -> &str {
        &self.bord.sessie.naam
    }

    /// De vraag die op tafel ligt; leeg als er geen is.
    async fn doel(&self) -> &str {
        &self.bord.sessie.doel
    }

    /// Hoe ver zij is.
    async fn stand(&self) -> Sessiestand {
        self.bord.sessie.stand
    }

    /// Zijn de notities anoniem? Dan weet niemand wie wat schreef, ook de hub niet.
    async fn anoniem(&self) -> bool {
        self.bord.sessie.anoniem
    }

    /// Kijkt de begeleider elke notitie na voor zij op het bord komt?
    async fn modereren(&self) -> bool {
        self.bord.sessie.modereren
    }

    /// Wie er met de code binnenkomt.
    async fn deur(&self) -> Deurstand {
        self.bord.sessie.deur
    }

    /// De code om mee te doen; alleen voor wie sessies leidt.
    async fn code(&self, ctx: &Context<'_>) -> Option<&str> {
        self.bord.sessie.code.as_deref().filter(|_| leidt(ctx))
    }

    /// Tot wanneer de code werkt; alleen voor wie sessies leidt.
    async fn code_tot(&self, ctx: &Context<'_>) -> Option<Tijdstip> {
        self.bord.sessie.code_tot.filter(|_| leidt(ctx)).map(Tijdstip)
    }

    /// Mag de kijker sessies leiden?
    async fn mag_leiden(&self, ctx: &Context<'_>) -> bool {
        leidt(ctx)
    }

    /// Wie haar leiden; leeg: nog niemand.
    async fn begeleiders(&self) -> Vec<Sessiebegeleider> {
        let personen = &self.beeld.organisatie().personen;
        let bekend = self.bord.sessie.begeleiders.iter().filter_map(|id| personen.get(id));
        bekend
            .map(|persoon| Sessiebegeleider { persoon: global_id("Persoon", persoon.id), naam: persoon.naam.clone() })
            .collect()
    }

    /// De fasen, op volgorde.
    async fn fasen(&self) -> Vec<FaseNode> {
        let fasen = self.bord.sessie.fasen.iter().cloned();
        fasen.map(|fase| FaseNode { bord: self.bord.clone(), fase }).collect()
    }

    /// De fase van nu; leeg: de ontvangst.
    async fn huidige_fase(&self) -> Option<ID> {
        self.bord.sessie.huidige.map(|id| global_id("Sessiefase", id))
    }

    /// Hoeveel mensen meedoen.
    async fn aantal_deelnemers(&self) -> usize {
        self.bord.binnen().count()
    }

    /// Wie er zijn, en wie bij de deur wachten; alleen voor wie sessies leidt.
    async fn deelnemers(&self, ctx: &Context<'_>) -> Vec<DeelnemerNode> {
        if !leidt(ctx) {
            return Vec::new();
        }
        let gasten = self.bord.gasten.values().filter(|gast| gast.toelating != Toelating::Verwijderd);
        let node =
            |gast: &Arc<Gast>| DeelnemerNode { beeld: self.beeld.clone(), bord: self.bord.clone(), gast: gast.clone() };
        gasten.map(node).collect()
    }

    /// Wat de kijker van het bord mag zien. Wie sessies leidt, ziet ook het postvak.
    async fn notities(&self, ctx: &Context<'_>) -> Vec<NotitieNode> {
        let mut notities: Vec<_> = self.zichtbaar(leidt(ctx), self.bord.notities.values()).collect();
        notities.sort_by_key(|node| (node.notitie.op, node.notitie.id));
        notities
    }

    /// De groepen.
    async fn groepen(&self) -> Vec<NotitiegroepNode> {
        let groepen = self.bord.groepen.values().filter(|groep| !groep.opgeheven);
        groepen.map(|groep| NotitiegroepNode { bord: self.bord.clone(), groep: groep.clone() }).collect()
    }

    /// Losse notities die veel op elkaar lijken.
    async fn voorstellen(&self) -> Vec<Groepsvoorstel> {
        let los: Vec<_> = self.bord.op_het_bord().filter(|notitie| notitie.groep.is_none()).collect();
        let groepen = voorstellen(los.iter().map(|notitie| (notitie.id, notitie.tekst.as_str())));
        let tekst = |id: &NotitieId| self.bord.notities.get(id).map_or("", |notitie| notitie.tekst.as_str());
        let voorstel = |groep: Vec<NotitieId>| Groepsvoorstel {
            naam: groep.iter().map(tekst).min_by_key(|tekst| tekst.len()).unwrap_or_default().to_owned(),
            notities: groep.iter().map(|id| global_id("Notitie", id)).collect(),
        };
        groepen.into_iter().map(voorstel).collect()
    }

    /// Wat eruit kwam.
    async fn opbrengsten(&self) -> Vec<OpbrengstNode> {
        let opbrengsten = self.bord.opbrengsten.values();
        let node =
            |opbrengst: &Arc<Opbrengst>| OpbrengstNode { beeld: self.beeld.clone(), opbrengst: opbrengst.clone() };
        opbrengsten.map(node).collect()
    }

    /// Wanneer zij gemaakt is.
    async fn gemaakt_op(&self) -> Tijdstip {
        Tijdstip(self.bord.sessie.gemaakt_op)
    }

    /// Wanneer zij afgerond is.
    async fn afgerond_op(&self) -> Option<Tijdstip> {
        self.bord.sessie.afgerond_op.map(Tijdstip)
    }

    /// Wat de documenten zeggen, als het een sessie van vroeger is.
    async fn verleden(&self) -> Option<Sessieverleden> {
        self.bord.sessie.vroeger.as_ref().map(Sessieverleden::from)
    }
}

/// Een stap in een sessie.
#[derive(Clone)]
pub struct FaseNode {
    pub bord: Arc<Sessiebord>,
    pub fase: Fase,
}

/// Een kolom met notities.
#[derive(SimpleObject)]
pub struct Sessiekolom {
    /// Adres van deze kolom.
    id: ID,
    /// De naam.
    naam: String,
    /// Hoeveel notities er zijn, ook die nog niemand ziet.
    aantal: usize,
}

/// Een stap in een sessie.
#[Object(name = "Sessiefase")]
impl FaseNode {
    /// Adres van deze fase.
    async fn id(&self) -> ID {
        global_id("Sessiefase", self.fase.id)
    }

    /// Wat je doet.
    async fn soort(&self) -> Fasesoort {
        self.fase.soort
    }

    /// De naam.
    async fn naam(&self) -> &str {
        &self.fase.naam
    }

    /// Wat er gevraagd wordt; leeg als dat vanzelf spreekt.
    async fn uitleg(&self) -> &str {
        &self.fase.uitleg
    }

    /// De kolommen; alleen bij verzamelen.
    async fn kolommen(&self) -> Vec<Sessiekolom> {
        let telt = |notitie: &&Arc<Notitie>| matches!(notitie.stand, Notitiestand::Wacht | Notitiestand::Zichtbaar);
        let kolom = |vak: &crate::domain::sessies::Vak| Sessiekolom {
            id: global_id("Sessiekolom", vak.id),
            naam: vak.naam.clone(),
            aantal: self.bord.notities.values().filter(telt).filter(|notitie| notitie.kolom == vak.id).count(),
        };
        self.fase.kolommen.iter().map(kolom).collect()
    }

    /// Hoe er gestemd wordt; alleen bij stemmen.
    async fn stemming(&self) -> Option<StemmingNode> {
        self.fase.stemming.as_ref().map(StemmingNode::from)
    }

    /// Waaruit te kiezen is, zodra de stemming open is.
    async fn keuzes(&self) -> Vec<StemkeuzeNode> {
        self.fase.keuzes.iter().map(StemkeuzeNode::from).collect()
    }

    /// Is de stemming nu open?
    async fn stemming_open(&self) -> bool {
        self.fase.is_stemming_open()
    }

    /// Hoeveel minuten ervoor staan; leeg: zo lang als nodig.
    async fn minuten(&self) -> Option<i32> {
        self.fase.minuten
    }

    /// Wanneer de tijd om is; leeg: geen tijd gezet.
    async fn loopt_tot(&self) -> Option<Tijdstip> {
        self.fase.loopt_tot.map(Tijdstip)
    }

    /// Is zij begonnen?
    async fn begonnen(&self) -> bool {
        self.fase.begonnen
    }

    /// Ziet iedereen de notities?
    async fn getoond(&self) -> bool {
        self.fase.getoond
    }

    /// Hoeveel mensen klaar zijn.
    async fn aantal_klaar(&self) -> usize {
        self.bord.binnen().filter(|gast| gast.klaar == Some(self.fase.id)).count()
    }

    /// Hoeveel mensen gestemd hebben.
    async fn aantal_gestemd(&self) -> usize {
        self.bord.gasten.values().filter(|gast| gast.gestemd.contains(&self.fase.id)).count()
    }

    /// Hoeveel notities er bij het opnieuw beginnen verdwenen en terug te zetten zijn.
    async fn aantal_gewist(&self) -> usize {
        let gewist = |notitie: &&Arc<Notitie>| notitie.fase == self.fase.id && notitie.stand == Notitiestand::Gewist;
        self.bord.notities.values().filter(gewist).count()
    }

    /// De uitslag, zodra de stemming gesloten is.
    async fn uitslag(&self) -> Option<UitslagNode> {
        self.fase.uitslag.clone().map(UitslagNode)
    }
}

/// Refuses who may not see this session: hub users read all, guests their own once they are inside.
pub fn mag_zien(ctx: &Context<'_>, sessie: SessieId) -> Result<()> {
    let aanvraag = aanvraag(ctx);
    match aanvraag.wie()?.gast_van() {
        Some(_) => aanvraag.eis(Recht::SessieMeedoen, &Bereik::Sessie(sessie))?,
        None => aanvraag.eis(Recht::SessiesLezen, &Bereik::Alles)?,
    };
    Ok(())
}
