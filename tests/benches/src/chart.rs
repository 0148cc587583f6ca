//! SVG charts: white ground, ours in one colour throughout, peers in grey.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::section::Error;

/// A chart of the report.
#[derive(Debug)]
pub struct Chart {
    /// The name of its file.
    pub name: &'static str,
    /// What it shows.
    pub title: String,
    /// The unit of the values.
    pub unit: &'static str,
    /// What is shown.
    pub data: Data,
}

/// What a chart shows.
#[derive(Debug)]
pub enum Data {
    /// Bars from the left, each with its name; ours are told by another colour.
    Bars(Vec<Bar>),
    /// Lines over a number, each with its name.
    Lines {
        /// What the number is.
        over: &'static str,
        /// The lines.
        lines: Vec<Line>,
    },
}

/// A bar.
#[derive(Debug)]
pub struct Bar {
    /// What it is.
    pub name: String,
    /// How long it is.
    pub value: f64,
    /// Whether it is ours, not a peer's.
    pub ours: bool,
}

/// A line.
#[derive(Debug)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// Its points, from the left.
    pub points: Vec<(f64, f64)>,
    /// Whether it is ours, not a peer's.
    pub ours: bool,
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

const WIDTH: i32 = 860;
/// The title, and its unit in the same line.
const HEAD: i32 = 44;
const EDGE: i32 = 16;
const OURS: RGBColor = RGBColor(0xc2, 0x41, 0x0c);
const PEER: RGBColor = RGBColor(0x9c, 0xa3, 0xaf);
const TEXT: RGBColor = RGBColor(0x1f, 0x29, 0x37);
const GRID: RGBColor = RGBColor(0xe5, 0xe7, 0xeb);
/// Peers' lines, told apart by their names at the end.
const PEERS: [RGBColor; 4] =
    [RGBColor(0x37, 0x41, 0x51), RGBColor(0x9c, 0xa3, 0xaf), RGBColor(0x6b, 0x72, 0x80), RGBColor(0xb4, 0xb9, 0xc1)];
/// Ours, if there is more than one.
const OUR_LINES: [RGBColor; 2] = [OURS, RGBColor(0xf5, 0x9e, 0x0b)];

impl Chart {
    /// Where it is, from the root of the workspace.
    pub fn path(&self) -> String {
        format!("tests/benches/charts/{}.svg", self.name)
    }

    /// The chart as SVG.
    pub fn svg(&self) -> Result<String, Error> {
        let mut svg = String::new();
        {
            let area = SVGBackend::with_string(&mut svg, (WIDTH as u32, self.height() as u32)).into_drawing_area();
            area.fill(&WHITE)?;
            text(&area, &format!("{}, {}", self.title, self.unit), (EDGE, HEAD / 2), 17, HPos::Left)?;
            match &self.data {
                Data::Bars(bars) => draw_bars(&area, bars)?,
                Data::Lines { over, lines } => draw_lines(&area, over, lines)?,
            }
            area.present()?;
        }
        Ok(svg)
    }

    fn height(&self) -> i32 {
        match &self.data {
            Data::Bars(bars) => HEAD + ROW * bars.len() as i32 + EDGE,
            Data::Lines { .. } => 400,
        }
    }
}

/// A bar and the space below it.
const ROW: i32 = 30;
/// Room for the value at the end of the longest bar.
const VALUE: i32 = 70;

fn draw_bars(area: &Area<'_>, bars: &[Bar]) -> Result<(), Error> {
    let from = EDGE + bars.iter().map(|bar| width(&bar.name)).max().unwrap_or(0) + 10;
    let longest = bars.iter().map(|bar| bar.value).fold(f64::MIN_POSITIVE, f64::max);
    for (index, bar) in bars.iter().enumerate() {
        let top = HEAD + ROW * index as i32;
        let length = (bar.value / longest * f64::from(WIDTH - EDGE - VALUE - from)).round() as i32;
        let colour = if bar.ours { OURS } else { PEER };
        area.draw(&Rectangle::new([(from, top), (from + length.max(1), top + ROW - 8)], colour.filled()))?;
        let middle = top + (ROW - 8) / 2;
        text(area, &bar.name, (from - 10, middle), SMALL, HPos::Right)?;
        text(area, &number(bar.value), (from + length + 8, middle), SMALL, HPos::Left)?;
    }
    Ok(())
}

fn draw_lines(area: &Area<'_>, over: &str, lines: &[Line]) -> Result<(), Error> {
    let names = lines.iter().map(|line| width(&line.name)).max().unwrap_or(0) + 14;
    let most = |value: fn(&(f64, f64)) -> f64| {
        lines.iter().flat_map(|line| &line.points).map(value).fold(f64::MIN_POSITIVE, f64::max)
    };
    let mut chart = ChartBuilder::on(area)
        .margin_top(HEAD)
        .margin_left(EDGE)
        .margin_right(EDGE + names)
        .x_label_area_size(44)
        .y_label_area_size(48)
        .build_cartesian_2d(0.0..most(|point| point.0), 0.0..most(|point| point.1) * 1.05)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(WHITE)
        .bold_line_style(GRID)
        .axis_style(TEXT)
        .label_style(("sans-serif", SMALL).into_font().color(&TEXT))
        .x_label_formatter(&|value| number(*value))
        .y_label_formatter(&|value| number(*value))
        .x_desc(over)
        .draw()?;
    let mut ends = Vec::new();
    let (mut ours, mut peers) = (OUR_LINES.iter().cycle(), PEERS.iter().cycle());
    for line in lines {
        let colour = if line.ours { &mut ours } else { &mut peers }.next().copied().unwrap_or(PEER);
        chart.draw_series(LineSeries::new(line.points.iter().copied(), colour.stroke_width(2)))?;
        chart.draw_series(line.points.iter().map(|point| Circle::new(*point, 3, colour.filled())))?;
        if let Some(end) = line.points.last() {
            ends.push((chart.backend_coord(end), line, colour));
        }
    }
    // The names stand at the ends of their lines, pushed apart from above.
    ends.sort_by_key(|((_, y), ..)| *y);
    let mut free = i32::MIN;
    for ((x, y), line, colour) in ends {
        let y = y.max(free);
        free = y + 16;
        let colour = if line.ours { colour } else { TEXT };
        let style = ("sans-serif", SMALL).into_font().color(&colour).pos(Pos::new(HPos::Left, VPos::Center));
        area.draw(&Text::new(line.name.clone(), (x + 10, y), style))?;
    }
    Ok(())
}

const SMALL: i32 = 13;

fn text(area: &Area<'_>, text: &str, at: (i32, i32), size: i32, side: HPos) -> Result<(), Error> {
    let style = ("sans-serif", size).into_font().color(&TEXT).pos(Pos::new(side, VPos::Center));
    Ok(area.draw(&Text::new(text.to_owned(), at, style))?)
}

/// About how wide a small text is.
fn width(text: &str) -> i32 {
    text.chars().count() as i32 * 7
}

/// A number with as many digits as tell something, thousands apart.
fn number(value: f64) -> String {
    match value {
        0.0 => "0".into(),
        value if value < 1.0 => format!("{value:.2}"),
        value if value < 100.0 && value.fract() != 0.0 => format!("{value:.1}"),
        value => crate::table::thousands(value.round() as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(data: Data) -> Chart {
        Chart { name: "x", title: "Clean build".into(), unit: "CPU seconds", data }
    }

    #[test]
    fn bars_are_as_long_as_their_values_and_ours_have_a_colour() {
        let bar = |name: &str, value, ours| Bar { name: name.into(), value, ours };
        let svg = chart(Data::Bars(vec![bar("ours", 10.0, true), bar("peer", 20.0, false)])).svg().unwrap();
        let widths: Vec<i32> = svg
            .lines()
            .filter(|line| line.starts_with("<rect") && !line.contains("#FFFFFF"))
            .filter_map(|line| line.split_once(" width=\"")?.1.split_once('"')?.0.parse().ok())
            .collect();
        assert_eq!(widths.len(), 2, "{svg}");
        assert!((widths[1] - 2 * widths[0]).abs() <= 1, "{widths:?}");
        assert_eq!(svg.matches("#C2410C").count(), 1, "{svg}");
        assert!(svg.contains("Clean build, CPU seconds"), "{svg}");
    }

    #[test]
    fn names_of_lines_that_end_together_do_not_cover_each_other() {
        let line = |name: &str, ours| Line { name: name.into(), points: vec![(0.0, 0.0), (9.0, 9.0)], ours };
        let svg =
            chart(Data::Lines { over: "types", lines: vec![line("ours", true), line("peer", false)] }).svg().unwrap();
        let heights: Vec<i32> = svg
            .split("<text")
            .filter(|text| text.contains("ours") || text.contains("peer"))
            .filter_map(|text| text.split_once(" y=\"")?.1.split_once('"')?.0.parse().ok())
            .collect();
        assert_eq!(heights.len(), 2, "{svg}");
        assert!((heights[1] - heights[0]).abs() >= 16, "{heights:?}");
    }

    #[test]
    fn numbers_have_the_digits_that_tell_something() {
        let written: Vec<_> = [0.0, 0.123, 5.25, 20.0, 123.4, 1_234_567.0].map(number).into();
        assert_eq!(written, ["0", "0.12", "5.2", "20", "123", "1,234,567"]);
    }
}
