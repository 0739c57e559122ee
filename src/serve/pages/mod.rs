//! What all pages have in common: the frame around what they show, the files they load, how ages are
//! written. Pages load nothing from elsewhere and have no script or style in their text: the headers
//! of every answer (`frame`) forbid browsers to run any.

mod assets;
mod trouble;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{DOCTYPE, Markup, html};

pub(super) use assets::{Asset, Kind, routes};
pub(super) use trouble::Onlooker;

use crate::events::statistics::{Seconds, Stamp};

static STYLE: Asset = Asset::new("page", Kind::Style, include_str!("page.css"));
static SCRIPT: Asset = Asset::new("page", Kind::Script, include_str!("page.js"));
static ICON: Asset = Asset::new("icon", Kind::Picture, include_str!("icon.svg"));

/// The files that every page loads.
pub(super) fn files() -> [&'static Asset; 3] {
    [&STYLE, &SCRIPT, &ICON]
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Theme {
    /// As the browser is set.
    #[default]
    Browser,
    Light,
    Dark,
}

impl Theme {
    const fn word(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Browser, Self::Light, Self::Dark]
            .into_iter()
            .find(|theme| theme.word() == name)
    }
}

/// A page.
///
/// `page.js` gives every page `trctl.follow(address, {event: handler})`, which keeps a stream of
/// events open and says in the bar whether it is; `trctl.update(element, html)`, which changes what
/// differs and nothing else; and ages (see [`age`]) that count.
pub(super) struct Page<'a> {
    /// What it is called, in the window's title and as its heading.
    pub(super) title: &'a str,
    /// The way from the page to the root of the server: empty for `/dashboard`, `../` for `/agent/x`.
    /// Nothing is addressed from the root itself, which may be elsewhere behind a proxy.
    pub(super) root: &'a str,
    pub(super) theme: Theme,
    /// Whether there is a place in the bar that says whether the page is kept up to date.
    pub(super) live: bool,
    /// Seconds after which a browser without scripts loads the page again.
    pub(super) refresh: Option<u32>,
    /// When it was made: ages are counted from here, whatever the browser's clock says.
    pub(super) now: Timestamp,
    /// What it loads beside the files of every page.
    pub(super) files: &'a [&'static Asset],
    /// What stands in the bar, beside the title.
    pub(super) bar: Markup,
    /// What it shows.
    pub(super) main: Markup,
}

impl IntoResponse for Page<'_> {
    fn into_response(self) -> Response {
        let html = HeaderValue::from_static("text/html; charset=utf-8");
        ([(header::CONTENT_TYPE, html)], self.markup().into_string()).into_response()
    }
}

impl Page<'_> {
    fn markup(&self) -> Markup {
        let files = || {
            [&STYLE, &SCRIPT]
                .into_iter()
                .chain(self.files.iter().copied())
        };
        let of = |kind| {
            let some = files().filter(move |file| file.kind() == kind);
            some.map(|file| format!("{}{}", self.root, file.path()))
        };
        html! {
            (DOCTYPE)
            html lang="en" data-theme=(self.theme.word()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    link rel="icon" type="image/svg+xml" href={ (self.root) (ICON.path()) };
                    @for style in of(Kind::Style) { link rel="stylesheet" href=(style); }
                    @for script in of(Kind::Script) { script src=(script) defer {} }
                    @if let Some(seconds) = self.refresh {
                        noscript { meta http-equiv="refresh" content=(seconds); }
                    }
                }
                body data-now=(self.now.as_millisecond()) {
                    a.skip href="#main" { "Skip to the content" }
                    header.bar {
                        h1 { (self.title) }
                        div.bar-rest {
                            (self.bar)
                            @if self.live {
                                p #connection role="status" data-state="still" {
                                    "Not kept up to date"
                                }
                            }
                        }
                    }
                    main #main tabindex="-1" { (self.main) }
                }
            }
        }
    }
}

/// How long ago a moment is; browsers count it on. `0:07`, `12:34`, `1:02:03`, `2 d 03:04`.
pub(super) fn age(since: Stamp, now: Stamp) -> Markup {
    let age = Seconds::between(since.0, now.0).0 / 1000;
    html! {
        time.age datetime=(since) data-since=(since.0) { (spell(age)) }
    }
}

/// Seconds as a clock shows them. The script of all pages spells them the same way.
pub(super) fn spell(seconds: u64) -> String {
    let (minutes, second) = (seconds / 60, seconds % 60);
    let (hours, minute) = (minutes / 60, minutes % 60);
    let (days, hour) = (hours / 24, hours % 24);
    if days > 0 {
        format!("{days} d {hour:02}:{minute:02}")
    } else if hours > 0 {
        format!("{hours}:{minute:02}:{second:02}")
    } else {
        format!("{minute}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_spelled_as_clocks_show_them() {
        for (seconds, wanted) in [
            (0, "0:00"),
            (7, "0:07"),
            (754, "12:34"),
            (3_600, "1:00:00"),
            (3_723, "1:02:03"),
            (86_399, "23:59:59"),
            (183_845, "2 d 03:04"),
        ] {
            assert_eq!(spell(seconds), wanted);
        }
        let shown = age(Stamp(1_000), Stamp(8_999)).into_string();
        assert_eq!(
            shown,
            r#"<time class="age" datetime="1970-01-01T00:00:01.000Z" data-since="1000">0:07</time>"#
        );
        assert!(
            age(Stamp(9_000), Stamp(1_000))
                .into_string()
                .contains("0:00")
        );
    }

    #[test]
    fn a_page_has_nothing_in_its_text_that_browsers_would_not_run() {
        static MORE: Asset = Asset::new("more", Kind::Script, "1;");
        let page = Page {
            title: "<b>&",
            root: "../",
            theme: Theme::Dark,
            live: true,
            refresh: Some(30),
            now: Timestamp::UNIX_EPOCH,
            files: &[&MORE],
            bar: html! { "in the bar" },
            main: html! { p { "shown" } },
        };
        let text = page.markup().into_string();
        assert!(text.starts_with("<!DOCTYPE html><html lang=\"en\" data-theme=\"dark\">"));
        assert!(text.contains("<title>&lt;b&gt;&amp;</title>"), "{text}");
        assert!(text.contains("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>"));
        assert!(text.contains("src=\"../assets/more."), "{text}");
        assert!(text.contains("href=\"../assets/page."), "{text}");
        assert!(
            !text.contains("<style") && !text.contains(" style="),
            "{text}"
        );
        assert!(!text.contains("onclick") && !text.contains("//"), "{text}");
        assert_eq!(
            text.matches("<script").count(),
            text.matches("<script src=").count()
        );
    }

    #[test]
    fn themes_are_known_by_their_names() {
        assert_eq!(Theme::named("dark"), Some(Theme::Dark));
        assert_eq!(Theme::named("browser"), Some(Theme::Browser));
        assert_eq!(Theme::named("pink"), None);
    }
}
