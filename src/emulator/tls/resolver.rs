//! Which certificate a client is shown: one for exactly the name it asks for. Wildcards cover one
//! label only, and Twilio's regional hosts have several.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use rcgen::KeyPair;
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;

use super::authority::{Authority, AuthorityError, days_after, today};
use super::is_twilio;

/// Names remembered at once; a client that asks for more makes the emulator sign again.
const MOST_NAMES: usize = 256;
/// A certificate with less than this left is replaced.
const RENEW_DAYS: i32 = 30;
/// What a client that names no host gets: it called an address.
const THIS_MACHINE: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

pub(super) struct Resolver {
    authority: Arc<Authority>,
    /// One for every leaf; it lives as long as the process.
    key: KeyPair,
    leaves: Mutex<BTreeMap<String, Leaf>>,
}

struct Leaf {
    pair: Arc<CertifiedKey>,
    last_day: Date,
}

// It holds a key: keep that out of every debug print.
impl std::fmt::Debug for Resolver {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Resolver")
            .field("authority", &self.authority)
            .finish_non_exhaustive()
    }
}

impl Resolver {
    pub(super) fn new(authority: Arc<Authority>) -> Result<Self, AuthorityError> {
        Ok(Self {
            authority,
            key: KeyPair::generate()?,
            leaves: Mutex::default(),
        })
    }

    /// The certificate for a name; none for a name that is neither Twilio's nor this machine's.
    fn leaf(&self, name: Option<&str>) -> Option<Arc<CertifiedKey>> {
        let name = name.unwrap_or("localhost").to_ascii_lowercase();
        let names = if name == "localhost" {
            THIS_MACHINE.map(str::to_owned).to_vec()
        } else if is_twilio(&name) {
            vec![name.clone()]
        } else {
            return None;
        };
        let mut leaves = self.leaves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(leaf) = leaves.get(&name)
            && leaf.last_day >= days_after(today(), RENEW_DAYS)
        {
            return Some(Arc::clone(&leaf.pair));
        }
        let (pair, last_day) = self
            .authority
            .issue(&names, &self.key)
            .inspect_err(|error| tracing::error!(%name, %error, "no certificate"))
            .ok()?;
        if leaves.len() >= MOST_NAMES {
            leaves.clear();
        }
        let leaf = Leaf {
            pair: Arc::clone(&pair),
            last_day,
        };
        leaves.insert(name, leaf);
        Some(pair)
    }
}

impl ResolvesServerCert for Resolver {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        self.leaf(hello.server_name())
    }
}
