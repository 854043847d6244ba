//! Who may read, comment on and write the text of an agreement. Pure.

use super::Afspraak;
use crate::domain::rechten::{Bereik, Recht, Wie};

/// What an agreement touches: the gemeenten where it holds; all of them together when none is chosen yet.
pub fn bereik_van(afspraak: &Afspraak) -> Bereik {
    Bereik::Gemeenten(afspraak.inhoud.gemeenten.iter().cloned().collect())
}

/// May they read it?
pub fn mag_lezen(wie: &Wie, afspraak: &Afspraak) -> bool {
    wie.mag(Recht::AfsprakenLezen, &bereik_van(afspraak))
}

/// May they comment on it and make suggestions? Not once it is over.
pub fn mag_opmerken(wie: &Wie, afspraak: &Afspraak) -> bool {
    !afspraak.fase.is_voorbij() && wie.mag(Recht::AfsprakenOpmerken, &bereik_van(afspraak))
}

/// May they write in it? Only while it is being made: what lies before a body, or holds, does not change under it.
pub fn mag_schrijven(wie: &Wie, afspraak: &Afspraak) -> bool {
    afspraak.fase.wordt_geschreven() && wie.mag(Recht::AfsprakenSchrijven, &bereik_van(afspraak))
}
