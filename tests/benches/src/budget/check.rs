//! Compares what was measured with the budget.

use super::Figure;

/// What the budget says of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound {
    pub table: String,
    pub name: String,
    /// What it was when it was set.
    pub value: f64,
    /// By which part it may be worse: 0.05.
    pub slack: f64,
}

impl Bound {
    /// The most that it may be.
    fn most(&self) -> f64 {
        self.value * (1.0 + self.slack)
    }
}

/// Sentences for people.
#[derive(Debug, Default)]
pub struct Checked {
    /// These fail.
    pub worse: Vec<String>,
    /// These could be set anew.
    pub better: Vec<String>,
}

/// Compares all of them, and finds what only one side has. Less is better.
pub fn all(bounds: &[Bound], figures: &[Figure]) -> Checked {
    let mut checked = Checked::default();
    for figure in figures {
        match bounds.iter().find(|bound| bound.table == figure.table && bound.name == figure.name) {
            Some(bound) => compare(bound, figure, &mut checked),
            None => checked.worse.push(format!("`{}` has no bound: `budget --set` writes it", name(figure))),
        }
    }
    for bound in bounds {
        if !figures.iter().any(|figure| bound.table == figure.table && bound.name == figure.name) {
            checked.worse.push(format!("`{}.{}` has a bound and was not measured", bound.table, bound.name));
        }
    }
    checked
}

fn compare(bound: &Bound, figure: &Figure, checked: &mut Checked) {
    let (name, was, slack) = (name(figure), number(bound.value), bound.slack * 100.0);
    let (most, now) = (number(bound.most()), number(figure.value));
    if figure.value > bound.most() {
        let by = (figure.value / bound.value - 1.0) * 100.0;
        checked.worse.push(format!(
            "`{name}`: {now} was measured, the bound is {most} ({was} and {slack:.0} %): worse by {by:.1} %"
        ));
    } else if figure.value < bound.value * (1.0 - bound.slack) {
        let by = (1.0 - figure.value / bound.value) * 100.0;
        checked.better.push(format!(
            "`{name}`: {now} was measured, better than {was} by {by:.1} %: the bound could be {now} and {slack:.0} % \
             (`budget --set`)"
        ));
    }
}

/// The figure, for people.
pub fn told(figure: &Figure) -> String {
    format!("{} = {}", name(figure), number(figure.value))
}

fn name(figure: &Figure) -> String {
    format!("{}.{}", figure.table, figure.name)
}

/// Three digits after the point, but for whole numbers.
fn number(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(table: &str, name: &str, value: f64, slack: f64) -> Bound {
        Bound { table: table.into(), name: name.into(), value, slack }
    }

    fn figure(table: &'static str, name: &str, value: f64) -> Figure {
        Figure { table, name: name.into(), value }
    }

    #[test]
    fn each_that_is_worse_is_named_with_its_bound_and_what_was_measured() {
        let bounds = [
            bound("instructions", "read-plain", 0.8, 0.05),
            bound("instructions", "write-plain", 0.7, 0.05),
            bound("check", "ratio", 0.4, 0.2),
            bound("crates", "core", 20.0, 0.0),
        ];
        let figures = [
            figure("instructions", "read-plain", 0.85),
            figure("instructions", "write-plain", 0.73),
            figure("check", "ratio", 0.5),
            figure("crates", "core", 21.0),
        ];
        let checked = all(&bounds, &figures);
        assert_eq!(
            checked.worse,
            [
                "`instructions.read-plain`: 0.850 was measured, the bound is 0.840 (0.800 and 5 %): worse by 6.2 %",
                "`check.ratio`: 0.500 was measured, the bound is 0.480 (0.400 and 20 %): worse by 25.0 %",
                "`crates.core`: 21 was measured, the bound is 20 (20 and 0 %): worse by 5.0 %",
            ]
        );
        assert!(checked.better.is_empty(), "{checked:?}");
    }

    #[test]
    fn what_is_better_is_told_and_does_not_fail() {
        let bounds = [bound("tokens", "entity", 2000.0, 0.05), bound("crates", "core", 20.0, 0.0)];
        let checked = all(&bounds, &[figure("tokens", "entity", 1800.0), figure("crates", "core", 20.0)]);
        assert!(checked.worse.is_empty(), "{checked:?}");
        assert_eq!(
            checked.better,
            ["`tokens.entity`: 1800 was measured, better than 2000 by 10.0 %: the bound could be 1800 and 5 % \
              (`budget --set`)"]
        );
    }

    #[test]
    fn what_only_one_side_has_fails() {
        let checked = all(&[bound("tokens", "old", 1.0, 0.05)], &[figure("tokens", "new", 1.0)]);
        assert_eq!(
            checked.worse,
            ["`tokens.new` has no bound: `budget --set` writes it", "`tokens.old` has a bound and was not measured",]
        );
    }
}
