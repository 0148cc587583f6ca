//! The emulator over TLS, by inner clients that trust its certificate.

use std::error::Error as _;
use std::sync::Arc;

use downstream::Book;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{Error, GraphClient, HttpClient, Monitor, NextLink, Retry};
use graph_entity_emulator::{Emulator, LongRunning, Server};
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::CertificateDer;
use serde_json::json;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

fn server() -> Server {
    let books = "shelves/{shelfId}/books";
    let emulator = Emulator::builder().token("t").entity::<Book>().page_size("v1.0", books, 2);
    let slow = LongRunning::operation().polls(1);
    let emulator = emulator.long_running(http::Method::POST, "v1.0", books, slow);
    let books = (0..5).map(|number| json!({"id": format!("b{number}"), "title": format!("Book {number}")}));
    let emulator = books.fold(emulator, |emulator, book| emulator.item("v1.0", "shelves/s1/books", book));
    emulator.build().serve_tls().expect("a port")
}

fn ureq(server: &Server) -> UreqClient {
    let pem = server.certificate_pem().expect("TLS");
    let certificate = Certificate::from_pem(pem.as_bytes()).expect("a certificate");
    let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&[certificate])).build();
    UreqClient::from_agent(ureq::Agent::config_builder().tls_config(tls).build().into())
}

fn reqwest(server: &Server) -> ReqwestClient {
    let mut roots = rustls::RootCertStore::empty();
    let pem = server.certificate_pem().expect("TLS");
    roots.add(CertificateDer::from_pem_slice(pem.as_bytes()).expect("PEM")).expect("a certificate");
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    ReqwestClient::from_builder(reqwest::Client::builder().tls_backend_preconfigured(config)).expect("a client")
}

fn client<H: HttpClient>(http: H, server: &Server) -> GraphClient<H> {
    GraphClient::builder(http).base_url(server.url()).token("t").retry(Retry::none()).build().expect("a client")
}

#[test]
fn all_is_the_same_as_without() {
    let server = server();
    assert!(server.url().starts_with("https://127.0.0.1:"));
    let client = client(ureq(&server), &server);
    // The links in its answers have TLS as well.
    let mut pages = Book::in_shelf("s1").list().iter_pages(&client);
    let first = pages.next().expect("a page").expect("a page");
    let saved = serde_json::to_value(first.next_link()).expect("JSON");
    assert!(saved["url"].as_str().is_some_and(|url| url.starts_with(&server.url())), "{saved}");
    let link: NextLink<Book> = serde_json::from_value(saved).expect("a link");
    assert_eq!(link.iter(&client).filter_map(Result::ok).count(), 3);
    // An operation below the version's root.
    let create = Book::in_shelf("s1").create().title("Late").request().expect("a request");
    let monitor: Monitor<Book> = create.start_blocking(&client).expect("a start").monitor().expect("a monitor");
    let outcome = monitor.interval(std::time::Duration::from_millis(5)).wait_blocking(&client).expect("an end");
    assert_eq!(outcome.fetch_blocking(&client).expect("a book").title, "Late");
}

#[test]
fn async_too() {
    let server = server();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let client = client(reqwest(&server), &server);
    let books = async {
        let (mut books, mut titles) = (Book::in_shelf("s1").list().stream(&client), Vec::new());
        while let Some(book) = books.next().await {
            titles.push(book.expect("a book").title);
        }
        titles
    };
    assert_eq!(runtime.block_on(books), ["Book 0", "Book 1", "Book 2", "Book 3", "Book 4"]);
}

/// Who does not trust it sends nothing.
#[test]
fn another_server_s_certificate_is_refused() {
    let (server, other) = (server(), server());
    let get = || Book::in_shelf("s1").item("b1").get();
    let error = get().send_blocking(&client(ureq(&other), &server)).expect_err("another certificate");
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let error = runtime.block_on(get().send(&client(reqwest(&other), &server))).expect_err("another certificate");
    assert!(format!("{:?}", error.source()).contains("Certificate"), "{error:?}");
    assert!(server.emulator().log().is_empty());
}
