//! x
use crate::routing::{Moment, engine::Engine};
#[derive(Debug, thiserror::Error)]
#[error("x")]
pub struct SeedError;
pub(crate) fn apply(_: &std::path::Path, _: &mut Engine, _: Moment) -> Result<(), SeedError> {
    Ok(())
}
