//! Hours and holidays.

use super::super::Hours;
use super::Check;
use crate::routing::alike;

impl Check<'_> {
    pub(super) fn hours(&mut self, place: &str, hours: &Hours) {
        if hours.zone().is_err() {
            let known: Vec<String> = jiff::tz::db()
                .available()
                .map(|name| name.to_string())
                .collect();
            let question = alike::question(&hours.time_zone, known.iter().map(String::as_str));
            self.tell(
                format!("{place}.time_zone"),
                format!("there is no time zone `{}`{question}", hours.time_zone),
            );
        }
        if hours.open.values().all(|openings| openings.0.is_empty()) {
            self.tell(format!("{place}.open"), "it is never open");
        }
        for (day, holiday) in &hours.holidays {
            if let Some(spoken) = &holiday.say {
                self.spoken(&format!("{place}.holidays.{day}.say"), spoken, true);
            }
        }
    }
}
