//! `--jq`: a filter over the whole result, as `jq` and `gh --jq` work: a list is one array. Texts
//! are printed without quotes, everything else as JSON on one line.

use jaq_core::load::{Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Vars, data};
use jaq_json::{Val, read, write};

use super::Error;

/// A compiled filter.
pub(super) struct Filter {
    compiled: jaq_core::Filter<data::JustLut<Val>>,
}

impl Filter {
    pub(super) fn compile(code: &str) -> Result<Self, Error> {
        let syntax = |problem: String| Error::JqSyntax {
            filter: code.to_owned(),
            problem,
        };
        let definitions = jaq_core::defs()
            .chain(jaq_std::defs())
            .chain(jaq_json::defs());
        let functions = jaq_core::funs()
            .chain(jaq_std::funs())
            .chain(jaq_json::funs());
        let arena = Arena::default();
        let modules = Loader::new(definitions)
            .load(&arena, File { code, path: () })
            .map_err(|errors| syntax(describe_load(&errors)))?;
        let compiled = Compiler::default()
            .with_funs(functions)
            .compile(modules)
            .map_err(|errors| syntax(describe_undefined(&errors)))?;
        Ok(Self { compiled })
    }

    /// Runs the filter on a JSON text and prints what it yields.
    pub(super) fn print(&self, json: &[u8], out: &mut impl std::io::Write) -> Result<(), Error> {
        let input = read::parse_single(json).map_err(|cause| Error::Jq(cause.to_string()))?;
        let context = Ctx::<data::JustLut<Val>>::new(&self.compiled.lut, Vars::new([]));
        for result in self.compiled.id.run((context, input)) {
            match result {
                Ok(Val::TStr(text)) => out.write_all(&text)?,
                Ok(value) => write::write(out, &write::Pp::default(), 0, &value)?,
                Err(exception) => match exception.get_err() {
                    Ok(error) => return Err(Error::Jq(shortened(&error.to_string()))),
                    // `halt` ends the filter, and that is all it ends.
                    Err(_) => break,
                },
            }
            out.write_all(b"\n")?;
        }
        out.flush()?;
        Ok(())
    }
}

/// The filter's errors quote the whole value they are about, which may be the whole list: both
/// ends tell enough.
fn shortened(text: &str) -> String {
    const KEPT: usize = 80;
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= 2 * KEPT {
        return text.to_owned();
    }
    let (head, tail) = (&letters[..KEPT], &letters[letters.len() - KEPT..]);
    format!("{} … {}", String::from_iter(head), String::from_iter(tail))
}

fn describe_load(errors: &jaq_core::load::Errors<&str, ()>) -> String {
    use jaq_core::load::Error as Load;
    let found = |text: &str| match text.chars().next() {
        Some(_) => format!("found `{}`", text.lines().next().unwrap_or(text)),
        None => "the filter ends".to_owned(),
    };
    errors
        .iter()
        .flat_map(|(_, error)| match error {
            Load::Io(problems) => problems
                .iter()
                .map(|(_, problem)| problem.clone())
                .collect(),
            Load::Lex(problems) => problems
                .iter()
                .map(|(expected, text)| format!("expected {}, {}", expected.as_str(), found(text)))
                .collect::<Vec<_>>(),
            Load::Parse(problems) => problems
                .iter()
                .map(|(expected, text)| format!("expected {}, {}", expected.as_str(), found(text)))
                .collect(),
        })
        .collect::<Vec<_>>()
        .join("; ")
}

fn describe_undefined(errors: &jaq_core::compile::Errors<&str, ()>) -> String {
    errors
        .iter()
        .flat_map(|(_, problems)| problems)
        .map(|(name, kind)| format!("undefined {} `{name}`", kind.as_str()))
        .collect::<Vec<_>>()
        .join("; ")
}
