//! What can go wrong: a closed list of codes, each with a Dutch message that says what to do.

use std::fmt;

use sea_orm::DbErr;

use crate::platform::writer::WriteError;

/// Waarom iets niet kon. Deze lijst is compleet: andere codes komen niet voor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, async_graphql::Enum, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[graphql(name = "FoutCode")]
pub enum Code {
    /// Er is niemand aangemeld, of de aanmelding is verlopen.
    NietAangemeld,
    /// Deze rol mag dit niet, of niet voor deze gemeente.
    GeenRecht,
    /// Dit bestaat niet (meer), of is niet zichtbaar voor deze persoon.
    NietGevonden,
    /// Een veld dat nodig is, is leeg.
    Verplicht,
    /// Een tekst is te lang.
    TeLang,
    /// Een waarde past niet bij het veld.
    OngeldigeWaarde,
    /// Een datum bestaat niet of ligt buiten 2014–2100.
    DatumOngeldig,
    /// Een termijn is korter dan de wet toestaat.
    TermijnTeKort,
    /// Mijlpalen wachten op elkaar.
    Kringverwijzing,
    /// Dit gremium kan in deze hoedanigheid niet besluiten.
    GeenHoedanigheid,
    /// Deze gemeente neemt op die datum geen deel, of zet deze stap niet.
    NeemtNietDeel,
    /// Dit gaat over beleid: daarover besluit elke gemeente zelf.
    BeleidIsLokaal,
    /// De kolom of taak hoort bij een ander bord.
    AnderBord,
    /// De taak is gearchiveerd; herstel haar eerst.
    Gearchiveerd,
    /// Dit kan niet zolang iets in deze stand staat, of er ontbreekt nog iets voor de volgende stap.
    NietInDezeFase,
    /// Een ander heeft hetzelfde veld intussen gewijzigd.
    VersieVerouderd,
    /// Er is er al een met deze naam of dit adres.
    BestaatAl,
    /// In een tekst staat een burgerservicenummer.
    BsnGevonden,
    /// Dit `clientMutatieId` is al gebruikt voor iets anders.
    MutatieIdHergebruikt,
    /// E-mailadres of wachtwoord klopt niet.
    WachtwoordOnjuist,
    /// Te veel pogingen of verzoeken; wacht even.
    TeVaak,
    /// Het verzoek is te groot.
    TeGroot,
    /// De vraag is te diep, te breed of te duur.
    TeIngewikkeld,
    /// Het verzoek volgt het protocol of het schema niet.
    OngeldigVerzoek,
    /// Tijdelijk niet mogelijk; probeer het zo opnieuw.
    TijdelijkNietBeschikbaar,
    /// Een fout van de hub zelf.
    InterneFout,
}

impl Code {
    /// The code as clients see it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NietAangemeld => "NIET_AANGEMELD",
            Self::GeenRecht => "GEEN_RECHT",
            Self::NietGevonden => "NIET_GEVONDEN",
            Self::Verplicht => "VERPLICHT",
            Self::TeLang => "TE_LANG",
            Self::OngeldigeWaarde => "ONGELDIGE_WAARDE",
            Self::DatumOngeldig => "DATUM_ONGELDIG",
            Self::TermijnTeKort => "TERMIJN_TE_KORT",
            Self::Kringverwijzing => "KRINGVERWIJZING",
            Self::GeenHoedanigheid => "GEEN_HOEDANIGHEID",
            Self::NeemtNietDeel => "NEEMT_NIET_DEEL",
            Self::BeleidIsLokaal => "BELEID_IS_LOKAAL",
            Self::AnderBord => "ANDER_BORD",
            Self::Gearchiveerd => "GEARCHIVEERD",
            Self::NietInDezeFase => "NIET_IN_DEZE_FASE",
            Self::VersieVerouderd => "VERSIE_VEROUDERD",
            Self::BestaatAl => "BESTAAT_AL",
            Self::BsnGevonden => "BSN_GEVONDEN",
            Self::MutatieIdHergebruikt => "MUTATIE_ID_HERGEBRUIKT",
            Self::WachtwoordOnjuist => "WACHTWOORD_ONJUIST",
            Self::TeVaak => "TE_VAAK",
            Self::TeGroot => "TE_GROOT",
            Self::TeIngewikkeld => "TE_INGEWIKKELD",
            Self::OngeldigVerzoek => "ONGELDIG_VERZOEK",
            Self::TijdelijkNietBeschikbaar => "TIJDELIJK_NIET_BESCHIKBAAR",
            Self::InterneFout => "INTERNE_FOUT",
        }
    }

    /// Can the user mend it? Then it goes into `fouten`; otherwise it is a top-level error.
    pub fn is_for_user(self) -> bool {
        !matches!(
            self,
            Self::NietAangemeld
                | Self::TeGroot
                | Self::TeIngewikkeld
                | Self::OngeldigVerzoek
                | Self::TijdelijkNietBeschikbaar
                | Self::InterneFout
        )
    }
}

/// Iets wat niet kon, met uitleg.
#[derive(Debug, Clone, PartialEq, Eq, async_graphql::SimpleObject, serde::Serialize)]
pub struct Fout {
    /// Waarom het niet kon.
    pub code: Code,
    /// Uitleg in het Nederlands: wat er is en wat je kunt doen.
    pub bericht: String,
    /// Het invoerveld waar het over gaat, als dat er één is.
    pub veld: Option<String>,
}

impl Fout {
    pub fn new(code: Code, bericht: impl Into<String>) -> Self {
        Self { code, bericht: bericht.into(), veld: None }
    }

    /// The same, about one field of the input.
    pub fn bij(code: Code, veld: &str, bericht: impl Into<String>) -> Self {
        Self { code, bericht: bericht.into(), veld: Some(veld.to_owned()) }
    }

    /// `wat` (with its article, as at the start of a sentence) does not exist.
    pub fn niet_gevonden(wat: &str) -> Self {
        Self::new(Code::NietGevonden, format!("{wat} bestaat niet meer of is niet voor jou zichtbaar."))
    }

    /// Nobody is signed in.
    pub fn niet_aangemeld() -> Self {
        Self::new(Code::NietAangemeld, "Meld je aan om verder te gaan.")
    }

    /// A bug: details go to the log, once, here.
    pub fn intern(details: impl fmt::Display) -> Self {
        tracing::error!("internal error: {details}");
        Self::new(Code::InterneFout, "Er ging iets mis in de hub. Je invoer is niet verwerkt; probeer het opnieuw.")
    }
}

impl fmt::Display for Fout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.name(), self.bericht)
    }
}

impl std::error::Error for Fout {}

impl From<DbErr> for Fout {
    fn from(error: DbErr) -> Self {
        tracing::error!(%error, "the store failed: {error}");
        Self::new(
            Code::TijdelijkNietBeschikbaar,
            "De hub kan nu niet bij de gegevens. Je invoer is niet verwerkt; probeer het zo opnieuw.",
        )
    }
}

impl From<WriteError> for Fout {
    fn from(error: WriteError) -> Self {
        match error {
            // Whether the commit reached the disk is not known then; a retry finds out.
            WriteError::Store(_) => Self::new(
                Code::TijdelijkNietBeschikbaar,
                "De hub kan nu niet bij de gegevens. Probeer het zo opnieuw: je wijziging komt er hooguit één keer in.",
            ),
            WriteError::Refused(_) | WriteError::Panicked => Self::intern(error),
            WriteError::Stopped => {
                Self::new(Code::TijdelijkNietBeschikbaar, "De hub stopt of herstart. Probeer het zo opnieuw.")
            }
            WriteError::MutationIdReused(_) => Self::new(
                Code::MutatieIdHergebruikt,
                "Dit clientMutatieId is al gebruikt voor iets anders. Maak voor elke wijziging een nieuw id.",
            ),
        }
    }
}

impl Fout {
    /// As a top-level GraphQL error, with the code in `extensions.code`.
    pub fn top_level(self) -> async_graphql::Error {
        use async_graphql::ErrorExtensions;
        async_graphql::Error::new(self.bericht).extend_with(|_, extensions| {
            extensions.set("code", self.code.name());
            if let Some(veld) = self.veld {
                extensions.set("veld", veld);
            }
        })
    }
}
