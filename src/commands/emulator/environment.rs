//! The variables that lead a client of Twilio's to an emulator, and how shells are told them.

use std::path::PathBuf;

use secrecy::{ExposeSecret as _, SecretString};

/// How an emulator with a proxy is reached.
#[derive(Debug, Clone)]
pub(super) struct Reach {
    /// Its own base URL.
    pub(super) url: String,
    pub(super) proxy: String,
    /// The certificate to trust.
    pub(super) ca: PathBuf,
    pub(super) account_sid: String,
    pub(super) auth_token: SecretString,
}

/// Whatever reaches this machine must not go through the proxy, which knows Twilio only.
const LOOPBACK: &str = "localhost,127.0.0.1,::1";

/// Variables that would go before the credentials below, in trctl or in Twilio's own clients.
const IN_THE_WAY: [&str; 14] = [
    "TRCTL_ACCOUNT_SID",
    "TRCTL_API_KEY",
    "TRCTL_API_SECRET",
    "TRCTL_AUTH_TOKEN",
    "TRCTL_PROFILE",
    "TR_ACCOUNT_SID",
    "TR_AUTH_TOKEN",
    "TWILIO_API_KEY",
    "TWILIO_API_KEY_SECRET",
    "TWILIO_API_KEY_SID",
    "TWILIO_API_SECRET",
    "SSL_CERT_DIR",
    "ALL_PROXY",
    "all_proxy",
];

impl Reach {
    /// Every variable to set, and with `None` those to remove.
    pub(super) fn variables(&self) -> Vec<(&'static str, Option<String>)> {
        let ca = self.ca.display().to_string();
        let set = [
            ("TWILIO_ACCOUNT_SID", self.account_sid.clone()),
            (
                "TWILIO_AUTH_TOKEN",
                self.auth_token.expose_secret().to_owned(),
            ),
            ("TRCTL_BASE_URL", self.url.clone()),
            // Some read the one spelling, some the other; curl takes `http_proxy` in small only.
            ("HTTP_PROXY", self.proxy.clone()),
            ("HTTPS_PROXY", self.proxy.clone()),
            ("NO_PROXY", LOOPBACK.to_owned()),
            ("http_proxy", self.proxy.clone()),
            ("https_proxy", self.proxy.clone()),
            ("no_proxy", LOOPBACK.to_owned()),
            // Node; Python's requests; OpenSSL, Go and rustls; curl.
            ("NODE_EXTRA_CA_CERTS", ca.clone()),
            ("REQUESTS_CA_BUNDLE", ca.clone()),
            ("SSL_CERT_FILE", ca.clone()),
            ("CURL_CA_BUNDLE", ca),
        ];
        set.into_iter()
            .map(|(name, value)| (name, Some(value)))
            .chain(IN_THE_WAY.map(|name| (name, None)))
            .collect()
    }
}

/// A shell, as far as its language is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Shell {
    /// And zsh, dash and every other POSIX shell
    #[value(aliases = ["sh", "zsh", "dash", "ksh"])]
    Bash,
    Fish,
    #[value(name = "powershell", alias = "pwsh")]
    Power,
}

impl Shell {
    /// The shell of a path such as that in `$SHELL`.
    pub(super) fn of_path(path: Option<&str>) -> Self {
        let name = path.and_then(|path| path.rsplit(['/', '\\']).next());
        match name {
            Some(name) if name.starts_with("fish") => Self::Fish,
            Some(name) if name.starts_with("pwsh") || name.starts_with("powershell") => Self::Power,
            None if cfg!(windows) => Self::Power,
            _ => Self::Bash,
        }
    }

    /// A line that sets the variable, or removes it.
    pub(super) fn line(self, name: &str, value: Option<&str>) -> String {
        match (self, value) {
            (Self::Bash, Some(value)) => format!("export {name}={};\n", self.quoted(value)),
            (Self::Bash, None) => format!("unset {name};\n"),
            (Self::Fish, Some(value)) => format!("set -gx {name} {};\n", self.quoted(value)),
            (Self::Fish, None) => format!("set -e {name};\n"),
            (Self::Power, Some(value)) => {
                format!("$env:{name} = {};\n", self.quoted(value))
            }
            (Self::Power, None) => {
                format!("Remove-Item Env:{name} -ErrorAction SilentlyContinue;\n")
            }
        }
    }

    /// How the output of `trctl emulator env` is taken over.
    pub(super) const fn usage(self) -> &'static str {
        match self {
            Self::Bash => "eval \"$(trctl emulator env)\"",
            Self::Fish => "trctl emulator env | source",
            Self::Power => "trctl emulator env | Out-String | Invoke-Expression",
        }
    }

    /// The text as one word in which nothing means anything.
    fn quoted(self, text: &str) -> String {
        let mut quoted = String::from("'");
        for character in text.chars() {
            match (self, character) {
                (Self::Bash, '\'') => quoted.push_str("'\\''"),
                (Self::Fish, '\'' | '\\') => quoted.extend(['\\', character]),
                // PowerShell takes typographic quotes for quotes.
                (Self::Power, '\'' | '\u{2018}'..='\u{201b}') => {
                    quoted.extend([character, character]);
                }
                _ => quoted.push(character),
            }
        }
        quoted.push('\'');
        quoted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_end_nothing() {
        for (shell, text, wanted) in [
            (Shell::Bash, "a'b$c`d", r"'a'\''b$c`d'"),
            (Shell::Fish, r"a'b\c$d", r"'a\'b\\c$d'"),
            (Shell::Power, "a'b’c$d", "'a''b’’c$d'"),
        ] {
            assert_eq!(shell.quoted(text), wanted);
        }
    }

    #[test]
    fn the_shell_is_known_by_its_name() {
        for (path, wanted) in [
            (Some("/usr/bin/fish"), Shell::Fish),
            (Some("/bin/zsh"), Shell::Bash),
            (Some("/usr/bin/pwsh"), Shell::Power),
            (
                Some(r"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"),
                Shell::Power,
            ),
        ] {
            assert_eq!(Shell::of_path(path), wanted, "{path:?}");
        }
    }
}
