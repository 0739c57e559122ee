//! `trctl workspace schema`: the JSON Schema of the manifest.

use crate::app::App;
use crate::provision::schema;

pub(super) fn run(app: &App) -> anyhow::Result<()> {
    app.console()
        .print_line(&format!("{:#}", schema::schema()))?;
    Ok(())
}
