//! Addresses of webhooks and TwiML as flags take them.

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
