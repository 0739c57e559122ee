//! Settings that belong to one command and to no profile: its variables, in the environment or in
//! the `.env` file.

use super::layers::read_dot_env;
use super::{Error, Origin, Setting, Sources};

/// The first of these variables that is set, in the environment or else in the `.env` file.
///
/// # Errors
/// The `.env` file cannot be read.
pub fn variable(
    sources: &Sources,
    names: &[&'static str],
) -> Result<Option<Setting<String>>, Error> {
    let told = |name: &'static str| {
        let value = sources.variable(name)?;
        Some(Setting::new(value.to_owned(), Origin::Env(name)))
    };
    if let Some(setting) = names.iter().copied().find_map(told) {
        return Ok(Some(setting));
    }
    let path = sources.directory.join(".env");
    let file = read_dot_env(&path)?;
    Ok(names.iter().copied().find_map(|name| {
        let value = file.get(name).filter(|value| !value.is_empty())?;
        Some(Setting::new(
            value.clone(),
            Origin::DotEnv(path.clone(), name),
        ))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_comes_before_the_file() {
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join(".env"), "TRCTL_PORT=1\nPORT=2\n").unwrap();
        let mut sources = Sources {
            directory: directory.path().to_owned(),
            ..Sources::default()
        };
        let names = ["TRCTL_PORT", "PORT"];
        let read = |sources: &Sources| variable(sources, &names).unwrap().unwrap().value;
        assert_eq!(read(&sources), "1");
        sources.environment.insert("PORT".into(), "3".into());
        assert_eq!(read(&sources), "3");
        sources.environment.insert("TRCTL_PORT".into(), "4".into());
        assert_eq!(read(&sources), "4");
    }
}
