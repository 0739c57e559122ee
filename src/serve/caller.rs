//! Who is calling, and under which URL: what a proxy says of it counts only from a proxy that is
//! trusted.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::http::{HeaderMap, HeaderName, Uri, header};

use super::network::Network;
use super::settings::PublicUrl;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_PORT: HeaderName = HeaderName::from_static("x-forwarded-port");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Any of these means that somebody stands between the server and who is calling.
const TRACES_OF_PROXIES: [HeaderName; 7] = [
    FORWARDED_FOR,
    FORWARDED_HOST,
    FORWARDED_PORT,
    FORWARDED_PROTO,
    header::FORWARDED,
    header::VIA,
    HeaderName::from_static("x-real-ip"),
];

/// The other end of the connection; an extension of every request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) SocketAddr);

/// Who is calling; an extension of every request.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    /// Their address, as far as it can be believed.
    pub(crate) address: IpAddr,
    /// Whether it is this machine that calls, under its own name and through nobody.
    pub(crate) local: bool,
}

/// What the settings say about the way here.
#[derive(Debug, Clone, Default)]
pub(crate) struct Way {
    pub(crate) public_url: Option<PublicUrl>,
    pub(crate) trusted: Vec<Network>,
}

impl Way {
    fn trusts(&self, address: IpAddr) -> bool {
        self.trusted.iter().any(|network| network.contains(address))
    }

    /// Who is calling.
    pub(crate) fn caller(&self, peer: Option<Peer>, headers: &HeaderMap) -> Caller {
        // Without a connection there is a test at the other end.
        let peer = peer.map_or(Ipv4Addr::LOCALHOST.into(), |Peer(peer)| {
            peer.ip().to_canonical()
        });
        let mut address = peer;
        if self.trusts(peer) {
            // Every proxy appends whom it was called by: what the last one that is not trusted
            // wrote before is hearsay.
            let told: Vec<&str> = headers
                .get_all(FORWARDED_FOR)
                .iter()
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(','))
                .map(str::trim)
                .collect();
            for text in told.iter().rev() {
                let Some(told) = address_in(text) else { break };
                address = told;
                if !self.trusts(told) {
                    break;
                }
            }
        }
        let direct = TRACES_OF_PROXIES
            .iter()
            .all(|name| !headers.contains_key(name));
        let local = direct && peer.is_loopback() && names_loopback(headers);
        Caller { address, local }
    }

    /// The URL that the public asked for, to the letter.
    pub(crate) fn url(&self, peer: Option<Peer>, headers: &HeaderMap, uri: &Uri) -> String {
        let path = uri
            .path_and_query()
            .map_or("/", |path_and_query| path_and_query.as_str());
        if let Some(public) = &self.public_url {
            return format!("{public}{path}");
        }
        let trusted = peer.is_some_and(|Peer(peer)| self.trusts(peer.ip()));
        let told = |name| trusted.then(|| last(headers, &name)).flatten();
        let scheme = match told(FORWARDED_PROTO) {
            Some(scheme) if scheme.eq_ignore_ascii_case("https") => "https",
            _ => "http",
        };
        let host = told(FORWARDED_HOST)
            .or_else(|| last(headers, &header::HOST))
            .or_else(|| uri.authority().map(axum::http::uri::Authority::as_str))
            .unwrap_or("localhost");
        match told(FORWARDED_PORT) {
            Some(port)
                if !has_port(host)
                    && port.bytes().all(|byte| byte.is_ascii_digit())
                    && port != if scheme == "https" { "443" } else { "80" } =>
            {
                format!("{scheme}://{host}:{port}{path}")
            }
            _ => format!("{scheme}://{host}{path}"),
        }
    }
}

/// What the proxy next to the server said: each appends.
fn last<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let value = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    value.rsplit(',').next().map(str::trim)
}

/// An address as proxies write it: alone, with a port, or in brackets.
fn address_in(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse::<IpAddr>() {
        return Some(address.to_canonical());
    }
    if let Ok(socket) = text.parse::<SocketAddr>() {
        return Some(socket.ip().to_canonical());
    }
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    inner.parse::<IpAddr>().ok()
}

fn has_port(host: &str) -> bool {
    host.rsplit_once(':')
        .is_some_and(|(_, port)| !port.contains(']'))
}

/// Whether the request names this machine. A page of another host that a browser was led here by
/// does not.
fn names_loopback(headers: &HeaderMap) -> bool {
    let Some(host) = last(headers, &header::HOST) else {
        return true;
    };
    let name = if has_port(host) {
        host.rsplit_once(':').map_or(host, |(name, _)| name)
    } else {
        host
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || name
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(
                name.parse::<HeaderName>().unwrap(),
                HeaderValue::from_str(value).unwrap(),
            );
        }
        headers
    }

    fn peer(text: &str) -> Peer {
        Peer(SocketAddr::new(text.parse().unwrap(), 4711))
    }

    /// The way here, the peer, its headers, and the URL's beginning.
    type Case = (
        Way,
        &'static str,
        &'static [(&'static str, &'static str)],
        &'static str,
    );

    fn way(public_url: Option<&str>, trusted: &[&str]) -> Way {
        Way {
            public_url: public_url.map(|url| url.parse().unwrap()),
            trusted: trusted.iter().map(|text| text.parse().unwrap()).collect(),
        }
    }

    #[test]
    fn the_url_is_rebuilt_from_who_may_tell() {
        const FORWARDED: &[(&str, &str)] = &[
            ("host", "10.0.0.5:8000"),
            ("x-forwarded-host", "voice.example.com"),
            ("x-forwarded-proto", "https"),
        ];
        let uri: Uri = "/voice/wait?q=a%20b&r=a+b".parse().unwrap();
        let path = "/voice/wait?q=a%20b&r=a+b";
        let cases: &[Case] = &[
            (
                way(None, &[]),
                "127.0.0.1",
                &[("host", "localhost:8000")],
                "http://localhost:8000",
            ),
            (
                way(None, &[]),
                "10.0.0.1",
                FORWARDED,
                "http://10.0.0.5:8000",
            ),
            (
                way(None, &["10.0.0.0/8"]),
                "10.0.0.1",
                FORWARDED,
                "https://voice.example.com",
            ),
            (
                way(None, &["10.0.0.0/8"]),
                "192.0.2.1",
                FORWARDED,
                "http://10.0.0.5:8000",
            ),
            (
                way(None, &["10.0.0.1"]),
                "10.0.0.1",
                &[
                    ("host", "x"),
                    ("x-forwarded-host", "evil.example, voice.example.com"),
                    ("x-forwarded-proto", "http"),
                    ("x-forwarded-proto", "https"),
                    ("x-forwarded-port", "8443"),
                ],
                "https://voice.example.com:8443",
            ),
            (
                way(None, &["10.0.0.1"]),
                "10.0.0.1",
                &[
                    ("host", "x"),
                    ("x-forwarded-proto", "https"),
                    ("x-forwarded-port", "443"),
                ],
                "https://x",
            ),
            (
                way(Some("https://voice.example.com/twilio"), &[]),
                "192.0.2.1",
                FORWARDED,
                "https://voice.example.com/twilio",
            ),
        ];
        for (way, from, given, wanted) in cases {
            let url = way.url(Some(peer(from)), &headers(given), &uri);
            assert_eq!(url, format!("{wanted}{path}"), "{from} {given:?}");
        }
    }

    #[test]
    fn the_callers_address_is_the_last_that_is_not_a_trusted_proxys() {
        let way = way(None, &["10.0.0.0/8", "::1"]);
        for (from, told, wanted) in [
            ("192.0.2.1", "198.51.100.7", "192.0.2.1"),
            ("10.0.0.1", "198.51.100.7", "198.51.100.7"),
            (
                "10.0.0.1",
                "127.0.0.1, 198.51.100.7, 10.1.1.1",
                "198.51.100.7",
            ),
            ("10.0.0.1", "198.51.100.7:5000", "198.51.100.7"),
            ("10.0.0.1", "[2001:db8::1]:80", "2001:db8::1"),
            ("10.0.0.1", "[2001:db8::1]", "2001:db8::1"),
            ("10.0.0.1", "unknown", "10.0.0.1"),
            ("::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ] {
            let caller = way.caller(Some(peer(from)), &headers(&[("x-forwarded-for", told)]));
            assert_eq!(caller.address.to_string(), wanted, "{from} {told}");
            assert!(!caller.local);
        }
    }

    #[test]
    fn only_this_machine_under_its_own_name_is_local() {
        let way = way(None, &[]);
        for (from, given, wanted) in [
            ("127.0.0.1", ("host", "127.0.0.1:8000"), true),
            ("::1", ("host", "[::1]:8000"), true),
            ("127.0.0.1", ("host", "localhost"), true),
            ("127.0.0.1", ("host", "evil.example:8000"), false),
            ("127.0.0.1", ("x-forwarded-for", "127.0.0.1"), false),
            ("127.0.0.1", ("via", "1.1 proxy"), false),
            ("192.0.2.1", ("host", "localhost"), false),
        ] {
            let caller = way.caller(Some(peer(from)), &headers(&[given]));
            assert_eq!(caller.local, wanted, "{from} {given:?}");
        }
    }
}
