//! What the derive writes, as text under `snapshots/`. Blessed by `UPDATE_EXPECT=1 cargo test`; read the diff.

use expect_test::{ExpectFile, expect_file};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{DeriveInput, parse_quote};

use crate::attr::Derive;
use crate::errors::Errors;
use crate::input::Input;
use crate::input::members::EnumInput;

fn check(item: &DeriveInput, expected: &ExpectFile) {
    check_of(Derive::Entity, item, expected);
}

fn check_of(derive: Derive, item: &DeriveInput, expected: &ExpectFile) {
    match syn::parse2(expanded(item, derive)) {
        Ok(file) => expected.assert_eq(&prettyplease::unparse(&file)),
        Err(error) => panic!("the derive writes what is no Rust: {error}"),
    }
}

/// What is written without the feature `schema`.
fn expanded(item: &DeriveInput, derive: Derive) -> TokenStream {
    let mut errors = Errors::default();
    let code = if derive == Derive::Enum {
        super::members::expand(&EnumInput::from_item(item, &mut errors))
    } else {
        let input = Input::from_item(item, derive, &mut errors);
        super::check(&input, &mut errors);
        super::expand(&input)
    };
    quote!(#errors #code)
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
            singleton = "me",
            singleton(path = "users/{id}/manager", name = "manager_of"),
            strict,
            untagged,
            all_properties,
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
            #[graph(immutable)]
            pub employee_id: Option<String>,
            /// Those it leads.
            #[graph(navigation)]
            pub direct_reports: Vec<User>,
            #[graph(bind, rename = "owner")]
            pub owner_url: Option<String>,
            #[graph(annotation = "@contoso.rank")]
            pub rank: Option<i32>,
            #[graph(annotation = "directReports@odata.count")]
            pub direct_reports_count: Option<i64>,
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
fn permission() {
    let item = parse_quote! {
        #[graph_entity(
            odata = "microsoft.graph.user",
            collection = "users",
            collection(path = "groups/{id}/members", permission(list = "GroupMember.Read.All")),
            singleton(path = "me", permission(get(delegated = "User.Read"), update = "A.ReadWrite, B.Read")),
            permission(list(delegated = "User.ReadBasic.All", application = "User.Read.All"), delete = "User.DeleteAll")
        )]
        pub struct User {
            pub id: Option<String>,
        }
    };
    check(&item, &expect_file!["snapshots/permission.rs"]);
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

#[test]
fn with_base() {
    let item = parse_quote! {
        #[graph_entity(odata = "microsoft.graph.room", collection = "rooms")]
        pub struct Room {
            #[graph(base)]
            pub place: Place,
            pub capacity: i32,
            pub building: Option<String>,
        }
    };
    check(&item, &expect_file!["snapshots/with_base.rs"]);
}

#[test]
fn complex() {
    let item = parse_quote! {
        /// A body.
        #[graph_complex(odata = "microsoft.graph.itemBody", untagged)]
        pub struct ItemBody {
            pub content: String,
            pub content_type: Option<BodyType>,
        }
    };
    check_of(Derive::Complex, &item, &expect_file!["snapshots/complex.rs"]);
}

#[test]
fn graph_enum() {
    let item = parse_quote! {
        #[graph_enum(odata = "microsoft.graph.importance")]
        pub enum Importance {
            Low,
            #[graph(rename = "medium")]
            Normal,
            r#Type,
            #[graph(unrecognized)]
            Unrecognized(String),
        }
    };
    check_of(Derive::Enum, &item, &expect_file!["snapshots/graph_enum.rs"]);
}

#[test]
fn flags_enum() {
    let item = parse_quote! {
        #[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags)]
        enum Part {
            Apps,
            #[graph(unrecognized)]
            Other(::std::string::String),
        }
    };
    check_of(Derive::Enum, &item, &expect_file!["snapshots/flags_enum.rs"]);
}

#[test]
fn family() {
    let item = parse_quote! {
        #[graph_entity(odata = "microsoft.graph.directoryObject", collection = "directoryObjects")]
        pub enum DirectoryObject {
            User(Box<User>),
            Group(Group),
            #[graph(unrecognized)]
            Unrecognized(Unrecognized),
        }
    };
    check(&item, &expect_file!["snapshots/family.rs"]);
}

#[test]
fn action() {
    let item = parse_quote! {
        /// Sends a mail.
        #[graph_operation(action = "sendMail", crate = crate::facade::graph)]
        pub struct SendMail {
            /// The mail.
            #[graph(rename = "Message")]
            pub message: Message,
            pub save_to_sent_items: Option<bool>,
            #[graph(sensitive)]
            pub r#type: Option<String>,
            #[graph(serde)]
            pub tags: std::collections::BTreeSet<String>,
        }
    };
    check_of(Derive::Operation, &item, &expect_file!["snapshots/action.rs"]);
}

#[test]
fn function() {
    let item = parse_quote! {
        #[graph_operation(function = "microsoft.graph.delta", returns = Page<User>)]
        struct Delta;
    };
    check_of(Derive::Operation, &item, &expect_file!["snapshots/function.rs"]);
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
    println!("{} tokens", count(expanded(&item, Derive::Entity)));
}

/// A group is one token and those in it.
fn count(tokens: TokenStream) -> usize {
    let each = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => 1 + count(group.stream()),
        _ => 1,
    });
    each.sum()
}
