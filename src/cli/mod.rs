//! The parts of the command line that commands share: global flags, selection, times. What a
//! command alone has is in the command's own file.

mod address;
mod bulk;
mod global;
mod select;
mod time;
mod week;

pub use address::{absolute_url, reachable};
pub use bulk::{BulkArgs, FailureLimit, LimitArgs, Rate};
pub use global::{GlobalArgs, OUTPUT_FORMATS};
pub use select::{AgeArgs, PeriodArgs, SelectArgs, Where, WhereArgs};
pub use time::{Age, Seconds, When};
pub use week::{Days, Openings, Times, minute_of, one_or_many};
