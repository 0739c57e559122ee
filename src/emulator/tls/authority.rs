//! The certificate authority: made once, kept in a directory for its owner alone.
//!
//! `authority.json` holds the certificate and its key in one file, so that two starts at once can
//! never leave the one of this and the other of that; `ca.pem` beside it is the certificate alone,
//! for clients to trust. The authority can only sign names of Twilio's and of this machine: who
//! trusts it trusts nobody else with anything more.

use std::fs::{self, File};
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DistinguishedName, DnType,
    ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    NameConstraints, date_time_ymd,
};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use serde::{Deserialize, Serialize};
use tokio_rustls::rustls;

use crate::settings::private;

/// The shape of the file.
const FORMAT: u32 = 1;
/// Long enough that nobody has to trust another one while they still know why.
const YEARS: i16 = 10;
/// An authority with less than this left is replaced at the next start.
const RENEW_DAYS: i32 = 90;
/// What verifiers allow a server's certificate at most is 398 days.
const LEAF_DAYS: i32 = 390;

/// Why there is no certificate authority.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityError {
    /// A file is there and cannot be read.
    #[error("cannot read the certificate authority `{}`", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file or its directory cannot be written.
    #[error("cannot write the certificate authority `{}`", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The file is not what this wrote.
    #[error("the certificate authority `{}` is damaged: {reason}", path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A key or certificate cannot be made.
    #[error("cannot make a certificate")]
    Make(#[from] rcgen::Error),
}

/// A certificate authority for Twilio's names and this machine's.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
    last_day: Date,
}

// It holds a key: keep that out of every debug print.
impl std::fmt::Debug for Authority {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Authority")
            .field("last_day", &self.last_day)
            .finish_non_exhaustive()
    }
}

/// `authority.json`
#[derive(Serialize, Deserialize)]
struct Stored {
    format: u32,
    last_day: Date,
    certificate: String,
    key: String,
}

impl Authority {
    /// The authority kept in a directory; it is made when there is none, or when the one there is
    /// close to its end. The directory gets `ca.pem` too.
    ///
    /// # Errors
    /// The directory cannot be used, or what is in it is damaged.
    pub fn kept_in(directory: &Path) -> Result<Self, AuthorityError> {
        let path = directory.join("authority.json");
        let cannot_write = |source| AuthorityError::Write {
            path: path.clone(),
            source,
        };
        make_private(directory).map_err(cannot_write)?;
        // Held to the end: of two starts at once, the second finds what the first made.
        let _lock = lock(&directory.join("authority.lock")).map_err(cannot_write)?;
        let today = today();
        let kept = match fs::read_to_string(&path) {
            Ok(text) => Some(Self::read(&text).map_err(|reason| AuthorityError::Damaged {
                path: path.clone(),
                reason,
            })?),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(source) => return Err(AuthorityError::Read { path, source }),
        };
        let authority = match kept {
            Some(authority) if authority.last_day >= days_after(today, RENEW_DAYS) => {
                close_to_others(&path, 0o600).map_err(cannot_write)?;
                authority
            }
            _ => {
                let (stored, authority) = Self::make(today)?;
                let text = serde_json::to_string_pretty(&stored)
                    .map_err(io::Error::from)
                    .map_err(cannot_write)?;
                private::replace(&path, text.as_bytes()).map_err(cannot_write)?;
                authority
            }
        };
        let ca = Self::ca_file(directory);
        if fs::read_to_string(&ca).ok().as_ref() != Some(&authority.pem) {
            private::replace(&ca, authority.pem.as_bytes())
                .map_err(|source| AuthorityError::Write { path: ca, source })?;
        }
        Ok(authority)
    }

    /// Where [`Authority::kept_in`] leaves the certificate for clients.
    pub fn ca_file(directory: &Path) -> PathBuf {
        directory.join("ca.pem")
    }

    /// An authority that is kept nowhere.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn fleeting() -> Result<Self, AuthorityError> {
        Ok(Self::make(today())?.1)
    }

    /// The certificate that clients are to trust.
    pub fn pem(&self) -> &str {
        &self.pem
    }

    fn make(today: Date) -> Result<(Stored, Self), rcgen::Error> {
        let last_day = today.saturating_add(YEARS.years());
        let key = KeyPair::generate()?;
        let mut params = valid_until(own_params(&key), today, last_day);
        params.name_constraints = Some(NameConstraints {
            permitted_subtrees: vec![
                GeneralSubtree::DnsName("twilio.com".to_owned()),
                GeneralSubtree::DnsName("localhost".to_owned()),
                GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(
                    IpAddr::V4(Ipv4Addr::new(127, 0, 0, 0)),
                    8,
                )),
                GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(
                    IpAddr::V6(Ipv6Addr::LOCALHOST),
                    128,
                )),
            ],
            excluded_subtrees: Vec::new(),
        });
        let certificate = params.self_signed(&key)?.pem();
        let stored = Stored {
            format: FORMAT,
            last_day,
            certificate: certificate.clone(),
            key: key.serialize_pem(),
        };
        let authority = Self {
            issuer: Issuer::new(params, key),
            pem: certificate,
            last_day,
        };
        Ok((stored, authority))
    }

    /// What is wrong with a file is told without quoting it.
    fn read(text: &str) -> Result<Self, String> {
        let stored: Stored = serde_json::from_str(text)
            .map_err(|error| format!("it is cut off or not JSON at line {}", error.line()))?;
        if stored.format != FORMAT {
            return Err(format!("its format is {}, not {FORMAT}", stored.format));
        }
        let key = KeyPair::from_pem(&stored.key).map_err(|_| "its key is not a key")?;
        certified(&stored.certificate, &key)
            .and_then(|pair| pair.keys_match())
            .map_err(|_| "its certificate and its key do not belong together")?;
        Ok(Self {
            issuer: Issuer::new(own_params(&key), key),
            pem: stored.certificate,
            last_day: stored.last_day,
        })
    }

    /// A server's certificate for these names and addresses, and its last day.
    pub(super) fn issue(
        &self,
        names: &[String],
        key: &KeyPair,
    ) -> Result<(Arc<CertifiedKey>, Date), AuthorityError> {
        let today = today();
        let last_day = days_after(today, LEAF_DAYS).min(self.last_day);
        let mut params = valid_until(CertificateParams::new(names)?, today, last_day);
        params.distinguished_name = named("trctl emulator");
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        let certificate = params.signed_by(key, &self.issuer)?;
        let pair =
            certified(&certificate.pem(), key).map_err(|_| rcgen::Error::CouldNotParseKeyPair)?;
        Ok((Arc::new(pair), last_day))
    }
}

/// What an authority is called and may do, all of which follows from its key: nothing has to be
/// read out of its certificate to sign in its name.
fn own_params(key: &KeyPair) -> CertificateParams {
    let mut params = CertificateParams::default();
    // A name of its own, so that one authority is never taken for another.
    let id = params
        .key_identifier(key)
        .iter()
        .take(4)
        .fold(0_u32, |id, byte| id << 8 | u32::from(*byte));
    params.distinguished_name = named(&format!("trctl emulator CA {id:08x}"));
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

/// A certificate with its key, as rustls wants it.
fn certified(certificate: &str, key: &KeyPair) -> Result<CertifiedKey, rustls::Error> {
    let certificate = CertificateDer::from_pem_slice(certificate.as_bytes())
        .map_err(|error| rustls::Error::General(error.to_string()))?;
    let key = PrivateKeyDer::try_from(key.serialize_der())
        .map_err(|error| rustls::Error::General(error.to_owned()))?;
    let key = rustls::crypto::ring::sign::any_supported_type(&key)?;
    Ok(CertifiedKey::new(vec![certificate], key))
}

/// Certificates follow the real calendar, whatever the emulated clock says.
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

pub(super) fn days_after(date: Date, days: i32) -> Date {
    date.saturating_add(days.days())
}

/// Parameters of a certificate that is valid from yesterday, for clocks that are behind.
fn valid_until(mut params: CertificateParams, today: Date, last_day: Date) -> CertificateParams {
    let midnight = |date: Date| {
        date_time_ymd(
            i32::from(date.year()),
            date.month().unsigned_abs(),
            date.day().unsigned_abs(),
        )
    };
    params.not_before = midnight(days_after(today, -1));
    params.not_after = midnight(last_day);
    params
}

fn named(name: &str) -> DistinguishedName {
    let mut distinguished = DistinguishedName::new();
    distinguished.push(DnType::CommonName, name);
    distinguished
}

/// Makes a directory that only its owner can look into, and closes one that is there.
fn make_private(directory: &Path) -> io::Result<()> {
    private::make_directory(directory)?;
    close_to_others(directory, 0o700)
}

/// What was copied or restored may have become readable for others.
fn close_to_others(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
            tracing::warn!(path = %path.display(), "others could look into it; closed");
            fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
        }
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}

/// Waits for the lock; a file system without locks has to do without.
fn lock(path: &Path) -> io::Result<File> {
    let file = private::open_lock(path)?;
    match file.lock() {
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        _ => Ok(file),
    }
}

#[cfg(test)]
mod tests {
    use rustls::RootCertStore;
    use rustls::client::WebPkiServerVerifier;
    use rustls::client::danger::ServerCertVerifier as _;
    use rustls::pki_types::{ServerName, UnixTime};

    use super::*;

    /// Whether who trusts the authority believes this certificate of its.
    fn believed(authority: &Authority, name: &str) -> bool {
        let key = KeyPair::generate().unwrap();
        let (pair, _) = authority.issue(&[name.to_owned()], &key).unwrap();
        let mut roots = RootCertStore::empty();
        let ca = CertificateDer::from_pem_slice(authority.pem().as_bytes()).unwrap();
        roots.add(ca).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider)
            .build()
            .unwrap();
        let asked = ServerName::try_from(name).unwrap();
        let leaf = pair.end_entity_cert().unwrap();
        let verdict = verifier.verify_server_cert(leaf, &[], &asked, &[], UnixTime::now());
        verdict.is_ok()
    }

    #[test]
    fn it_vouches_after_a_restart_as_before() {
        let (stored, _) = Authority::make(today()).unwrap();
        let text = serde_json::to_string(&stored).unwrap();
        let authority = Authority::read(&text).unwrap();
        assert!(believed(&authority, "taskrouter.twilio.com"));
        assert!(!believed(&authority, "example.org"));
    }

    #[test]
    fn it_can_vouch_for_twilio_s_hosts_and_this_machine_alone() {
        let authority = Authority::fleeting().unwrap();
        for name in [
            "taskrouter.twilio.com",
            "taskrouter.dublin.ie1.twilio.com",
            "localhost",
            "127.0.0.1",
            "::1",
        ] {
            assert!(believed(&authority, name), "{name}");
        }
        for name in [
            "example.org",
            "nottwilio.com",
            "twilio.com.example.org",
            "10.0.0.1",
        ] {
            assert!(!believed(&authority, name), "{name}");
        }
    }
}
