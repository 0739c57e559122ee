//! Failed log-ins are few: a minute's worth is counted by address and by name.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hash, RandomState};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// The time a failure is remembered.
const MEMORY: Duration = Duration::from_mins(1);
/// Addresses and names that are remembered at most.
const MOST: usize = 4096;
/// Buckets that further names share.
const SHARED: u64 = 4096;

/// Who failed how often.
#[derive(Debug)]
pub(super) struct Attempts {
    allowed: u32,
    addresses: Mutex<HashMap<IpAddr, Failures>>,
    /// By a digest of the name, those that somebody has and others alike: nobody can tell by what is
    /// refused which names there are, nor choose how much is remembered.
    names: Mutex<HashMap<u64, Failures>>,
    /// Nobody outside knows which names share a bucket.
    hasher: RandomState,
}

#[derive(Debug, Clone, Copy)]
struct Failures {
    since: Instant,
    count: u32,
}

/// How long to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMany(pub(super) Duration);

impl Attempts {
    pub(super) fn new(allowed: u32) -> Self {
        Self {
            allowed,
            addresses: Mutex::default(),
            names: Mutex::default(),
            hasher: RandomState::new(),
        }
    }

    /// Counts an attempt as failed before it is made, so that many at once are not more than
    /// allowed.
    pub(super) fn begin(&self, address: IpAddr, name: &str) -> Result<(), TooMany> {
        let address = household(address);
        count(&self.addresses, address, self.allowed, MOST)?;
        count(&self.names, self.digest(name), self.allowed, usize::MAX)
            .inspect_err(|_| forgive(&self.addresses, &address))
    }

    /// Takes an attempt back that was none.
    pub(super) fn succeeded(&self, address: IpAddr, name: &str) {
        forgive(&self.addresses, &household(address));
        forgive(&self.names, &self.digest(name));
    }

    /// A name's own number while there is room for it, a shared one afterwards.
    fn digest(&self, name: &str) -> u64 {
        let digest = self.hasher.hash_one(name);
        let mut names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        if names.len() >= MOST && !names.contains_key(&digest) {
            forget(&mut names, Instant::now());
            if names.len() >= MOST {
                return digest % SHARED;
            }
        }
        digest
    }
}

/// Who has one IPv6 address has 2⁶⁴ of them.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

fn count<K: Hash + Eq>(
    counted: &Mutex<HashMap<K, Failures>>,
    key: K,
    allowed: u32,
    most: usize,
) -> Result<(), TooMany> {
    let now = Instant::now();
    let mut counted = counted.lock().unwrap_or_else(PoisonError::into_inner);
    if counted.len() >= most && !counted.contains_key(&key) {
        forget(&mut counted, now);
        if counted.len() >= most {
            return Err(TooMany(MEMORY));
        }
    }
    let failures = counted.entry(key).or_insert(Failures {
        since: now,
        count: 0,
    });
    let age = now.duration_since(failures.since);
    if age >= MEMORY {
        *failures = Failures {
            since: now,
            count: 0,
        };
    }
    if failures.count >= allowed {
        return Err(TooMany(MEMORY.saturating_sub(age)));
    }
    failures.count += 1;
    Ok(())
}

fn forget<K>(counted: &mut HashMap<K, Failures>, now: Instant) {
    counted.retain(|_, failures| now.duration_since(failures.since) < MEMORY);
}

fn forgive<K: Hash + Eq>(counted: &Mutex<HashMap<K, Failures>>, key: &K) {
    let mut counted = counted.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(failures) = counted.get_mut(key) {
        failures.count = failures.count.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn addresses_and_names_are_counted_apart() {
        let attempts = Attempts::new(2);
        let at = |text: &str| text.parse::<IpAddr>().unwrap();
        assert_eq!(attempts.begin(at("192.0.2.1"), "anna"), Ok(()));
        assert_eq!(attempts.begin(at("192.0.2.2"), "anna"), Ok(()));
        assert!(attempts.begin(at("192.0.2.3"), "anna").is_err());
        assert_eq!(attempts.begin(at("192.0.2.1"), "ben"), Ok(()));
        assert!(attempts.begin(at("192.0.2.1"), "carl").is_err());

        tokio::time::advance(Duration::from_secs(30)).await;
        let wait = attempts.begin(at("192.0.2.3"), "anna").unwrap_err();
        assert_eq!(wait, TooMany(Duration::from_secs(30)));
        tokio::time::advance(Duration::from_secs(30)).await;
        assert_eq!(attempts.begin(at("192.0.2.3"), "anna"), Ok(()));
    }

    #[tokio::test(start_paused = true)]
    async fn success_does_not_count() {
        let attempts = Attempts::new(1);
        let address = IpAddr::from([192, 0, 2, 1]);
        for _ in 0..3 {
            assert_eq!(attempts.begin(address, "anna"), Ok(()));
            attempts.succeeded(address, "anna");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn neighbours_in_one_network_are_one() {
        let attempts = Attempts::new(1);
        let first: IpAddr = "2001:db8::1".parse().unwrap();
        let second: IpAddr = "2001:db8::2".parse().unwrap();
        let other: IpAddr = "2001:db8:0:1::1".parse().unwrap();
        assert_eq!(attempts.begin(first, "a"), Ok(()));
        assert!(attempts.begin(second, "b").is_err());
        assert_eq!(attempts.begin(other, "b"), Ok(()));
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_remembered_is_bounded() {
        let attempts = Attempts::new(1);
        for number in 0..10_000_u32 {
            let name = format!("name-{number}");
            let _ = attempts.begin(number.to_be_bytes().into(), &name);
            let _ = count(&attempts.names, attempts.digest(&name), 1, usize::MAX);
        }
        assert!(attempts.addresses.lock().unwrap().len() <= MOST);
        assert!(attempts.names.lock().unwrap().len() <= 2 * MOST);
        tokio::time::advance(MEMORY).await;
        assert_eq!(attempts.begin([9, 9, 9, 9].into(), "anna"), Ok(()));
    }
}
