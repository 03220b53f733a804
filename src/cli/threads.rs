//! Work on several threads whose results come in the order of the work.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel, sync_channel};
use std::sync::{Mutex, PoisonError};

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

/// Does two works at the same time: whatever the one gives, the other takes. The other ends where nothing more is given.
pub(super) fn hand_over<T: Send, G, R: Send>(
    give: impl FnOnce(&mut dyn FnMut(T)) -> G,
    take: impl FnOnce(Receiver<T>) -> R + Send,
) -> (G, R) {
    let (send, receive) = channel();
    std::thread::scope(|scope| {
        let taking = scope.spawn(move || take(receive));
        // Where nobody takes it any more, nobody wants it.
        let given = give(&mut |item| send.send(item).unwrap_or_default());
        drop(send);
        (given, taking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// Does `work` on every item, on as many threads as given, while `take` takes the results in the order of the items.
/// The work halts where `ahead` results wait to be taken; after an error of `take` the rest is left.
pub(super) fn take_in_order<T, R: Send, E>(
    items: impl Iterator<Item = T> + Send,
    threads: usize,
    ahead: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let items = Mutex::new(items.enumerate());
    let (send, receive) = sync_channel(ahead);
    std::thread::scope(|scope| {
        for send in std::iter::repeat_n(send, threads.max(1)) {
            let (items, work) = (&items, &work);
            scope.spawn(move || {
                let next = || items.lock().unwrap_or_else(PoisonError::into_inner).next();
                let turns = std::iter::from_fn(next).map(|(index, item)| (index, work(item)));
                // Nobody receives any more once taking has failed.
                turns.map(|result| send.send(result)).take_while(Result::is_ok).for_each(drop);
            });
        }
        let (mut early, mut due) = (BTreeMap::new(), 0);
        for (index, result) in receive {
            early.insert(index, result);
            while let Some(result) = early.remove(&due) {
                take(result)?;
                due += 1;
            }
        }
        Ok(())
    })
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

    #[test]
    fn what_one_gives_the_other_takes() {
        let give = |give: &mut dyn FnMut(usize)| (0..100).map(give).count();
        assert_eq!(hand_over(give, |taken| taken.into_iter().sum::<usize>()), (100, 4950));
        assert_eq!(hand_over(give, |taken| taken.into_iter().next()), (100, Some(0)));
    }

    #[test]
    fn results_are_taken_in_the_order_of_the_items_until_one_fails() {
        let items: Vec<usize> = (0..200).collect();
        for (threads, most) in [(0, 1000), (3, 1000), (3, 90)] {
            let mut taken = Vec::new();
            let take = |item| {
                taken.push(item);
                if item < most { Ok(()) } else { Err(item) }
            };
            let expected = if most < 200 { Err(most) } else { Ok(()) };
            assert_eq!(take_in_order(items.iter().copied(), threads, 4, |item| item, take), expected);
            assert_eq!(taken, (0..=most.min(199)).collect::<Vec<_>>());
        }
    }
}
