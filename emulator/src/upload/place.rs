//! Where sessions are created: `me/drive/root:/{path}:/createUploadSession`.

use super::UploadStyle;

/// A declared path of `createUploadSession`.
#[derive(Debug)]
pub(crate) struct UploadPlace {
    pub(crate) version: &'static str,
    pub(crate) style: UploadStyle,
    template: Vec<String>,
}

impl UploadPlace {
    /// The error says what is wrong with the template.
    pub(crate) fn new(version: &'static str, template: &str, style: UploadStyle) -> Result<Self, &'static str> {
        let template: Vec<_> = template.trim_start_matches('/').split('/').map(str::to_owned).collect();
        let last = template.last().map(String::as_str).unwrap_or_default();
        match last.rsplit('.').next() {
            Some(name) if name.eq_ignore_ascii_case("createUploadSession") => Ok(Self { version, style, template }),
            _ => Err("the action is called `createUploadSession`"),
        }
    }

    /// What is in place of the action's name, if the decoded segments lead here: `me/drive/root:/a/b.iso:`.
    pub(crate) fn find(&self, segments: &[String]) -> Option<String> {
        let (version, path) = segments.split_first()?;
        (version == self.version && fits(&self.template, path)).then(|| path[..path.len() - 1].join("/"))
    }
}

/// A `{parameter}` is one segment, and a `{path}:` one or more, the last of which ends in a colon.
fn fits(template: &[String], path: &[String]) -> bool {
    let (Some((first, template)), Some((segment, rest))) = (template.split_first(), path.split_first()) else {
        return template.is_empty() && path.is_empty();
    };
    if first.starts_with('{') && first.ends_with("}:") {
        let end = path.iter().position(|segment| segment.ends_with(':'));
        return end.is_some_and(|end| fits(template, &path[end + 1..]));
    }
    let is_same = first.starts_with('{') || first.eq_ignore_ascii_case(segment) || {
        let name = segment.rsplit('.').next().unwrap_or_default();
        template.is_empty() && first.eq_ignore_ascii_case(name)
    };
    is_same && fits(template, rest)
}

#[cfg(test)]
mod tests {
    use super::{UploadPlace, UploadStyle};

    #[test]
    fn paths_of_files_have_slashes() {
        let template = "me/drive/root:/{path}:/createUploadSession";
        let place = UploadPlace::new("v1.0", template, UploadStyle::Drive).expect("a template");
        let find = |path: &str| place.find(&path.split('/').map(str::to_owned).collect::<Vec<_>>());
        let found = find("v1.0/me/drive/root:/a/b.iso:/createUploadSession");
        assert_eq!(found.as_deref(), Some("me/drive/root:/a/b.iso:"));
        assert!(find("v1.0/Me/drive/root:/b.iso:/microsoft.graph.createUploadSession").is_some());
        for path in ["beta/me/drive/root:/b:/createUploadSession", "v1.0/me/drive/root:/b/createUploadSession", "v1.0"]
        {
            assert!(find(path).is_none(), "{path}");
        }
        assert!(UploadPlace::new("v1.0", "me/drive", UploadStyle::Drive).is_err());
    }
}
