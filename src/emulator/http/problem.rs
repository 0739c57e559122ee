//! Refusals in the shape both APIs give them
//! (<https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions>).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{Standing, answer};
use crate::model::wire::ErrorBody;
use crate::routing::engine;

/// An answer other than success.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    status: StatusCode,
    code: u32,
    message: String,
    retry_after: Option<u64>,
    standing: Option<Standing>,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, code: u32, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            retry_after: None,
            standing: None,
        }
    }

    /// A parameter, an expression or a change of state that is refused.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, 20001, message)
    }

    pub(crate) fn missing(parameter: &str) -> Self {
        Self::invalid(format!(
            "Missing required parameter {parameter} in the post body"
        ))
    }

    /// Twilio names the resource by its path without the version.
    pub(crate) fn not_found(path: &str) -> Self {
        let path = path.strip_prefix("/v1").unwrap_or(path);
        Self::new(
            StatusCode::NOT_FOUND,
            20404,
            format!("The requested resource {path} was not found"),
        )
    }

    pub(crate) fn unauthorized(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, 20003, message)
    }

    pub(crate) fn method_not_allowed() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, 20004, "Method not allowed")
    }

    pub(crate) fn precondition_failed() -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            20412,
            "Precondition Failed",
        )
    }

    pub(crate) fn absolute_paging() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            40153,
            "Absolute paging is no longer supported, follow next_page_url instead",
        )
    }

    pub(crate) fn too_many_requests() -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, 20429, "Too Many Requests")
    }

    /// Seconds that `Retry-After` asks for.
    pub(crate) fn retry_after(mut self, seconds: Option<u64>) -> Self {
        self.retry_after = seconds;
        self
    }

    /// Says in the headers which limit was reached.
    pub(crate) fn with_standing(mut self, standing: Standing) -> Self {
        self.standing = Some(standing);
        self
    }

    #[cfg(test)]
    pub(crate) fn message(&self) -> &str {
        &self.message
    }
}

impl From<engine::Error> for Problem {
    /// What the engine does not find was named by a parameter: the resource of the path is looked
    /// up before the engine is asked.
    fn from(error: engine::Error) -> Self {
        match error {
            engine::Error::Rescinded { .. } => {
                Self::new(StatusCode::GONE, 20410, error.to_string())
            }
            other => Self::invalid(other.to_string()),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = ErrorBody {
            code: Some(self.code),
            more_info: Some(format!("https://www.twilio.com/docs/errors/{}", self.code)),
            message: self.message,
            status: self.status.as_u16(),
        };
        let mut response = answer::json(self.status, &body);
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(standing) = self.standing {
            standing.tell(response.headers_mut());
        }
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static("Basic realm=\"Twilio API\""),
            );
        }
        response
    }
}
