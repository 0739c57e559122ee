//! The last hour as two small pictures, drawn here: browsers only show them. Each has its meaning
//! in words.

use maud::{Markup, html};

use crate::events::statistics::MinuteFigures;

/// Of a picture, in units of its own; browsers stretch it.
const WIDTH: usize = 600;
const HEIGHT: u64 = 60;

/// What came in each minute.
pub(super) fn came(minutes: &[MinuteFigures]) -> Markup {
    let counts: Vec<u64> = minutes.iter().map(|minute| minute.tasks_created).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let sum: u64 = counts.iter().sum();
    let words = format!("{} came, at most {most} in a minute", tasks(sum));
    let step = WIDTH / counts.len().max(1);
    let bars = html! {
        @for (place, count) in counts.iter().enumerate() {
            @let height = scaled(*count, most);
            @if height > 0 {
                rect x=(place * step) y=(HEIGHT - height) width=(step.saturating_sub(2).max(1))
                    height=(height) {}
            }
        }
    };
    let width = step * counts.len();
    chart("Tasks that came, by the minute", &words, width, &bars)
}

/// How many were waiting.
pub(super) fn waiting(minutes: &[MinuteFigures]) -> Markup {
    let counts: Vec<u64> = minutes.iter().map(|minute| minute.tasks_waiting).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let last = counts.last().copied().unwrap_or(0);
    let words = format!("{} waiting now, at most {most}", tasks(last));
    let step = WIDTH / counts.len().saturating_sub(1).max(1);
    let points: Vec<String> = counts
        .iter()
        .enumerate()
        .map(|(place, count)| format!("{},{}", place * step, HEIGHT - scaled(*count, most)))
        .collect();
    let line = points.join(" ");
    let end = counts.len().saturating_sub(1) * step;
    let drawn = html! {
        polygon points={ "0," (HEIGHT) " " (line) " " (end) "," (HEIGHT) } {}
        polyline points=(line) {}
    };
    chart("Tasks that nobody had accepted yet", &words, end, &drawn)
}

fn chart(title: &str, words: &str, width: usize, drawn: &Markup) -> Markup {
    html! {
        figure.chart {
            figcaption { (title) ": " span.quiet { (words) } }
            svg viewBox={ "0 -1 " (width.max(1)) " " (HEIGHT + 2) } preserveAspectRatio="none"
                role="img" aria-label={ (title) " in the last hour: " (words) } { (drawn) }
            p.ends.quiet aria-hidden="true" { span { "60 minutes ago" } span { "now" } }
        }
    }
}

/// What there is one of is as high as can be seen, the most as high as the picture.
fn scaled(count: u64, most: u64) -> u64 {
    if count == 0 {
        return 0;
    }
    // Neither is ever so large that it matters.
    let part = u128::from(count) * u128::from(HEIGHT) / u128::from(most.max(4));
    u64::try_from(part).unwrap_or(HEIGHT).clamp(2, HEIGHT)
}

fn tasks(count: u64) -> String {
    match count {
        1 => "1 task".to_owned(),
        _ => format!("{count} tasks"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::statistics::Stamp;

    fn minutes(counts: &[u64]) -> Vec<MinuteFigures> {
        let minute = |(place, count): (i64, &u64)| MinuteFigures {
            start: Stamp(place * 60_000),
            tasks_created: *count,
            tasks_accepted: 0,
            tasks_completed: 0,
            tasks_canceled: 0,
            tasks_abandoned: 0,
            tasks_waiting: *count * 10,
        };
        (0..).zip(counts).map(minute).collect()
    }

    #[test]
    fn pictures_are_told_in_words() {
        let mut counts = vec![0; 60];
        (counts[0], counts[30], counts[59]) = (1, 6, 2);
        let told = minutes(&counts);
        let drawn = came(&told).into_string();
        assert!(drawn.contains("in the last hour: 9 tasks came, at most 6 in a minute\""));
        assert_eq!(drawn.matches("<rect").count(), 3);
        assert!(
            drawn.contains(r#"<rect x="300" y="0" width="8" height="60">"#),
            "{drawn}"
        );
        assert!(
            drawn.contains(r#"<rect x="590" y="40" width="8" height="20">"#),
            "{drawn}"
        );
        let drawn = waiting(&told).into_string();
        assert!(
            drawn.contains("20 tasks waiting now, at most 60\""),
            "{drawn}"
        );
    }

    #[test]
    fn nothing_and_very_much_can_be_drawn() {
        for counts in [&[][..], &[0][..], &[1][..], &[0, 0, 0][..]] {
            let told = minutes(counts);
            assert!(came(&told).into_string().contains("at most"));
            assert!(waiting(&told).into_string().contains("at most"));
        }
        assert_eq!(scaled(u64::MAX, u64::MAX), HEIGHT);
        assert_eq!(scaled(1, 1_000_000), 2);
        assert_eq!(scaled(1, 1), HEIGHT / 4);
        assert_eq!(scaled(0, 0), 0);
    }
}
