//! The way to a running emulator's control endpoints: where it is, whether it is one, and what
//! its answers mean.

use reqwest::{Method, StatusCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::app::App;
use crate::commands::http_client::http_client;
use crate::emulator::ClockReport;
use crate::emulator::tls::NOT_ENCRYPTED;
use crate::exit_code::{ExitCode, Failure};
use crate::settings;
use crate::twilio::{root_cause, tls_failure};

/// The way to an emulator with TLS.
const TRUST: &str = "set `SSL_CERT_FILE` to the CA that `trctl emulator start` printed; \
                     of one with a proxy `trctl emulator env` prints all that is needed";

/// A running emulator.
pub(super) struct Control {
    http: reqwest::Client,
    base: Url,
}

impl Control {
    /// The emulator that the settings lead to, the one on the default port when they lead
    /// nowhere. It is asked the time first, so that nothing is sent to what is no emulator.
    ///
    /// # Errors
    /// A setting is wrong, nothing answers, or what answers is no emulator.
    pub(super) async fn reach(app: &App) -> anyhow::Result<Self> {
        let settings = app.settings()?;
        let (base, hint) = match &settings.base_url {
            Some(url) => (
                url.value.clone(),
                format!(
                    "the base URL comes from {}; `trctl emulator start` starts one",
                    url.origin
                ),
            ),
            None => (
                Url::parse(settings::emulator::BASE_URL).expect("the default is a URL"),
                "start one with `trctl emulator start`, or name where it is with `--base-url`"
                    .to_owned(),
            ),
        };
        let control = Self {
            http: http_client(&base, settings.timeout.value)?,
            base,
        };
        control.recognise(hint).await?;
        Ok(control)
    }

    async fn recognise(&self, hint: String) -> anyhow::Result<()> {
        let sent = self.request(Method::GET, "clock").send().await;
        let response = sent.map_err(|error| {
            let hint = if tls_failure(&error).is_some() {
                TRUST.to_owned()
            } else {
                hint
            };
            Failure::new(
                ExitCode::Twilio,
                format!(
                    "no emulator answers at {}: {}",
                    self.place(),
                    root_cause(&error)
                ),
            )
            .with_hint(hint)
        })?;
        // An emulator whose clock is asked for always tells it.
        let success = response.status().is_success();
        let answer = response.bytes().await.unwrap_or_default();
        if success && serde_json::from_slice::<ClockReport>(&answer).is_ok() {
            return Ok(());
        }
        let encrypted = serde_json::from_slice::<Refusal>(&answer)
            .is_ok_and(|refusal| refusal.message == NOT_ENCRYPTED);
        let failure = if encrypted {
            Failure::new(
                ExitCode::Settings,
                format!("the emulator at {} speaks HTTPS", self.place()),
            )
            .with_hint(format!("begin `--base-url` with `https://`, and {TRUST}"))
        } else {
            Failure::new(
                ExitCode::Settings,
                format!("what answers at {} is no emulator", self.place()),
            )
            .with_hint("name where the emulator is with `--base-url`")
        };
        Err(failure.into())
    }

    /// Where the emulator is, as messages call it.
    pub(super) fn place(&self) -> &str {
        self.base.as_str().trim_end_matches('/')
    }

    /// What an endpoint below `/_emulator/` tells.
    ///
    /// # Errors
    /// The emulator refuses or is gone.
    pub(super) async fn get<T: DeserializeOwned>(&self, what: &str) -> anyhow::Result<T> {
        self.decoded(self.request(Method::GET, what)).await
    }

    /// Sends JSON to an endpoint below `/_emulator/`; gives what it answers.
    ///
    /// # Errors
    /// The emulator refuses or is gone.
    pub(super) async fn post<T: DeserializeOwned>(
        &self,
        what: &str,
        body: &impl Serialize,
    ) -> anyhow::Result<T> {
        self.decoded(self.request(Method::POST, what).json(body))
            .await
    }

    /// What an endpoint below `/_emulator/` tells, as it comes.
    ///
    /// # Errors
    /// The emulator refuses or is gone.
    pub(super) async fn text(&self, what: &str) -> anyhow::Result<String> {
        let response = self.answered(self.request(Method::GET, what)).await?;
        let body = response.text().await;
        body.map_err(|error| self.broken(&error).into())
    }

    /// Sends a JSON document to an endpoint below `/_emulator/`.
    ///
    /// # Errors
    /// The emulator refuses or is gone.
    pub(super) async fn put(&self, what: &str, document: Vec<u8>) -> anyhow::Result<()> {
        let request = self.request(Method::PUT, what).body(document);
        self.answered(request).await?;
        Ok(())
    }

    /// Puts a document in the place of what is below `/_emulator/`, or has it looked at only; gives
    /// what it answers.
    ///
    /// # Errors
    /// The emulator refuses or is gone.
    pub(super) async fn replace<T: DeserializeOwned>(
        &self,
        what: &str,
        document: String,
        check: bool,
    ) -> anyhow::Result<T> {
        let request = self.request(Method::PUT, what).body(document);
        self.decoded(request.query(&[("check", check)])).await
    }

    /// Ends what is below `/_emulator/`; gives what it answers.
    ///
    /// # Errors
    /// The emulator refuses or is gone.
    pub(super) async fn end<T: DeserializeOwned>(&self, what: &str) -> anyhow::Result<T> {
        self.decoded(self.request(Method::DELETE, what)).await
    }

    fn request(&self, method: Method, what: &str) -> reqwest::RequestBuilder {
        let mut url = self.base.clone();
        let prefix = self.base.path().trim_end_matches('/');
        url.set_path(&format!("{prefix}/_emulator/{what}"));
        self.http.request(method, url)
    }

    async fn decoded<T: DeserializeOwned>(
        &self,
        request: reqwest::RequestBuilder,
    ) -> anyhow::Result<T> {
        let response = self.answered(request).await?;
        let body = response.json().await;
        body.map_err(|error| self.broken(&error).into())
    }

    /// The answer, if it is a success.
    async fn answered(
        &self,
        request: reqwest::RequestBuilder,
    ) -> anyhow::Result<reqwest::Response> {
        let response = request.send().await.map_err(|error| self.broken(&error))?;
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let text = response.text().await.unwrap_or_default();
        let problem = serde_json::from_str::<Refusal>(&text).map_or_else(
            |_| status.to_string(),
            |refusal| as_fragment(&refusal.message),
        );
        if status == StatusCode::NOT_FOUND {
            return Err(Failure::new(
                ExitCode::Other,
                format!("the emulator at {} does not know this", self.place()),
            )
            .with_hint("it is an older trctl: end it and start it again with this one")
            .into());
        }
        Err(Failure::new(
            ExitCode::Twilio,
            format!("the emulator at {} refused: {problem}", self.place()),
        )
        .into())
    }

    fn broken(&self, error: &reqwest::Error) -> Failure {
        Failure::new(
            ExitCode::Twilio,
            format!(
                "the emulator at {} did not answer: {}",
                self.place(),
                root_cause(error)
            ),
        )
    }
}

/// What a refusal says, as all of the emulator's refusals do.
#[derive(Deserialize)]
struct Refusal {
    message: String,
}

/// A sentence as part of another one.
fn as_fragment(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(letters)
        .collect()
}
