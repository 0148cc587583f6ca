//! Tests of code that uses an entity: against an emulator in process, without a socket.

use downstream::Book;
use graph_entity::{json, Error, GraphClient};
use graph_entity_emulator::Emulator;

#[test]
fn a_book_is_shelved() {
    let emulator = Emulator::builder().entity::<Book>().build();
    let client =
        GraphClient::builder(emulator.clone()).base_url("http://localhost").token("t").build().expect("a client");
    let book = Book::in_shelf("s1").create().title("Graph").price(9.5).send_blocking(&client).expect("a book");
    assert_eq!((book.title.as_str(), book.price), ("Graph", Some(9.5)));
    assert_eq!(emulator.items("v1.0", "shelves/s1/books").len(), 1);
    let error = Book::in_shelf("..").create().title("x").send_blocking(&client).expect_err("no path");
    assert!(matches!(error, Error::Usage(_)));
}

#[test]
fn numbers_are_read_whatever_features_serde_json_has() {
    let text = r#"{"id":"1","title":"t","price":1.5,"sold":9007199254740993}"#;
    let expected =
        Book { id: "1".into(), title: "t".into(), price: Some(1.5), sold: Some(9_007_199_254_740_993) };
    assert_eq!(json::from_str::<Book>(text).expect("ours"), expected);
    assert_eq!(serde_json::from_str::<Book>(text).expect("serde_json's"), expected);
    let value: serde_json::Value = serde_json::from_str(text).expect("a value");
    assert_eq!(serde_json::from_value::<Book>(value).expect("from a value"), expected);
    for wrong in [r#"{"id":"1","title":"t","sold":1.5}"#, r#"{"id":"1","title":"t","sold":99999999999999999999}"#] {
        assert_eq!(json::from_str::<Book>(wrong).expect_err("no Int64").path(), "$.sold");
    }
}

#[test]
fn the_compiler_refuses_misuse() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
