//! `X-Twilio-Signature`: how Twilio proves that a webhook is its own, and how a receiver checks it.
//!
//! Follows <https://www.twilio.com/docs/usage/security#validating-requests>. URLs are handled as
//! text: a parser would change letter case, quotes or an empty query, and with them the signature.

use std::fmt::{self, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq as _;

use crate::model::NameKey;

/// The header that carries the signature.
pub const HEADER: &str = "X-Twilio-Signature";

/// The header that says how it was signed, when not with SHA-1 and the auth token.
pub const SETTINGS_HEADER: &str = "X-Twilio-Webhooks-Signature-Settings";

/// The query parameter with the hash of a body that is not a form.
const BODY_HASH: &str = "bodySHA256";

/// What the signature is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Algorithm {
    /// HMAC-SHA1 with the account's primary auth token.
    #[default]
    Sha1,
    /// HMAC-SHA256 with the secret of a shared key.
    Sha256,
}

impl Algorithm {
    /// Reads [`SETTINGS_HEADER`]; no algorithm in it means SHA-1, an unknown one is refused.
    pub fn from_settings(header: Option<&str>) -> Option<Self> {
        let named = header.and_then(|header| {
            header
                .split(',')
                .find_map(|part| part.trim().strip_prefix("algorithm="))
        });
        match named {
            None | Some("HMAC_SHA1") => Some(Self::Sha1),
            Some("HMAC_SHA256") => Some(Self::Sha256),
            Some(_) => None,
        }
    }
}

/// What signatures are made and checked with: an algorithm with its key, set up once.
#[derive(Clone)]
pub struct Key(Keyed);

#[derive(Clone)]
enum Keyed {
    Sha1(Hmac<Sha1>),
    Sha256(Hmac<Sha256>),
}

// It holds a secret.
impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key(…)")
    }
}

impl Key {
    /// The key of an account or a shared key.
    pub fn new(algorithm: Algorithm, secret: &str) -> Self {
        const ANY_LENGTH: &str = "HMAC takes keys of any length";
        let secret = secret.as_bytes();
        Self(match algorithm {
            Algorithm::Sha1 => Keyed::Sha1(Hmac::new_from_slice(secret).expect(ANY_LENGTH)),
            Algorithm::Sha256 => Keyed::Sha256(Hmac::new_from_slice(secret).expect(ANY_LENGTH)),
        })
    }

    /// Whether the signature is that of a request to this URL as the public sees it. With and
    /// without the port are both accepted, since Twilio leaves it out for some products; with a
    /// `wss` URL, so is a trailing slash.
    pub fn validate<K: AsRef<str>, V: AsRef<str>>(
        &self,
        url: &str,
        parameters: &[(K, V)],
        signature: &str,
    ) -> bool {
        let Ok(given) = STANDARD.decode(signature) else {
            return false;
        };
        let parameters = signed_parameters(parameters);
        // Which of the candidates it is, is no secret.
        Parts::of(url)
            .candidates()
            .any(|candidate| bool::from(self.code(&[&candidate, &parameters]).ct_eq(&given)))
    }

    /// Whether the signature is that of a request to this URL without a form.
    pub fn validate_url(&self, url: &str, signature: &str) -> bool {
        const NONE: &[(&str, &str)] = &[];
        self.validate(url, NONE, signature)
    }

    fn code(&self, texts: &[&str]) -> Vec<u8> {
        match &self.0 {
            Keyed::Sha1(mac) => finish(mac.clone(), texts),
            Keyed::Sha256(mac) => finish(mac.clone(), texts),
        }
    }
}

fn finish(mut mac: impl Mac, texts: &[&str]) -> Vec<u8> {
    for text in texts {
        mac.update(text.as_bytes());
    }
    mac.finalize().into_bytes().to_vec()
}

/// The signature Twilio sends with a request to this URL, port included as configured. Parameters
/// are those of a form, decoded; none for `GET`, for other bodies ([`with_body_hash`]) and for
/// `wss` URLs.
pub fn sign<K: AsRef<str>, V: AsRef<str>>(
    algorithm: Algorithm,
    key: &str,
    url: &str,
    parameters: &[(K, V)],
) -> String {
    let parameters = signed_parameters(parameters);
    STANDARD.encode(Key::new(algorithm, key).code(&[&Parts::of(url).bare(), &parameters]))
}

/// Whether the signature is that of such a request, see [`Key::validate`].
pub fn validate<K: AsRef<str>, V: AsRef<str>>(
    algorithm: Algorithm,
    key: &str,
    url: &str,
    parameters: &[(K, V)],
    signature: &str,
) -> bool {
    Key::new(algorithm, key).validate(url, parameters, signature)
}

/// Whether both the signature and the hash in the URL are those of a request with this body, which
/// is not a form.
pub fn validate_body(
    algorithm: Algorithm,
    key: &str,
    url: &str,
    body: &[u8],
    signature: &str,
) -> bool {
    Key::new(algorithm, key).validate_url(url, signature) && has_body_hash(url, body)
}

/// Whether the URL has a body's hash at all.
pub fn names_body_hash(url: &str) -> bool {
    body_hash_in(url).is_some()
}

/// Whether the hash in the URL is this body's.
pub fn has_body_hash(url: &str, body: &[u8]) -> bool {
    body_hash_in(url)
        .is_some_and(|hash| bool::from(body_hash(body).as_bytes().ct_eq(hash.as_bytes())))
}

/// The URL a body that is not a form is sent to: with the body's hash at the end of its query.
pub fn with_body_hash(url: &str, body: &[u8]) -> String {
    let (bare, fragment) = match url.split_once('#') {
        Some((bare, fragment)) => (bare, Some(fragment)),
        None => (url, None),
    };
    let mut hashed = bare.to_owned();
    hashed.push(if bare.contains('?') { '&' } else { '?' });
    let _ = write!(hashed, "{BODY_HASH}={}", body_hash(body));
    if let Some(fragment) = fragment {
        let _ = write!(hashed, "#{fragment}");
    }
    hashed
}

/// Lower-case hexadecimal SHA-256.
fn body_hash(body: &[u8]) -> String {
    hex::encode(Sha256::digest(body))
}

fn body_hash_in(url: &str) -> Option<&str> {
    let (_, query) = url.split('#').next()?.split_once('?')?;
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(name, value)| (name == BODY_HASH).then_some(value))
}

/// Names in byte order, each followed by its value; the values of a repeated name are sorted and
/// told once.
fn signed_parameters<K: AsRef<str>, V: AsRef<str>>(parameters: &[(K, V)]) -> String {
    let mut sorted: Vec<(NameKey, &str, &str)> = parameters
        .iter()
        .map(|(name, value)| (NameKey::of(name.as_ref()), name.as_ref(), value.as_ref()))
        .collect();
    sorted.sort_unstable();
    sorted.dedup();
    let length = sorted
        .iter()
        .map(|(_, name, value)| name.len() + value.len())
        .sum();
    let mut text = String::with_capacity(length);
    for (_, name, value) in sorted {
        text.push_str(name);
        text.push_str(value);
    }
    text
}

/// A URL taken apart without changing a character. User and fragment are never signed.
struct Parts<'a> {
    scheme: &'a str,
    host: &'a str,
    port: Option<&'a str>,
    rest: &'a str,
}

impl<'a> Parts<'a> {
    fn of(url: &'a str) -> Self {
        let url = url.split('#').next().unwrap_or(url);
        let (scheme, behind) = url.split_once("://").unwrap_or(("", url));
        let end = behind.find(['/', '?']).unwrap_or(behind.len());
        let (authority, rest) = behind.split_at(end);
        let authority = authority
            .rsplit_once('@')
            .map_or(authority, |(_, host)| host);
        let (host, port) = match authority.rsplit_once(':') {
            // The colons of an IPv6 address stand inside brackets.
            Some((host, port)) if !port.contains(']') => (host, Some(port)),
            _ => (authority, None),
        };
        Self {
            scheme,
            host,
            port,
            rest,
        }
    }

    fn bare(&self) -> String {
        self.with_port(self.port)
    }

    fn with_port(&self, port: Option<&str>) -> String {
        let Self {
            scheme, host, rest, ..
        } = self;
        match port {
            Some(port) => format!("{scheme}://{host}:{port}{rest}"),
            None => format!("{scheme}://{host}{rest}"),
        }
    }

    /// What Twilio may have signed for a URL the receiver knows, likeliest first.
    fn candidates(&self) -> impl Iterator<Item = String> {
        // Twilio's own validators take 80 for everything but `https`, `wss` included.
        let default = if self.scheme == "https" { "443" } else { "80" };
        let slash = self.scheme == "wss" && !self.rest.contains('?') && !self.rest.ends_with('/');
        let ports = [None, Some(self.port.unwrap_or(default))];
        [false, true]
            .into_iter()
            .filter(move |slashed| slash || !slashed)
            .flat_map(move |slashed| ports.map(|port| (slashed, port)))
            .map(|(slashed, port)| {
                let mut url = self.with_port(port);
                if slashed {
                    url.push('/');
                }
                url
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T1: &str = "12345";
    const T2: &str = "0123456789abcdef0123456789abcdef";
    const B1: &str = r#"{"CallSid":"CA1234567890ABCDE","Caller":"+12349013030"}"#;
    const B2: &str = r#"[{"specversion":"1.0","type":"com.twilio.taskrouter.task.created","id":"EV00000000000000000000000000000001"}]"#;
    const NONE: &[(&str, &str)] = &[];
    const P1: &[(&str, &str)] = &[
        ("CallSid", "CA1234567890ABCDE"),
        ("Caller", "+14158675310"),
        ("Digits", "1234"),
        ("From", "+14158675310"),
        ("To", "+18005551212"),
    ];
    const P2: &[(&str, &str)] = &[
        ("To", "+18005551212"),
        ("CallSid", "CA1234567890ABCDE"),
        ("Caller", "+14158675309"),
        ("Digits", "1234"),
        ("From", "+14158675309"),
    ];
    const P8: &[(&str, &str)] = &[
        ("Sid", "CA1"),
        ("Sid", "CA2"),
        ("Sid", "CA1"),
        ("Sid", "CA0"),
        ("SidAccount", "AC123"),
        ("MessageSid", "SM1"),
        ("From", ""),
        ("body", "lower"),
        ("Body", "Grüße, Zoë ☎ & <co> = 100%"),
    ];
    const P9: &[(&str, &str)] = &[
        ("EventType", "reservation.accepted"),
        ("AccountSid", "AC00000000000000000000000000000001"),
        ("WorkspaceSid", "WS00000000000000000000000000000001"),
        ("WorkspaceName", "Support"),
        ("ResourceType", "reservation"),
        ("ResourceSid", "WR00000000000000000000000000000001"),
        ("Sid", "EV00000000000000000000000000000001"),
        ("Timestamp", "1700000000"),
        ("TimestampMs", "1700000000123"),
        (
            "TaskAttributes",
            r#"{"type":"support","from":"+15551230001"}"#,
        ),
        ("WorkerAttributes", r#"{"contact_uri":"client:alice"}"#),
        ("TaskAge", "7"),
        ("TaskPriority", "0"),
        ("TaskAssignmentStatus", "assigned"),
        (
            "EventDescription",
            "Reservation WR00000000000000000000000000000001 accepted.",
        ),
    ];
    const V1: &str = "https://example.com/myapp.php?foo=1&bar=2";
    const V10: &str = "https://example.com/myapp?bodySHA256=5ccde7145dfb8f56479710896586cb9d5911809d83afbe34627818790db0aec9";
    const V11: &str = "https://hooks.example.com/es?src=1&bodySHA256=b5b027e738495c6aa272c74f0639681c33386aeb687ef3d5f084884a2306287c";

    type Vector = (
        &'static str,
        &'static str,
        &'static [(&'static str, &'static str)],
        &'static str,
        Option<&'static str>,
    );

    #[rustfmt::skip]
    const VECTORS: &[Vector] = &[
        (T1, V1, P1, "L/OH5YylLD5NRKLltdqwSvS0BnU=", Some("qMztBq0IANMH/q0K9sCfKQJLylezvRdRzRS647SAVow=")),
        (T1, "https://mycompany.com/myapp.php?foo=1&bar=2", P2, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", None),
        (T1, "https://mycompany.com:1234/myapp.php?foo=1&bar=2", P2, "CYn1h0gLBdNxDGkKJg6hYohgeD8=", None),
        (T1, "https://example.com:443/myapp.php?foo=1&bar=2", P1, "nbjTKFXyL7SOTAXZi6MWqyIuq40=", Some("tyH2Zk9Iyg0pEgYvedzhgtzLF3Du2K1mB2NGhXNNPvI=")),
        (T1, "http://example.com/myapp.php?foo=1&bar=2", P1, "BsRUEzfW2kegnbScpjVpY/vI2ik=", Some("5kN2djrVEPcKSSaQx8XSTTA75NrS/fERH/nHT6VPbdk=")),
        (T1, "http://example.com:80/myapp.php?foo=1&bar=2", P1, "VL8+cVNOLJpphOIJkTW2sqq7h8A=", Some("3wNo+8jxw8XYeCcyEKi710iRMcRgn+N2kXDu9z8likA=")),
        (T1, "https://example.com:8443/myapp.php?foo=1&bar=2", P1, "SZNuUPtGAWYsWGswDxioIknQTqE=", Some("FkjLYI5CGRa1jYgv1YPrqFS6Y1T0mDTgjcsBstbVCy0=")),
        (T1, "https://example.com/wait?QueueSid=QU1&lang=fr", NONE, "CTEHsgF599aUJ9biJ53PHCzH3n0=", Some("8I1Ls8vaSGcq0PX2r9JKHc/6HQIHR/kXstyBocV18Co=")),
        (T1, "https://example.com/cb", P8, "19JAg7zWcpcwu5WMmSj0I8pRsfM=", Some("PuGXfXlsRZOuh8FQe+AxhR5o2NfUNgRQ6ISyG3tlf9w=")),
        (T1, "https://example.com/cb", &[("MediaUrl", "b"), ("MediaUrl", "a"), ("MediaUrl", "b")], "OvcXRx7FDZoPdY+ptiNjSkvkyCY=", None),
        (T1, "https://example.com/cb", &[("A", ""), ("B", "x")], "HpH4Bwj6wORXqMd1MQSD+MvKr5I=", None),
        (T1, "https://example.com/cb", &[("a", "1"), ("B", "2"), ("_c", "3"), ("A", "4")], "ADX44fYBIbGHuy5WMy3FmdBAoBE=", None),
        (T1, "https://example.com/cb", &[("Body", "a b+c%20d\nline2")], "EnPMGfmjGAz/rRcd0oEE1z8GbRw=", None),
        (T1, "https://example.com/cb", NONE, "zRJB2AueilO65gXhpAPAl5hkj+U=", None),
        (T2, "https://hooks.example.com/taskrouter/event", P9, "s7uoG54110RPBaed9X3AzvaqCqs=", Some("DQ8CNZY3rDglihA13nSlFwi9iOnWBFmn401Nd+MVi1k=")),
        (T1, V10, NONE, "hPXmLwIy3Fgqv1i9KPmH/HhQ6zo=", Some("bNW5BEDQoCNGdNC4oeTL3z8cX5HL2J/Es9KW4G8s//4=")),
        (T2, V11, NONE, "4C2AU4Plr2dDqnrW9qes/6JkB6k=", Some("QkheBALyW5H163aP2cKnvC0vT8QirvVH4l5v1i8V8hE=")),
        (T2, "wss://media.example.com/stream", NONE, "RYjrtEDU0GeUSH0PpsCJc3PszzM=", Some("g4v5wj0xKX+g2MgRuPTW5mXuj0fRFpuNlGQihMAKAzg=")),
        (T2, "wss://media.example.com/stream/", NONE, "HIm+E4hZTyxXkFOEjPw0LaQJgMI=", Some("3vb57RcG05WWA5/qoR+3lYbMHdiPTT0ZO0Z3+/3Teok=")),
        (T1, "https://example.com/it's?q=a%20b&r=a+b", P1, "bbeODNgSfB+9SpRfRFGEIFJvnBg=", Some("f3w/x11L0oH3b41wv5bK92Xvt5Ugw/UgGCQc1ig3JhA=")),
    ];

    #[test]
    fn the_official_clients_sign_alike() {
        for (token, url, parameters, sha1, sha256) in VECTORS {
            let signatures = [
                (Algorithm::Sha1, Some(sha1)),
                (Algorithm::Sha256, sha256.as_ref()),
            ];
            for (algorithm, wanted) in signatures {
                let Some(wanted) = wanted else { continue };
                let signed = sign(algorithm, token, url, parameters);
                assert_eq!(signed, *wanted, "{url} {algorithm:?}");
                assert!(validate(algorithm, token, url, parameters, wanted), "{url}");
                assert!(
                    !validate(algorithm, "other", url, parameters, wanted),
                    "{url}"
                );
            }
        }
    }

    #[test]
    fn fragments_and_users_are_not_signed() {
        let with_overrides = format!("{V1}#rc=3&rt=5000");
        let plain = sign(Algorithm::Sha1, T1, V1, P1);
        assert_eq!(sign(Algorithm::Sha1, T1, &with_overrides, P1), plain);
        let with_user = V1.replace("https://", "https://me:p@ss@");
        assert_eq!(sign(Algorithm::Sha1, T1, &with_user, P1), plain);
        let over_the_fragment = "vzWWQZiWZCqPamZC06XssEUooww=";
        for url in [V1, with_overrides.as_str()] {
            assert!(!validate(Algorithm::Sha1, T1, url, P1, over_the_fragment));
        }
    }

    #[test]
    fn the_port_may_be_there_or_not() {
        let at = |port: &str| V1.replace("example.com", &format!("example.com{port}"));
        for (seen, signed, accepted) in [
            ("", "", true),
            ("", ":443", true),
            (":443", "", true),
            (":8443", "", true),
            (":8443", ":8443", true),
            ("", ":8443", false),
            (":8443", ":443", false),
        ] {
            let signature = sign(Algorithm::Sha1, T1, &at(signed), P1);
            assert_eq!(
                validate(Algorithm::Sha1, T1, &at(seen), P1, &signature),
                accepted,
                "seen `{seen}`, signed `{signed}`"
            );
        }
        let v6 = "http://[::1]:8080/x";
        let signature = sign(Algorithm::Sha1, T1, "http://[::1]/x", NONE);
        assert!(validate(Algorithm::Sha1, T1, v6, NONE, &signature));
    }

    #[test]
    fn a_websocket_may_gain_a_slash() {
        let with = "HIm+E4hZTyxXkFOEjPw0LaQJgMI=";
        let url = "wss://media.example.com/stream";
        assert!(validate(Algorithm::Sha1, T2, url, NONE, with));
    }

    #[test]
    fn a_body_is_checked_by_its_hash() {
        for (token, url, body, signature) in [
            (T1, V10, B1, "hPXmLwIy3Fgqv1i9KPmH/HhQ6zo="),
            (T2, V11, B2, "4C2AU4Plr2dDqnrW9qes/6JkB6k="),
        ] {
            let valid =
                |body: &str| validate_body(Algorithm::Sha1, token, url, body.as_bytes(), signature);
            assert!(valid(body));
            assert!(!valid(&format!("{body} ")));
            let plain = url
                .split(['?', '&'])
                .filter(|part| !part.starts_with("bodySHA256"));
            let plain = plain.collect::<Vec<_>>().join("?");
            assert_eq!(with_body_hash(&plain, body.as_bytes()), url);
        }
        let unhashed = sign(Algorithm::Sha1, T1, V1, NONE);
        assert!(!validate_body(Algorithm::Sha1, T1, V1, b"", &unhashed));
    }

    #[test]
    fn the_settings_header_names_the_algorithm() {
        for (header, wanted) in [
            (None, Some(Algorithm::Sha1)),
            (Some("key=SK1"), Some(Algorithm::Sha1)),
            (
                Some("key=SK1,algorithm=HMAC_SHA256"),
                Some(Algorithm::Sha256),
            ),
            (Some("algorithm=HMAC_SHA1,key=SK1"), Some(Algorithm::Sha1)),
            (Some("algorithm=HMAC_MD5"), None),
        ] {
            assert_eq!(Algorithm::from_settings(header), wanted, "{header:?}");
        }
    }
}
