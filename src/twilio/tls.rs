//! TLS for everything in the process that speaks HTTP.

/// Chooses ring for rustls; must be called before an HTTP client is made, and may be repeated.
pub(crate) fn install_provider() {
    // Somebody else may have installed one already; theirs is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
