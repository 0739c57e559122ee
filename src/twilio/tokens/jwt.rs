//! JSON web tokens as Twilio uses them: compact, signed with an HMAC.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use sha2::{Sha256, Sha384, Sha512};

/// A token: whoever has it may what it grants, so it is no text for a log.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// The token, to hand it to whom it is for.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Signs claims with HS256.
    pub(super) fn sign(
        header: &impl Serialize,
        claims: &impl Serialize,
        key: &SecretString,
    ) -> Self {
        let mut text = encoded(header);
        text.push('.');
        text.push_str(&encoded(claims));
        let mut mac = Hmac::<Sha256>::new_from_slice(key.expose_secret().as_bytes())
            .expect("HMAC takes keys of any length");
        mac.update(text.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
        text.push('.');
        text.push_str(&signature);
        Self(text)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(…)")
    }
}

fn encoded(part: &impl Serialize) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(part).expect("claims are always JSON"))
}

/// Why a text is no token that can be read. None of them repeats the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The number of parts is wrong.
    #[error("a JSON web token has three parts with dots between them, and this has {0}")]
    Parts(usize),
    /// Only the one who issued it can read it.
    #[error("this token is encrypted (such as Twilio Flex's own): only Twilio can read it")]
    Encrypted,
    /// A part is not what it should be.
    #[error("the token's {0} is not base64url of a JSON object")]
    Part(&'static str),
    /// The signature is not readable.
    #[error("the token's signature is not base64url")]
    Signature,
}

/// A token that was read, and believed in nothing.
#[derive(Clone)]
pub struct Decoded {
    /// How it is signed.
    pub header: Map<String, Json>,
    /// What it claims.
    pub claims: Map<String, Json>,
    signed: String,
    signature: Vec<u8>,
}

impl fmt::Debug for Decoded {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the signature it opens nothing.
        formatter
            .debug_struct("Decoded")
            .field("header", &self.header)
            .field("claims", &self.claims)
            .finish_non_exhaustive()
    }
}

/// What is known of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// It was made with the key, over what the token says.
    Valid,
    /// It was made with another key, or the token was changed afterwards.
    Wrong,
    /// The token names an algorithm that Twilio does not use.
    Algorithm,
}

/// Reads a token; its signature is another question ([`Decoded::check`]).
///
/// # Errors
/// It is no JSON web token, or an encrypted one.
pub fn decode(text: &str) -> Result<Decoded, DecodeError> {
    let text = text.trim();
    let parts: Vec<&str> = text.split('.').collect();
    let [header, claims, signature] = parts[..] else {
        return Err(if parts.len() == 5 {
            DecodeError::Encrypted
        } else {
            DecodeError::Parts(parts.len())
        });
    };
    Ok(Decoded {
        header: object(header).ok_or(DecodeError::Part("header"))?,
        claims: object(claims).ok_or(DecodeError::Part("payload"))?,
        signed: format!("{header}.{claims}"),
        signature: URL_SAFE_NO_PAD
            .decode(signature)
            .map_err(|_| DecodeError::Signature)?,
    })
}

fn object(part: &str) -> Option<Map<String, Json>> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

impl Decoded {
    /// A member of the header that is text.
    pub fn header_text(&self, name: &str) -> Option<&str> {
        self.header.get(name).and_then(Json::as_str)
    }

    /// A claim that is text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.claims.get(name).and_then(Json::as_str)
    }

    /// Whether the signature was made with this key.
    pub fn check(&self, key: &SecretString) -> Check {
        let key = key.expose_secret().as_bytes();
        let signed = self.signed.as_bytes();
        // The digests compare in constant time.
        macro_rules! verified {
            ($digest:ty) => {{
                let mut mac =
                    Hmac::<$digest>::new_from_slice(key).expect("HMAC takes keys of any length");
                mac.update(signed);
                mac.verify_slice(&self.signature).is_ok()
            }};
        }
        let right = match self.header_text("alg") {
            Some("HS256") => verified!(Sha256),
            Some("HS384") => verified!(Sha384),
            Some("HS512") => verified!(Sha512),
            _ => return Check::Algorithm,
        };
        if right { Check::Valid } else { Check::Wrong }
    }
}
