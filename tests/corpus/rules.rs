//! Which rows are left out. Each rule looks at the row's JSON alone, never at what we made of it; each is here because
//! the sample is no answer that a service could give.

use serde_json::Value;

/// A reason to leave a row out.
pub struct Rule {
    /// Its name in the counts.
    pub name: &'static str,
    /// Whether it applies to a body.
    pub applies: fn(&Value) -> bool,
}

/// All rules, in the order in which they are asked.
pub const RULES: &[Rule] = &[
    // `GET …/$count` answers with text, a number; the samples declare the type of what is counted.
    Rule { name: "count", applies: |body| !body.is_object() },
    // `"createdDateTime": "String (timestamp)"`, `"usageDate": "Date"`, `"datetime-value"`: the author wrote the type instead of a value.
    Rule {
        name: "placeholder for a date",
        applies: |body| {
            any(body, None, &mut |name, _, value| {
                let is_date = name.ends_with("DateTime") || matches!(name, "birthday" | "usageDate");
                // The metadata has a text.
                let is_text = name == "lastUpdateDateTime";
                is_date
                    && !is_text
                    && value.as_str().is_some_and(|text| text.starts_with(|first: char| first.is_ascii_alphabetic()))
            })
        },
    },
    // `"skuId": "skuId-value"`, where the metadata has Edm.Guid.
    Rule {
        name: "placeholder for a Guid",
        applies: |body| {
            any(body, None, &mut |name, parent, value| {
                (matches!(name, "skuId" | "appOwnerOrganizationId" | "customerId")
                    || (name == "id" && parent == Some("addIns")))
                    && value.as_str().and_then(|text| text.strip_suffix("-value")) == Some(name)
            })
        },
    },
    // `"accountEnabled": "Boolean"`.
    Rule { name: "placeholder for a boolean", applies: |body| any(body, None, &mut |_, _, value| value == "Boolean") },
    // `"isEnabled": "true"`: a boolean in quotes.
    Rule {
        name: "boolean in quotes",
        applies: |body| {
            any(body, None, &mut |name, _, value| {
                (name.starts_with("is") || name == "addImageQuery") && (value == "true" || value == "false")
            })
        },
    },
    // `"color": {}`, where the metadata has an enum.
    Rule {
        name: "object for an enum",
        applies: |body| any(body, None, &mut |name, _, value| name == "color" && value.is_object()),
    },
    // `"conversationIndex": "Adfsdfsdfsdfw=="`, `"contentBytes": "JVBE…b29"`, cut off: no base64, where the metadata has
    // Edm.Binary.
    Rule {
        name: "no base64",
        applies: |body| {
            any(body, None, &mut |name, parent, value| {
                (matches!(name, "contentBytes" | "conversationIndex")
                    || (name == "key" && parent == Some("alternativeSecurityIds")))
                    && value.as_str().is_some_and(|text| !is_base64(text))
            })
        },
    },
    // `"startDate": "2020-09-08T12:02:30.667Z"`, where the metadata has Edm.Date.
    Rule {
        name: "time of day in a date",
        applies: |body| {
            any(body, None, &mut |name, _, value| {
                matches!(name, "startDate" | "endDate") && value.as_str().is_some_and(|text| text.contains('T'))
            })
        },
    },
];

/// The rule by which a body is left out, if there is one.
pub fn left_out(body: &Value) -> Option<&'static str> {
    RULES.iter().find(|rule| (rule.applies)(body)).map(|rule| rule.name)
}

/// Either alphabet; if there is padding, then all of it; and nothing cut off, which leaves bits that are part of no byte.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let of_alphabet = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
    let whole = match digits.len() % 4 {
        0 => true,
        1 => false,
        2 => digits.ends_with(['A', 'Q', 'g', 'w']),
        _ => digits.ends_with(|last| "AEIMQUYcgkosw048".contains(last)),
    };
    whole && digits.bytes().all(of_alphabet) && (digits.len() == text.len() || text.len().is_multiple_of(4))
}

/// Whether `test` holds for a member at any depth, given its name, the name of the member around it and its value. The
/// elements of an array go by the array's name.
fn any(
    value: &Value,
    around: Option<(&str, Option<&str>)>,
    test: &mut dyn FnMut(&str, Option<&str>, &Value) -> bool,
) -> bool {
    if let Some((name, parent)) = around
        && !value.is_array()
        && test(name, parent, value)
    {
        return true;
    }
    match value {
        Value::Object(members) => {
            members.iter().any(|(name, value)| any(value, Some((name, around.map(|(name, _)| name))), test))
        }
        Value::Array(elements) => elements.iter().any(|element| any(element, around, test)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::left_out;

    #[test]
    fn each_rule_meets_its_case_and_no_other() {
        for (body, rule) in [
            (json!(893), Some("count")),
            (json!({"a": [{"closedDateTime": "String (timestamp)"}]}), Some("placeholder for a date")),
            (json!({"birthday": "datetime-value"}), Some("placeholder for a date")),
            (json!({"usageDate": "Date"}), Some("placeholder for a date")),
            (json!({"skuId": "skuId-value"}), Some("placeholder for a Guid")),
            (json!({"customerId": "customerId-value"}), Some("placeholder for a Guid")),
            (json!({"addIns": [{"id": "id-value"}]}), Some("placeholder for a Guid")),
            (json!({"accountEnabled": "Boolean"}), Some("placeholder for a boolean")),
            (json!({"isEnabled": "true"}), Some("boolean in quotes")),
            (json!({"attribution": {"addImageQuery": "false"}}), Some("boolean in quotes")),
            (json!({"color": {}}), Some("object for an enum")),
            (json!({"conversationIndex": "Adfsdfsdfsdfw=="}), Some("no base64")),
            (json!({"contentBytes": "JVBERi0…"}), Some("no base64")),
            (json!({"contentBytes": "b29"}), Some("no base64")),
            (json!({"alternativeSecurityIds": [{"key": "base64Y3YxN2E1MWFlYw=="}]}), Some("no base64")),
            (json!({"contentBytes": "_-8", "conversationIndex": "Y3YxN2E1MWFlYw==", "key": "a key"}), None),
            (json!({"range": {"startDate": "2020-09-08T12:02:30.667Z"}}), Some("time of day in a date")),
            (json!({"id": "id-value", "displayName": "displayName-value", "color": "auto", "isRead": true}), None),
            (json!({"lastUpdateDateTime": "Last Update Date Time value"}), None),
            (json!({"createdDateTime": "2020-09-08T12:02:30Z", "endDateTime": null, "birthday": ""}), None),
        ] {
            assert_eq!(left_out(&body), rule, "{body}");
        }
    }
}
