//! Addresses of webhooks and TwiML as flags take them, and of this machine's servers.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use url::Url;

/// An absolute HTTP URL, as it was written: what is behind its `#` may be connection overrides.
///
/// # Errors
/// It is not one.
pub fn absolute_url(text: &str) -> Result<String, String> {
    match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(text.to_owned()),
        _ => Err("must be an absolute URL such as `https://example.com/voice`".to_owned()),
    }
}

/// Where this machine finds what listens on all of its addresses.
pub fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}
