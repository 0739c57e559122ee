//! The page, written.

use jiff::Timestamp;
use maud::{Markup, html};

use super::files;
use super::session::Session;
use super::told::Told;
use super::view::{Choice, DISPOSITION, Leg, NOTE, Piece, Talk, View};
use crate::events::statistics::Stamp;
use crate::model::ReservationStatus;
use crate::serve::pages::{self, Page, Theme};
use crate::serve::shared::Shared;

/// Seconds until a browser without scripts asks again.
const REFRESH: u32 = 10;

/// Where somebody signs in.
pub(super) fn sign_in<'a>(
    shared: &Shared,
    name: &'a str,
    said: Option<&'a str>,
    is_wrong: bool,
) -> Page<'a> {
    // Typing goes on where it is needed.
    let knows_name = !name.is_empty();
    // A refusal is shown at the form's own address.
    let root = if is_wrong { "../" } else { "" };
    Page {
        title: "Agent",
        root,
        theme: Theme::Browser,
        live: false,
        refresh: None,
        now: shared.now(),
        files: static_files(),
        bar: html! {},
        main: html! {
            form.card.sign-in method="post" action={ (root) "agent/sign-in" } {
                h2 { "Sign in" }
                @if let Some(said) = said {
                    p.said role="alert" data-wrong[is_wrong] { (said) }
                }
                label for="name" { "Your name in TaskRouter" }
                input #name name="name" value=(name) autocomplete="username" required
                    autofocus[!knows_name] spellcheck="false" autocapitalize="none";
                label for="password" { "Password" }
                input #password name="password" type="password" autocomplete="current-password"
                    required autofocus[knows_name];
                button.first type="submit" { "Sign in" }
            }
        },
    }
}

fn static_files() -> &'static [&'static pages::Asset] {
    static FILES: std::sync::LazyLock<[&'static pages::Asset; 2]> = std::sync::LazyLock::new(files);
    &*FILES
}

/// The page of who is signed in.
pub(super) fn page(shared: &Shared, session: &Session, view: &View) -> Page<'static> {
    let rests = view.available && view.work.is_empty();
    let is_offer = |piece: &Piece| piece.status == ReservationStatus::Pending;
    let may_refresh = view.work.iter().all(is_offer);
    let said = session.hear();
    Page {
        title: "Agent",
        root: "",
        theme: Theme::Browser,
        live: true,
        // Who writes a note is not to lose it.
        refresh: may_refresh.then_some(REFRESH),
        now: shared.now(),
        files: static_files(),
        bar: html! {
            p { bdi { (view.workspace) } " · " bdi.who { (view.worker) } }
            button #sound type="button" aria-pressed="false" hidden { "Sound" }
            form method="post" action="agent/sign-out" {
                (csrf(session))
                button type="submit" title=[rests.then_some("You will not be offered anything any more")] {
                    "Sign out"
                }
            }
        },
        main: html! {
            p #news.unseen role="alert" {}
            p #told.unseen role="status" {}
            p #refused.said role="alert" data-wrong hidden[said.is_none()] { @if let Some(said) = said { (said) } }
            div #agent data-stream="agent/stream" { (panel(shared, session, view)) }
        },
    }
}

/// What changes on it.
pub(super) fn panel(shared: &Shared, session: &Session, view: &View) -> Markup {
    let show = Shown {
        session,
        now: stamp(shared.now()),
        dispositions: &shared.config.settings.agents.dispositions,
    };
    let (offers, work): (Vec<&Piece>, Vec<&Piece>) = view
        .work
        .iter()
        .partition(|piece| piece.status == ReservationStatus::Pending);
    html! {
        @if let Some(trouble) = &view.trouble {
            p.said data-wrong data-key="trouble" data-says=(trouble) {
                (trouble) ". Shown is how it was at " (clock(view.as_of)) "."
            }
        }
        @if let Some(notice) = &view.notice {
            p.said data-key="notice" data-says={ (notice.text) ". You are " (view.activity_name) } {
                (notice.text) ". You are " strong { (view.activity_name) } "."
            }
        }
        div.columns data-key="columns" {
            div.now data-key="now" {
                @for piece in &offers { (show.offer(piece)) }
                @for piece in &work { (show.piece(piece)) }
                @if view.work.is_empty() { (idle(view)) }
            }
            div.side data-key="side" {
                (show.me(view))
                (log(&view.log))
            }
        }
    }
}

fn stamp(at: Timestamp) -> Stamp {
    Stamp(at.as_millisecond())
}

fn clock(at: Timestamp) -> Markup {
    html! { time.clock datetime=(at) data-at=(at.as_millisecond()) { (at.strftime("%H:%M:%S").to_string()) " UTC" } }
}

fn csrf(session: &Session) -> Markup {
    html! { input type="hidden" name="csrf" value=(session.csrf); }
}

fn idle(view: &View) -> Markup {
    html! {
        section.card.idle data-key="idle" aria-labelledby="idle" {
            h2 #idle tabindex="-1" { "Nothing to do" }
            p {
                @if view.available {
                    "You are " strong { (view.activity_name) } ": what comes next is offered here."
                } @else {
                    "You are " strong { (view.activity_name) } ": nothing is offered to you."
                }
            }
        }
    }
}

fn log(told: &[Told]) -> Markup {
    html! {
        section.card.log data-key="log" aria-labelledby="log" {
            h2 #log { "What happened" }
            @if told.is_empty() { p.quiet { "Nothing since you signed in." } }
            @if !told.is_empty() {
                ol {
                    @for told in told {
                        li data-key={ (told.at.as_millisecond()) (told.text) } { (clock(told.at)) " " (told.text) }
                    }
                }
            }
        }
    }
}

struct Shown<'a> {
    session: &'a Session,
    now: Stamp,
    dispositions: &'a [String],
}

impl Shown<'_> {
    fn me(&self, view: &View) -> Markup {
        html! {
            section.card.me data-key="me" aria-labelledby="me" {
                h2 #me { "You" }
                p {
                    span.badge.good[view.available] #activity { (view.activity_name) }
                    @if let Some(since) = view.activity_since {
                        " for " (pages::age(stamp(since), self.now))
                    }
                }
                form.activities method="post" action="agent/act" role="group" aria-label="Go to an activity" {
                    (csrf(self.session))
                    input type="hidden" name="act" value="activity";
                    @for choice in &view.activities { (activity(choice, view)) }
                }
                dl.facts {
                    (fact("Skills", &list(&view.skills)))
                    @if !view.languages.is_empty() { (fact("Languages", &list(&view.languages))) }
                }
            }
        }
    }

    fn offer(&self, piece: &Piece) -> Markup {
        let who = piece.who();
        let id = piece.reservation.to_string();
        html! {
            section.card.offer data-key=(id) data-offer=[(!piece.rings).then_some(&who)] data-says=[piece.rings.then(|| format!("Your telephone rings: {who}"))]
                aria-labelledby={ "h" (id) } {
                h2 id={ "h" (id) } tabindex="-1" {
                    @if piece.rings { "Your telephone rings: " } @else { "Offered: " }
                    bdi { (who) }
                }
                @if piece.rings {
                    p { "Pick it up, and the caller is put through." }
                } @else if let (Some(made), Some(deadline)) = (piece.made, piece.deadline) {
                    p.countdown {
                        progress max=(deadline.duration_since(made).as_millis())
                            data-until=(deadline.as_millisecond()) aria-hidden="true" {}
                        span { "Answer within " time.left data-until=(deadline.as_millisecond()) {
                            (pages::spell(left(self.now, deadline)))
                        } }
                    }
                }
                (self.facts(piece))
                div.acts {
                    @if !piece.rings { (self.button(piece, "accept", "Accept", "first")) }
                    (self.button(piece, "reject", "Reject", ""))
                }
            }
        }
    }

    fn piece(&self, piece: &Piece) -> Markup {
        let who = piece.who();
        let id = piece.reservation.to_string();
        let wrapping = piece.status == ReservationStatus::Wrapping;
        html! {
            section.card.work data-key=(id) data-status=(piece.status) data-says=(says(piece))
                aria-labelledby={ "h" (id) } {
                h2 id={ "h" (id) } tabindex="-1" {
                    bdi { (who) } " "
                    span.badge.warn[wrapping].good[!wrapping] {
                        @if wrapping { "Wrapping up" } @else { "With you" }
                    }
                    @if let Some(since) = piece.changed {
                        span.since { " for " (pages::age(stamp(since), self.now)) }
                    }
                }
                (self.facts(piece))
                @if let Some(talk) = &piece.conference { (self.talk(piece, talk)) }
                (self.note(piece, wrapping))
            }
        }
    }

    fn facts(&self, piece: &Piece) -> Markup {
        let who = piece.who();
        let from = piece.text("from").filter(|from| *from != who);
        let waits = match piece.status {
            ReservationStatus::Pending => "Waiting",
            _ => "Since it came",
        };
        html! {
            dl.facts {
                @if let Some(from) = from { (fact("From", &from)) }
                @if let Some(language) = piece.text("selected_language") { (fact("Language", &language)) }
                @if let Some(product) = piece.text("selected_product") { (fact("Product", &product)) }
                @if let Some(queue) = &piece.queue { (fact("Queue", queue)) }
                @if let Some(channel) = &piece.channel { (fact("Channel", channel)) }
                @if let Some(made) = piece.task_made {
                    div { dt { (waits) } dd { (pages::age(stamp(made), self.now)) } }
                }
            }
        }
    }

    fn talk(&self, piece: &Piece, talk: &Talk) -> Markup {
        let held = talk.customer.is_some_and(|leg| leg.hold);
        let muted = talk.worker.is_some_and(|leg| leg.muted);
        html! {
            div.talk {
                h3 { "Conference " code { (talk.sid) } }
                @if talk.running {
                    dl.facts {
                        (fact("Caller", state(talk.customer)))
                        (fact("You", state(talk.worker)))
                        @if talk.others > 0 { (fact("Others", &talk.others.to_string())) }
                    }
                    div.acts {
                        @if talk.customer.is_some() {
                            @if held { (self.button(piece, "unhold", "Take the caller back", "")) }
                            @else { (self.button(piece, "hold", "Hold", "")) }
                        }
                        @if talk.worker.is_some() {
                            @if muted { (self.button(piece, "unmute", "Unmute", "")) }
                            @else { (self.button(piece, "mute", "Mute", "")) }
                        }
                        (self.button(piece, "end", "End the conference", "bad"))
                    }
                } @else {
                    p { "It has ended." }
                }
            }
        }
    }

    /// How it ended, and being done with it: what is typed goes along, whichever button is pressed.
    fn note(&self, piece: &Piece, wrapping: bool) -> Markup {
        let id = piece.reservation.to_string();
        let disposition = piece.text(DISPOSITION).unwrap_or_default();
        let note = piece.text(NOTE).unwrap_or_default();
        let labels = [format!("d{id}"), format!("n{id}")];
        // A call is ended before it is done with.
        let talks = piece.conference.as_ref().is_some_and(|talk| talk.running);
        html! {
            form.note method="post" action="agent/act" data-draft=(id) {
                (csrf(self.session))
                input type="hidden" name="reservation" value=(id);
                label for=(labels[0]) { "How it ended" }
                @if self.dispositions.is_empty() {
                    input id=(labels[0]) name="disposition" value=(disposition) maxlength="200";
                } @else {
                    select id=(labels[0]) name="disposition" {
                        option value="" selected[disposition.is_empty()] { "–" }
                        @for known in self.dispositions {
                            option value=(known) selected[*known == disposition] { (known) }
                        }
                    }
                }
                label for=(labels[1]) { "Note" }
                textarea id=(labels[1]) name="note" rows="3" maxlength="2000" { (note) }
                div.acts {
                    button type="submit" name="act" value="note" { "Save the note" }
                    @if !wrapping {
                        button type="submit" name="act" value="wrap" { "Wrap up" }
                    }
                    @if !talks {
                        button.first[wrapping] type="submit" name="act" value="complete" { "Complete" }
                    }
                }
            }
        }
    }

    fn button(&self, piece: &Piece, act: &str, text: &str, class: &str) -> Markup {
        html! {
            // What is pressed never becomes another button under the finger; the two sides of a switch
            // are one.
            form method="post" action="agent/act" data-key=(act.trim_start_matches("un")) {
                (csrf(self.session))
                input type="hidden" name="reservation" value=(piece.reservation);
                button class=(class) type="submit" name="act" value=(act)
                    aria-describedby={ "h" (piece.reservation) } { (text) }
            }
        }
    }
}

/// What somebody in a conference is doing.
fn state(leg: Option<Leg>) -> &'static str {
    match leg {
        None => "not there",
        Some(Leg { hold: true, .. }) => "on hold",
        Some(Leg { muted: true, .. }) => "muted",
        Some(_) => "talking",
    }
}

/// What is said aloud of what is being worked on, whenever it becomes another.
fn says(piece: &Piece) -> String {
    let who = piece.who();
    match &piece.conference {
        _ if piece.status == ReservationStatus::Wrapping => format!("{who}: wrapping up"),
        Some(talk) if talk.running => format!(
            "{who}: with you. The caller is {}, you are {}",
            state(talk.customer),
            state(talk.worker)
        ),
        _ => format!("{who}: with you"),
    }
}

fn activity(choice: &Choice, view: &View) -> Markup {
    let is_now = view.activity == Some(choice.sid);
    html! {
        button type="submit" name="activity" value=(choice.sid) aria-pressed=(is_now) data-takes[choice.takes] {
            (choice.name)
        }
    }
}

fn left(now: Stamp, deadline: Timestamp) -> u64 {
    let milliseconds = deadline.as_millisecond().saturating_sub(now.0).max(0);
    u64::try_from(milliseconds)
        .unwrap_or_default()
        .div_ceil(1000)
}

fn fact(name: &str, value: &str) -> Markup {
    html! { div { dt { (name) } dd { bdi { (value) } } } }
}

fn list(texts: &[String]) -> String {
    match texts {
        [] => "none".to_owned(),
        texts => texts.join(", "),
    }
}
