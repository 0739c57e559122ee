//! Account of the 2010 API: <https://www.twilio.com/docs/iam/api/account>.

use serde::{Deserialize, Serialize};

use super::sid::AccountSid;
use super::time::MailTime;
use super::wire::Links;

/// Who owns everything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// `AC…`
    pub sid: AccountSid,
    /// The account this one is a part of; its own SID when it is a part of none.
    pub owner_account_sid: AccountSid,
    /// Name for people.
    #[serde(default)]
    pub friendly_name: Option<String>,
    /// `active`, `suspended` or `closed`.
    #[serde(default)]
    pub status: Option<String>,
    /// `Full` or `Trial`.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
    /// The token that signs callbacks; whoever may not see it gets none.
    #[serde(default)]
    pub auth_token: Option<String>,
    /// When it was created.
    pub date_created: Option<MailTime>,
    /// When it last changed.
    pub date_updated: Option<MailTime>,
    /// Paths of what it holds, relative to the API's host.
    #[serde(default)]
    pub subresource_uris: Links,
    /// Its own path, relative to the API's host.
    #[serde(default)]
    pub uri: Option<String>,
}
