//! Phone numbers of the account:
//! <https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource>.
//!
//! They come from the seed file or the control endpoint: none can be bought here.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde::{Deserialize, Serialize};

use super::listing::{found, list_of};
use super::{API_VERSION, Voice, check_account, flag};
use crate::emulator::http::{Call as Request, PageRequest, Problem, Selection, answer};
use crate::emulator::shared::Shared;
use crate::model::PhoneNumber;
use crate::model::instruction::METHODS;
use crate::model::phone_number::Capabilities;
use crate::model::sid::{AccountSid, ApplicationSid, PhoneNumberSid};
use crate::routing::Moment;
use crate::routing::engine::{Row, Update};

/// Characters of a name at most.
const LONGEST_NAME: usize = 64;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/Accounts/{account}/IncomingPhoneNumbers.json", get(list))
        .route(
            "/Accounts/{account}/IncomingPhoneNumbers/{number}",
            get(fetch).post(update),
        )
}

/// What a number is set to.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeedNumber {
    pub(crate) phone_number: String,
    /// The number itself unless given.
    #[serde(default)]
    friendly_name: Option<String>,
    #[serde(default)]
    voice_url: Option<String>,
    #[serde(default)]
    voice_method: Option<String>,
    #[serde(default)]
    voice_fallback_url: Option<String>,
    #[serde(default)]
    voice_fallback_method: Option<String>,
    #[serde(default)]
    voice_application_sid: Option<ApplicationSid>,
    #[serde(default)]
    voice_caller_id_lookup: bool,
    #[serde(default)]
    status_callback: Option<String>,
    #[serde(default)]
    status_callback_method: Option<String>,
    #[serde(default)]
    sms_url: Option<String>,
    #[serde(default)]
    sms_method: Option<String>,
    #[serde(default)]
    sms_fallback_url: Option<String>,
    #[serde(default)]
    sms_fallback_method: Option<String>,
    #[serde(default)]
    sms_application_sid: Option<ApplicationSid>,
    #[serde(default)]
    trunk_sid: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct NumberRow {
    sid: PhoneNumberSid,
    created: Moment,
    updated: Moment,
    is: SeedNumber,
}

impl Row for NumberRow {
    type Sid = PhoneNumberSid;

    fn sid(&self) -> PhoneNumberSid {
        self.sid
    }
}

impl Voice {
    /// Gives the account a number.
    pub(crate) fn add_number(
        &mut self,
        now: Moment,
        seed: SeedNumber,
    ) -> Result<PhoneNumberSid, String> {
        let number = &seed.phone_number;
        let digits = number.strip_prefix('+').unwrap_or_default();
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!("`{number}` is not a number such as `+15550100`"));
        }
        if self
            .numbers
            .iter()
            .any(|row| row.is.phone_number == *number)
        {
            return Err(format!("the number {number} is there already"));
        }
        let sid = self.new_sid();
        self.numbers.insert(NumberRow {
            sid,
            created: now,
            updated: now,
            is: seed,
        });
        Ok(sid)
    }
}

/// What a number does when it is called: URLs with their methods.
#[derive(Debug, Clone)]
pub(crate) struct VoiceWebhooks {
    pub(crate) voice: Option<(String, Option<String>)>,
    pub(crate) fallback: Option<(String, Option<String>)>,
    pub(crate) status: Option<(String, Option<String>)>,
}

impl Voice {
    /// What happens when somebody calls this number of the account.
    pub(crate) fn number_called(&self, number: &str) -> Option<VoiceWebhooks> {
        let row = self
            .numbers
            .iter()
            .find(|row| row.is.phone_number == number)?;
        let with = |url: &Option<String>, method: &Option<String>| {
            url.clone().map(|url| (url, method.clone()))
        };
        let is = &row.is;
        // An application or a trunk takes the place of the URLs, and there are none of them here.
        let has_urls = is.voice_application_sid.is_none() && is.trunk_sid.is_none();
        Some(VoiceWebhooks {
            voice: with(&is.voice_url, &is.voice_method).filter(|_| has_urls),
            fallback: with(&is.voice_fallback_url, &is.voice_fallback_method).filter(|_| has_urls),
            status: with(&is.status_callback, &is.status_callback_method),
        })
    }
}

fn render(account: AccountSid, row: &NumberRow) -> PhoneNumber {
    let is = &row.is;
    let post = |method: &Option<String>| method.clone().or_else(|| Some("POST".to_owned()));
    PhoneNumber {
        sid: row.sid,
        account_sid: account,
        friendly_name: is
            .friendly_name
            .clone()
            .unwrap_or_else(|| is.phone_number.clone()),
        phone_number: is.phone_number.clone(),
        api_version: Some(API_VERSION.to_owned()),
        beta: Some(false),
        capabilities: Some(Capabilities {
            voice: true,
            sms: true,
            ..Capabilities::default()
        }),
        origin: Some("twilio".to_owned()),
        status: Some("in-use".to_owned()),
        voice_url: is.voice_url.clone(),
        voice_method: post(&is.voice_method),
        voice_fallback_url: is.voice_fallback_url.clone(),
        voice_fallback_method: post(&is.voice_fallback_method),
        voice_application_sid: is.voice_application_sid,
        voice_caller_id_lookup: Some(is.voice_caller_id_lookup),
        voice_receive_mode: Some("voice".to_owned()),
        status_callback: is.status_callback.clone(),
        status_callback_method: post(&is.status_callback_method),
        sms_url: is.sms_url.clone(),
        sms_method: post(&is.sms_method),
        sms_fallback_url: is.sms_fallback_url.clone(),
        sms_fallback_method: post(&is.sms_fallback_method),
        sms_application_sid: is.sms_application_sid,
        trunk_sid: is.trunk_sid.clone(),
        address_sid: None,
        address_requirements: Some("none".to_owned()),
        identity_sid: None,
        bundle_sid: None,
        emergency_status: Some("Inactive".to_owned()),
        emergency_address_sid: None,
        emergency_address_status: Some("unregistered".to_owned()),
        date_created: row.created.to_mail(),
        date_updated: row.updated.to_mail(),
        uri: Some(format!(
            "/{API_VERSION}/Accounts/{account}/IncomingPhoneNumbers/{}.json",
            row.sid
        )),
    }
}

/// Whether a part of the number is as the pattern says; `*` is any digit.
fn is_like(number: &str, pattern: &str) -> bool {
    let (number, pattern) = (number.as_bytes(), pattern.as_bytes());
    !pattern.is_empty()
        && number.windows(pattern.len()).any(|part| {
            part.iter()
                .zip(pattern)
                .all(|(digit, wanted)| digit == wanted || *wanted == b'*')
        })
}

async fn list(
    State(shared): State<Arc<Shared>>,
    Path(account): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let params = &request.params;
    let page = PageRequest::read(params)?;
    let mut selection: Selection<'_, NumberRow> = Selection::default();
    if let Some(pattern) = params.given("PhoneNumber") {
        selection.keep(move |row: &NumberRow| is_like(&row.is.phone_number, pattern));
    }
    if let Some(name) = params.given("FriendlyName") {
        selection.keep(move |row: &NumberRow| {
            row.is
                .friendly_name
                .as_ref()
                .unwrap_or(&row.is.phone_number)
                == name
        });
    }
    if flag(&request, "Beta") == Some(true) || params.given("Origin") == Some("hosted") {
        selection.keep(|_: &NumberRow| false);
    }
    let list = shared.read(|world, _| {
        list_of(
            &request,
            "incoming_phone_numbers",
            &world.voice.numbers,
            &page,
            &selection,
            |row| render(shared.account, row),
        )
    })?;
    Ok(list.into_answer())
}

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path((account, number)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let body = shared.read(|world, _| {
        found(&world.voice.numbers, &number, &request).map(|row| render(shared.account, row))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn update(
    State(shared): State<Arc<Shared>>,
    Path((account, number)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let body = shared.write(|world, now| {
        let row = found(&world.voice.numbers, &number, &request)?;
        let (sid, changed) = (row.sid, changed(&row.is, &request)?);
        let row = world
            .voice
            .number_mut(sid)
            .ok_or_else(|| request.not_found())?;
        row.is = changed;
        row.updated = now;
        Ok::<_, Problem>(render(shared.account, row))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

/// What a number is after an update; an empty value clears.
fn changed(is: &SeedNumber, request: &Request) -> Result<SeedNumber, Problem> {
    let params = &request.params;
    let mut to = is.clone();
    if let Some(name) = params.given("FriendlyName") {
        if name.chars().count() > LONGEST_NAME {
            return Err(Problem::invalid(format!(
                "FriendlyName: longer than {LONGEST_NAME} characters"
            )));
        }
        to.friendly_name = Some(name.to_owned());
    }
    for (name, field) in [
        ("VoiceUrl", &mut to.voice_url),
        ("VoiceFallbackUrl", &mut to.voice_fallback_url),
        ("StatusCallback", &mut to.status_callback),
        ("SmsUrl", &mut to.sms_url),
        ("SmsFallbackUrl", &mut to.sms_fallback_url),
    ] {
        match params.get(name) {
            None => {}
            Some("") => *field = None,
            Some(url) if url.starts_with("http://") || url.starts_with("https://") => {
                *field = Some(url.to_owned());
            }
            Some(url) => {
                return Err(Problem::new(
                    StatusCode::BAD_REQUEST,
                    21502,
                    format!("{name}: `{url}` is not a valid URL"),
                ));
            }
        }
    }
    for (name, field) in [
        ("VoiceMethod", &mut to.voice_method),
        ("VoiceFallbackMethod", &mut to.voice_fallback_method),
        ("StatusCallbackMethod", &mut to.status_callback_method),
        ("SmsMethod", &mut to.sms_method),
        ("SmsFallbackMethod", &mut to.sms_fallback_method),
    ] {
        let Some(method) = params.given(name) else {
            continue;
        };
        let known = METHODS
            .iter()
            .find(|known| known.eq_ignore_ascii_case(method))
            .ok_or_else(|| {
                Problem::invalid(format!(
                    "{name}: `{method}` is not one of {}",
                    METHODS.join(", ")
                ))
            })?;
        *field = Some((*known).to_owned());
    }
    if let Some(lookup) = flag(request, "VoiceCallerIdLookup") {
        to.voice_caller_id_lookup = lookup;
    }
    match params.update::<ApplicationSid>("SmsApplicationSid")? {
        Update::Keep => {}
        Update::Clear => to.sms_application_sid = None,
        Update::Set(sid) => to.sms_application_sid = Some(sid),
    }
    // An application and a trunk put each other out.
    match params.update::<ApplicationSid>("VoiceApplicationSid")? {
        Update::Keep => {}
        Update::Clear => to.voice_application_sid = None,
        Update::Set(sid) => {
            to.voice_application_sid = Some(sid);
            to.trunk_sid = None;
        }
    }
    match params.get("TrunkSid") {
        None => {}
        Some("") => to.trunk_sid = None,
        Some(sid) => {
            to.trunk_sid = Some(sid.to_owned());
            to.voice_application_sid = None;
        }
    }
    Ok(to)
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn a_pattern_is_a_part_of_a_number() {
        for (pattern, like) in [
            ("+15550100", true),
            ("555", true),
            ("5*501", true),
            ("100*", false),
            ("", false),
            ("556", false),
        ] {
            assert_eq!(is_like("+15550100", pattern), like, "{pattern}");
        }
    }
}
