//! What the derive writes, as text under `snapshots/`. Blessed by `UPDATE_EXPECT=1 cargo test`; read the diff.

use expect_test::{ExpectFile, expect_file};
use proc_macro2::{TokenStream, TokenTree};
use syn::{DeriveInput, parse_quote};

fn check(item: &DeriveInput, expected: &ExpectFile) {
    let code = super::derive(item);
    match syn::parse2(code) {
        Ok(file) => expected.assert_eq(&prettyplease::unparse(&file)),
        Err(error) => panic!("the derive writes what is no Rust: {error}"),
    }
}

#[test]
fn least() {
    let item = parse_quote! {
        #[graph_entity(odata = "microsoft.graph.team")]
        struct Team {
            id: String,
        }
    };
    check(&item, &expect_file!["snapshots/least.rs"]);
}

#[test]
fn all_keys() {
    let item = parse_quote! {
        /// A user.
        #[graph_entity(
            odata = "microsoft.graph.user",
            version = "beta",
            collection = "users",
            collection(path = "/groups/{id}/members/{user-id}", name = "in_members"),
            strict,
            untagged,
            crate = crate::facade::graph
        )]
        pub(crate) struct User {
            /// The key.
            #[graph(key, read_only)]
            pub id: String,
            pub display_name: String,
            /// Set it.
            #[deprecated]
            #[graph(required, rename = "Mail")]
            pub mail: Option<String>,
            #[graph(default)]
            pub count: i32,
            #[graph(write_only, sensitive)]
            pub password: Option<String>,
            #[graph(serde)]
            pub tags: Option<std::collections::BTreeSet<String>>,
            pub managers: Vec<User>,
            #[graph(etag)]
            pub etag: Option<String>,
            #[graph(odata_type)]
            pub kind: Option<String>,
            #[graph(extra)]
            pub extra: Extra,
        }
    };
    check(&item, &expect_file!["snapshots/all_keys.rs"]);
}

#[test]
fn raw_names() {
    let item = parse_quote! {
        #[graph_entity(odata = "microsoft.graph.raw", collection = "raws/{type}/x")]
        pub struct r#Raw {
            pub r#type: String,
            pub self_: Option<i32>,
            pub r#match: Vec<i32>,
            #[graph(sensitive)]
            pub r#async: Option<String>,
        }
    };
    check(&item, &expect_file!["snapshots/raw_names.rs"]);
}

/// The number of tokens is what a type costs to compile, before all else.
#[test]
#[ignore = "prints a figure"]
fn tokens() {
    let item = parse_quote! {
        #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
        pub struct User {
            #[graph(key, read_only)]
            pub id: String,
            pub success_device_count: i32,
            pub error_device_count: i32,
            pub user_principal_name: String,
            pub display_name: Option<String>,
            pub device_count: Option<i32>,
            pub account_enabled: Option<bool>,
            pub mail: Option<String>,
            pub quota: Option<i64>,
            pub business_phones: Option<Vec<String>>,
        }
    };
    println!("{} tokens", count(super::derive(&item)));
}

/// A group is one token and those in it.
fn count(tokens: TokenStream) -> usize {
    let each = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => 1 + count(group.stream()),
        _ => 1,
    });
    each.sum()
}
