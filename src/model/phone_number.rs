//! Incoming phone number of the 2010 API:
//! <https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource>.

use serde::{Deserialize, Serialize};

use super::sid::{AccountSid, ApplicationSid, PhoneNumberSid, optional};
use super::time::MailTime;
use super::wire::null_default;

/// A number of the account, and where its calls go.
///
/// A trunk goes before an application, an application before the URLs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneNumber {
    /// `PN…`
    pub sid: PhoneNumberSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// Name for people, at most 64 characters.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// In E.164: `+15550100`.
    #[serde(default, deserialize_with = "null_default")]
    pub phone_number: String,
    /// `2010-04-01`
    #[serde(default)]
    pub api_version: Option<String>,
    /// Whether it is new to Twilio.
    #[serde(default)]
    pub beta: Option<bool>,
    /// What it can do.
    #[serde(default)]
    pub capabilities: Option<Capabilities>,
    /// `twilio`, or `hosted` elsewhere.
    #[serde(default)]
    pub origin: Option<String>,
    /// `in-use`
    #[serde(default)]
    pub status: Option<String>,
    /// TwiML for a call.
    #[serde(default)]
    pub voice_url: Option<String>,
    /// How it is called.
    #[serde(default)]
    pub voice_method: Option<String>,
    /// TwiML when the first cannot be had.
    #[serde(default)]
    pub voice_fallback_url: Option<String>,
    /// How it is called.
    #[serde(default)]
    pub voice_fallback_method: Option<String>,
    /// The application in the place of those URLs.
    #[serde(default, deserialize_with = "optional")]
    pub voice_application_sid: Option<ApplicationSid>,
    /// Whether the caller's name is looked up.
    #[serde(default)]
    pub voice_caller_id_lookup: Option<bool>,
    /// `voice` or `fax`.
    #[serde(default)]
    pub voice_receive_mode: Option<String>,
    /// Who is told when a call is over.
    #[serde(default)]
    pub status_callback: Option<String>,
    /// How it is called.
    #[serde(default)]
    pub status_callback_method: Option<String>,
    /// TwiML for a message.
    #[serde(default)]
    pub sms_url: Option<String>,
    /// How it is called.
    #[serde(default)]
    pub sms_method: Option<String>,
    /// TwiML when the first cannot be had.
    #[serde(default)]
    pub sms_fallback_url: Option<String>,
    /// How it is called.
    #[serde(default)]
    pub sms_fallback_method: Option<String>,
    /// The application in the place of those URLs.
    #[serde(default, deserialize_with = "optional")]
    pub sms_application_sid: Option<ApplicationSid>,
    /// The SIP trunk its calls go to.
    #[serde(default)]
    pub trunk_sid: Option<String>,
    /// The address it is registered with.
    #[serde(default)]
    pub address_sid: Option<String>,
    /// What kind of address it needs: `none`, `any`, `local` or `foreign`.
    #[serde(default)]
    pub address_requirements: Option<String>,
    /// The identity it is registered with.
    #[serde(default)]
    pub identity_sid: Option<String>,
    /// The regulatory bundle.
    #[serde(default)]
    pub bundle_sid: Option<String>,
    /// Whether it may call emergency services: `Active` or `Inactive`.
    #[serde(default)]
    pub emergency_status: Option<String>,
    /// The address those are told.
    #[serde(default)]
    pub emergency_address_sid: Option<String>,
    /// Whether they know it.
    #[serde(default)]
    pub emergency_address_status: Option<String>,
    /// When it came to the account.
    pub date_created: Option<MailTime>,
    /// When it last changed.
    pub date_updated: Option<MailTime>,
    /// Path of this resource.
    #[serde(default)]
    pub uri: Option<String>,
}

/// What a number can do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capabilities {
    /// Calls.
    #[serde(default, deserialize_with = "null_default")]
    pub voice: bool,
    /// Text messages.
    #[serde(default, deserialize_with = "null_default")]
    pub sms: bool,
    /// Messages with media.
    #[serde(default, deserialize_with = "null_default")]
    pub mms: bool,
    /// Faxes.
    #[serde(default, deserialize_with = "null_default")]
    pub fax: bool,
}
