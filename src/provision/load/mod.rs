//! From files to a manifest: read, fill in variables, lay over each other, check.
//!
//! YAML, JSON and TOML say the same. Every value keeps its place through all of it, so that what
//! is found wrong at the end can be shown where it was written.

mod check;
mod decode;
mod merge;
mod node;
mod problem;
mod toml;
mod variables;
mod workers_file;
mod yaml;

#[cfg(test)]
mod tests;

use std::fmt;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use annotate_snippets::Level;

use super::manifest::Manifest;
use node::{Content, Node, Place};
use problem::{Drawn, Problem, Source};
use variables::Expander;

/// The path that means stdin.
const STDIN: &str = "-";

/// Why files are no manifest.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// One of them cannot be read.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// Something in them is wrong: every problem, each with its place drawn.
    #[error("{0}")]
    Wrong(Wrong),
}

/// What is wrong in the files, drawn.
#[derive(Debug)]
pub struct Wrong {
    drawn: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let drawn = self.drawn.strip_prefix("error: ").unwrap_or(&self.drawn);
        formatter.write_str(drawn)
    }
}

/// A manifest, and what is odd in its files.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The manifest.
    pub manifest: Manifest,
    /// Oddities that Twilio accepts, each with its place drawn.
    pub warnings: Vec<String>,
}

/// Reads files, each laid over those before it; `-` is stdin. `environment` gives the variables.
///
/// # Errors
/// A file cannot be read, or the manifest is wrong.
pub fn load(
    files: &[PathBuf],
    environment: &dyn Fn(&str) -> Option<String>,
) -> Result<Loaded, LoadError> {
    let mut loader = Loader::new(environment);
    for file in files {
        loader.add_file(file)?;
    }
    loader.finish()
}

/// Reads a manifest that is no file; `name` is what messages call it.
///
/// # Errors
/// The manifest is wrong.
pub fn load_text(
    name: &str,
    text: &str,
    environment: &dyn Fn(&str) -> Option<String>,
) -> Result<Loaded, LoadError> {
    let mut loader = Loader::new(environment);
    loader.add(name, text.to_owned())?;
    loader.finish()
}

struct Loader<'a> {
    environment: &'a variables::Environment<'a>,
    sources: Vec<Source>,
    merged: Option<Node>,
}

impl<'a> Loader<'a> {
    const fn new(environment: &'a variables::Environment<'a>) -> Self {
        Self {
            environment,
            sources: Vec::new(),
            merged: None,
        }
    }

    fn add_file(&mut self, path: &Path) -> Result<(), LoadError> {
        let text = read_file(path)?;
        let name = if path.as_os_str() == STDIN {
            "stdin".to_owned()
        } else {
            path.display().to_string()
        };
        let mut document = self.document(&name, text)?;
        self.fetch_workers(path, &mut document)?;
        self.lay_over(document);
        Ok(())
    }

    fn add(&mut self, name: &str, text: String) -> Result<(), LoadError> {
        let document = self.document(name, text)?;
        self.lay_over(document);
        Ok(())
    }

    /// The document of a text, with its variables filled in.
    fn document(&mut self, name: &str, text: String) -> Result<Node, LoadError> {
        let at = self.sources.len();
        self.sources.push(Source {
            name: name.to_owned(),
            text,
        });
        let text = &self.sources[at].text;
        let read = if has_extension(Path::new(name), "toml") {
            toml::read(at, text)
        } else {
            yaml::read(at, text)
        };
        let document = read.map_err(|problem| self.wrong(&[problem]))?;
        let mut expander = Expander {
            environment: self.environment,
            sources: &self.sources,
            problems: Vec::new(),
        };
        let document = expander.expand(document);
        let problems = expander.problems;
        if problems.is_empty() {
            Ok(document)
        } else {
            Err(self.wrong(&problems))
        }
    }

    fn lay_over(&mut self, document: Node) {
        self.merged = Some(match self.merged.take() {
            Some(base) => merge::manifests(base, document),
            None => document,
        });
    }

    fn wrong(&self, problems: &[Problem]) -> LoadError {
        LoadError::Wrong(Wrong {
            drawn: self.draw(problems, Level::ERROR),
        })
    }

    fn draw(&self, problems: &[Problem], level: Level<'static>) -> String {
        let sources = &self.sources;
        Drawn {
            problems,
            sources,
            level,
        }
        .to_string()
    }

    fn finish(mut self) -> Result<Loaded, LoadError> {
        let mut document = self.merged.take().unwrap_or(Node {
            place: Place::new(0, 0..0),
            content: Content::Null,
        });
        if matches!(document.content, Content::Null) {
            document.content = Content::Map(Vec::new());
        }
        let mut problems = Vec::new();
        read_configurations(&mut document, &mut problems);
        if !problems.is_empty() {
            return Err(self.wrong(&problems));
        }
        let manifest: Manifest =
            decode::decode(&document).map_err(|problem| self.wrong(&[problem]))?;
        let found = check::check(&manifest, &document, &self.sources);
        if !found.problems.is_empty() {
            return Err(self.wrong(&found.problems));
        }
        let drawn = found.warnings.iter().map(|warning| {
            let drawn = self.draw(std::slice::from_ref(warning), Level::WARNING);
            drawn.strip_prefix("warning: ").unwrap_or(&drawn).to_owned()
        });
        let warnings = drawn.collect();
        Ok(Loaded { manifest, warnings })
    }
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

fn read_file(path: &Path) -> Result<String, LoadError> {
    let read = if path.as_os_str() == STDIN {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    read.map_err(|source| LoadError::Read {
        path: path.to_owned(),
        source,
    })
}

/// Configurations that are JSON texts, as Twilio's own documents have them, become documents.
fn read_configurations(document: &mut Node, problems: &mut Vec<Problem>) {
    let Some(workflows) = document.get_mut("workflows") else {
        return;
    };
    for workflow in workflows.value.items_mut() {
        let Some(configuration) = workflow.get_mut("configuration") else {
            continue;
        };
        let node = &mut configuration.value;
        let Some(text) = node.text() else { continue };
        match serde_json::from_str(text) {
            Ok(value) => *node = Node::of_value(value, node.place),
            Err(error) => problems.push(Problem::new(node.place, format!("not JSON: {error}"))),
        }
    }
}
