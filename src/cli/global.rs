//! Flags that every command takes, before or behind its name.

use std::num::{NonZeroU64, NonZeroUsize};
use std::str::FromStr;

use clap::{ArgAction, Args};

/// The names `--output` takes; `output` gives them their meaning.
pub const OUTPUT_FORMATS: [&str; 9] = [
    "table", "wide", "json", "ndjson", "yaml", "csv", "tsv", "sid", "legacy",
];

const HEADING: &str = "Global options";

/// Flags that every command takes.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = HEADING)]
pub struct GlobalArgs {
    /// Profile to use instead of the current one
    ///
    /// Its values go before those of the environment. `emulator` is built in and reaches
    /// `trctl emulator start`.
    #[arg(long, global = true, value_name = "NAME")]
    pub profile: Option<String>,

    /// Workspace, by name or SID
    #[arg(long, global = true, value_name = "WORKSPACE")]
    pub workspace: Option<String>,

    /// Send every request to this URL instead of Twilio's hosts
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    pub base_url: Option<String>,

    /// Output format; `table` unless configured
    ///
    /// `table` and `wide` are for people; `json` (one array) and `ndjson` (one object per line)
    /// print each resource exactly as Twilio sent it; `yaml`, `csv`, `tsv`; `sid` prints SIDs
    /// alone; `legacy` prints the lines of the script that the command replaces.
    #[arg(
        short,
        long,
        global = true,
        value_name = "FORMAT",
        value_parser = clap::builder::PossibleValuesParser::new(OUTPUT_FORMATS),
    )]
    pub output: Option<String>,

    /// Columns to show, comma-separated: names, or paths such as `attributes.from`
    ///
    /// A path leads into the resource's JSON, through attributes too. With `json`, `ndjson` and
    /// `yaml` the result is an object of these columns.
    #[arg(long, global = true, value_name = "NAME,…", value_delimiter = ',')]
    pub columns: Option<Vec<String>>,

    /// Columns or paths to order by, comma-separated; `-` in front for descending
    ///
    /// The list is collected before it is printed. `--limit` counts before that, in the order in
    /// which Twilio sends.
    #[arg(
        long,
        global = true,
        value_name = "NAME,…",
        value_delimiter = ',',
        allow_hyphen_values = true
    )]
    pub sort: Vec<String>,

    /// Leave out the header line
    #[arg(long, global = true, hide_short_help = true)]
    pub no_headers: bool,

    /// Filter the JSON with a jq expression
    ///
    /// The filter sees the whole result, a list as one array. Texts are printed without quotes,
    /// everything else as JSON on one line.
    #[arg(long, global = true, value_name = "FILTER")]
    pub jq: Option<String>,

    /// Stop after this many; without it lists are complete
    #[arg(long, global = true, value_name = "NUMBER", value_parser = one_or_more::<NonZeroU64>)]
    pub limit: Option<NonZeroU64>,

    /// Records to ask Twilio for at once, 1 to 1000; 1000 unless configured
    #[arg(long, global = true, value_name = "NUMBER", hide_short_help = true)]
    pub page_size: Option<String>,

    /// Show again every few seconds, 2 unless given
    #[arg(
        long,
        global = true,
        value_name = "SECONDS",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "2",
        value_parser = one_or_more::<NonZeroU64>,
        hide_short_help = true
    )]
    pub watch: Option<NonZeroU64>,

    /// Go ahead without asking
    ///
    /// `workspace delete` wants the name that a person would type: `--yes=NAME`.
    #[arg(
        short,
        long,
        global = true,
        value_name = "NAME",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "",
        hide_possible_values = true
    )]
    pub yes: Option<String>,

    /// Show what would be done and stop there
    #[arg(long, global = true)]
    pub dry_run: bool,

    /// Most requests in flight during a bulk run
    #[arg(
        long,
        global = true,
        value_name = "NUMBER",
        value_parser = one_or_more::<NonZeroUsize>,
        hide_short_help = true
    )]
    pub concurrency: Option<NonZeroUsize>,

    /// Time one request may take; 30s unless configured
    #[arg(long, global = true, value_name = "TIME", hide_short_help = true)]
    pub timeout: Option<String>,

    /// No notes, hints or progress
    #[arg(short, long, global = true)]
    pub quiet: bool,

    /// Tell on stderr what is sent and received (can be repeated)
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,

    /// When to use colour
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_parser = ["auto", "always", "never"],
        hide_short_help = true
    )]
    pub color: Option<String>,
}

pub(super) fn one_or_more<T: FromStr>(text: &str) -> Result<T, &'static str> {
    text.parse()
        .map_err(|_| "it must be a whole number, 1 or more")
}
