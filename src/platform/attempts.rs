//! How often someone may try a password: guessing must not pay.

use std::{net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

const PER_NAME: NonZeroU32 = NonZeroU32::new(5).unwrap();
/// A whole town hall may stand behind one address.
const PER_ADDRESS: NonZeroU32 = NonZeroU32::new(30).unwrap();
/// Beyond this many remembered keys, those that no longer matter are dropped.
const REMEMBERED: usize = 10_000;

pub struct Attempts {
    per_name: DefaultKeyedRateLimiter<String>,
    per_address: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for Attempts {
    fn default() -> Self {
        Self {
            per_name: RateLimiter::keyed(Quota::per_minute(PER_NAME)),
            per_address: RateLimiter::keyed(Quota::per_minute(PER_ADDRESS)),
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

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

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
