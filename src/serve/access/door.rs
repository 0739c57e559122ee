//! Checks secrets, a slow one at a time, and knows again what it has checked.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use tokio::sync::Semaphore;

use super::attempts::{Attempts, TooMany};
use super::password::{HashError, PasswordHash, random};
use super::viewer::{Role, Viewer};
use crate::events::statistics::Limits;
use crate::serve::settings::ServeSettings;

/// A hash as expensive as those we make. Nobody is let in by it: it belongs to no account.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$\
                      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// How somebody shows who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Password,
    Token,
    /// A worker's own password, which opens the agent's page and nothing else.
    Agent,
    /// The one password of all workers who have none of their own.
    SharedByAgents,
}

/// Why somebody is not let in.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::serve) enum Refusal {
    Wrong,
    TooMany(Duration),
}

/// Everybody who may be let in.
pub(crate) struct Door {
    accounts: BTreeMap<(Kind, String), Arc<Account>>,
    /// What unknown names are checked against, so that they take as long as known ones.
    nobody: PasswordHash,
    anybody: Arc<Viewer>,
    attempts: Attempts,
    /// Memory and processors for one check at a time.
    turn: Arc<Semaphore>,
    /// Makes fingerprints of secrets that mean nothing outside of this process.
    key: [u8; 32],
}

struct Account {
    hash: PasswordHash,
    viewer: Arc<Viewer>,
    /// The fingerprint of the secret, once it was shown: hashes do not change while the server runs,
    /// so what was right stays right.
    known: OnceLock<[u8; 32]>,
}

impl Door {
    /// Those of the settings.
    pub(crate) fn new(
        settings: &ServeSettings,
        shared_by_agents: Option<&SecretString>,
    ) -> Result<Self, HashError> {
        let key = random()?;
        let mut accounts = BTreeMap::new();
        let mut add = |kind, name: &String, hash: &PasswordHash, viewer| {
            let account = Account {
                hash: hash.clone(),
                viewer: Arc::new(viewer),
                known: OnceLock::new(),
            };
            accounts.insert((kind, name.clone()), Arc::new(account));
        };
        for (name, user) in &settings.users {
            let viewer = viewer(name, user.role, &user.teams, &user.queues);
            add(Kind::Password, name, &user.password, viewer);
        }
        for (name, token) in &settings.tokens {
            let viewer = viewer(name, token.role, &token.teams, &token.queues);
            add(Kind::Token, name, &token.token, viewer);
        }
        let nothing = BTreeSet::new();
        for (name, hash) in &settings.agents.passwords {
            let viewer = viewer(name, Role::Viewer, &nothing, &nothing);
            add(Kind::Agent, name, hash, viewer);
        }
        if let Some(secret) = shared_by_agents {
            let viewer = viewer("", Role::Viewer, &nothing, &nothing);
            let hash = PasswordHash::of(secret)?;
            add(Kind::SharedByAgents, &String::new(), &hash, viewer);
        }
        Ok(Self {
            accounts,
            nobody: NOBODY.parse().expect("it is a hash"),
            anybody: Arc::new(Viewer {
                name: None,
                role: Role::Admin,
                limits: Limits::default(),
            }),
            attempts: Attempts::new(settings.limits.failed_logins),
            turn: Arc::new(Semaphore::new(1)),
            key,
        })
    }

    /// Whoever is asked nothing.
    pub(super) fn anybody(&self) -> Arc<Viewer> {
        Arc::clone(&self.anybody)
    }

    /// Lets somebody in who knows the secret of the name.
    pub(super) async fn check(
        &self,
        kind: Kind,
        name: &str,
        secret: SecretString,
        address: IpAddr,
    ) -> Result<Arc<Viewer>, Refusal> {
        let account = self.accounts.get(&(kind, name.to_owned()));
        self.check_account(account, name, secret, address).await
    }

    /// Lets a worker in by their own password, or by the one of all who have none.
    pub(in crate::serve) async fn agent(
        &self,
        name: &str,
        secret: SecretString,
        address: IpAddr,
    ) -> Result<(), Refusal> {
        let own = self.accounts.get(&(Kind::Agent, name.to_owned()));
        let shared = || self.accounts.get(&(Kind::SharedByAgents, String::new()));
        let account = own.or_else(shared);
        let admitted = self.check_account(account, name, secret, address).await;
        admitted.map(|_| ())
    }

    async fn check_account(
        &self,
        account: Option<&Arc<Account>>,
        name: &str,
        secret: SecretString,
        address: IpAddr,
    ) -> Result<Arc<Viewer>, Refusal> {
        let fingerprint = self.fingerprint(&secret);
        if let Some(account) = account
            && account.knows(&fingerprint)
        {
            return Ok(Arc::clone(&account.viewer));
        }
        self.attempts
            .begin(address, name)
            .map_err(|TooMany(wait)| Refusal::TooMany(wait))?;
        let turn = Arc::clone(&self.turn)
            .acquire_owned()
            .await
            .expect("the semaphore is never closed");
        // Whoever asks ten times at once is right ten times with one check.
        let right = if account.is_some_and(|account| account.knows(&fingerprint)) {
            true
        } else {
            let hash = account.map_or_else(|| self.nobody.clone(), |account| account.hash.clone());
            // Goes on when the caller has gone, and keeps the turn until it is done.
            tokio::task::spawn_blocking(move || {
                let right = hash.matches(&secret);
                drop(turn);
                right
            })
            .await
            .unwrap_or(false)
        };
        match account {
            Some(account) if right => {
                account.known.get_or_init(|| fingerprint);
                self.attempts.succeeded(address, name);
                Ok(Arc::clone(&account.viewer))
            }
            _ => Err(Refusal::Wrong),
        }
    }

    fn fingerprint(&self, secret: &SecretString) -> [u8; 32] {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes keys of any length");
        mac.update(secret.expose_secret().as_bytes());
        mac.finalize().into_bytes().into()
    }
}

impl Account {
    fn knows(&self, fingerprint: &[u8; 32]) -> bool {
        self.known
            .get()
            .is_some_and(|known| known.ct_eq(fingerprint).into())
    }
}

fn viewer(name: &str, role: Role, teams: &BTreeSet<String>, queues: &BTreeSet<String>) -> Viewer {
    Viewer {
        name: Some(name.to_owned()),
        role,
        limits: Limits {
            teams: teams.clone(),
            queues: queues.clone(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    fn door() -> Door {
        let hash = PasswordHash::of(&"tulip".into()).unwrap();
        let text = format!(
            "[users.anna]\npassword = \"{hash}\"\nrole = \"lead\"\nqueues = [\"Support\"]\n\
             [limits]\nfailed_logins = 2\n"
        );
        Door::new(&toml_edit::de::from_str(&text).unwrap(), None).unwrap()
    }

    #[tokio::test]
    async fn who_was_let_in_is_known_again_even_when_others_fail() {
        let door = door();
        let anna = door
            .check(Kind::Password, "anna", "tulip".into(), ADDRESS)
            .await
            .unwrap();
        assert_eq!(anna.role, Role::Lead);
        for _ in 0..2 {
            let refused = door
                .check(Kind::Password, "anna", "rose".into(), ADDRESS)
                .await;
            assert_eq!(refused.unwrap_err(), Refusal::Wrong);
        }
        let refused = door
            .check(Kind::Password, "anna", "rose".into(), ADDRESS)
            .await;
        assert!(matches!(refused.unwrap_err(), Refusal::TooMany(_)));
        let again = door.check(Kind::Password, "anna", "tulip".into(), ADDRESS);
        assert!(again.await.is_ok());
    }

    #[tokio::test]
    async fn what_is_refused_does_not_tell_which_names_there_are() {
        let door = door();
        // One name after the other, each from addresses of its own, long before a minute is over.
        for (number, name) in (0..).zip(["anna", "ben", "carla", "dora"]) {
            let mut refusals = Vec::new();
            for attempt in 0..3 {
                let address = IpAddr::from([192, 0, number, attempt]);
                let refused = door.check(Kind::Password, name, "rose".into(), address);
                let refused = refused.await.unwrap_err();
                refusals.push(matches!(refused, Refusal::TooMany(_)));
            }
            assert_eq!(refusals, [false, false, true], "{name}");
        }
    }

    #[tokio::test]
    async fn workers_have_passwords_of_their_own_and_no_others() {
        let hash = PasswordHash::of(&"tulip".into()).unwrap();
        let text = format!("[agents.passwords]\ndave = \"{hash}\"\n");
        let settings = toml_edit::de::from_str(&text).unwrap();
        let alone = Door::new(&settings, None).unwrap();
        let shared = Door::new(&settings, Some(&"rose".into())).unwrap();
        for (door, name, secret, wanted) in [
            (&alone, "dave", "tulip", true),
            (&alone, "dave", "rose", false),
            (&alone, "susan", "tulip", false),
            (&shared, "susan", "rose", true),
            (&shared, "dave", "tulip", true),
            // Who has a password of their own is not let in by everybody's.
            (&shared, "dave", "rose", false),
        ] {
            let admitted = door.agent(name, secret.into(), ADDRESS).await;
            assert_eq!(admitted.is_ok(), wanted, "{name} {secret}");
        }
        // And they are no readers.
        let reads = alone.check(Kind::Password, "dave", "tulip".into(), ADDRESS);
        assert_eq!(reads.await.unwrap_err(), Refusal::Wrong);
    }

    #[tokio::test]
    async fn a_password_is_no_token_and_a_strange_name_is_just_wrong() {
        let door = door();
        for (kind, name) in [(Kind::Token, "anna"), (Kind::Password, "ben")] {
            let refused = door.check(kind, name, "tulip".into(), ADDRESS).await;
            assert_eq!(refused.unwrap_err(), Refusal::Wrong);
        }
    }
}
