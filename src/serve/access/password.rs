//! Secrets in the settings: never the secret, always its argon2 hash.

use std::fmt;
use std::str::FromStr;

use argon2::password_hash::phc;
use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rustls::crypto::SecureRandom;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Deserializer, de};

/// Kilobytes that checking one secret may take: the server must stay within its own bounds.
const MOST_MEMORY: u32 = 128 * 1024;

/// The argon2 hash of a secret, as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$…`.
#[derive(Clone)]
pub struct PasswordHash(phc::PasswordHash);

// It opens nothing, and still nobody needs to read it in a log.
impl fmt::Debug for PasswordHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PasswordHash(…)")
    }
}

/// The system gives no random numbers, or no memory.
#[derive(Debug, thiserror::Error)]
#[error("cannot hash the secret: {0}")]
pub struct HashError(String);

impl PasswordHash {
    /// Hashes a secret with a salt of its own.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn of(secret: &SecretString) -> Result<Self, HashError> {
        Argon2::default()
            .hash_password(secret.expose_secret().as_bytes())
            .map(Self)
            .map_err(|cause| HashError(cause.to_string()))
    }

    /// Whether this is the secret. Takes long on purpose: keep it off the threads that answer.
    pub fn matches(&self, secret: &SecretString) -> bool {
        Argon2::default()
            .verify_password(secret.expose_secret().as_bytes(), &self.0)
            .is_ok()
    }
}

impl fmt::Display for PasswordHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for PasswordHash {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // The text is not repeated: it may be the secret itself.
        let wrong = || {
            "a secret is kept as its argon2 hash (`$argon2id$…`): `trctl serve password` makes one"
                .to_owned()
        };
        let hash = phc::PasswordHash::new(text).map_err(|_| wrong())?;
        let known = ["argon2d", "argon2i", "argon2id"].contains(&hash.algorithm.as_str());
        if !known || hash.salt.is_none() || hash.hash.is_none() {
            return Err(wrong());
        }
        let parameters = argon2::Params::try_from(&hash).map_err(|_| wrong())?;
        if parameters.m_cost() > MOST_MEMORY {
            return Err(format!(
                "checking this hash takes {} KiB of memory; at most {MOST_MEMORY} are allowed",
                parameters.m_cost()
            ));
        }
        Ok(Self(hash))
    }
}

impl<'de> Deserialize<'de> for PasswordHash {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Self, D::Error> {
        let text = String::deserialize(decoder)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// 32 random bytes.
pub(in crate::serve) fn random() -> Result<[u8; 32], HashError> {
    let mut bytes = [0; 32];
    let source: &dyn SecureRandom = rustls::crypto::ring::default_provider().secure_random;
    source
        .fill(&mut bytes)
        .map_err(|_| HashError("the system gives no random numbers".to_owned()))?;
    Ok(bytes)
}

/// A new secret that nobody can guess.
///
/// # Errors
/// The system gives no random numbers.
pub fn new_secret() -> Result<SecretString, HashError> {
    Ok(URL_SAFE_NO_PAD.encode(random()?).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_matches_its_hash_alone() {
        let secret = new_secret().unwrap();
        let text = PasswordHash::of(&secret).unwrap().to_string();
        assert!(text.starts_with("$argon2id$v=19$"), "{text}");
        let hash: PasswordHash = text.parse().unwrap();
        assert!(hash.matches(&secret));
        assert!(!hash.matches(&"another".into()));
        assert!(!format!("{hash:?}").contains('$'));
    }

    #[test]
    fn what_is_no_hash_is_not_repeated() {
        let greedy = "$argon2id$v=19$m=4194304,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$\
                      AAECAwQFBgcICQoLDA0ODw";
        for text in [
            "hunter2",
            "",
            "$2b$12$abcdefghijklmnopqrstuu",
            "$argon2id$v=19$m=8,t=1,p=1",
            greedy,
        ] {
            let error = text.parse::<PasswordHash>().unwrap_err();
            assert!(text.is_empty() || !error.contains(text), "{error}");
        }
    }
}
