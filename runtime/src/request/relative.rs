//! Path and query of a request, below the version root: one text, which becomes a URL by one copy.

/// `users/3f5a?$select=id`
#[derive(Debug, Clone)]
pub(crate) struct Relative {
    text: String,
    /// Where the path ends.
    path: usize,
}

impl Relative {
    pub(crate) fn new(path: String) -> Self {
        Self { path: path.len(), text: path }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn path(&self) -> &str {
        &self.text[..self.path]
    }

    /// Without `?`.
    pub(crate) fn query(&self) -> &str {
        self.text.get(self.path + 1..).unwrap_or_default()
    }

    pub(crate) fn reserve(&mut self, more: usize) {
        self.text.reserve(more);
    }

    /// Where an option, or several, are to be appended; it is separated from what comes before.
    pub(crate) fn next_option(&mut self) -> &mut String {
        self.text.push(if self.text.len() == self.path { '?' } else { '&' });
        &mut self.text
    }

    /// Takes an option out.
    pub(crate) fn remove(&mut self, name: &str) {
        let is_it = |option: &&str| option.split('=').next() == Some(name);
        if self.query().split('&').any(|option| is_it(&option)) {
            let kept = self.query().split('&').filter(|option| !is_it(option)).collect::<Vec<_>>().join("&");
            self.text.truncate(self.path);
            if !kept.is_empty() {
                self.next_option().push_str(&kept);
            }
        }
    }

    /// Begins the option `name`; its value, encoded, is to be appended.
    pub(crate) fn option(&mut self, name: &str) -> &mut String {
        let text = self.next_option();
        text.push_str(name);
        text.push('=');
        text
    }
}
