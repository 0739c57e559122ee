//! `trctl flow show`: the flow as a tree.

use super::of_settings;
use crate::app::App;
use crate::output::{Column, Format, Local};
use crate::serve::flow::{Flow, tree};

/// Show what happens to a call, as a tree
///
/// Shows the `[flow]` section of the settings file, or the built-in flow when there is none. `-o
/// json` and `-o yaml` show every setting with its value.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl flow show
  trctl flow show -o yaml")]
pub(super) struct ShowArgs {}

static COLUMNS: [Column<Local<Flow>>; 3] = [
    Column::new("language", "LANGUAGE", |row| {
        row.value.first_language().0.into()
    }),
    Column::new("menu", "FIRST MENU", |row| row.value.menu.clone().into()),
    Column::new("workflow", "WORKFLOW", |row| {
        row.value.workflow.clone().into()
    }),
];

pub(super) fn run(app: &App) -> anyhow::Result<()> {
    let (flow, is_written) = of_settings(app)?;
    let printer = app.printer()?;
    let is_table = matches!(printer.format(), Format::Table | Format::Wide);
    if is_table && app.global().columns.is_none() {
        app.refuse_row_flags("a tree")?;
        for line in tree(&flow) {
            app.console().print_line(&line)?;
        }
    } else {
        printer.object(&Local::new(flow), &COLUMNS, None)?;
    }
    if !is_written {
        app.console()
            .note("the settings have no `[flow]` section: this flow is built in");
    }
    Ok(())
}
