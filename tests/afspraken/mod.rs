//! Agreements: the register, the steps of their life, and how far each gemeente is.

mod register;
mod rondes;
mod uitvoering;

/// All events about agreements, as far as tests look at them.
const AFSPRAKEN: &str = "subscription ($vanaf: Positie) { afspraken(vanaf: $vanaf) {
    __typename
    ... on Bijgewerkt { positie }
    ... on Gebeurtenis { positie zin clientMutatieId wijzigingen { veld van naar } }
    ... on AfspraakGewijzigd { afspraak { id naam fase versie eigenaar { naam } } }
    ... on UitvoeringGewijzigd {
      uitvoering { id status versie gemeente { naam } afspraak { regionaal { status gereed ontbreekt { naam } } } }
    }
  } }";
