//! The tables of a part stand between its marks in `BENCHMARKS.md`; what is around them is written by hand.

use std::fs;

use crate::machine::workspace;
use crate::section::{Error, Section};

/// Replaces what is between the marks of the section, and writes its charts.
pub fn write(section: &Section) -> Result<(), Error> {
    let file = workspace().join("BENCHMARKS.md");
    let report = replaced(&fs::read_to_string(&file)?, section.name, &section.markdown())?;
    for chart in &section.charts {
        let path = workspace().join(chart.path());
        fs::create_dir_all(path.parent().ok_or("a chart is in a folder")?)?;
        fs::write(path, chart.svg()?)?;
    }
    Ok(fs::write(file, report)?)
}

fn replaced(report: &str, name: &str, text: &str) -> Result<String, Error> {
    let (begin, end) = (format!("<!-- bench: {name} -->\n"), format!("<!-- end: {name} -->\n"));
    let missing =
        || format!("BENCHMARKS.md has no place for `{name}`: a line `{}`, and `{}`", begin.trim(), end.trim());
    let from = report.find(&begin).ok_or_else(missing)? + begin.len();
    let to = from + report[from..].find(&end).ok_or_else(missing)?;
    Ok(format!("{}\n{text}\n{}", &report[..from], &report[to..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_marks_is_replaced() {
        let report = "a\n<!-- bench: x -->\nold\n<!-- end: x -->\nb\n<!-- bench: y -->\nkept\n<!-- end: y -->\n";
        let written = replaced(report, "x", "new").unwrap();
        assert_eq!(
            written,
            "a\n<!-- bench: x -->\n\nnew\n<!-- end: x -->\nb\n<!-- bench: y -->\nkept\n<!-- end: y -->\n"
        );
        assert_eq!(replaced(&written, "x", "new").unwrap(), written);
    }

    #[test]
    fn a_report_without_the_marks_says_what_is_missing() {
        let error = replaced("a\n<!-- bench: x -->\n", "x", "new").unwrap_err().to_string();
        assert!(error.contains("`<!-- end: x -->`"), "{error}");
    }
}
