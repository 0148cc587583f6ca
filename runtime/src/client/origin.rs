//! Which URLs may be sent a token: those of the base URL's own origin, over TLS or on this machine (W10).

use std::net::{Ipv4Addr, Ipv6Addr};

use http::Uri;

use super::error::UsageError;

/// National clouds. A token of one is worth nothing in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Cloud {
    /// `graph.microsoft.com`
    #[default]
    Global,
    /// US Government L4: `graph.microsoft.us`
    UsGovernment,
    /// US Government L5 (`DoD`): `dod-graph.microsoft.us`
    UsGovernmentDod,
    /// China, operated by 21Vianet: `microsoftgraph.chinacloudapi.cn`
    China,
}

impl Cloud {
    /// The base URL of Graph in this cloud.
    pub fn base_url(self) -> &'static str {
        match self {
            Cloud::Global => "https://graph.microsoft.com",
            Cloud::UsGovernment => "https://graph.microsoft.us",
            Cloud::UsGovernmentDod => "https://dod-graph.microsoft.us",
            Cloud::China => "https://microsoftgraph.chinacloudapi.cn",
        }
    }
}

/// Scheme, host and port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    tls: bool,
    /// In lower case.
    host: String,
    port: u16,
}

impl Origin {
    /// The origin of `uri`; `None` if it has none that could be trusted: another scheme, user info, a host with
    /// characters that URL parsers disagree about.
    pub(crate) fn of(uri: &Uri) -> Option<Self> {
        let tls = match uri.scheme_str()? {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let authority = uri.authority()?;
        let host = authority.host();
        let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._[]:".contains(&byte));
        if authority.as_str().contains('@') || host.is_empty() || !plain {
            return None;
        }
        // A port that is no number is not the default one.
        let after = authority.as_str().get(host.len()..)?;
        let port = match after.strip_prefix(':') {
            None if after.is_empty() => {
                if tls {
                    443
                } else {
                    80
                }
            }
            // As a number is written, and in no other way that a parser may take for one.
            Some(port) if !port.starts_with(['0', '+']) => port.parse().ok()?,
            _ => return None,
        };
        Some(Self { tls, host: host.to_ascii_lowercase(), port })
    }

    /// Whether a token may go there at all: over TLS, or without leaving the machine.
    pub(crate) fn is_secure(&self) -> bool {
        self.tls || self.is_loopback()
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn scheme(&self) -> &'static str {
        if self.tls { "https" } else { "http" }
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    fn is_loopback(&self) -> bool {
        let inner = self.host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        match inner {
            Some(inner) => inner.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback()),
            None => {
                self.host == "localhost" || self.host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
            }
        }
    }
}

/// Where the service is: the URL that paths are appended to, and its origin.
#[derive(Debug, Clone)]
pub(crate) struct Base {
    /// Without a slash at the end.
    pub(crate) url: String,
    pub(crate) origin: Origin,
    /// `https://graph.microsoft.com`
    pub(crate) resource: String,
    /// Where a token may go beside the origin.
    allowed: Vec<Origin>,
}

impl Base {
    pub(crate) fn new(url: &str) -> Result<Self, UsageError> {
        let wrong = |why: &str| UsageError::new(format!("the base URL {why}"));
        let uri: Uri = url.parse().map_err(|error| UsageError::with_cause("the base URL is no URL", error))?;
        if uri.query().is_some() || url.contains('#') {
            return Err(wrong("has a query or a fragment"));
        }
        let origin = Origin::of(&uri).ok_or_else(|| wrong("needs `https://` and a host, and no user name"))?;
        if !origin.is_secure() {
            return Err(wrong("has no TLS: a token would go in the clear. Only loopback addresses may do without"));
        }
        if let Some(version) = ["v1.0", "beta"]
            .into_iter()
            .find(|version| uri.path().trim_end_matches('/').ends_with(&format!("/{version}")))
        {
            return Err(UsageError::new(format!(
                "the base URL has no version at its end: leave out `/{version}`, the builder's `version` says it"
            )));
        }
        let scheme = if origin.tls { "https" } else { "http" };
        let authority = uri.authority().map(http::uri::Authority::as_str).unwrap_or_default();
        Ok(Self {
            url: url.trim_end_matches('/').to_owned(),
            origin,
            resource: format!("{scheme}://{authority}"),
            allowed: Vec::new(),
        })
    }

    /// The same, and a token may go to these origins as well.
    pub(crate) fn allowing(self, urls: &[String]) -> Result<Self, UsageError> {
        let allowed = urls.iter().map(|url| allowed(url)).collect::<Result<_, _>>()?;
        Ok(Self { allowed, ..self })
    }

    /// Whether a token may go to this URL.
    pub(crate) fn trusts_url(&self, uri: &Uri) -> bool {
        // Nearly always it is the base URL's own text, which was looked at already.
        let authority = uri.scheme_str().and_then(|scheme| self.resource.strip_prefix(scheme)?.strip_prefix("://"));
        let is_own = authority.is_some() && authority == uri.authority().map(http::uri::Authority::as_str);
        is_own || Origin::of(uri).is_some_and(|origin| self.trusts(&origin))
    }

    /// Whether a request without a token may go to this URL: over TLS, or without leaving the machine where the base URL does
    /// not either.
    pub(crate) fn may_ask(&self, uri: &Uri) -> bool {
        Origin::of(uri).is_some_and(|origin| origin.tls || (origin.is_loopback() && !self.origin.tls))
    }

    /// Whether a token may go there.
    pub(crate) fn trusts(&self, origin: &Origin) -> bool {
        self.origin == *origin || self.allowed.contains(origin)
    }
}

/// An origin and no more: what is below it can't be told apart.
fn allowed(url: &str) -> Result<Origin, UsageError> {
    let uri: Option<Uri> = url.parse().ok();
    let uri = uri.filter(|uri| uri.path() == "/" && uri.query().is_none() && !url.contains('#'));
    match uri.and_then(|uri| Origin::of(&uri)) {
        Some(origin) if origin.is_secure() => Ok(origin),
        // Which one is not told: it may have a password in it.
        _ => Err(UsageError::new("an allowed origin is `https://` and a host, and nothing else")),
    }
}

#[cfg(test)]
mod tests {
    use http::Uri;

    use super::{Base, Cloud};

    fn allowed(url: &str) -> bool {
        let base = Base::new(Cloud::Global.base_url());
        url.parse::<Uri>().is_ok_and(|uri| base.is_ok_and(|base| base.trusts_url(&uri)))
    }

    #[test]
    fn only_the_same_origin_is_sent_a_token() {
        assert!(allowed("https://graph.microsoft.com/v1.0/users"));
        assert!(allowed("https://GRAPH.microsoft.com/v1.0/users"));
        assert!(allowed("https://graph.microsoft.com:443/v1.0/users"));
        for url in [
            "https://graph.microsoft.com.evil.example/",
            "https://evilgraph.microsoft.com/",
            "https://graph.microsoft.com@evil.example/",
            "https://user@graph.microsoft.com/",
            "https://graph.microsoft.com:8443/",
            "https://graph.microsoft.com:/",
            "https://graph.microsoft.com:0443/",
            "https://graph.microsoft.com:+443/",
            "https://graph.microsoft.com./",
            "http://graph.microsoft.com/",
            "ftp://graph.microsoft.com/",
            "/v1.0/users",
        ] {
            assert!(!allowed(url), "{url}");
        }
    }

    #[test]
    fn without_a_token_tls_is_what_counts() {
        let may_ask = |base: &str, url: &str| {
            let base = Base::new(base);
            url.parse::<Uri>().is_ok_and(|uri| base.is_ok_and(|base| base.may_ask(&uri)))
        };
        let (global, local) = (Cloud::Global.base_url(), "http://127.0.0.1:8080");
        for base in [global, local] {
            assert!(may_ask(base, "https://up.sharepoint.com/session?tempauth=x"));
            for url in
                ["http://up.sharepoint.com/", "https://user@up.sharepoint.com/", "ftp://up.sharepoint.com/", "/x"]
            {
                assert!(!may_ask(base, url), "{url}");
            }
        }
        assert!(may_ask(local, "http://localhost:1/x") && !may_ask(global, "http://localhost:1/x"));
    }

    #[test]
    fn a_base_url_has_tls_or_is_this_machine() {
        for url in [
            "https://graph.microsoft.com",
            "http://127.0.0.1:8080/",
            "http://localhost",
            "http://[::1]:1/graph",
            "http://127.9.9.9",
        ] {
            assert!(Base::new(url).is_ok(), "{url}");
        }
        for url in [
            "http://graph.microsoft.com",
            "http://10.0.0.1",
            "http://127.0.0.1.example",
            "http://localhost.example",
            "https://a@graph.microsoft.com",
            "https://graph.microsoft.com?x=1",
            "https://graph.microsoft.com/v1.0",
            "https://gateway.example/graph/beta/",
            "https://graph.microsoft.com#x",
            "graph.microsoft.com",
            "",
        ] {
            assert!(Base::new(url).is_err(), "{url}");
        }
    }
}
