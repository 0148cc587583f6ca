//! Which items an expression is true of.

use std::borrow::Cow;
use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::value::{Number, Val, member};
use super::{Comparison, Expr, Function};
use crate::store::own_type;

/// Whether `expr` is true of `item`.
pub(super) fn holds(expr: &Expr, item: &Map<String, Value>) -> bool {
    truth(expr, &Scope { item, variables: None }) == Some(true)
}

/// What names mean at a place: members of the item, and the variables of the lambdas around, innermost first.
struct Scope<'a> {
    item: &'a Map<String, Value>,
    variables: Option<&'a Variable<'a>>,
}

struct Variable<'a> {
    name: &'a str,
    value: &'a Value,
    outer: Option<&'a Variable<'a>>,
}

impl<'a> Scope<'a> {
    /// The value at `path`; null where there is none.
    fn at(&self, path: &[String]) -> Option<&'a Value> {
        let (first, rest) = path.split_first()?;
        let mut variables = std::iter::successors(self.variables, |variable| variable.outer);
        match variables.find(|variable| variable.name == first) {
            Some(variable) => below(variable.value, rest),
            None if first == "$it" => in_object(self.item, rest),
            None => in_object(self.item, path),
        }
    }
}

fn below<'a>(value: &'a Value, path: &[String]) -> Option<&'a Value> {
    match value {
        _ if path.is_empty() => Some(value),
        Value::Object(object) => in_object(object, path),
        _ => None,
    }
}

fn in_object<'a>(object: &'a Map<String, Value>, path: &[String]) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    // A cast: `microsoft.graph.user/displayName`.
    if first.contains('.') && !rest.is_empty() && !object.contains_key(first) {
        return in_object(object, rest).filter(|_| own_type(object).is_none_or(|own| own.eq_ignore_ascii_case(first)));
    }
    below(member(object, first)?, rest)
}

/// True, false, or `None` for null.
fn truth(expr: &Expr, scope: &Scope<'_>) -> Option<bool> {
    match expr {
        Expr::And(terms) => all(terms.iter().map(|term| truth(term, scope))),
        Expr::Or(terms) => all(terms.iter().map(|term| truth(term, scope).map(|is_true| !is_true))).map(|all| !all),
        Expr::Not(term) => truth(term, scope).map(|is_true| !is_true),
        Expr::Compare(comparison, left, right) => {
            Some(compares(*comparison, &value(left, scope), &value(right, scope)))
        }
        Expr::In(one, list) => {
            let one = value(one, scope);
            Some(list.iter().any(|other| compares(Comparison::Eq, &one, &value(other, scope))))
        }
        Expr::Lambda { path, is_all, body } => {
            let items = scope.at(path).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            let Some((name, body)) = body else { return Some(!items.is_empty()) };
            let holds = |item| {
                let variable = Variable { name, value: item, outer: scope.variables };
                truth(body, &Scope { item: scope.item, variables: Some(&variable) }) == Some(true)
            };
            Some(if *is_all { items.iter().all(holds) } else { items.iter().any(holds) })
        }
        _ => match value(expr, scope) {
            Val::Bool(value) => Some(value),
            _ => None,
        },
    }
}

/// False if one is false, else null if one is null.
fn all(truths: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for truth in truths {
        match truth {
            Some(true) => {}
            Some(false) => return Some(false),
            None => all = None,
        }
    }
    all
}

fn compares(comparison: Comparison, left: &Val<'_>, right: &Val<'_>) -> bool {
    let ordering = match (left, right) {
        (Val::Null, Val::Null) => Some(Ordering::Equal),
        (Val::Null, _) | (_, Val::Null) => None,
        (left, right) => left.compare(right),
    };
    let is_null = matches!(left, Val::Null);
    match comparison {
        Comparison::Eq => ordering == Some(Ordering::Equal),
        Comparison::Ne => ordering != Some(Ordering::Equal),
        // Nothing is greater than null, and null isn't either.
        Comparison::Gt => ordering == Some(Ordering::Greater),
        Comparison::Ge => ordering.is_some_and(Ordering::is_ge) && !is_null,
        Comparison::Lt => ordering == Some(Ordering::Less),
        Comparison::Le => ordering.is_some_and(Ordering::is_le) && !is_null,
        Comparison::Has => has(left, right),
    }
}

/// Whether all members of a flags enum that `right` names are in `left`.
fn has(left: &Val<'_>, right: &Val<'_>) -> bool {
    let (Val::Text(left), Val::Text(right)) = (left, right) else { return false };
    let set: Vec<_> = left.split(',').map(str::trim).collect();
    right.split(',').all(|flag| set.iter().any(|own| own.eq_ignore_ascii_case(flag.trim())))
}

fn value<'a>(expr: &'a Expr, scope: &Scope<'a>) -> Val<'a> {
    match expr {
        Expr::Literal(literal) => literal.into(),
        Expr::Path(path) => scope.at(path).map_or(Val::Null, Val::from),
        Expr::Count(path) => {
            let count = scope.at(path).and_then(Value::as_array).map_or(0, Vec::len);
            Val::Number(Number::Whole(count as i128))
        }
        Expr::Call(function, arguments) => call(*function, arguments, scope),
        _ => truth(expr, scope).map_or(Val::Null, Val::Bool),
    }
}

/// A function of null is null, and so is one of anything but strings.
fn call<'a>(function: Function, arguments: &'a [Expr], scope: &Scope<'a>) -> Val<'a> {
    let mut texts = arguments.iter().map(|argument| match value(argument, scope) {
        Val::Text(text) => Some(text),
        _ => None,
    });
    let Some(first) = texts.next().flatten() else { return Val::Null };
    let second = texts.next().unwrap_or(Some(Cow::Borrowed("")));
    let Some(second) = second else { return Val::Null };
    let (a, b) = (first.to_lowercase(), second.to_lowercase());
    match function {
        Function::StartsWith => Val::Bool(a.starts_with(&b)),
        Function::EndsWith => Val::Bool(a.ends_with(&b)),
        Function::Contains => Val::Bool(a.contains(&b)),
        Function::ToLower => Val::Text(a.into()),
        Function::ToUpper => Val::Text(first.to_uppercase().into()),
        Function::Trim => Val::Text(first.trim().to_owned().into()),
        Function::Concat => Val::Text((first.into_owned() + &second).into()),
        Function::Length => Val::Number(Number::Whole(first.chars().count() as i128)),
    }
}

#[cfg(test)]
mod tests {
    use crate::filter::Filter;
    use serde_json::json;

    fn filter(text: &str) -> Result<bool, String> {
        let item = json!({
            "id": "u1", "displayName": "O'Neil Ä", "mail": null, "age": 42, "big": "9007199254740993", "ratio": 0.5,
            "limit": "INF", "odd": "NaN", "on": true, "since": "2020-01-01T10:00:00+02:00", "day": "2017-04-01",
            "time": "17:00:00.0000000", "span": "PT60M", "hash": "-_8=", "kind": "unifiedGroup", "flags": "apps, tabs",
            "other": "F2000000-0000-4000-8000-000000000001", "guid": "184EFA21-98C3-4E5D-95AB-D07053A96E67", "address": {"city": "Berlin", "lines": ["a", "b"]},
            "tags": ["red", "Blue"], "none": [],
            "phones": [{"type": "home", "digits": [1, 2]}, {"type": "work", "digits": []}],
        });
        Filter::parse(text)
            .map(|filter| filter.matches(item.as_object().expect("an object")))
            .map_err(|failure| failure.message)
    }

    #[test]
    fn true_of_the_item() {
        for text in [
            "displayName eq 'o''neil ä'",
            "displayname ne 'x' and (age gt 41 or false)",
            "age eq 42.0 and age lt 1e3 and age ge -1 and ratio le 0.5",
            "age in (1, 42) and id in ('x','U1')",
            "big eq 9007199254740993 and big ne 9007199254740992",
            "limit eq INF and limit gt 1 and odd ne NaN and not (odd eq NaN)",
            "on and on eq true and not(on eq false)",
            "since eq 2020-01-01T08:00:00Z and since lt 2020-01-01T08:00:00.001Z",
            "since eq '2020-01-01T08:00:00.000Z' and since ge 2020-01-01T09:00:00+01:00 and since lt 2020-01-02",
            "other eq f2000000-0000-4000-8000-000000000001",
            "day eq 2017-04-01 and day gt 2017-03-31 and time ge 17:00:00",
            "span eq duration'PT1H' and span lt duration'PT61M' and hash eq binary'+/8='",
            "kind eq 'unifiedgroup' and kind eq microsoft.graph.kind'unifiedGroup'",
            "flags has microsoft.graph.parts'tabs,apps' and not (flags has 'x')",
            "guid eq 184efa21-98c3-4e5d-95ab-d07053a96e67",
            "mail eq null and missing eq null and displayName ne null and missing ne 'x'",
            "not startsWith(displayName,'x') and startswith(displayName, 'o') and endsWith(address/city,'LIN')",
            "contains(tolower(displayName),'neil') and toupper(id) eq 'U1' and length(id) eq 2",
            "concat(trim(' a '),'b') eq 'ab'",
            "tags/any(t:t eq 'blue') and tags/any() and none/any() eq false and not none/any()",
            "none/all(x:x eq 1) and not none/any(x:x eq 1) and tags/all(t:length(t) ge 3)",
            "phones/any(p:p/type eq 'home' and p/digits/any(d:d eq 2 and p/type ne id and age eq 42))",
            "phones/$count eq 2 and none/$count eq 0 and missing/$count lt 1 and address/lines/$count gt 1",
            "phones/any(id:id/type eq 'work') and $it/id eq 'u1'",
        ] {
            assert_eq!(filter(text), Ok(true), "{text}");
        }
    }

    #[test]
    fn not_true_of_the_item() {
        for text in [
            "mail eq ''",
            "mail gt 'a' or mail lt 'a' or mail ge null",
            "not startswith(mail,'a')",
            "startswith(mail,'a') or mail",
            "age eq 'x' or age eq true or age",
            "tags eq 'red' or address eq null or phones/type eq 'home'",
            "odd eq NaN or odd lt 1 or odd gt 1",
        ] {
            assert_eq!(filter(text), Ok(false), "{text}");
        }
    }

    #[test]
    fn says_where_it_is_wrong() {
        for (text, message) in [
            ("", "Expression expected at position 0 in ''."),
            ("displayName", ""),
            ("displayName eq", "Expression expected at position 14 in 'displayName eq'."),
            ("displayName foo 'x'", "Syntax error at position 12 in 'displayName foo 'x''."),
            ("ä eq 'x", "There is an unterminated string literal at position 5 in 'ä eq 'x'."),
            ("a eq 1 and", "Expression expected at position 10 in 'a eq 1 and'."),
            ("(a eq 1", "Expression expected at position 7 in '(a eq 1'."),
            ("a eq 1)", "Syntax error at position 6 in 'a eq 1)'."),
            ("a EQ 1", "Syntax error at position 2 in 'a EQ 1'."),
            ("a eq 1 eq 1", "Syntax error at position 7 in 'a eq 1 eq 1'."),
            ("a in ()", "Syntax error at position 6 in 'a in ()'."),
            ("f(a)", "An unknown function with name 'f' was found at position 0 in 'f(a)'."),
            ("a/any(x eq 1)", "Syntax error at position 8 in 'a/any(x eq 1)'."),
            ("a/all()", "Syntax error at position 6 in 'a/all()'."),
            ("a eq \"x\"", "Syntax error: character '\"' is not valid at position 5 in 'a eq \"x\"'."),
            ("a eq 12x", "Syntax error at position 5 in 'a eq 12x'."),
        ] {
            let expected =
                if message.is_empty() { Ok(false) } else { Err(format!("Invalid filter clause: {message}")) };
            assert_eq!(filter(text), expected, "{text}");
        }
        for text in ["duration'x' eq a", "foo'x' eq a", "startswith(a) eq true", "a/", "a//b eq 1", "/a", "a eq ,"] {
            assert!(filter(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_hostile_filter_is_not_too_deep() {
        for text in ["(".repeat(20_000), "not ".repeat(20_000), "a/any(x:".repeat(20_000), "tolower(".repeat(20_000)] {
            assert!(filter(&text).expect_err("too deep").contains("nested too deeply"));
        }
        assert_eq!(filter(&vec!["age eq 42"; 20_000].join(" and ")), Ok(true));
        assert_eq!(filter(&vec!["age eq 1"; 20_000].join(" or ")), Ok(false));
    }
}
