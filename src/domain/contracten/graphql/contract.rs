//! One contract.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use crate::{
    domain::{
        contracten::{
            Bekostigingsvorm, Beletsel, Contract, ContractId, ContractInhoud, Contractvorm, Doel, Kpi, Optie,
            PerGemeente, Signaal, Signaalsoort, commands::bereik_van, queries, signalen,
        },
        graphql::aanvraag,
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::graphql::{DomeinNode, GemeenteNode, Herkomst, ModuleNode, PersoonNode, RegioNode},
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            page::Window,
            relay::global_id,
            scalars::{Datum, DeelsDatum, Positie, Tijdstip},
        },
    },
};

/// Een contract, of een segment daarvan.
#[derive(Clone)]
pub struct ContractNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub contract: Arc<Contract>,
}

/// Een mogelijkheid om een contract te verlengen.
#[derive(SimpleObject)]
pub struct ContractOptie {
    /// Met hoeveel maanden.
    maanden: i32,
    /// De laatste dag waarop dat kan; leeg: niet bekend.
    uiterlijk: Option<Datum>,
    /// Is zij gelicht? Dan loopt het contract zo veel langer.
    gelicht: bool,
}

/// Iets wat een wijziging in de weg staat.
#[derive(SimpleObject)]
#[graphql(name = "Beletsel")]
pub struct BeletselNode {
    /// Wat er in de weg staat.
    tekst: String,
    /// De laatste dag waarop het dat doet; leeg: niet bekend.
    tot: Option<Datum>,
}

/// Wat een contract moet opleveren.
#[derive(SimpleObject)]
pub struct ContractDoel {
    /// Het doel.
    naam: String,
    /// Wanneer het bereikt moet zijn; leeg: niet bekend.
    gereed: Option<DeelsDatum>,
    /// Waar het uit blijkt; leeg: niet gezegd.
    bron: Option<String>,
    /// Wat je erbij moet weten; leeg: niets.
    notitie: Option<String>,
}

/// Wat er gemeten wordt, met streefwaarde en meetwaarde. Leeg is onbekend, nooit nul.
#[derive(SimpleObject)]
pub struct ContractKpi {
    /// Wat er gemeten wordt.
    naam: String,
    /// Waar naar gestreefd wordt.
    streefwaarde: Option<String>,
    /// Waarin het gemeten wordt.
    eenheid: Option<String>,
    /// Wat er gemeten is.
    meetwaarde: Option<String>,
    /// Wanneer het gemeten is.
    gemeten_op: Option<Datum>,
    /// Waar het uit blijkt.
    bron: Option<String>,
    /// Wat je erbij moet weten; leeg: niets.
    notitie: Option<String>,
}

/// Waarin een contract in één gemeente verschilt.
#[derive(SimpleObject)]
pub struct ContractPerGemeente {
    /// De gemeente.
    gemeente: GemeenteNode,
    /// Hoe aanbieders daar betaald worden; leeg: zoals in het contract.
    bekostiging: Vec<Bekostigingsvorm>,
    /// Vanaf wanneer; leeg: niet bekend.
    van: Option<DeelsDatum>,
    /// De laatste dag; leeg: zonder einde, of niet bekend.
    tot: Option<Datum>,
    /// Waarom, of hoe; leeg: niet gezegd.
    toelichting: String,
    /// Waar het uit blijkt; leeg: niet gezegd.
    bron: Option<String>,
    /// Geldt het vandaag?
    geldt: bool,
}

/// Iets wat bij een contract aankomt: het einde, een optie of de laatste dag om op te zeggen.
#[derive(SimpleObject)]
pub struct Contractsignaal {
    /// Wat er aankomt.
    soort: Signaalsoort,
    /// Wanneer.
    datum: Datum,
    /// Over hoeveel dagen; onder nul: zo lang geleden.
    dagen: i32,
    /// Is het dringend?
    dringend: bool,
    /// Wat er aan de hand is, als zin.
    tekst: String,
    /// De taak die ervan gemaakt is; leeg: nog geen.
    taak: Option<ID>,
}

impl From<&Beletsel> for BeletselNode {
    fn from(een: &Beletsel) -> Self {
        Self { tekst: een.tekst.clone(), tot: een.tot.map(Datum) }
    }
}

impl From<&Optie> for ContractOptie {
    fn from(een: &Optie) -> Self {
        Self { maanden: een.maanden, uiterlijk: een.uiterlijk.map(Datum), gelicht: een.gelicht }
    }
}

impl From<&Doel> for ContractDoel {
    fn from(een: &Doel) -> Self {
        let een = een.clone();
        Self { naam: een.naam, gereed: een.gereed.map(DeelsDatum), bron: een.bron, notitie: een.notitie }
    }
}

impl From<&Kpi> for ContractKpi {
    fn from(een: &Kpi) -> Self {
        let een = een.clone();
        Self {
            naam: een.naam,
            streefwaarde: een.streefwaarde,
            eenheid: een.eenheid,
            meetwaarde: een.meetwaarde,
            gemeten_op: een.gemeten_op.map(Datum),
            bron: een.bron,
            notitie: een.notitie,
        }
    }
}

impl ContractNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: &ContractId) -> Option<Self> {
        let contract = beeld.contracten().contracten.get(id).filter(|een| !een.ingetrokken)?.clone();
        Some(Self { beeld: beeld.clone(), positie, contract })
    }

    pub fn met_nummer(beeld: &Lezing, positie: Position, nummer: &str) -> Option<Self> {
        let contract = queries::met_nummer(beeld.contracten(), nummer)?;
        Some(Self { beeld: beeld.clone(), positie, contract })
    }

    pub fn alle(beeld: &Lezing, positie: Position) -> Vec<Self> {
        let contracten = beeld.contracten().in_register().into_iter();
        contracten.map(|contract| Self { beeld: beeld.clone(), positie, contract }).collect()
    }

    fn inhoud(&self) -> &ContractInhoud {
        &self.contract.inhoud
    }

    fn signaal(&self, signaal: &Signaal) -> Contractsignaal {
        let taken = &self.contract.signaaltaken;
        let taak = taken.iter().find(|een| (een.soort, een.datum) == (signaal.soort, signaal.datum));
        Contractsignaal {
            soort: signaal.soort,
            datum: Datum(signaal.datum),
            dagen: signaal.dagen,
            dringend: signaal.dringend,
            tekst: signaal.tekst.clone(),
            taak: taak.map(|een| global_id("Taak", een.taak)),
        }
    }

    fn afwijking(&self, een: &PerGemeente, vandaag: jiff::civil::Date) -> Option<ContractPerGemeente> {
        Some(ContractPerGemeente {
            gemeente: GemeenteNode::vind(&self.beeld, &een.gemeente)?,
            bekostiging: een.bekostiging.iter().copied().collect(),
            van: een.van.clone().map(DeelsDatum),
            tot: een.tot.map(Datum),
            toelichting: een.toelichting.clone(),
            bron: een.bron.clone(),
            geldt: self.inhoud().in_gemeente(&een.gemeente, vandaag).is_some(),
        })
    }
}

/// Een contract, of een segment daarvan. Leeg is onbekend, nooit nul.
#[Object(name = "Contract")]
impl ContractNode {
    /// Adres van dit contract.
    pub async fn id(&self) -> ID {
        global_id("Contract", &self.contract.id)
    }

    /// De plek in het logboek waarop dit gelezen is.
    async fn positie(&self) -> Positie {
        Positie(self.positie)
    }

    /// Het nummer waaronder het in het register staat, 1 tot 60 tekens.
    async fn nummer(&self) -> &str {
        &self.inhoud().nummer
    }

    /// Hoe het heet, hooguit 200 tekens.
    async fn naam(&self) -> &str {
        &self.inhoud().naam
    }

    /// Het domein.
    async fn domein(&self) -> Result<DomeinNode> {
        DomeinNode::vind(&self.beeld, &self.inhoud().domein).ok_or_else(|| "domein ontbreekt".into())
    }

    /// De module waar het domein bij hoort.
    async fn module(&self) -> Option<ModuleNode> {
        ModuleNode::alle(&self.beeld, |module| module.domeinen.contains(&self.inhoud().domein)).pop()
    }

    /// Het contract waar het een deel van is.
    async fn bovenliggend(&self) -> Option<Self> {
        Self::vind(&self.beeld, self.positie, self.inhoud().bovenliggend.as_ref()?)
    }

    /// De segmenten die eronder vallen.
    async fn delen(&self) -> Vec<Self> {
        let eigen = Some(&self.contract.id);
        let alle = Self::alle(&self.beeld, self.positie).into_iter();
        alle.filter(|een| een.contract.inhoud.bovenliggend.as_ref() == eigen).collect()
    }

    /// Het segment, zoals 2B.
    async fn segment(&self) -> Option<&str> {
        self.inhoud().segment.as_deref()
    }

    /// Waar het over gaat; leeg: niet gezegd.
    async fn omschrijving(&self) -> &str {
        &self.inhoud().omschrijving
    }

    /// De gemeenten waar het voor geldt: de eigen schaal van het contract.
    async fn gemeenten(&self) -> Vec<GemeenteNode> {
        self.inhoud().gemeenten.iter().filter_map(|id| GemeenteNode::vind(&self.beeld, id)).collect()
    }

    /// De regio waarvan precies alle gemeenten meedoen; leeg: het zijn er minder, of andere.
    async fn schaal(&self) -> Option<RegioNode> {
        let (gekozen, organisatie) = (&self.inhoud().gemeenten, self.beeld.organisatie());
        let mut regios = RegioNode::alle(&self.beeld, |regio| {
            let leden = organisatie.gemeenten.values().filter(|een| organisatie.hoort_bij(een, &regio.id));
            let leden: Vec<_> = leden.collect();
            !leden.is_empty() && leden.len() == gekozen.len() && leden.iter().all(|een| gekozen.contains(&een.id))
        });
        regios.pop()
    }

    /// Hoe aanbieders betaald worden; geen: niet bekend.
    async fn bekostiging(&self) -> Vec<Bekostigingsvorm> {
        self.inhoud().bekostiging.iter().copied().collect()
    }

    /// Hoe het gesloten is.
    async fn vorm(&self) -> Option<Contractvorm> {
        self.inhoud().vorm
    }

    /// Wanneer het ingaat of inging.
    async fn ingang(&self) -> Option<DeelsDatum> {
        self.inhoud().ingang.clone().map(DeelsDatum)
    }

    /// De laatste dag, zonder de opties.
    async fn einde(&self) -> Option<Datum> {
        self.inhoud().einde.map(Datum)
    }

    /// De laatste dag, met de opties die gelicht zijn.
    async fn laatste_dag(&self) -> Option<Datum> {
        self.inhoud().laatste_dag().map(Datum)
    }

    /// De mogelijkheden om te verlengen; null: niet bekend, geen: die zijn er niet.
    async fn opties(&self) -> Option<Vec<ContractOptie>> {
        Some(self.inhoud().opties.as_ref()?.iter().map(ContractOptie::from).collect())
    }

    /// De opzegtermijn in maanden.
    async fn opzegtermijn(&self) -> Option<i32> {
        self.inhoud().opzegtermijn
    }

    /// De laatste dag om op te zeggen tegen het einde.
    async fn opzegdag(&self) -> Option<Datum> {
        self.inhoud().opzegdag().map(Datum)
    }

    /// Is het voor het einde op te zeggen?
    async fn tussentijds(&self) -> Option<bool> {
        self.inhoud().tussentijds
    }

    /// Wat een wijziging in de weg staat.
    async fn beletsels(&self) -> Vec<BeletselNode> {
        self.inhoud().beletsels.iter().map(BeletselNode::from).collect()
    }

    /// Hoeveel aanbieders er gecontracteerd zijn.
    async fn aantal_aanbieders(&self) -> Option<i32> {
        self.inhoud().aantal_aanbieders
    }

    /// Het nummer in het contractbeheersysteem (VendorLink).
    async fn extern_nummer(&self) -> Option<&str> {
        self.inhoud().extern_nummer.as_deref()
    }

    /// Het adres in het contractbeheersysteem.
    async fn extern_adres(&self) -> Option<&str> {
        self.inhoud().extern_adres.as_deref()
    }

    /// Wat het moet opleveren.
    async fn doelen(&self) -> Vec<ContractDoel> {
        self.inhoud().doelen.iter().map(ContractDoel::from).collect()
    }

    /// Wat er gemeten wordt.
    async fn kpis(&self) -> Vec<ContractKpi> {
        self.inhoud().kpis.iter().map(ContractKpi::from).collect()
    }

    /// Waarin het in een gemeente verschilt.
    async fn per_gemeente(&self, ctx: &Context<'_>) -> Vec<ContractPerGemeente> {
        let vandaag = aanvraag(ctx).vandaag_in(&self.beeld);
        self.inhoud().per_gemeente.iter().filter_map(|een| self.afwijking(een, vandaag)).collect()
    }

    /// Wat er aankomt, het eerste vooraan: vanaf een jaar tevoren.
    async fn signalen(&self, ctx: &Context<'_>) -> Vec<Contractsignaal> {
        let vandaag = aanvraag(ctx).vandaag_in(&self.beeld);
        signalen(self.inhoud(), vandaag).iter().map(|een| self.signaal(een)).collect()
    }

    /// Het document waar het uit komt, als dat er is.
    async fn herkomst(&self) -> Option<Herkomst> {
        self.contract.herkomst.as_ref().map(Herkomst::from)
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.contract.versie
    }

    /// Wanneer het het laatst gewijzigd is.
    async fn gewijzigd_op(&self) -> Tijdstip {
        Tijdstip(self.contract.op)
    }

    /// Wie het het laatst wijzigde; leeg: de hub zelf.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.contract.door?)
    }

    /// Mag de kijker dit contract wijzigen?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).mag(&self.beeld, Recht::ContractenBeheren, &bereik_van(self.inhoud()))
    }

    /// Mag de kijker een taak maken van wat er aankomt?
    async fn mag_taak_maken(&self, ctx: &Context<'_>) -> bool {
        let bereik = Bereik::Gemeenten(self.inhoud().gemeenten.iter().cloned().collect());
        aanvraag(ctx).mag(&self.beeld, Recht::TaakMaken, &bereik)
    }

    /// Alles wat met dit contract gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Contract", self.contract.id.to_string(), Window::new(first, after)?).await
    }
}
