//! What a client is made from.

use std::time::Duration;

use secrecy::SecretString;
use url::Url;

use crate::model::sid::AccountSid;

use super::pace;
use super::retry::RetryPolicy;

/// Everything the client needs to know; where it comes from is the business of the settings.
#[derive(Debug, Clone)]
pub struct ClientConfig {
    /// The account; the paths of the 2010 API name it.
    pub account_sid: AccountSid,
    /// The account SID or an API key's SID.
    pub username: String,
    /// The auth token or the API key's secret.
    pub password: SecretString,
    /// One base for all hosts, such as an emulator's; edge and region do not apply to it.
    pub base_url: Option<Url>,
    /// Twilio edge, such as `sydney`.
    pub edge: Option<String>,
    /// Twilio region, such as `au1`.
    pub region: Option<String>,
    /// How long one attempt may take, answer included.
    pub timeout: Duration,
    /// How long making a connection may take.
    pub connect_timeout: Duration,
    /// Calls in flight at most.
    pub concurrency: usize,
    /// How stubborn the client is.
    pub retry: RetryPolicy,
    /// `User-Agent`
    pub user_agent: String,
}

impl ClientConfig {
    /// The defaults around a pair of credentials.
    pub fn new(account_sid: AccountSid, username: String, password: SecretString) -> Self {
        Self {
            account_sid,
            username,
            password,
            base_url: None,
            edge: None,
            region: None,
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            concurrency: pace::DEFAULT_MAXIMUM,
            retry: RetryPolicy::default(),
            user_agent: concat!("trctl/", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }
}
