//! A monitor that is kept, and goes on in another process.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde_core::de::{Error as _, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::SerializeMap;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::Monitor;
use crate::client::error::UsageError;
use crate::request::link::check;
use crate::request::operation::Returned;

/// An object: `url`, `version`, `template`, and `resource` if that is known.
impl<T> Serialize for Monitor<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3 + usize::from(self.resource.is_some())))?;
        map.serialize_entry("url", &self.url)?;
        map.serialize_entry("version", &self.version)?;
        map.serialize_entry("template", &self.template)?;
        if let Some(resource) = &self.resource {
            map.serialize_entry("resource", resource)?;
        }
        map.end()
    }
}

/// Fails for what is no `https` URL, but for one of this machine.
impl<'de, T: Returned> Deserialize<'de> for Monitor<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MonitorVisitor(PhantomData))
    }
}

struct MonitorVisitor<T>(PhantomData<T>);

impl<'de, T: Returned> Visitor<'de> for MonitorVisitor<T> {
    type Value = Monitor<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the monitor of an operation")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Monitor<T>, A::Error> {
        let (mut url, mut version, mut template, mut resource) = (None, None, String::new(), None);
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "url" => url = Some(map.next_value::<String>()?),
                "version" => version = Some(map.next_value::<String>()?),
                "template" => template = map.next_value()?,
                "resource" => resource = map.next_value::<Option<String>>()?,
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        let url = url.ok_or_else(|| A::Error::missing_field("url"))?;
        let version = version.ok_or_else(|| A::Error::missing_field("version"))?;
        for link in [Some(&url), resource.as_ref()].into_iter().flatten() {
            check(link).map_err(A::Error::custom)?;
        }
        Ok(Monitor { resource, ..Monitor::new(url, version.into(), template.into()) })
    }
}

/// A monitor URL that came as a text. Relative links in its answers are below `v1.0`. Fails for what is no `https` URL, but
/// for one of this machine.
impl<T: Returned> FromStr for Monitor<T> {
    type Err = UsageError;

    fn from_str(url: &str) -> Result<Self, UsageError> {
        check(url)?;
        Ok(Self::new(url.to_owned(), "v1.0".into(), "".into()))
    }
}
