//! Sporen: what answering one request looked at. By them one knows for whom else, and for how long, an answer
//! is good.
//!
//! Nothing is looked at without leaving a trace: resolvers reach the state through [`Lezing`], the asker
//! through `Wie`, and all else of the hub through `Aanvraag::app`.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering::Relaxed},
};

use jiff::civil::Date;

use super::{afspraken, beeld::Beeld, contracten, integratie, meldingen, organisatie, sessies, weergaven};

/// A part of the state, with events of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deel {
    Organisatie,
    Toegang,
    Integratie,
    Afspraken,
    Sessies,
    Meldingen,
    Contracten,
    Weergaven,
}

impl Deel {
    /// As one bit of a set.
    pub fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// All parts there are, and there will be.
const ALLES: u32 = (1 << 30) - 1;
const PERSOONLIJK: u32 = 1 << 30;
const ONBEWAARBAAR: u32 = 1 << 31;

/// The traces of one request: gathered while it is answered, read when the answer is there.
#[derive(Debug, Default)]
pub struct Sporen(AtomicU32);

impl Sporen {
    /// The answer shows something of this part of the state.
    pub fn zag(&self, deel: Deel) {
        self.zet(deel.bit());
    }

    /// The answer shows something of the log up to where it was then, or only what it says about one part of the
    /// state: what happens may add to it.
    pub fn zag_logboek(&self, deel: Option<Deel>) {
        self.zet(deel.map_or(ALLES, Deel::bit));
    }

    /// The answer depends on exactly who asks, not only on what they may.
    pub fn zag_persoon(&self) {
        self.zet(PERSOONLIJK);
    }

    /// The answer depends on something that changes without an event: the time of day, who is here.
    pub fn zag_buiten(&self) {
        self.zet(ONBEWAARBAAR);
    }

    fn zet(&self, bit: u32) {
        // A board sets the same bits thousands of times: looking first keeps that cheap.
        if self.0.load(Relaxed) & bit != bit {
            self.0.fetch_or(bit, Relaxed);
        }
    }

    /// Is the answer for this person only?
    pub fn persoonlijk(&self) -> bool {
        self.0.load(Relaxed) & PERSOONLIJK != 0
    }

    /// The parts of the state the answer shows, as bits of [`Deel`]; `None` when there is more to it than those
    /// and what the asker may do, or when it shows none: then nothing tells how long it is good.
    pub fn delen(&self) -> Option<u32> {
        let bits = self.0.load(Relaxed);
        (bits != 0 && bits & (PERSOONLIJK | ONBEWAARBAAR) == 0).then_some(bits)
    }
}

/// The state as one request reads it. Cheap to clone: every object of an answer holds one.
#[derive(Clone)]
pub struct Lezing(Arc<Gelezen>);

struct Gelezen {
    beeld: Arc<Beeld>,
    sporen: Arc<Sporen>,
    /// The day the state is of, when that is a day in the past.
    dag: Option<Date>,
}

impl Lezing {
    pub fn new(beeld: Arc<Beeld>, sporen: Arc<Sporen>) -> Self {
        Self(Arc::new(Gelezen { beeld, sporen, dag: None }))
    }

    /// The state as it was at the end of a day: there is nothing to change in it, and that day is its today.
    pub fn terug(beeld: Arc<Beeld>, sporen: Arc<Sporen>, dag: Date) -> Self {
        Self(Arc::new(Gelezen { beeld, sporen, dag: Some(dag) }))
    }

    /// The day the state is of, when one looks back.
    pub fn dag(&self) -> Option<Date> {
        self.0.dag
    }

    pub fn organisatie(&self) -> &organisatie::Toestand {
        self.0.sporen.zag(Deel::Organisatie);
        &self.0.beeld.organisatie
    }

    pub fn toegang(&self) -> &organisatie::Toegang {
        self.0.sporen.zag(Deel::Toegang);
        &self.0.beeld.toegang
    }

    pub fn integratie(&self) -> &integratie::Toestand {
        self.0.sporen.zag(Deel::Integratie);
        &self.0.beeld.integratie
    }

    pub fn afspraken(&self) -> &afspraken::Toestand {
        self.0.sporen.zag(Deel::Afspraken);
        &self.0.beeld.afspraken
    }

    pub fn sessies(&self) -> &sessies::Toestand {
        self.0.sporen.zag(Deel::Sessies);
        &self.0.beeld.sessies
    }

    pub fn meldingen(&self) -> &meldingen::Toestand {
        self.0.sporen.zag(Deel::Meldingen);
        &self.0.beeld.meldingen
    }

    pub fn contracten(&self) -> &contracten::Toestand {
        self.0.sporen.zag(Deel::Contracten);
        &self.0.beeld.contracten
    }

    pub fn weergaven(&self) -> &weergaven::Toestand {
        self.0.sporen.zag(Deel::Weergaven);
        &self.0.beeld.weergaven
    }
}
