//! Which host a request goes to: product, edge and region, or one base URL for everything.
//!
//! Follows <https://www.twilio.com/docs/global-infrastructure/understanding-twilio-regions>.

use url::Url;

use super::Error;

/// One of Twilio's REST hosts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// `taskrouter.twilio.com`, version 1.
    TaskRouter,
    /// `api.twilio.com`, the 2010 API: calls, conferences, voice queues.
    Api,
}

impl Host {
    /// The host that serves a path.
    pub fn of_path(path: &str) -> Self {
        if path.starts_with("/2010-04-01") {
            Self::Api
        } else {
            Self::TaskRouter
        }
    }

    const fn product(self) -> &'static str {
        match self {
            Self::TaskRouter => "taskrouter",
            Self::Api => "api",
        }
    }
}

/// The bases all requests of one client start from; no trailing slash in their paths.
#[derive(Debug)]
pub(crate) struct Bases {
    task_router: Url,
    api: Url,
    rewrites: bool,
}

impl Bases {
    /// Edge and region are for Twilio's own hosts: an override is taken as it is.
    pub(crate) fn new(
        base_url: Option<&Url>,
        edge: Option<&str>,
        region: Option<&str>,
    ) -> Result<Self, Error> {
        if let Some(base) = base_url {
            let base = checked_base(base)?;
            return Ok(Self {
                task_router: base.clone(),
                api: base,
                rewrites: false,
            });
        }
        let edge = edge.filter(|edge| !edge.is_empty());
        let region = region
            .filter(|region| !region.is_empty())
            .or(edge.map(|_| "us1"));
        let base = |host: Host| {
            let labels: Vec<&str> = [Some(host.product()), edge, region, Some("twilio.com")]
                .into_iter()
                .flatten()
                .collect();
            Url::parse(&format!("https://{}", labels.join(".")))
                .ok()
                .filter(|url| {
                    url.path() == "/" && url.query().is_none() && url.fragment().is_none()
                })
                .ok_or_else(|| Error::Setup {
                    reason: format!(
                        "edge `{}` and region `{}` do not make a host name",
                        edge.unwrap_or_default(),
                        region.unwrap_or_default()
                    ),
                })
        };
        Ok(Self {
            task_router: base(Host::TaskRouter)?,
            api: base(Host::Api)?,
            rewrites: true,
        })
    }

    /// Whether nothing this client asks for needs TLS.
    pub(crate) fn all_plain(&self) -> bool {
        self.task_router.scheme() == "http" && self.api.scheme() == "http"
    }

    /// Whether nothing this client asks for leaves the machine.
    pub(crate) fn all_loopback(&self) -> bool {
        [&self.task_router, &self.api]
            .into_iter()
            .all(|base| match base.host() {
                Some(url::Host::Domain(name)) => name == "localhost",
                Some(url::Host::Ipv4(address)) => address.is_loopback(),
                Some(url::Host::Ipv6(address)) => address.is_loopback(),
                None => false,
            })
    }

    /// The URL of a path (with its leading slash) on a host.
    pub(crate) fn url(&self, host: Host, path: &str) -> Url {
        let base = match host {
            Host::TaskRouter => &self.task_router,
            Host::Api => &self.api,
        };
        let mut url = base.clone();
        let prefix = base.path().trim_end_matches('/');
        url.set_path(&format!("{prefix}{path}"));
        url
    }

    /// Where a link found in the answer to `asked` leads, if it stays on the host that was asked.
    ///
    /// Regional hosts may link to the global name of their product; such a link is taken back to
    /// the regional host, as Twilio's own clients do.
    pub(crate) fn follow(&self, asked: &Url, link: &str) -> Result<Url, Error> {
        let foreign = || Error::ForeignPageLink {
            asked: Box::new(asked.clone()),
            link: link.to_owned(),
        };
        let mut next = asked.join(link).map_err(|_| foreign())?;
        if self.rewrites
            && next.scheme() == "https"
            && next.port().is_none()
            && let Some(asked_host) = asked.host_str()
            && let Some(product) = asked_host.split('.').next()
            && next.host_str() == Some(&format!("{product}.twilio.com"))
        {
            next.set_host(Some(asked_host)).map_err(|_| foreign())?;
        }
        if next.origin() != asked.origin() {
            return Err(foreign());
        }
        if !next.username().is_empty() || next.password().is_some() {
            return Err(foreign());
        }
        Ok(next)
    }
}

fn checked_base(base: &Url) -> Result<Url, Error> {
    let refuse = |reason: &str| Error::Setup {
        reason: format!("the base URL {reason}"),
    };
    if !matches!(base.scheme(), "http" | "https") {
        return Err(refuse("must start with `http://` or `https://`"));
    }
    if base.host_str().is_none_or(str::is_empty) {
        return Err(refuse("names no host"));
    }
    if !base.username().is_empty() || base.password().is_some() {
        return Err(refuse("must not hold credentials; set them as settings"));
    }
    if base.query().is_some() || base.fragment().is_some() {
        return Err(refuse("must end with its path, without `?` and `#`"));
    }
    Ok(base.clone())
}

/// Host and port for messages: `taskrouter.twilio.com:443`.
pub(crate) fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or("?");
    match url.port_or_known_default() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bases(edge: Option<&str>, region: Option<&str>) -> Bases {
        Bases::new(None, edge, region).unwrap()
    }

    #[test]
    fn edge_and_region_make_the_host() {
        for (edge, region, host) in [
            (None, None, "taskrouter.twilio.com"),
            (None, Some("au1"), "taskrouter.au1.twilio.com"),
            (Some("sydney"), None, "taskrouter.sydney.us1.twilio.com"),
            (
                Some("sydney"),
                Some("au1"),
                "taskrouter.sydney.au1.twilio.com",
            ),
            (Some(""), Some(""), "taskrouter.twilio.com"),
        ] {
            let url = bases(edge, region).url(Host::TaskRouter, "/v1/Workspaces");
            assert_eq!(url.as_str(), format!("https://{host}/v1/Workspaces"));
        }
        assert_eq!(
            bases(None, Some("ie1")).url(Host::Api, "/x").as_str(),
            "https://api.ie1.twilio.com/x"
        );
        assert!(Bases::new(None, Some("a/b"), None).is_err());
        assert!(Bases::new(None, Some("evil.com#"), None).is_err());
    }

    #[test]
    fn an_override_serves_both_hosts_as_it_is() {
        let base = Url::parse("http://127.0.0.1:8765/twilio/").unwrap();
        let bases = Bases::new(Some(&base), Some("sydney"), Some("au1")).unwrap();
        for host in [Host::TaskRouter, Host::Api] {
            assert_eq!(
                bases.url(host, "/v1/Workspaces").as_str(),
                "http://127.0.0.1:8765/twilio/v1/Workspaces"
            );
        }
        for bad in [
            "ftp://x",
            "http://me:pass@host",
            "http://host/?q",
            "http://host/#f",
        ] {
            assert!(Bases::new(Some(&Url::parse(bad).unwrap()), None, None).is_err());
        }
    }

    #[test]
    fn links_are_followed_on_the_same_origin_only() {
        let bases = bases(Some("sydney"), Some("au1"));
        let asked = bases.url(Host::TaskRouter, "/v1/Workspaces");
        for (link, wanted) in [
            (
                "/v1/Workspaces?Page=1",
                Some("taskrouter.sydney.au1.twilio.com"),
            ),
            (
                "https://taskrouter.sydney.au1.twilio.com/v1/x",
                Some("taskrouter.sydney.au1.twilio.com"),
            ),
            (
                "https://taskrouter.twilio.com/v1/x",
                Some("taskrouter.sydney.au1.twilio.com"),
            ),
            ("https://api.twilio.com/v1/x", None),
            ("https://evil.example/v1/x", None),
            ("//evil.example/v1/x", None),
            ("https://taskrouter.twilio.com.evil.example/", None),
            ("https://taskrouter.twilio.com@evil.example/", None),
            ("http://taskrouter.sydney.au1.twilio.com/v1/x", None),
            ("https://taskrouter.sydney.au1.twilio.com:444/v1/x", None),
            ("https://me:you@taskrouter.sydney.au1.twilio.com/v1/x", None),
            ("javascript:alert(1)", None),
        ] {
            let got = bases.follow(&asked, link);
            match wanted {
                Some(host) => assert_eq!(got.unwrap().host_str(), Some(host), "{link}"),
                None => assert!(matches!(got, Err(Error::ForeignPageLink { .. })), "{link}"),
            }
        }
    }
}
