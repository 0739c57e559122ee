//! Which parts of an old sequence are which of a new one, and which of them moved.

/// What became of one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// The part at this old place has no successor.
    Removed(usize),
    /// The part at this new place has no predecessor.
    Added(usize),
    /// The old part is the new one.
    Kept {
        from: usize,
        to: usize,
        /// Whether it changed its place among those that were kept. Of the fewest that can be said
        /// to have moved; what others pushed along did not.
        moved: bool,
    },
}

/// Whether an old part may be a new one.
pub(super) type Alike<'a, T> = &'a dyn Fn(&T, &T) -> bool;

/// Pairs the parts: by the first test whatever can be paired, of the rest by the next, and what is
/// then left between two kept neighbours in order. In the order of the new sequence, what was
/// removed first.
pub(super) fn align<T>(old: &[T], new: &[T], tests: &[Alike<'_, T>]) -> Vec<Pair> {
    let mut successor: Vec<Option<usize>> = vec![None; old.len()];
    let mut predecessor: Vec<Option<usize>> = vec![None; new.len()];
    for test in tests {
        for (from, before) in old.iter().enumerate() {
            if successor[from].is_some() {
                continue;
            }
            let candidates = || {
                let free = |to: &usize| predecessor[*to].is_none();
                (0..new.len())
                    .filter(free)
                    .filter(|to| test(before, &new[*to]))
            };
            // At its own place before anywhere else, so that equal parts do not seem to move.
            let chosen = candidates()
                .find(|to| *to == from)
                .or_else(|| candidates().next());
            if let Some(to) = chosen {
                successor[from] = Some(to);
                predecessor[to] = Some(from);
            }
        }
    }
    let staying = longest_increasing(&successor);
    let mut pairs: Vec<Pair> = (0..old.len())
        .filter(|from| successor[*from].is_none())
        .map(Pair::Removed)
        .collect();
    pairs.extend(predecessor.iter().enumerate().map(|(to, from)| {
        from.map_or(Pair::Added(to), |from| Pair::Kept {
            from,
            to,
            moved: !staying[from],
        })
    }));
    pairs
}

/// Which of the places with a successor belong to the longest run whose successors only grow.
fn longest_increasing(successor: &[Option<usize>]) -> Vec<bool> {
    let places: Vec<(usize, usize)> = successor
        .iter()
        .enumerate()
        .filter_map(|(from, to)| Some((from, (*to)?)))
        .collect();
    // `best[i]`: length of the longest run that ends at i, and the one before it. Filters and
    // targets are few, so the square does no harm.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (position, (_, to)) in places.iter().enumerate() {
        let before = (0..position)
            .filter(|earlier| places[*earlier].1 < *to)
            .max_by_key(|earlier| best[*earlier].0);
        best.push((before.map_or(1, |earlier| best[earlier].0 + 1), before));
    }
    let mut staying = vec![false; successor.len()];
    let mut here = (0..best.len()).max_by_key(|position| best[*position].0);
    while let Some(position) = here {
        staying[places[position].0] = true;
        here = best[position].1;
    }
    staying
}
