//! HTTPS for clients that know no other address than Twilio's: a certificate authority of one's
//! own, a leaf for every name asked for, and a proxy that leads to the emulator and nowhere else.

mod authority;
mod door;
mod proxy;
mod resolver;

use std::net::SocketAddr;
use std::sync::Arc;

use tokio_rustls::rustls;

pub use authority::{Authority, AuthorityError};

pub(crate) use door::NOT_ENCRYPTED;
pub(super) use door::{Door, DoorError};

/// How an emulator is reached over TLS.
#[derive(Debug, Clone)]
pub struct Tls {
    /// Signs what the emulator shows.
    pub authority: Arc<Authority>,
    /// Where an HTTP `CONNECT` proxy listens that leads hosts below `twilio.com` here; port 0
    /// takes a free one.
    pub connect_proxy: Option<SocketAddr>,
}

/// In the extensions of a request that came over TLS.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OverTls;

/// Whether a host name is one of Twilio's, in any case.
fn is_twilio(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    host == "twilio.com" || host.ends_with(".twilio.com")
}

fn server_config(authority: Arc<Authority>) -> Result<rustls::ServerConfig, AuthorityError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let resolver = resolver::Resolver::new(authority)?;
    let mut config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring has the ciphers of every version")
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(resolver));
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

#[cfg(test)]
mod tests {
    use super::is_twilio;

    #[test]
    fn only_twilios_hosts_are_twilios() {
        for host in [
            "twilio.com",
            "api.twilio.com",
            "TaskRouter.Twilio.com",
            "taskrouter.dublin.ie1.twilio.com",
        ] {
            assert!(is_twilio(host), "{host}");
        }
        for host in [
            "",
            "nottwilio.com",
            "twilio.com.example.org",
            "localhost",
            ".com",
        ] {
            assert!(!is_twilio(host), "{host}");
        }
    }
}
