//! Time and ids come from outside, so that a test can move a date a year ahead.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

/// Source of "now" and of fresh ids.
pub trait Clock: Send + Sync + 'static {
    /// The present moment, in whole milliseconds: the log stores no finer grain.
    fn now(&self) -> Timestamp;

    /// A fresh id that sorts by time of making (UUID version 7).
    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    /// Today in the Netherlands: the date people mean when a term ends "today".
    fn today(&self) -> Date {
        dutch_date(self.now())
    }
}

/// The calendar date in the Netherlands at `moment`.
pub fn dutch_date(moment: Timestamp) -> Date {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    moment.to_zoned(zone).date()
}

/// The moment at which this hour of a day begins in the Netherlands.
pub fn dutch_moment(day: Date, hour: i8) -> Timestamp {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let moment = day.at(hour, 0, 0, 0).to_zoned(zone);
    moment.map_or(Timestamp::UNIX_EPOCH, |moment| moment.timestamp())
}

/// Drops what is finer than a millisecond: the store keeps no finer grain.
pub fn whole_millis(moment: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(moment.as_millisecond()).unwrap_or(moment)
}

/// The clock of the machine.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        whole_millis(Timestamp::now())
    }
}

/// The machine's clock, moved by an offset that a test may change while it runs.
#[derive(Debug, Default)]
pub struct ShiftedClock {
    millis: AtomicI64,
}

impl ShiftedClock {
    /// Moves this clock further ahead (or back, when negative).
    pub fn shift(&self, by: SignedDuration) {
        let millis = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        self.millis.fetch_add(millis, Ordering::Relaxed);
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        let offset = SignedDuration::from_millis(self.millis.load(Ordering::Relaxed));
        whole_millis(Timestamp::now().saturating_add(offset).unwrap_or(Timestamp::MAX))
    }
}
