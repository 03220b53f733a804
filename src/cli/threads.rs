//! Work on several threads whose results come in the order of the work.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many threads to use where nobody says so.
pub(super) fn available() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// Does `work` on every item, on as many threads as given; the results are in the order of the items.
pub(super) fn map_in_order<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take_turns = || {
        let turns = std::iter::from_fn(|| {
            let index = next.fetch_add(1, Ordering::Relaxed);
            items.get(index).map(|item| (index, work(item)))
        });
        turns.collect::<Vec<_>>()
    };
    let mut results: Vec<(usize, R)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (1..threads.min(items.len())).map(|_| scope.spawn(take_turns)).collect();
        let mut results = take_turns();
        for worker in workers {
            results.extend(worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        results
    });
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..200).collect();
        let late_first = |item: &usize| {
            std::thread::sleep(std::time::Duration::from_micros(200 - *item as u64));
            item * 2
        };
        let expected: Vec<usize> = items.iter().map(|item| item * 2).collect();
        for threads in [0, 1, 3, 8] {
            assert_eq!(map_in_order(&items, threads, late_first), expected);
        }
        assert!(map_in_order(&[], 4, late_first).is_empty());
    }
}
