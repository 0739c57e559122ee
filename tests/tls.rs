//! The emulator under Twilio's own addresses: its certificates, its proxy, and who believes them.
#![cfg(all(feature = "server", unix))]

mod common;

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;

use common::{Ran, Sealed};
use trctl::emulator::tls::{Authority, AuthorityError, Tls};
use trctl::emulator::{Config, Emulator, FaultPlan, Running};

const ACCOUNT: &str = "AC00000000000000000000000000000001";
const TOKEN: &str = "emulator-token";

/// An emulator with TLS and a proxy, and the certificate to trust.
struct Served {
    runtime: tokio::runtime::Runtime,
    running: Option<Running>,
    authority: Arc<Authority>,
}

impl Served {
    fn new() -> Self {
        Self::with(FaultPlan::default())
    }

    /// The same behind artificial trouble.
    fn with(faults: FaultPlan) -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let authority = Arc::new(Authority::fleeting().unwrap());
        let mut config = Config::for_tests(
            common::lab::START
                .parse::<jiff::Timestamp>()
                .unwrap()
                .into(),
        );
        config.faults = faults;
        config.tls = Some(Tls {
            authority: Arc::clone(&authority),
            connect_proxy: Some(config.bind),
        });
        let running = runtime.block_on(Emulator::start(&config)).unwrap();
        Self {
            runtime,
            running: Some(running),
            authority,
        }
    }

    fn running(&self) -> &Running {
        self.running.as_ref().unwrap()
    }

    fn proxy(&self) -> SocketAddr {
        let url = self.running().proxy().unwrap();
        url.strip_prefix("http://").unwrap().parse().unwrap()
    }

    /// A client that trusts the emulator's authority and nobody else.
    fn client(&self) -> reqwest::ClientBuilder {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let ca = reqwest::Certificate::from_pem(self.authority.pem().as_bytes()).unwrap();
        reqwest::Client::builder().tls_certs_only([ca])
    }

    /// Version and body of the list of workspaces.
    fn list(
        &self,
        client: reqwest::ClientBuilder,
        origin: &str,
    ) -> reqwest::Result<(reqwest::Version, String)> {
        self.runtime.block_on(async {
            let answer = client
                .no_proxy()
                .build()?
                .get(format!("{origin}/v1/Workspaces"))
                .basic_auth(ACCOUNT, Some(TOKEN))
                .send()
                .await?
                .error_for_status()?;
            Ok((answer.version(), answer.text().await?))
        })
    }

    /// A home whose trctl has Twilio's hosts behind the proxy.
    fn home(&self) -> Sealed {
        let home = Sealed::new()
            .env("HTTPS_PROXY", &self.running().proxy().unwrap())
            .env("TWILIO_ACCOUNT_SID", ACCOUNT)
            .env("TWILIO_AUTH_TOKEN", TOKEN);
        home.write("work/ca.pem", self.authority.pem());
        home
    }

    /// What the proxy says to these bytes.
    fn says(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.proxy()).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        said
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            let _ = self.runtime.block_on(running.shut_down());
        }
    }
}

/// Ports differ every time.
fn steady(ran: &Ran, address: SocketAddr) -> String {
    ran.to_string().replace(&address.port().to_string(), "PORT")
}

#[test]
fn who_trusts_the_authority_reaches_it_on_this_machine() {
    let served = Served::new();
    let port = served.running().address().port();
    for host in ["127.0.0.1", "localhost"] {
        let origin = format!("https://{host}:{port}");
        let (version, body) = served.list(served.client(), &origin).unwrap();
        assert_eq!(version, reqwest::Version::HTTP_2, "{host}");
        assert!(
            body.contains(&format!(r#""url":"{origin}/v1/Workspaces?"#)),
            "{body}"
        );
        let (version, body) = served.list(served.client().http1_only(), &origin).unwrap();
        assert_eq!(version, reqwest::Version::HTTP_11, "{host}");
        assert!(
            body.contains(&format!(r#""url":"{origin}/v1/Workspaces?"#)),
            "{body}"
        );
    }
}

#[test]
fn every_host_of_twilio_s_has_a_certificate_and_no_other() {
    let served = Served::new();
    let address = served.running().address();
    let get = |host: &str| {
        let client = served.client().resolve(host, address);
        served.list(client, &format!("https://{host}:{}", address.port()))
    };
    for host in [
        "taskrouter.twilio.com",
        "api.twilio.com",
        "taskrouter.dublin.ie1.twilio.com",
        "twilio.com",
    ] {
        assert!(get(host).is_ok(), "{host}");
    }
    for host in ["example.org", "twilio.com.example.org"] {
        assert!(get(host).unwrap_err().is_connect(), "{host}");
    }
}

#[test]
fn trctl_reaches_twilio_s_hosts_through_the_proxy() {
    let served = Served::new();
    let home = served.home().env("SSL_CERT_FILE", "ca.pem");
    let made = served.runtime.block_on(async {
        let proxy = reqwest::Proxy::https(served.running().proxy().unwrap()).unwrap();
        let client = served.client().proxy(proxy).build().unwrap();
        client
            .post("https://taskrouter.twilio.com/v1/Workspaces")
            .basic_auth(ACCOUNT, Some(TOKEN))
            .form(&[("FriendlyName", "writers")])
            .send()
            .await
            .unwrap()
            .status()
    });
    assert_eq!(made, 201);
    insta::assert_snapshot!(home.trctl("workspace list --jq '.[].url[:43]'"), @"
    exit code 0
    --- stdout
    https://taskrouter.twilio.com/v1/Workspaces
    ");
    insta::assert_snapshot!(home.trctl("conferences list -o json"), @"
    exit code 0
    --- stdout
    []
    ");
    let regional = home
        .env("TWILIO_REGION", "ie1")
        .env("TWILIO_EDGE", "dublin");
    insta::assert_snapshot!(regional.trctl("workspace list --jq '.[].url[:54]'"), @"
    exit code 0
    --- stdout
    https://taskrouter.dublin.ie1.twilio.com/v1/Workspaces
    ");
}

#[test]
fn a_certificate_nobody_vouches_for_is_told() {
    let served = Served::new();
    insta::assert_snapshot!(served.home().trctl("workspace list"), @"
    exit code 5
    --- stderr
    error: cannot list the workspaces
    caused by: no secure connection to taskrouter.twilio.com:443: invalid peer certificate: UnknownIssuer
    hint: if a company proxy or a private server answers, name its CA file in `SSL_CERT_FILE`; a server without TLS needs a `--base-url` that starts with `http://`
    ");
    let elsewhere = served.home();
    elsewhere.write("work/other.pem", Authority::fleeting().unwrap().pem());
    let elsewhere = elsewhere.env("SSL_CERT_FILE", "other.pem");
    insta::assert_snapshot!(elsewhere.trctl("workspace list"), @"
    exit code 5
    --- stderr
    error: cannot list the workspaces
    caused by: no secure connection to taskrouter.twilio.com:443: invalid peer certificate: UnknownIssuer
    hint: if a company proxy or a private server answers, name its CA file in `SSL_CERT_FILE`; a server without TLS needs a `--base-url` that starts with `http://`
    ");
}

#[test]
fn plain_http_on_an_encrypted_port_is_told() {
    let served = Served::new();
    let address = served.running().address();
    let home = served
        .home()
        .env("TRCTL_BASE_URL", &format!("http://{address}"));
    insta::assert_snapshot!(steady(&home.trctl("workspace list"), address), @"
    exit code 5
    --- stderr
    error: cannot list the workspaces
    caused by: Twilio refused GET /v1/Workspaces: 20001 The emulator speaks HTTPS on this port: write https:// instead of http://
    ");
}

#[test]
fn the_way_to_the_controls_of_an_encrypted_emulator_is_told() {
    let served = Served::new();
    let address = served.running().address();
    let plain = served
        .home()
        .env("TRCTL_BASE_URL", &format!("http://{address}"));
    insta::assert_snapshot!(steady(&plain.trctl("emulator clock show"), address), @"
    exit code 3
    --- stderr
    error: the emulator at http://127.0.0.1:PORT speaks HTTPS
    hint: begin `--base-url` with `https://`, and set `SSL_CERT_FILE` to the CA that `trctl emulator start` printed; of one with a proxy `trctl emulator env` prints all that is needed
    ");
    let untrusting = served
        .home()
        .env("TRCTL_BASE_URL", &format!("https://{address}"));
    insta::assert_snapshot!(steady(&untrusting.trctl("emulator clock show"), address), @"
    exit code 5
    --- stderr
    error: no emulator answers at https://127.0.0.1:PORT: invalid peer certificate: UnknownIssuer
    hint: set `SSL_CERT_FILE` to the CA that `trctl emulator start` printed; of one with a proxy `trctl emulator env` prints all that is needed
    ");
    let trusting = untrusting.env("SSL_CERT_FILE", "ca.pem");
    let ran = trusting.trctl("emulator clock show");
    assert_eq!(ran.code, 0, "{ran}");
}

#[test]
fn the_proxy_leads_nowhere_else() {
    let served = Served::new();
    insta::assert_snapshot!(served.says("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n"), @"
    HTTP/1.1 403 Only twilio.com is behind this proxy
    Content-Type: text/plain; charset=utf-8
    Content-Length: 78
    Connection: close

    This proxy leads to the emulator only: to hosts below twilio.com on port 443.
    ");
    insta::assert_snapshot!(served.says("GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n"), @"
    HTTP/1.1 405 Method Not Allowed
    Content-Type: text/plain; charset=utf-8
    Content-Length: 120
    Connection: close

    This proxy takes CONNECT only: it leads https:// addresses below twilio.com to the emulator, and nothing else anywhere.
    ");
    let large = format!(
        "CONNECT api.twilio.com:443 HTTP/1.1\r\nX: {}\r\n\r\n",
        "x".repeat(9000)
    );
    insta::assert_snapshot!(served.says(&large), @"
    HTTP/1.1 431 Request Header Fields Too Large
    Content-Type: text/plain; charset=utf-8
    Content-Length: 39
    Connection: close

    The request is longer than 8192 bytes.
    ");
    // Not even another port of this machine, nor another one of Twilio's.
    for target in [
        served.running().address().to_string(),
        "api.twilio.com:80".to_owned(),
    ] {
        let said = served.says(&format!("CONNECT {target} HTTP/1.1\r\n\r\n"));
        assert!(said.starts_with("HTTP/1.1 403 "), "{target}: {said}");
    }
    // What is inside must be TLS too.
    let said = served.says("CONNECT api.twilio.com:443 HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n");
    assert!(said.starts_with("HTTP/1.1 200 "), "{said}");
    assert!(said.contains("HTTP/1.1 400 "), "{said}");
}

#[test]
fn the_authority_is_kept_for_its_owner_alone() {
    let root = tempfile::tempdir().unwrap();
    let directory = root.path().join("state/emulator");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let first = Authority::kept_in(&directory).unwrap();
    let key = directory.join("authority.json");
    assert_eq!(mode(&directory), 0o700);
    assert_eq!(mode(&key), 0o600);
    let ca = Authority::ca_file(&directory);
    assert_eq!(std::fs::read_to_string(&ca).unwrap(), first.pem());

    // What became readable is closed again, what was lost is there again.
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    std::fs::remove_file(&ca).unwrap();
    let second = Authority::kept_in(&directory).unwrap();
    assert_eq!(second.pem(), first.pem());
    assert_eq!(mode(&key), 0o600);
    assert_eq!(std::fs::read_to_string(&ca).unwrap(), first.pem());
}

#[test]
fn starts_at_once_agree_on_one_authority() {
    let root = tempfile::tempdir().unwrap();
    let pems: Vec<String> = std::thread::scope(|scope| {
        let starts: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| Authority::kept_in(root.path()).unwrap().pem().to_owned()))
            .collect();
        starts
            .into_iter()
            .map(|start| start.join().unwrap())
            .collect()
    });
    assert!(pems.iter().all(|pem| *pem == pems[0]));
}

#[test]
fn an_authority_close_to_its_end_is_replaced() {
    let root = tempfile::tempdir().unwrap();
    let first = Authority::kept_in(root.path()).unwrap();
    let path = root.path().join("authority.json");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut stored: serde_json::Value = serde_json::from_str(&text).unwrap();
    let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * 80);
    stored["last_day"] = soon.strftime("%Y-%m-%d").to_string().into();
    std::fs::write(&path, stored.to_string()).unwrap();
    let second = Authority::kept_in(root.path()).unwrap();
    assert_ne!(second.pem(), first.pem());
    let ca = std::fs::read_to_string(Authority::ca_file(root.path())).unwrap();
    assert_eq!(ca, second.pem());
}

#[test]
fn a_damaged_authority_is_told_with_the_way_out() {
    let home = Sealed::new();
    let path = "home/.local/state/trctl/emulator/authority.json";
    home.write(path, "{\"format\":1,");
    insta::assert_snapshot!(home.trctl("emulator start --port 0 --tls"), @"
    exit code 1
    --- stderr
    error: the certificate authority `~/.local/state/trctl/emulator/authority.json` is damaged: it is cut off or not JSON at line 1
    hint: delete `~/.local/state/trctl/emulator/authority.json`: the next start makes another, and whoever trusts the old one must be given the new `ca.pem`
    ");

    // The key of one and the certificate of another.
    let stored = |directory: &Path| -> serde_json::Value {
        Authority::kept_in(directory).unwrap();
        let text = std::fs::read_to_string(directory.join("authority.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut mixed = stored(one.path());
    mixed["key"] = stored(other.path())["key"].clone();
    std::fs::write(one.path().join("authority.json"), mixed.to_string()).unwrap();
    let error = Authority::kept_in(one.path()).unwrap_err();
    assert!(matches!(error, AuthorityError::Damaged { .. }), "{error}");
}

#[test]
fn without_a_place_for_the_authority_there_is_no_tls() {
    let home = Sealed::new().env("XDG_STATE_HOME", "/proc/nowhere");
    let ran = home.trctl("emulator start --port 0 --connect-proxy 0");
    insta::assert_snapshot!(ran, @"
    exit code 1
    --- stderr
    error: cannot write the certificate authority `/proc/nowhere/trctl/emulator/authority.json`: No such file or directory (os error 2)
    hint: make the directory writable for yourself, or set XDG_STATE_HOME to another
    ");
}

#[test]
fn the_fault_lab_cuts_encrypted_connections_too() {
    let plan = "requests: [{ first: 2, reset: after-effect }]";
    let served = Served::with(plan.parse().unwrap());
    let url = served.running().url();
    let through_proxy = |client: reqwest::ClientBuilder| {
        let url = served.running().proxy().unwrap();
        client.proxy(reqwest::Proxy::all(url).unwrap())
    };
    let list = |client: reqwest::ClientBuilder, origin: &str| {
        served.runtime.block_on(async {
            let request = client
                .build()
                .unwrap()
                .get(format!("{origin}/v1/Workspaces"));
            let sent = request.basic_auth(ACCOUNT, Some(TOKEN)).send().await;
            sent.map(|answer| answer.status().as_u16())
        })
    };
    let twilio = "https://taskrouter.twilio.com";
    let cut = list(served.client().no_proxy(), &url).unwrap_err();
    assert!(cut.is_request() && !cut.is_connect(), "{cut:?}");
    let cut = list(through_proxy(served.client()), twilio).unwrap_err();
    assert!(cut.is_request() && !cut.is_connect(), "{cut:?}");
    assert_eq!(list(served.client().no_proxy(), &url).unwrap(), 200);
    assert_eq!(list(through_proxy(served.client()), twilio).unwrap(), 200);
}
