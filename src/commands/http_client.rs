//! The way to servers of trctl's own: a running emulator, a running `trctl serve`.

use std::time::Duration;

use url::Url;

use crate::settings;
use crate::twilio::tls;

/// How such a server is connected to, and whose certificates are trusted for that. It may be silent
/// for as long as the patience lasts.
pub(super) fn http_client(base: &Url, patience: Duration) -> anyhow::Result<reqwest::Client> {
    tls::install_provider();
    // A state may be large: what counts is that something comes, not when all has come.
    let mut builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(patience)
        .read_timeout(patience)
        .tcp_nodelay(true);
    if base.scheme() == "http" {
        builder = builder.tls_certs_only([]);
    }
    if settings::is_loopback(base) {
        builder = builder.no_proxy();
    }
    Ok(builder.build()?)
}
