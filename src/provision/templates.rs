//! Manifests to begin with.

/// A manifest that comes with trctl.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// What it is asked for by.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// The manifest, YAML with comments.
    pub text: &'static str,
}

/// All of them.
pub const TEMPLATES: [Template; 4] = [
    Template {
        name: "support-sales",
        about: "two teams, each with a queue and a workflow of its own",
        text: include_str!("templates/support-sales.yaml"),
    },
    Template {
        name: "bilingual",
        about: "a queue per language, and time to wrap up",
        text: include_str!("templates/bilingual.yaml"),
    },
    Template {
        name: "contact-center",
        about: "teams that take phone calls, chats, videos and callbacks",
        text: include_str!("templates/contact-center.yaml"),
    },
    Template {
        name: "helpline",
        about: "a queue per kind of support, by phone and online",
        text: include_str!("templates/helpline.yaml"),
    },
];

/// Their names, as flags offer them.
pub const NAMES: [&str; 4] = [
    TEMPLATES[0].name,
    TEMPLATES[1].name,
    TEMPLATES[2].name,
    TEMPLATES[3].name,
];

impl Template {
    /// The template of this name.
    pub fn named(name: &str) -> Option<Self> {
        TEMPLATES.into_iter().find(|one| one.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provision::load::load_text;
    use crate::provision::manifest::Manifest;

    fn manifest(name: &str) -> Manifest {
        let text = Template::named(name).unwrap().text;
        let loaded = load_text(name, text, &|_| None).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(loaded.warnings, [""; 0], "{name}");
        loaded.manifest
    }

    #[test]
    fn every_template_is_a_whole_centre() {
        for name in NAMES {
            let centre = manifest(name);
            assert!(centre.friendly_name.is_some(), "{name}");
            assert!(!centre.activities().is_empty(), "{name}");
            assert!(!centre.workflows().is_empty(), "{name}");
            for queue in centre.task_queues() {
                let target = queue.target().unwrap().unwrap();
                let serves = |worker: &crate::provision::manifest::WorkerSpec| {
                    let attributes = worker.attributes.clone().unwrap_or_default().into();
                    let record = crate::routing::expr::WorkerRecord {
                        attributes: &attributes,
                        ..Default::default()
                    };
                    target.matches(&record)
                };
                let queue = &queue.friendly_name;
                assert!(centre.workers().iter().any(serves), "{name}: {queue}");
            }
            for workflow in centre.workflows() {
                let configuration = workflow.configuration.as_ref().unwrap();
                let compiled = configuration.compile().unwrap();
                assert!(compiled.default_filter.is_some(), "{name}");
            }
        }
    }

    #[test]
    fn each_has_the_queues_it_is_known_for() {
        let queues = |name: &str| -> Vec<String> {
            let centre = manifest(name);
            let queues = centre.task_queues().iter();
            queues.map(|queue| queue.friendly_name.clone()).collect()
        };
        assert_eq!(queues("support-sales"), ["Support", "Sales"]);
        assert_eq!(queues("bilingual"), ["English", "Hindi"]);
        assert_eq!(
            queues("contact-center"),
            ["Phone", "Chat", "Video", "Callback", "Everybody"]
        );
        assert_eq!(
            queues("helpline"),
            [
                "check_in",
                "check_out",
                "safety",
                "support",
                "debrief",
                "imminent",
                "technical_support"
            ]
        );
        let helpline = manifest("helpline");
        let voice = helpline.workflows()[0].configuration.as_ref().unwrap();
        assert!(
            !voice
                .compile()
                .unwrap()
                .queues()
                .any(|queue| queue == "technical_support")
        );
    }
}
