//! `trctl workspace schema`: the JSON Schema of the manifest.

use crate::app::App;
use crate::provision::schema;

pub(super) fn run(app: &App) -> anyhow::Result<()> {
    app.refuse_row_flags("a schema")?;
    let text = format!("{:#}", schema::schema());
    if !app.printer()?.filtered(text.as_bytes())? {
        app.console().print_line(&text)?;
    }
    Ok(())
}
