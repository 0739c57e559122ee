//! What the HTTP side of both APIs shares: reading requests, refusing them, pages, the frame of
//! headers and authentication around every answer.

pub(crate) mod answer;
mod call;
mod frame;
mod paging;
mod params;
mod problem;
mod quota;
mod record;

pub(crate) use call::Call;
pub(crate) use frame::{Credentials, authenticate, frame};
pub(crate) use paging::{PageRequest, Paged, Selection, Table, paged, paged_as_it_is};
pub(crate) use params::{Params, truth};
pub(crate) use problem::Problem;
pub(crate) use quota::{Quota, Quotas, Standing};
pub(crate) use record::{ByGateway, Recorder, record};
