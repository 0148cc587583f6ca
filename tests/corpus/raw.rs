//! The text of JSON, cut into its parts as it was printed: a `serde_json::Value` forgets the order of members, and the
//! order is a part of what is tested.

/// The members of an object: each name and the text of its value.
pub fn members(object: &str) -> Vec<(String, &str)> {
    let mut parts = Parts { text: object, at: 0 };
    let mut members = Vec::new();
    parts.open('{');
    while !parts.closes('}') {
        let name = parts.value();
        parts.skip(':');
        members.push((serde_json::from_str(name).expect("a name"), parts.value()));
    }
    members
}

/// The elements of an array.
pub fn elements(array: &str) -> Vec<&str> {
    let mut parts = Parts { text: array, at: 0 };
    let mut elements = Vec::new();
    parts.open('[');
    while !parts.closes(']') {
        elements.push(parts.value());
    }
    elements
}

/// The same JSON with the members of every object in the opposite order.
pub fn reversed(json: &str) -> String {
    let list = |parts: Vec<String>| parts.join(",");
    match json.as_bytes().first() {
        Some(b'{') => {
            let member = |(name, value): &(String, &str)| format!("{}:{}", serde_json::json!(name), reversed(value));
            format!("{{{}}}", list(members(json).iter().rev().map(member).collect()))
        }
        Some(b'[') => format!("[{}]", list(elements(json).into_iter().map(reversed).collect())),
        _ => json.to_owned(),
    }
}

/// A text that is known to be JSON.
struct Parts<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parts<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn open(&mut self, bracket: char) {
        self.space();
        assert!(self.rest().starts_with(bracket), "not a `{bracket}…`: {:.40}", self.rest());
        self.at += 1;
    }

    fn skip(&mut self, mark: char) {
        self.space();
        if self.rest().starts_with(mark) {
            self.at += 1;
        }
    }

    /// Whether the list ends here; passes the comma if not.
    fn closes(&mut self, bracket: char) -> bool {
        self.skip(',');
        self.space();
        self.rest().starts_with(bracket)
    }

    /// The text of a value. Its end is where no bracket and no string is open.
    fn value(&mut self) -> &'a str {
        self.space();
        let start = self.at;
        let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
        for (offset, byte) in self.rest().bytes().enumerate() {
            let end = match (in_string, byte) {
                (true, _) if escaped => {
                    escaped = false;
                    None
                }
                (true, b'\\') => {
                    escaped = true;
                    None
                }
                (true, b'"') => {
                    in_string = false;
                    (depth == 0).then_some(offset + 1)
                }
                (true, _) => None,
                (false, b'"') => {
                    in_string = true;
                    None
                }
                (false, b'{' | b'[') => {
                    depth += 1;
                    None
                }
                (false, b'}' | b']' | b',' | b':') if depth == 0 => Some(offset),
                (false, b'}' | b']') => {
                    depth -= 1;
                    (depth == 0).then_some(offset + 1)
                }
                (false, _) => None,
            };
            if let Some(end) = end {
                self.at = start + end;
                return self.text[start..self.at].trim_end();
            }
        }
        self.at = self.text.len();
        self.text[start..].trim_end()
    }
}

#[cfg(test)]
mod tests {
    use super::{elements, members, reversed};

    #[test]
    fn parts_are_the_text_itself() {
        let text = r#" { "b" : [1.0, {"x":"a,}\"]"}, "\\"] , "a":{} , "" : null}"#;
        let parts = members(text);
        let found: Vec<_> = parts.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        assert_eq!(found, [("b", r#"[1.0, {"x":"a,}\"]"}, "\\"]"#), ("a", "{}"), ("", "null")]);
        assert_eq!(elements(parts[0].1), ["1.0", r#"{"x":"a,}\"]"}"#, r#""\\""#]);
        assert_eq!(reversed(r#"{"b": [1, {"x": 1, "y": {}}], "a": "{" }"#), r#"{"a":"{","b":[1,{"y":{},"x":1}]}"#);
        assert!(elements("[ ]").is_empty() && members("{}").is_empty());
    }
}
