//! What a user can do; one file each.

use crate::domain::command::commands;

commands!(
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
    wijzig_persoon: WijzigPersoon,
);

/// The longest name of a person or a token.
const NAAM_MAX: usize = 120;
