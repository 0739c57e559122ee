//! Overlays: a later file says what is different.
//!
//! Mappings are merged key by key. The items of the lists of a manifest are found by their name and
//! merged as well; what has a new name is added. Other lists are replaced as a whole, since the
//! order of filters and the members of attributes matter together. `null` takes back what an
//! earlier file said.

use super::node::{Content, Member, Node};

/// The lists whose items have names, and the key that holds the name.
const NAMED: [(&str, &str); 6] = [
    ("activities", "friendly_name"),
    ("task_channels", "unique_name"),
    ("task_queues", "friendly_name"),
    ("workflows", "friendly_name"),
    ("workers", "friendly_name"),
    ("phone_numbers", "phone_number"),
];

/// A manifest with an overlay on it.
pub(super) fn manifests(base: Node, over: Node) -> Node {
    match (base.content, over.content) {
        (Content::Map(mut members), Content::Map(later)) => {
            for member in later {
                let named = NAMED.iter().find(|(list, _)| *list == member.key);
                put(&mut members, member, |base, over| match named {
                    Some((_, key)) => lists(base, over, key),
                    None => values(base, over),
                });
            }
            Node {
                place: base.place,
                content: Content::Map(members),
            }
        }
        // An empty file says nothing.
        (content, Content::Null) => Node {
            place: base.place,
            content,
        },
        (_, content) => Node {
            place: over.place,
            content,
        },
    }
}

fn put(members: &mut Vec<Member>, member: Member, merge: impl FnOnce(Node, Node) -> Node) {
    let found = members.iter().position(|one| one.key == member.key);
    match found {
        Some(at) if matches!(member.value.content, Content::Null) => {
            members.remove(at);
        }
        Some(at) => {
            let base = members.remove(at);
            let merged = Member {
                value: merge(base.value, member.value),
                ..base
            };
            members.insert(at, merged);
        }
        None => members.push(member),
    }
}

fn values(base: Node, over: Node) -> Node {
    match (base.content, over.content) {
        (Content::Map(mut members), Content::Map(later)) => {
            for member in later {
                put(&mut members, member, values);
            }
            Node {
                place: base.place,
                content: Content::Map(members),
            }
        }
        (_, content) => Node {
            place: over.place,
            content,
        },
    }
}

fn lists(base: Node, over: Node, key: &str) -> Node {
    match (base.content, over.content) {
        (Content::List(mut items), Content::List(later)) => {
            for item in later {
                let name = name(&item, key);
                let found = items
                    .iter()
                    .position(|one| name.is_some() && self::name(one, key) == name);
                if let Some(at) = found {
                    let base = items.remove(at);
                    items.insert(at, values(base, item));
                } else {
                    items.push(item);
                }
            }
            Node {
                place: base.place,
                content: Content::List(items),
            }
        }
        (_, content) => Node {
            place: over.place,
            content,
        },
    }
}

fn name<'a>(item: &'a Node, key: &str) -> Option<&'a str> {
    item.get(key)?.value.text()
}
