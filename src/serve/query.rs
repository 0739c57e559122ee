//! The query of a URL that is asked for figures or events. Whatever is wrong with it is told with the
//! parameter's name.

use std::collections::BTreeMap;

use url::form_urlencoded;

use super::problem::Problem;

/// The parameters of a query, all of which have to be among those known.
pub(super) fn read<'known>(
    query: Option<&str>,
    known: &[&'known str],
) -> Result<BTreeMap<&'known str, String>, Problem> {
    read_among(query, known, false)
}

/// The same, and what is not known is overlooked.
pub(super) fn read_known<'known>(
    query: Option<&str>,
    known: &[&'known str],
) -> Result<BTreeMap<&'known str, String>, Problem> {
    read_among(query, known, true)
}

fn read_among<'known>(
    query: Option<&str>,
    known: &[&'known str],
    overlooks: bool,
) -> Result<BTreeMap<&'known str, String>, Problem> {
    let mut given = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
        let Some(known) = known.iter().find(|known| **known == name) else {
            if overlooks {
                continue;
            }
            let name: String = name.chars().take(40).collect();
            return Err(Problem::bad_request(format!(
                "there is no parameter `{}` here",
                name.escape_default()
            )));
        };
        if value.is_empty() {
            return Err(Problem::bad_request(format!("`{name}` is empty")));
        }
        if given.insert(*known, value.into_owned()).is_some() {
            return Err(Problem::bad_request(format!("`{name}` is given twice")));
        }
    }
    Ok(given)
}
