//! What a user can do; one file each.

use crate::domain::{
    command::{WriteTx, commands, record},
    fout::Fout,
    organisatie::{Gebeurtenis, GemeenteId, Kaartdeel, Kaartplek, PersoonId, Stakeholder, StakeholderId},
    rechten::Bereik,
};

commands!(
    bezet_rol: BezetRol,
    geef_aanstelling: GeefAanstelling,
    leg_feit_vast: LegFeitVast,
    maak_persoon: MaakPersoon,
    maak_token: MaakToken,
    markeer_gezien: MarkeerGezien,
    meld_aan: MeldAan,
    meld_af: MeldAf,
    meld_overal_af: MeldOveralAf,
    ruim_toegang_op: RuimToegangOp,
    stel_wachtwoord_in: StelWachtwoordIn,
    trek_aanstelling_in: TrekAanstellingIn,
    trek_token_in: TrekTokenIn,
    verplaats_stakeholder: VerplaatsStakeholder,
    voeg_stakeholder_toe: VoegStakeholderToe,
    wens_lijn: WensLijn,
    wijzig_bezetting: WijzigBezetting,
    wijzig_persoon: WijzigPersoon,
    wijzig_stakeholder: WijzigStakeholder,
    zet_communicatietrede: ZetCommunicatietrede,
    zet_lijn: ZetLijn,
    zet_op_kaart: ZetOpKaart,
);

/// The longest name of a person or a token.
const NAAM_MAX: usize = 120;

/// What somebody in a role touches.
fn bereik_van_gemeente(gemeente: Option<&GemeenteId>) -> Bereik {
    gemeente.map_or(Bereik::Alles, |gemeente| Bereik::Gemeenten(vec![gemeente.clone()]))
}

/// A stakeholder, and where it stands now.
pub fn kaartplek(tx: &WriteTx, id: &StakeholderId) -> Result<(Stakeholder, Kaartplek), Fout> {
    let organisatie = &tx.world().organisatie;
    let stakeholder = organisatie.stakeholders.get(id).ok_or_else(|| Fout::niet_gevonden("Deze stakeholder"))?;
    Ok((stakeholder.as_ref().clone(), organisatie.kaartplek(stakeholder)))
}

/// Keeps what the map says now; nothing happens when that is what it said.
pub fn bewaar_kaartplek(
    tx: &mut WriteTx,
    deel: Kaartdeel,
    van: Kaartplek,
    naar: Kaartplek,
) -> Result<StakeholderId, Fout> {
    let id = naar.stakeholder.clone();
    if naar == van {
        return Ok(id);
    }
    let naar = naar.volgende(deel, tx.actor().map(PersoonId), tx.now());
    tx.save(naar.rij()?);
    record(tx, Gebeurtenis::KaartplekGewijzigd { van: Box::new(van), naar: Box::new(naar) })?;
    Ok(id)
}
