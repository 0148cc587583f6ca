//! A subscriber that keeps all it is told, of every level.

use std::collections::BTreeMap;
use std::fmt::{self, Debug};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// All that was told, in the order in which it began.
#[derive(Debug, Default, Clone)]
pub struct Captured {
    pub spans: Vec<Told>,
    pub events: Vec<Told>,
}

#[derive(Debug, Clone)]
pub struct Told {
    pub target: String,
    pub name: String,
    pub fields: BTreeMap<String, Value>,
    /// The span that it is in.
    pub parent: Option<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Number(i64),
    Flag(bool),
    Text(String),
    /// What OpenTelemetry has no type for.
    Odd(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number)
    }
}

impl Captured {
    /// What this crate told; others, such as a transport's libraries, tell what they tell.
    pub fn ours(&self) -> impl Iterator<Item = &Told> {
        self.spans.iter().chain(&self.events).filter(|told| told.is_ours())
    }

    pub fn spans(&self, name: &str) -> Vec<&Told> {
        self.spans.iter().filter(|told| told.is_ours() && told.name == name).collect()
    }
}

impl Told {
    fn is_ours(&self) -> bool {
        self.target == "graph_entity" || self.target.starts_with("graph_entity::")
    }

    fn new(metadata: &Metadata<'_>, parent: Option<usize>) -> Self {
        let (target, name) = (metadata.target().to_owned(), metadata.name().to_owned());
        Self { target, name, fields: BTreeMap::new(), parent }
    }
}

impl Visit for Told {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.set(field, Value::Text(format!("{value:?}")));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.set(field, value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.set(field, value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.set(field, Value::Odd(value.to_string()));
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.set(field, Value::Flag(value));
    }
}

impl Told {
    fn set(&mut self, field: &Field, value: Value) {
        self.fields.insert(field.name().to_owned(), value);
    }
}

#[derive(Default)]
struct State {
    captured: Captured,
    /// The spans that are entered.
    within: Vec<usize>,
}

#[derive(Clone, Default)]
struct Keeping(Arc<Mutex<State>>);

fn index(id: &Id) -> usize {
    usize::try_from(id.into_u64()).unwrap() - 1
}

impl Subscriber for Keeping {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut state = self.0.lock().unwrap();
        let mut told = Told::new(span.metadata(), state.within.last().copied());
        span.record(&mut told);
        state.captured.spans.push(told);
        Id::from_u64(state.captured.spans.len().try_into().unwrap())
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        values.record(&mut self.0.lock().unwrap().captured.spans[index(span)]);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut state = self.0.lock().unwrap();
        let mut told = Told::new(event.metadata(), state.within.last().copied());
        event.record(&mut told);
        state.captured.events.push(told);
    }

    fn enter(&self, span: &Id) {
        self.0.lock().unwrap().within.push(index(span));
    }

    fn exit(&self, span: &Id) {
        let mut state = self.0.lock().unwrap();
        let at = state.within.iter().rposition(|within| *within == index(span)).unwrap();
        state.within.remove(at);
    }
}

impl fmt::Debug for Keeping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keeping")
    }
}

/// What is told on this thread while `run` runs.
pub fn capture<T>(run: impl FnOnce() -> T) -> (Captured, T) {
    let keeping = Keeping::default();
    let value = tracing::subscriber::with_default(keeping.clone(), run);
    let captured = keeping.0.lock().unwrap().captured.clone();
    (captured, value)
}
