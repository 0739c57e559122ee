//! The part of an event that is not looked up by, as bytes: about half of what the same takes as
//! JSON.
//!
//! Names that are known are written as numbers, SIDs as their bits. The list of names may only ever
//! grow at its end: its numbers are in every store.

use std::borrow::Cow;

use crate::events::pack::{Corrupt, Packer, Unpacker};
use crate::events::recorded::{Parameters, RecordedEvent};
use crate::model::Pairs;

/// The first byte of every body in this form.
const FORM: u8 = 1;

/// Names by their number, counted from 1. Sorted for no other reason than to be read.
const NAMES: &[&str] = &[
    "activity_available",
    "activity_name",
    "activity_sid",
    "actor_sid",
    "actor_type",
    "event_description",
    "known_worker_sid",
    "operating_unit_sid",
    "previous_task_priority",
    "previous_task_queue_name",
    "previous_task_queue_sid",
    "reason",
    "reservation_reason_code",
    "reservation_sid",
    "reservation_version",
    "source",
    "source_ip_address",
    "target_changed_reason",
    "task_age",
    "task_age_in_queue",
    "task_assignment_status",
    "task_attributes",
    "task_canceled_reason",
    "task_channel_name",
    "task_channel_optimized_routing",
    "task_channel_sid",
    "task_channel_unique_name",
    "task_completed_reason",
    "task_date_created",
    "task_ignore_capacity",
    "task_priority",
    "task_queue_entered_date",
    "task_queue_name",
    "task_queue_sid",
    "task_queue_target_expression",
    "task_re_evaluated_reason",
    "task_routing_target",
    "task_sid",
    "task_transfer_sid",
    "task_version",
    "task_virtual_start_time",
    "tracking_id",
    "worker_activity_name",
    "worker_activity_sid",
    "worker_attributes",
    "worker_channel_available",
    "worker_channel_available_capacity",
    "worker_channel_capacity",
    "worker_channel_consumed_capacity",
    "worker_channel_previous_capacity",
    "worker_channel_task_count",
    "worker_name",
    "worker_previous_activity_name",
    "worker_previous_activity_sid",
    "worker_sid",
    "worker_time_in_previous_activity",
    "worker_time_in_previous_activity_ms",
    "worker_version",
    "workflow_filter_expression",
    "workflow_filter_name",
    "workflow_filter_target_expression",
    "workflow_filter_target_name",
    "workflow_name",
    "workflow_sid",
    "workspace_name",
];

/// How many of the names are in order and can be searched; later ones are looked through.
const SORTED: usize = 65;

/// What stands in the place of a length before the bits of a SID.
const A_SID: u64 = 0;

/// The body of an event.
pub(super) fn to_bytes(event: &RecordedEvent) -> Vec<u8> {
    let mut packer = Packer::with_capacity(1200);
    packer.byte(FORM);
    value(
        &mut packer,
        event.resource_type.as_deref().unwrap_or_default(),
    );
    value(
        &mut packer,
        event.resource_sid.as_deref().unwrap_or_default(),
    );
    packer.number(event.parameters.len() as u64);
    for (name, text) in event.parameters.iter() {
        let number = number_of(name);
        packer.number(number);
        if number == 0 {
            packer.text(name);
        }
        value(&mut packer, text);
    }
    packer.bytes
}

/// What a body says.
pub(super) struct Body {
    pub(super) resource_type: Option<String>,
    pub(super) resource_sid: Option<String>,
    pub(super) parameters: Parameters,
}

/// The body these bytes are.
pub(super) fn from_bytes(bytes: &[u8]) -> Result<Body, Corrupt> {
    let mut unpacker = Unpacker::new(bytes);
    if unpacker.byte()? != FORM {
        return Err(Corrupt);
    }
    let said = |text: Cow<'_, str>| Some(text.into_owned()).filter(|text| !text.is_empty());
    let resource_type = said(read_value(&mut unpacker)?);
    let resource_sid = said(read_value(&mut unpacker)?);
    let mut pairs = Pairs::with_capacity(48, 2 * bytes.len());
    for _ in 0..unpacker.number()? {
        let name = match unpacker.number()? {
            0 => unpacker.text()?,
            number => usize::try_from(number - 1)
                .ok()
                .and_then(|place| NAMES.get(place))
                .ok_or(Corrupt)?,
        };
        pairs.push(name, &read_value(&mut unpacker)?);
    }
    Ok(Body {
        resource_type,
        resource_sid,
        parameters: pairs.into(),
    })
}

/// The number of a name, 0 for one that has none.
fn number_of(name: &str) -> u64 {
    let place = NAMES[..SORTED].binary_search(&name).ok().or_else(|| {
        let later = NAMES[SORTED..].iter().position(|known| *known == name)?;
        Some(SORTED + later)
    });
    place.map_or(0, |place| place as u64 + 1)
}

fn value(packer: &mut Packer, text: &str) {
    if let Some((prefix, bits)) = sid(text) {
        packer.number(A_SID);
        packer.byte(prefix[0]);
        packer.byte(prefix[1]);
        packer.bits(bits);
    } else {
        packer.number(text.len() as u64 + 1);
        packer.bytes.extend_from_slice(text.as_bytes());
    }
}

fn read_value<'a>(unpacker: &mut Unpacker<'a>) -> Result<Cow<'a, str>, Corrupt> {
    match unpacker.number()? {
        A_SID => {
            let prefix = [unpacker.byte()?, unpacker.byte()?];
            let prefix = std::str::from_utf8(&prefix).map_err(|_| Corrupt)?;
            Ok(format!("{prefix}{:032x}", unpacker.bits()?).into())
        }
        length => {
            let length = usize::try_from(length - 1).map_err(|_| Corrupt)?;
            unpacker.text_of(length).map(Cow::Borrowed)
        }
    }
}

/// The prefix and bits of a text that is a SID in the spelling that comes back.
fn sid(text: &str) -> Option<([u8; 2], u128)> {
    let bytes = text.as_bytes();
    let (prefix, digits) = bytes.split_first_chunk::<2>()?;
    let spelled = digits.len() == 32
        && prefix.iter().all(u8::is_ascii_uppercase)
        && digits
            .iter()
            .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    if !spelled {
        return None;
    }
    let bits = u128::from_str_radix(&text[2..], 16).ok()?;
    Some((*prefix, bits))
}

#[cfg(test)]
mod tests {
    use super::{NAMES, SORTED, number_of};

    #[test]
    fn every_name_has_the_number_it_will_have_for_ever() {
        assert!(NAMES[..SORTED].is_sorted());
        for (place, name) in NAMES.iter().enumerate() {
            assert_eq!(number_of(name), place as u64 + 1, "{name}");
        }
        for (name, number) in [
            ("activity_available", 1),
            ("task_sid", 38),
            ("workspace_name", 65),
            ("unheard_of", 0),
        ] {
            assert_eq!(number_of(name), number, "{name}");
        }
    }
}
