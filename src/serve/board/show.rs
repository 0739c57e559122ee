//! The board as HTML. What is told by a colour is told by a word as well; tables keep their roles
//! where the style shows them as cards.

use maud::{Markup, html};

use super::row::{EventLine, TaskLine, line, short};
use super::{Board, Form, List, chart};
use crate::events::statistics::{
    Figures, Filters, QueueFigures, Seconds, ServiceLevel, Stamp, Statistics, TasksNow, WorkersNow,
};
use crate::model::TaskStatus;
use crate::serve::pages::{age, spell};
use crate::serve::stats::MOST_ROWS_ON_BOARD;

/// Per cent below the target that are not called bad yet.
const JUST_BELOW: f64 = 10.0;

/// Everything on the board.
pub(super) fn board(board: &Board, form: &Form) -> Markup {
    let statistics = &board.statistics;
    let now = statistics.asked_at;
    html! {
        (about(board, form))
        (in_taskrouter(board))
        (service_level(&statistics.in_window, board.target))
        section.card.hour aria-labelledby="hour" {
            h2 #hour { "The last hour" }
            (chart::came(&board.minutes))
            (chart::waiting(&board.minutes))
        }
        (today(statistics))
        (queues(&statistics.by_queue, board.target, now, form))
        @if let Some(lists) = &board.lists {
            div.wide {
                (tasks("waiting", "Waiting line", &lists.waiting, now, form))
                (tasks("served", "With agents", &lists.served, now, form))
            }
        }
        div.narrow {
            (agents(&statistics.workers))
            @if let Some(lists) = &board.lists { (events(&lists.events, now)) }
        }
    }
}

/// What is shown, and how old it is.
fn about(board: &Board, form: &Form) -> Markup {
    let statistics = &board.statistics;
    let window = &statistics.window;
    let lists = board.lists.as_ref();
    let last = lists.and_then(|lists| lists.events.first());
    html! {
        p.about.quiet {
            span { "Figures of the last " (window.minutes) " minutes" }
            @if let Some(at) = statistics.last_event_at {
                span {
                    "Last event "
                    @if let Some(last) = last { code { (last.kind) } " " }
                    (age(at, statistics.asked_at)) " ago"
                }
            } @else {
                span { "No event yet" }
            }
            (narrowing(&statistics.filters, form))
        }
    }
}

fn narrowing(filters: &Filters, form: &Form) -> Markup {
    let told = [
        ("queue", &filters.queue),
        ("workflow", &filters.workflow),
        ("channel", &filters.channel),
        ("team", &filters.team),
    ];
    html! {
        @for (name, value) in told {
            @if let Some(value) = value {
                span.narrowed {
                    "Only " (name) " " strong { bdi { (line(value)) } } " "
                    a href={ "dashboard?" (form.without(name).finish()) } {
                        "Show every " (name)
                    }
                }
            }
        }
    }
}

/// A figure with its name and a word about it.
fn tile(name: &str, count: u64, word: &Markup) -> Markup {
    html! {
        div.tile {
            dt { (name) }
            dd.count { (count) }
            dd.word { (word) }
        }
    }
}

fn in_taskrouter(board: &Board) -> Markup {
    let now = board.statistics.asked_at;
    let tasks = &board.statistics.in_taskrouter_now;
    let by_status = &tasks.tasks_by_status;
    let waiting = html! {
        @if let Some(longest) = &tasks.longest_waiting {
            "oldest " (age(longest.since, now))
            @if board.is_late { " " span.badge.bad { "late" } }
        } @else { "nobody waits" }
    };
    let wrapping = html! {
        @if let Some(longest) = &tasks.longest_wrapping {
            "oldest " (age(longest.since, now))
        } @else { "no after-work" }
    };
    let kept = html! { "in the last 5 minutes" };
    html! {
        section.card.now aria-labelledby="now" {
            h2 #now { "In TaskRouter now " span.quiet.count { (plural(tasks.total_tasks, "task")) } }
            dl.tiles {
                (tile("Waiting", by_status.pending, &waiting))
                (tile("Offered", by_status.reserved, &html! { "to an agent" }))
                (tile("With agents", by_status.assigned, &html! { "being served" }))
                (tile("Wrapping up", by_status.wrapping, &wrapping))
                (tile("Completed", by_status.completed, &kept))
                (tile("Canceled", by_status.canceled, &kept))
            }
        }
    }
}

fn today(statistics: &Statistics) -> Markup {
    let figures = &statistics.today.figures;
    html! {
        section.card.today aria-labelledby="today" {
            h2 #today {
                "Today " span.quiet { "since midnight, " (statistics.window.time_zone) }
            }
            dl.facts {
                (fact("Came", figures.tasks_created))
                (fact("Accepted", figures.tasks_accepted))
                (fact("Completed", figures.tasks_completed))
                (fact("Canceled", figures.tasks_canceled))
                (fact("Given up waiting", figures.tasks_abandoned))
                (fact("Offers refused", figures.reservations_rejected))
                (fact("Offers unanswered", figures.reservations_timed_out))
            }
        }
    }
}

fn fact(name: &str, count: u64) -> Markup {
    html! { div { dt { (name) } dd { (count) } } }
}

/// How good a service level is, as a style and in words.
fn verdict(percent: Option<f64>, target: u8) -> (&'static str, &'static str) {
    let target = f64::from(target);
    match percent {
        None => ("none", "none accepted yet"),
        Some(percent) if percent >= target => ("good", "on target"),
        Some(percent) if percent >= target - JUST_BELOW => ("warn", "just below target"),
        Some(_) => ("bad", "below target"),
    }
}

fn service_level(figures: &Figures, target: u8) -> Markup {
    let level = &figures.service_level;
    let (style, word) = verdict(level.percent, target);
    let wait = &figures.acceptance_time;
    html! {
        section.card.level aria-labelledby="level" {
            h2 #level { "Service level" }
            p.percent.(style) {
                @if let Some(percent) = level.percent {
                    strong { (percent) "\u{a0}%" } " "
                } @else {
                    strong { "—" } " "
                }
                span.badge.(style) { (word) }
            }
            (meter(level.percent, target))
            p { (met(level)) "; the target is " (target) "\u{a0}%." }
            p.quiet {
                @if let (Some(average), Some(most)) = (wait.avg, wait.p90) {
                    "Waited for an agent: " (seconds(average)) " on average, nine of ten up to "
                    (seconds(most)) "."
                } @else {
                    "Nobody was accepted in this time."
                }
            }
            @if figures.tasks_abandoned > 0 {
                p.quiet { (plural(figures.tasks_abandoned, "task")) " given up waiting." }
            }
        }
    }
}

/// A bar with a mark at the target, for the eyes alone: the words beside it say the same.
fn meter(percent: Option<f64>, target: u8) -> Markup {
    let (style, _) = verdict(percent, target);
    html! {
        svg.meter.(style) viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" {
            rect.ground x="0" y="1" width="100" height="4" {}
            rect.level-bar x="0" y="1" width=(percent.unwrap_or(0.0)) height="4" {}
            rect.mark x=(f64::from(target) - 0.25) y="0" width="0.5" height="6" {}
        }
    }
}

fn met(level: &ServiceLevel) -> Markup {
    let all = level.met + level.accepted_late + level.abandoned_late;
    html! {
        @if all == 0 { "Tasks are to be accepted within " }
        @else { (level.met) " of " (plural(all, "task")) " accepted within " }
        @if let Some(threshold) = level.threshold { (seconds(threshold)) }
        @else { "their queue's time" }
    }
}

fn seconds(span: Seconds) -> String {
    let seconds = span.0.div_ceil(1000);
    match seconds {
        0..120 => format!("{seconds} s"),
        _ if seconds.is_multiple_of(60) && seconds < 3600 => format!("{} min", seconds / 60),
        _ => spell(seconds),
    }
}

fn agents(workers: &WorkersNow) -> Markup {
    html! {
        section.card.agents aria-labelledby="agents" {
            h2 #agents { "Agents " span.quiet { (workers.total_workers) " in all" } }
            dl.facts {
                (fact("Available", workers.available))
                (fact("Idle", workers.idle))
                (fact("Offered a task", workers.reserved))
                (fact("With a task", workers.busy))
                (fact("Wrapping up", workers.wrapping))
            }
            @if workers.workers_by_activity.is_empty() {
                p.quiet { "No activity is known yet." }
            } @else {
                table.list {
                    caption.unseen { "Agents by activity" }
                    thead {
                        tr {
                            th scope="col" { "Activity" }
                            th.number scope="col" { "Agents" }
                            th.number scope="col" { "Offered" }
                            th.number scope="col" { "Busy" }
                        }
                    }
                    tbody {
                        @for activity in &workers.workers_by_activity {
                            tr data-key=(activity.activity_sid) {
                                th scope="row" {
                                    bdi { (line(activity.activity_name.as_ref().unwrap_or(&activity.activity_sid))) }
                                    " "
                                    @match activity.available {
                                        Some(true) => span.badge.good { "takes tasks" },
                                        Some(false) => span.badge { "takes none" },
                                        None => span.badge { "not known" },
                                    }
                                }
                                td.number { (activity.workers) }
                                td.number { (activity.reserved) }
                                td.number { (activity.busy) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A table that narrow screens show as cards, each figure with its name.
fn table(caption: &str, columns: &[(&str, &str)], rows: &Markup) -> Markup {
    html! {
        table.cards role="table" {
            caption.unseen { (caption) }
            thead role="rowgroup" {
                tr role="row" {
                    @for (name, style) in columns {
                        th.(style) role="columnheader" scope="col" { (name) }
                    }
                }
            }
            tbody role="rowgroup" { (rows) }
        }
    }
}

fn cell(name: &str, style: &str, shown: &Markup) -> Markup {
    html! { td.(style) role="cell" data-name=(name) { (shown) } }
}

fn number(name: &str, count: u64) -> Markup {
    cell(name, "number", &html! { (count) })
}

fn queues(queues: &[QueueFigures], target: u8, now: Stamp, form: &Form) -> Markup {
    let columns = [
        ("Queue", "text"),
        ("Waiting", "number"),
        ("Oldest", "number"),
        ("Offered", "number"),
        ("With agents", "number"),
        ("Wrapping", "number"),
        ("Came", "number"),
        ("Accepted", "number"),
        ("Given up", "number"),
        ("Service level", "text"),
    ];
    let rows = html! { @for queue in queues { (queue_row(queue, target, now, form)) } };
    html! {
        section.card.queues aria-labelledby="queues" {
            h2 #queues { "Queues" }
            @if queues.is_empty() {
                p.quiet { "No queue has had a task yet." }
            } @else {
                (table("Queues", &columns, &rows))
            }
        }
    }
}

fn queue_row(queue: &QueueFigures, target: u8, now: Stamp, form: &Form) -> Markup {
    let TasksNow {
        tasks_by_status,
        longest_waiting,
        ..
    } = &queue.in_taskrouter_now;
    let figures = &queue.in_window;
    let level = &figures.service_level;
    let (style, word) = verdict(level.percent, target);
    let name = queue
        .task_queue_name
        .as_ref()
        .unwrap_or(&queue.task_queue_sid);
    let oldest = html! {
        @if let Some(longest) = longest_waiting {
            (age(longest.since, now))
            @if longest.age > queue.threshold.0 / 1000 { " " span.badge.bad { "late" } }
        } @else { "—" }
    };
    html! {
        tr role="row" data-key=(queue.task_queue_sid) {
            th role="rowheader" scope="row" {
                a href=(form.narrowed(name)) { bdi { (line(name)) } }
            }
            (number("Waiting", tasks_by_status.pending))
            (cell("Oldest", "number", &oldest))
            (number("Offered", tasks_by_status.reserved))
            (number("With agents", tasks_by_status.assigned))
            (number("Wrapping", tasks_by_status.wrapping))
            (number("Came", figures.tasks_created))
            (number("Accepted", figures.tasks_accepted))
            (number("Given up", figures.tasks_abandoned))
            (cell("Service level", "text level-cell", &html! {
                @if let Some(percent) = level.percent { (percent) "\u{a0}% " }
                span.badge.(style) { (word) }
                span.quiet { " within " (seconds(queue.threshold)) }
            }))
        }
    }
}

fn tasks(id: &str, title: &str, list: &List, now: Stamp, form: &Form) -> Markup {
    let columns = [
        ("From", "text"),
        ("Channel", "text"),
        ("Team", "text"),
        ("Queue", "text"),
        ("Agent", "text"),
        ("Priority", "number"),
        ("Step", "text"),
        ("Age", "number"),
    ];
    let rows = html! { @for task in &list.rows { (task_row(task, now)) } };
    let more = list.total.saturating_sub(list.rows.len());
    html! {
        section.card.(id) aria-labelledby=(id) {
            h2 id=(id) { (title) " " span.quiet { (list.total) } }
            @if list.rows.is_empty() {
                p.quiet { "Nobody." }
            } @else {
                (table(title, &columns, &rows))
            }
            @if more > 0 {
                p.more {
                    "and " (more) " more, of lower priority or younger"
                    @if list.rows.len() < MOST_ROWS_ON_BOARD {
                        ". " a href=(form.longest()) { "Show up to " (MOST_ROWS_ON_BOARD) }
                    }
                }
            }
        }
    }
}

fn task_row(task: &TaskLine, now: Stamp) -> Markup {
    let absent = html! { span.quiet { "—" } };
    let written = |text: &Option<String>| {
        html! {
            @if let Some(text) = text { bdi { (text) } } @else { (absent) }
        }
    };
    let agents = html! {
        @match task.agents.as_slice() {
            [] => (absent),
            [first] => bdi { (first) },
            [first, others @ ..] => { bdi { (first) } " and " (others.len()) " more" },
        }
    };
    let lasting = html! {
        @if let Some(created) = task.created { (age(created, now)) } @else { (absent) }
        @if task.is_late { " " span.badge.bad { "late" } }
    };
    html! {
        tr role="row" data-key=(task.sid) {
            th role="rowheader" scope="row" title=(task.sid) {
                @match (&task.name, &task.from) {
                    (Some(name), Some(from)) => { bdi { (name) } " " span.quiet { bdi { (from) } } },
                    (Some(one), None) | (None, Some(one)) => bdi { (one) },
                    (None, None) => { "Unknown " span.quiet { (short(&task.sid)) } },
                }
            }
            (cell("Channel", "text", &written(&task.channel)))
            (cell("Team", "text", &written(&task.team)))
            (cell("Queue", "text", &written(&task.queue)))
            (cell("Agent", "text", &agents))
            (cell("Priority", "number", &html! { (task.priority) }))
            (cell("Step", "text", &step(task, now)))
            (cell("Age", "number", &lasting))
        }
    }
}

/// Where a task is on its way, as a word and as dots.
fn step(task: &TaskLine, now: Stamp) -> Markup {
    let (place, word) = match task.status {
        TaskStatus::Pending => (1, "Waiting"),
        TaskStatus::Reserved => (2, "Offered"),
        TaskStatus::Assigned => (3, "With agent"),
        TaskStatus::Wrapping => (4, "Wrapping up"),
        _ => (5, task.status.as_str()),
    };
    html! {
        span.steps aria-hidden="true" {
            @for dot in 1..=4 { span.dot.done[dot <= place] {} }
        }
        " " (word)
        @if let Some(since) = task.since { " " span.quiet { (age(since, now)) } }
        @if task.refused > 0 { " " span.badge.warn { (plural(task.refused, "offer")) " failed" } }
    }
}

fn events(events: &[EventLine], now: Stamp) -> Markup {
    html! {
        section.card.events aria-labelledby="events" {
            h2 #events { "Last events" }
            @if events.is_empty() {
                p.quiet { "None yet." }
            } @else {
                ol.events-list {
                    @for event in events {
                        li data-key=(event.position) {
                            span {
                                code { (event.kind) }
                                " "
                                @for (place, about) in event.about.iter().enumerate() {
                                    @if place > 0 { " · " }
                                    bdi { (about) }
                                }
                            }
                            " "
                            span.quiet { (age(event.at, now)) " ago" }
                        }
                    }
                }
            }
        }
    }
}

fn plural(count: u64, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
