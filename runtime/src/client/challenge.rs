//! The claims challenge in `WWW-Authenticate` (RFC 9110, 11.6.1; "Claims challenges" of the Microsoft identity platform).

use base64::Engine as _;
use base64::engine::general_purpose::GeneralPurpose;
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig};
use base64::{alphabet, engine};
use http::HeaderMap;
use http::header::WWW_AUTHENTICATE;

/// What a new token has to fulfil, as JSON, if the service says so.
pub(super) fn claims(headers: &HeaderMap) -> Option<String> {
    let values = headers.get_all(WWW_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok());
    values.filter_map(|value| parameter(value, "claims")).find_map(|claims| decode(&claims))
}

/// The value of a parameter, in whichever challenge of the header it stands.
fn parameter(header: &str, wanted: &str) -> Option<String> {
    let mut rest = header;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before.rsplit([',', ' ', '\t']).next().unwrap_or_default();
        let (value, behind) = value(after);
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = behind;
    }
    None
}

/// A token or a quoted string at the start of `text`, and what comes behind it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([',', ' ', '\t']).unwrap_or(text.len());
        return (text[..end].to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut letters = quoted.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(letters.next().map(|(_, escaped)| escaped)),
            letter => value.push(letter),
        }
    }
    (value, "")
}

/// Base64 in either alphabet; some services send the JSON as it is.
fn decode(claims: &str) -> Option<String> {
    const LENIENT: GeneralPurposeConfig =
        engine::general_purpose::PAD.with_decode_padding_mode(DecodePaddingMode::Indifferent);
    const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
    const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);
    if claims.starts_with('{') {
        return Some(claims.to_owned());
    }
    let bytes = STANDARD.decode(claims).or_else(|_| URL_SAFE.decode(claims)).ok()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;
    use http::header::WWW_AUTHENTICATE;

    use super::claims;

    const NBF: &str = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;
    const BASE64: &str = "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNjA0MTA2NjUxIn19fQ==";

    fn of(values: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(WWW_AUTHENTICATE, value.parse().expect("a header"));
        }
        claims(&headers)
    }

    #[test]
    fn found_wherever_they_stand() {
        let uri = "authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\"";
        let unpadded = BASE64.trim_end_matches('=');
        for header in [
            format!("Bearer realm=\"\", {uri}, error=\"insufficient_claims\", claims=\"{BASE64}\""),
            format!("Bearer claims=\"{unpadded}\",error=insufficient_claims"),
            format!("Bearer realm=\"a \\\" claims=\\\"no\\\"\", Claims={unpadded}, error=\"x\""),
            format!("Basic realm=\"x, claims=y\", Bearer claims=\"{}\"", NBF.replace('"', "\\\"")),
        ] {
            assert_eq!(of(&[&header]).as_deref(), Some(NBF), "{header}");
        }
        assert_eq!(of(&["Negotiate", &format!("Bearer claims={unpadded}")]).as_deref(), Some(NBF));
    }

    #[test]
    fn none_in_what_has_none_or_is_broken() {
        let headers = [
            "",
            "Bearer",
            "Bearer realm=\"\"",
            "Bearer claims=\"",
            "Bearer claims=\"?\"",
            "Bearer xclaims=\"e30=\"",
            "=",
            "Bearer claims=\"/w==\"",
        ];
        for header in headers {
            assert!(of(&[header]).is_none_or(|claims| claims.is_empty()), "{header}");
        }
    }
}
