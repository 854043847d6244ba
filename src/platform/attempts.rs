//! How often someone may try a password or a code: guessing must not pay.

use std::{net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use moka::sync::Cache;

const PER_NAME: NonZeroU32 = NonZeroU32::new(5).unwrap();
/// A whole town hall may stand behind one address.
const PER_ADDRESS: NonZeroU32 = NonZeroU32::new(30).unwrap();
/// Codes are short: who has tried this many wrong ones waits, also with the right one.
const WRONG_CODES: NonZeroU32 = NonZeroU32::new(30).unwrap();
const PAUSE: Duration = Duration::from_secs(60);
/// Beyond this many remembered keys, those that no longer matter are dropped.
const REMEMBERED: usize = 10_000;

pub struct Attempts {
    per_name: DefaultKeyedRateLimiter<String>,
    per_address: DefaultKeyedRateLimiter<IpAddr>,
    wrong_codes: DefaultKeyedRateLimiter<IpAddr>,
    paused: Cache<IpAddr, ()>,
}

impl Default for Attempts {
    fn default() -> Self {
        Self {
            per_name: RateLimiter::keyed(Quota::per_minute(PER_NAME)),
            per_address: RateLimiter::keyed(Quota::per_minute(PER_ADDRESS)),
            wrong_codes: RateLimiter::keyed(Quota::per_minute(WRONG_CODES)),
            paused: Cache::builder().max_capacity(REMEMBERED as u64).time_to_live(PAUSE).build(),
        }
    }
}

impl Attempts {
    /// Counts an attempt for a name (an e-mail address, an id), from a network address when one is known; an error says how
    /// long to wait.
    pub fn count(&self, name: &str, address: Option<IpAddr>) -> Result<(), Duration> {
        if self.per_name.len() > REMEMBERED || self.per_address.len() > REMEMBERED {
            self.per_name.retain_recent();
            self.per_address.retain_recent();
        }
        let now = DefaultClock::default().now();
        if let Some(address) = address {
            self.per_address.check_key(&address).map_err(|until| until.wait_time_from(now))?;
        }
        self.per_name.check_key(&name.trim().to_lowercase()).map_err(|until| until.wait_time_from(now))
    }
}

impl Attempts {
    /// May a code be tried from this address? A room full of people may come from one: only wrong codes count.
    pub fn may_try_code(&self, address: IpAddr) -> Result<(), Duration> {
        if self.paused.contains_key(&address) { Err(PAUSE) } else { Ok(()) }
    }

    /// A code that was tried from this address was wrong.
    pub fn wrong_code(&self, address: IpAddr) {
        if self.wrong_codes.len() > REMEMBERED {
            self.wrong_codes.retain_recent();
        }
        if self.wrong_codes.check_key(&address).is_err() {
            self.paused.insert(address, ());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn who_guesses_codes_waits_and_others_do_not() {
        let attempts = Attempts::default();
        let (guesser, other) = (IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V4(Ipv4Addr::BROADCAST));
        for _ in 0..=WRONG_CODES.get() {
            assert!(attempts.may_try_code(guesser).is_ok());
            attempts.wrong_code(guesser);
        }
        assert_eq!(attempts.may_try_code(guesser), Err(PAUSE));
        assert!(attempts.may_try_code(other).is_ok());
    }

    #[test]
    fn the_sixth_attempt_within_a_minute_waits() {
        let attempts = Attempts::default();
        let address = Some(IpAddr::V4(Ipv4Addr::LOCALHOST));
        for _ in 0..5 {
            assert!(attempts.count("Iemand@voorbeeld.nl", address).is_ok());
        }
        let wait = attempts.count("iemand@voorbeeld.nl ", address).unwrap_err();
        assert!(wait > Duration::ZERO && wait <= Duration::from_secs(60));
        assert!(attempts.count("ander@voorbeeld.nl", address).is_ok());
    }
}
