//! Workflow configurations: reading never panics, and what is written can be read again.
//!
//! `cargo +nightly fuzz run workflow`
#![no_main]

use libfuzzer_sys::fuzz_target;
use trctl::routing::workflow::Configuration;

fuzz_target!(|text: &str| {
    match Configuration::parse(text) {
        Ok(configuration) => {
            let again = Configuration::parse(&configuration.to_string());
            assert_eq!(again, Ok(configuration));
        }
        Err(errors) => {
            for error in errors {
                error.render(true);
            }
        }
    }
});
