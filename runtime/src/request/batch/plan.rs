//! Which requests go into the next exchange. Graph takes three shapes: nothing depends on anything, each request depends on
//! the one before it, or all that depend do so on the same one (W7).

/// How many requests an exchange takes.
pub(crate) const MAX: usize = 20;

/// A request of an exchange by its number, and the one in there that has to be done before it.
pub(crate) type Planned = (usize, Option<usize>);

/// The requests that go next: as many as one exchange takes. `open` are those that are still to be done, each with the ones
/// that it waits for, in the order of their numbers; these are smaller than its own, so that the first waits for none.
pub(crate) fn next(open: &[(usize, Vec<usize>)]) -> Vec<Planned> {
    let (chain, star) = (chain(open), star(open));
    if chain.len() > star.len() { chain } else { star }
}

/// Each depends on the one before.
fn chain(open: &[(usize, Vec<usize>)]) -> Vec<Planned> {
    let mut chain: Vec<Planned> = Vec::new();
    for (number, waits) in open {
        let last = chain.last().map(|(last, _)| *last);
        match (last, waits.as_slice()) {
            (None, []) => chain.push((*number, None)),
            (Some(last), [one]) if *one == last => chain.push((*number, Some(last))),
            _ => continue,
        }
        if chain.len() == MAX {
            break;
        }
    }
    chain
}

/// Those that wait for nothing, and as far as there is room those that wait for one and the same of them.
fn star(open: &[(usize, Vec<usize>)]) -> Vec<Planned> {
    let ready = open.iter().filter(|(_, waits)| waits.is_empty());
    let mut star: Vec<Planned> = ready.map(|(number, _)| (*number, None)).take(MAX).collect();
    let waiting = |center: usize| open.iter().filter(move |(_, waits)| *waits == [center]).map(|(number, _)| *number);
    let center = star.iter().map(|(number, _)| *number).max_by_key(|&number| waiting(number).count());
    if let Some(center) = center {
        let room = MAX - star.len();
        star.extend(waiting(center).take(room).map(|number| (number, Some(center))));
    }
    star
}

#[cfg(test)]
mod tests {
    use super::{MAX, Planned, next};

    /// Plays all exchanges of requests of which each has those that it comes after, and checks what Graph takes.
    fn exchanges(after: &[Vec<usize>]) -> Vec<Vec<Planned>> {
        let mut done = vec![false; after.len()];
        let mut exchanges = Vec::new();
        while done.contains(&false) {
            let open: Vec<_> = (0..after.len())
                .filter(|&number| !done[number])
                .map(|number| (number, after[number].iter().copied().filter(|&other| !done[other]).collect()))
                .collect();
            let planned = next(&open);
            assert!(!planned.is_empty() && planned.len() <= MAX);
            is_allowed(&planned);
            for (number, on) in &planned {
                let met = |other: &usize| done[*other] || *on == Some(*other);
                assert!(after[*number].iter().all(met), "{number} of {after:?}");
            }
            for (number, _) in &planned {
                done[*number] = true;
            }
            exchanges.push(planned);
        }
        exchanges
    }

    fn is_allowed(planned: &[Planned]) {
        let on: Vec<_> = planned.iter().filter_map(|(_, on)| *on).collect();
        let serial = planned.windows(2).all(|two| two[1].1 == Some(two[0].0)) && planned[0].1.is_none();
        let same = on.windows(2).all(|two| two[0] == two[1]);
        assert!(serial || same, "{planned:?}");
        for (at, (_, on)) in planned.iter().enumerate() {
            assert!(on.is_none_or(|on| planned[..at].iter().any(|(number, _)| *number == on)), "{planned:?}");
        }
    }

    #[test]
    fn each_shape_goes_in_as_few_exchanges_as_it_can() {
        let parallel = vec![Vec::new(); 45];
        assert_eq!(exchanges(&parallel).iter().map(Vec::len).collect::<Vec<_>>(), [20, 20, 5]);
        let serial: Vec<_> = (0..45_usize).map(|number| number.checked_sub(1).into_iter().collect()).collect();
        assert_eq!(exchanges(&serial).iter().map(Vec::len).collect::<Vec<_>>(), [20, 20, 5]);
        let same: Vec<_> = (0..30).map(|number| if number == 0 { vec![] } else { vec![0] }).collect();
        assert_eq!(exchanges(&same).iter().map(Vec::len).collect::<Vec<_>>(), [20, 10]);
        // Both of two: not before these are done.
        assert_eq!(exchanges(&[vec![], vec![], vec![0, 1]]).len(), 2);
        // Two pairs are no shape that Graph takes.
        assert_eq!(exchanges(&[vec![], vec![], vec![0], vec![1]]).len(), 2);
    }

    #[test]
    fn whatever_depends_on_what_ends() {
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..500 {
            let count = random.usize(1..60);
            let after: Vec<Vec<usize>> = (0..count)
                .map(|number| {
                    let mut after: Vec<_> =
                        (0..random.usize(0..3)).filter(|_| number > 0).map(|_| random.usize(0..number)).collect();
                    after.sort_unstable();
                    after.dedup();
                    after
                })
                .collect();
            exchanges(&after);
        }
    }
}
