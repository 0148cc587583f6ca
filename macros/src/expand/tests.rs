use quote::ToTokens;
#[test]
#[ignore]
fn tokens() {
    let item: syn::DeriveInput = syn::parse_quote! {
        #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
        pub struct User {
            #[graph(key, read_only)]
            pub id: String,
            pub a: i32, pub b: i32, pub c: String,
            pub d: Option<String>, pub e: Option<i32>, pub f: Option<bool>, pub g: Option<String>, pub h: Option<i64>, pub i: Option<Vec<String>>,
        }
    };
    fn leaves(t: proc_macro2::TokenStream) -> usize {
        t.into_iter()
            .map(|t| match t {
                proc_macro2::TokenTree::Group(g) => 1 + leaves(g.stream()),
                _ => 1,
            })
            .sum()
    }
    println!("{}", leaves(super::derive(&item).to_token_stream()));
}
#[test]
#[ignore]
fn parts() {
    let item: syn::DeriveInput = syn::parse_quote! {
        #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
        pub struct User {
            #[graph(key, read_only)]
            pub id: String,
            pub a: i32, pub b: i32, pub c: String,
            pub d: Option<String>, pub e: Option<i32>, pub f: Option<bool>, pub g: Option<String>, pub h: Option<i64>, pub i: Option<Vec<String>>,
        }
    };
    fn leaves(t: proc_macro2::TokenStream) -> usize {
        t.into_iter()
            .map(|t| match t {
                proc_macro2::TokenTree::Group(g) => 1 + leaves(g.stream()),
                _ => 1,
            })
            .sum()
    }
    let mut e = crate::errors::Errors::default();
    let input = crate::input::Input::from_item(&item, &mut e);
    println!("shape {}", leaves(super::shape::expand(&input)));
    println!("value {}", leaves(super::value::expand(&input)));
    println!("fields {}", leaves(super::fields::expand(&input)));
    println!("entity {}", leaves(super::entity::expand(&input)));
    println!("serde {}", leaves(super::serde::expand(&input)));
    println!("coll {}", leaves(super::collection::expand(&input).unwrap()));
    println!("decl {}", leaves(super::builder::declaration(&input).unwrap()));
    println!("builder {}", leaves(super::builder::expand(&input).unwrap()));
}
