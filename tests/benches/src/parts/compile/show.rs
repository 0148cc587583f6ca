//! Tables and charts of `compile`.

use super::cost::{Cost, Costs, Plan};
use super::side::Side;
use crate::chart::{Bar, Chart, Data, Line};
use crate::table::{Table, thousands};

pub fn tables(plans: &[Plan], costs: &[Costs], tokens: &[(Side, f64)], ten: &Plan, ten_costs: &Costs) -> Vec<Table> {
    let mut tables = vec![growth(plans, costs)];
    let least = &costs[0];
    for (index, plan) in plans.iter().enumerate() {
        let before = (index > 0).then_some((plans[0].count, least));
        tables.push(one(plan, &costs[index], before));
    }
    tables.push(token_table(tokens));
    tables.push(ten_fields(ten, ten_costs));
    tables
}

/// CPU milliseconds of a check for each type, without std's derives.
fn own(costs: &Costs, cost: &Cost, count: usize) -> f64 {
    (cost.check - costs.sides[0].check) / count as f64 * 1e3
}

/// CPU milliseconds for each type, and without std's derives.
fn both(costs: &Costs, cost: &Cost, count: usize, time: fn(&Cost) -> Option<f64>) -> String {
    let (Some(whole), Some(std)) = (time(cost), time(&costs.sides[0])) else { return String::new() };
    let milliseconds = |seconds: f64| seconds / count as f64 * 1e3;
    match cost.side {
        Side::Std => format!("{:.2}", milliseconds(whole)),
        _ => format!("{:.2} ({:.2})", milliseconds(whole), milliseconds(whole - std)),
    }
}

/// The index of serde_derive alone among the sides.
fn serde() -> usize {
    Side::ALL.iter().position(|side| *side == Side::Serde).unwrap_or_default()
}

fn growth(plans: &[Plan], costs: &[Costs]) -> Table {
    let mut head = vec![String::new()];
    head.extend(plans.iter().zip(costs).map(|(plan, costs)| {
        format!("{} types, {} properties", thousands(plan.count as u64), thousands(costs.properties as u64))
    }));
    head.push("the last, of serde_derive".into());
    let head: Vec<_> = head.iter().map(String::as_str).collect();
    let caption = "CPU milliseconds of `cargo check` for each type, the std derives apart. Where a row's figures stay as \
                   they are, the time grows as the number of types does:";
    let mut table = Table::new(caption, &head);
    for (index, side) in Side::ALL.iter().enumerate().skip(1) {
        let row = |of: usize| {
            let own = move |(plan, costs): (&Plan, &Costs)| own(costs, &costs.sides[of], plan.count);
            plans.iter().zip(costs).map(own).collect::<Vec<_>>()
        };
        let (own, peer) = (row(index), row(serde()));
        let ratio = own.last().zip(peer.last()).map(|(own, peer)| format!("{:.2}", own / peer));
        let figures = own.iter().map(|own| format!("{own:.2}"));
        table.row(std::iter::once(side.title().to_owned()).chain(figures).chain(ratio).collect());
    }
    table
}

fn one(plan: &Plan, costs: &Costs, least: Option<(usize, &Costs)>) -> Table {
    let rounds = [(plan.check, "`check`"), (plan.dev, "dev builds"), (plan.release, "release builds")];
    let rounds = rounds.iter().filter(|(rounds, _)| *rounds > 0).map(|(rounds, of)| format!("{rounds} of {of}"));
    let bytes = if least.is_some() && plan.release > 0 {
        "; the bytes are those that a type adds to a stripped release program"
    } else {
        ""
    };
    let caption = format!(
        "{} types of Graph: {} enums, and structs with {} properties. CPU milliseconds for each type, in brackets the \
         std derives apart; rounds: {}. The peak is rustc's in the check, of all of the types{bytes}:",
        thousands(plan.count as u64),
        costs.enums,
        thousands(costs.properties as u64),
        rounds.collect::<Vec<_>>().join(", "),
    );
    let mut table = Table::new(caption, &["", "check", "dev build", "release build", "peak, MB", "bytes"]);
    for (index, cost) in costs.sides.iter().enumerate() {
        // The least program has what is no type's own.
        let bytes = least.filter(|_| index > 0).map(|(count, least)| {
            let more = cost.bytes? as f64 - least.sides[index].bytes? as f64;
            Some(thousands((more / (plan.count - count) as f64).max(0.0).round() as u64))
        });
        table.row(vec![
            cost.side.title().into(),
            both(costs, cost, plan.count, |cost| Some(cost.check)),
            both(costs, cost, plan.count, |cost| cost.dev),
            both(costs, cost, plan.count, |cost| cost.release),
            format!("{:.0}", cost.megabytes),
            bytes.flatten().unwrap_or_default(),
        ]);
    }
    table.without_empty_columns()
}

fn token_table(tokens: &[(Side, f64)]) -> Table {
    let caption =
        "Leaf tokens of what the derives write, for each type, the std derives' apart (`rustc -Zunpretty=expanded`):";
    let mut table = Table::new(caption, &["", "tokens"]);
    for (side, tokens) in tokens.iter().skip(1) {
        table.row(vec![side.title().into(), thousands(tokens.round() as u64)]);
    }
    table
}

fn ten_fields(plan: &Plan, costs: &Costs) -> Table {
    let caption = format!(
        "`cargo check` of {} entities of ten properties, three of them required, {} rounds: what the goals were told by:",
        plan.count, plan.check
    );
    let peer = costs.sides.last().map_or(0.0, |peer| own(costs, peer, plan.count));
    let mut table = Table::new(caption, &["", "CPU s", "ms a type, without the std derives", "ratio", "peak, MB"]);
    for cost in &costs.sides {
        let own = own(costs, cost, plan.count);
        let ratio = if own == 0.0 { String::new() } else { format!("{:.2}", own / peer) };
        let title = cost.side.title().into();
        table.row(vec![
            title,
            format!("{:.2}", cost.check),
            format!("{own:.1}"),
            ratio,
            format!("{:.0}", cost.megabytes),
        ]);
    }
    table
}

pub fn charts(plans: &[Plan], costs: &[Costs]) -> Vec<Chart> {
    let mut charts = vec![lines(plans, costs)];
    if let (Some(plan), Some(costs)) = (plans.last(), costs.last()) {
        charts.insert(0, bars(plan, costs));
    }
    charts
}

fn bars(plan: &Plan, costs: &Costs) -> Chart {
    let bars = costs.sides.iter().skip(1).map(|cost| Bar {
        name: cost.side.title().into(),
        value: own(costs, cost, plan.count),
        ours: cost.side.is_ours(),
    });
    Chart {
        name: "compile",
        title: format!("cargo check of {} types of Graph, the std derives apart", thousands(plan.count as u64)),
        unit: "CPU milliseconds a type",
        data: Data::Bars(bars.collect()),
    }
}

fn lines(plans: &[Plan], costs: &[Costs]) -> Chart {
    let line = |(index, side): (usize, &Side)| {
        let points = plans.iter().zip(costs).map(|(plan, costs)| (plan.count as f64, costs.sides[index].check));
        let points = std::iter::once((0.0, 0.0)).chain(points).collect();
        Line { name: side.title().into(), points, ours: side.is_ours() }
    };
    Chart {
        name: "compile-growth",
        title: "cargo check by the number of types".into(),
        unit: "CPU seconds",
        data: Data::Lines { over: "types", lines: Side::ALL.iter().enumerate().map(line).collect() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLANS: [Plan; 2] = [
        Plan { count: 100, check: 1, dev: 1, release: 1, builders: true },
        Plan { count: 200, check: 1, dev: 1, release: 0, builders: true },
    ];

    /// Std's take a second for a hundred types, the others as many more as their place in the list.
    fn costs(hundreds: f64, release: bool) -> Costs {
        let cost = |(index, side): (usize, &Side)| Cost {
            side: *side,
            check: hundreds * (1.0 + index as f64),
            dev: (*side != Side::OursWithSchema).then_some(hundreds * 2.0 * (1.0 + index as f64)),
            release: release.then_some(10.0),
            megabytes: 100.0,
            bytes: Some(1_000 + hundreds as u64 * 50_000),
        };
        Costs { sides: Side::ALL.iter().enumerate().map(cost).collect(), enums: 1, properties: 500 }
    }

    #[test]
    fn growth_is_told_without_the_std_derives() {
        let table = growth(&PLANS, &[costs(1.0, true), costs(2.0, false)]);
        assert_eq!(table.rows[0], ["graph-entity", "10.00", "10.00", "0.33"]);
        assert_eq!(table.rows[2], ["serde_derive", "30.00", "30.00", "1.00"]);
    }

    #[test]
    fn what_was_not_measured_has_no_figure() {
        let least = costs(1.0, true);
        let table = one(&PLANS[1], &costs(2.0, false), Some((100, &least)));
        assert_eq!(table.head, ["", "check", "dev build", "peak, MB", "bytes"]);
        assert_eq!(table.rows[0], ["std derives only", "10.00", "20.00", "100", ""]);
        assert_eq!(table.rows[1], ["graph-entity", "20.00 (10.00)", "40.00 (20.00)", "100", "500"]);
        assert_eq!(table.rows[2][2], "");
        assert!(table.caption.contains("rounds: 1 of `check`, 1 of dev builds. "), "{}", table.caption);
    }
}
