//! The table of a struct with a `base`: the base's properties, then its own. Put together while the user's crate
//! compiles, so that a read finds one flat table however long the chain of bases is.

use super::shape::Shape;

/// The names of both.
pub const fn names<const N: usize>(base: &Shape, own: &[&'static str]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = if at < base.names.len() { base.names[at] } else { own[at - base.names.len()] };
        at += 1;
    }
    names
}

/// The kinds of both.
pub const fn kinds<const N: usize>(base: &Shape, own: &[u8]) -> [u8; N] {
    let mut kinds = [0; N];
    let mut at = 0;
    while at < N {
        kinds[at] = if at < base.kinds.len() { base.kinds[at] } else { own[at - base.kinds.len()] };
        at += 1;
    }
    kinds
}

/// Tells of a mistake: an error at compile time, at the caller's place.
#[track_caller]
pub(crate) const fn refuse(parts: &[&str]) -> ! {
    let mut text = [0; 512];
    let (mut len, mut part) = (0, 0);
    while part < parts.len() {
        let (bytes, mut at) = (parts[part].as_bytes(), 0);
        while at < bytes.len() && len < text.len() {
            text[len] = bytes[at];
            (at, len) = (at + 1, len + 1);
        }
        part += 1;
    }
    match std::str::from_utf8(text.split_at(len).0) {
        Ok(text) => panic!("{}", text),
        // A long name was cut.
        Err(_) => panic!("a type or a property is not what it has to be"),
    }
}

/// The numbers of both in the order of their names: a merge of two lists that have it each.
///
/// Panics, which is an error at compile time, if a name is in both.
#[track_caller]
#[expect(clippy::cast_possible_truncation, reason = "a struct has far fewer fields")]
pub const fn order<const N: usize>(base: &Shape, own: &[&str], own_order: &[u16]) -> [u16; N] {
    let mut order = [0; N];
    let (mut a, mut b) = (0, 0);
    while a + b < N {
        let from_base = if a == base.order.len() {
            false
        } else if b == own_order.len() {
            true
        } else {
            is_before(base.names[base.order[a] as usize], own[own_order[b] as usize])
        };
        let at = a + b;
        if from_base {
            order[at] = base.order[a];
            a += 1;
        } else {
            order[at] = own_order[b] + base.names.len() as u16;
            b += 1;
        }
    }
    order
}

/// `a < b` by their length, then by their bytes. Two equal names are an error of the user's.
#[track_caller]
const fn is_before(name: &str, b: &str) -> bool {
    let (a, b) = (name.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return a.len() < b.len();
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    refuse(&["`", name, "` is a property of this struct and of its `base`: rename or remove one of the two"])
}

#[cfg(test)]
mod tests {
    use super::{Shape, kinds, names, order};

    const BASE: Shape = Shape {
        odata_type: "#a.b",
        flags: 0,
        names: &["id", "b", "displayName"],
        kinds: &[1, 0, 2],
        order: &[1, 0, 2],
    };

    #[test]
    fn a_table_of_both_is_sorted() {
        let own = ["z", "a", "idx", "i"];
        let names: [_; 7] = names(&BASE, &own);
        let order: [_; 7] = order(&BASE, &own, &[1, 3, 0, 2]);
        assert_eq!(names, ["id", "b", "displayName", "z", "a", "idx", "i"]);
        let sorted: Vec<_> = order.iter().map(|&index| names[usize::from(index)]).collect();
        assert_eq!(sorted, ["a", "b", "i", "z", "id", "idx", "displayName"]);
        assert_eq!(kinds::<7>(&BASE, &[4, 5, 6, 7]), [1, 0, 2, 4, 5, 6, 7]);
    }

    #[test]
    #[should_panic(expected = "`b` is a property of this struct and of its `base`")]
    fn a_name_of_both_is_refused() {
        let _: [_; 4] = order(&BASE, &["b"], &[0]);
    }
}
