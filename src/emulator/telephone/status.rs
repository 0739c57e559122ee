//! Telling how calls go on: <https://www.twilio.com/docs/voice/api/call-resource#statuscallback>.

use super::Stage;
use super::line::{Form, Line};
use super::recording::Recorded;
use crate::model::sid::CallSid;
use crate::routing::Moment;

/// A moment as callbacks of the voice side write it.
pub(super) fn mail(moment: Moment) -> String {
    moment
        .to_mail()
        .and_then(|time| serde_json::to_value(time).ok())
        .and_then(|time| time.as_str().map(str::to_owned))
        .unwrap_or_default()
}

impl Stage<'_> {
    /// Tells a step in the life of a call that goes on.
    pub(super) fn tell_status(&mut self, call: CallSid, event: &str) {
        let Some(mut line) = self.network.lines.remove(&call) else {
            return;
        };
        self.tell_of(&mut line, event, Vec::new());
        self.network.lines.insert(call, line);
    }

    /// Tells that a call is over, whose line is gone already.
    pub(super) fn tell_ended(&mut self, line: &mut Line, recorded: Option<&Recorded>) {
        let Some(row) = self.voice.calls.get(line.sid) else {
            return;
        };
        let seconds = row
            .started
            .zip(row.ended)
            .map_or(0, |(start, end)| end.seconds_since(start));
        let mut extra: Form = vec![
            ("CallDuration".into(), seconds.to_string()),
            ("Duration".into(), seconds.div_ceil(60).to_string()),
        ];
        extra.extend(recorded.into_iter().flat_map(Recorded::facts));
        self.tell_of(line, "completed", extra);
    }

    fn tell_of(&mut self, line: &mut Line, event: &str, extra: Form) {
        let Some(status) = &mut line.status else {
            return;
        };
        if !status.events.iter().any(|wanted| wanted == event) {
            return;
        }
        let sequence = status.sequence;
        status.sequence += 1;
        let (target, own) = (status.target.clone(), status.extra.clone());
        let mut parameters = self.parameters(line.sid);
        if event == "initiated" {
            for (name, value) in &mut parameters {
                if name == "CallStatus" {
                    "initiated".clone_into(value);
                }
            }
        }
        parameters.extend([
            ("Timestamp".into(), mail(self.now)),
            ("CallbackSource".into(), "call-progress-events".to_owned()),
            ("SequenceNumber".into(), sequence.to_string()),
        ]);
        parameters.extend(extra);
        parameters.extend(own);
        self.tell(line.sid.to_string(), "call-status", target, parameters);
    }
}
