//! Forms of URLs that lead away from a service, or look as if they did not. All of them have the path `/stolen`.

/// For a service at this port of 127.0.0.1; somebody else listens at the other.
pub fn of_loopback(home: u16, other: u16) -> Vec<String> {
    [
        // Another port, another name of the same machine, and names of the other's.
        "http://127.0.0.1:{other}/stolen",
        "http://localhost:{home}/stolen",
        "http://localhost:{other}/stolen",
        "http://localhost.:{home}/stolen",
        "http://localhost.:{other}/stolen",
        "http://127.0.0.1.:{other}/stolen",
        "http://127.0.0.2:{home}/stolen",
        "http://127.1:{other}/stolen",
        "http://2130706433:{other}/stolen",
        "http://0x7f000001:{home}/stolen",
        "http://0177.0.0.1:{home}/stolen",
        "http://[::1]:{other}/stolen",
        "http://[::ffff:127.0.0.1]:{other}/stolen",
        "http://0.0.0.0:{home}/stolen",
        "https://127.0.0.1:{home}/stolen",
        "https://127.0.0.1:{other}/stolen",
        // User information.
        "http://127.0.0.1:{home}@127.0.0.1:{other}/stolen",
        "http://user@127.0.0.1:{home}/stolen",
        "http://user:pass@127.0.0.1:{home}/stolen",
        "http://@127.0.0.1:{other}/stolen",
        "http://127.0.0.1:{home}%40127.0.0.1:{other}/stolen",
        "http://127.0.0.1:{home}%2F@127.0.0.1:{other}/stolen",
        // What URL parsers disagree about.
        "//127.0.0.1:{other}/stolen",
        "///127.0.0.1:{other}/stolen",
        "http:/127.0.0.1:{other}/stolen",
        "http:127.0.0.1:{other}/stolen",
        "http:\\\\127.0.0.1:{other}\\stolen",
        "http://127.0.0.1:{home}\\@127.0.0.1:{other}/stolen",
        "http://127.0.0.1:{home};127.0.0.1:{other}/stolen",
        "http://127.0.0.1:{home}:{other}/stolen",
        "HTTP://127.0.0.1:{other}/stolen",
        "http://127.0.0.1:/stolen",
        "http://127.0.0.1:-{home}/stolen",
        "http://127.0.0.1:99999/stolen",
    ]
    .map(|form| form.replace("{home}", &home.to_string()).replace("{other}", &other.to_string()))
    .to_vec()
}

/// For a service at `https://graph.microsoft.com`.
pub const WITH_TLS: [&str; 46] = [
    "https://evil.example/stolen",
    "http://graph.microsoft.com/stolen",
    "http://graph.microsoft.com:443/stolen",
    "http://127.0.0.1/stolen",
    "http://localhost/stolen",
    "https://[::1]/stolen",
    // Look-alikes.
    "https://graph.microsoft.com.evil.example/stolen",
    "https://GRAPH.MICROSOFT.COM.EVIL.EXAMPLE/stolen",
    "https://evilgraph.microsoft.com/stolen",
    "https://evil.graph.microsoft.com/stolen",
    "https://graph-microsoft.com/stolen",
    "https://graph_microsoft.com/stolen",
    "https://microsoft.com/stolen",
    "https://com/stolen",
    "https://graph.microsoft.us/stolen",
    "https://graph.microsoft.com./stolen",
    "https://graph.microsoft.com../stolen",
    "https://.graph.microsoft.com/stolen",
    "https://gr\u{e4}ph.microsoft.com/stolen",
    "https://graph\u{3002}microsoft.com/stolen",
    "https://graph.microso\u{fb01}.com/stolen",
    "https://xn--grph-0qa.microsoft.com/stolen",
    "https://graph%2emicrosoft%2ecom/stolen",
    "https://graph.microsoft.com%2eevil.example/stolen",
    "https://graph.microsoft.com%00.evil.example/stolen",
    "https://graph.microsoft.com,evil.example/stolen",
    "https://graph.microsoft.com;.evil.example/stolen",
    // User information.
    "https://graph.microsoft.com@evil.example/stolen",
    "https://graph.microsoft.com:443@evil.example/stolen",
    "https://user@graph.microsoft.com/stolen",
    "https://user:pass@graph.microsoft.com/stolen",
    "https://@graph.microsoft.com/stolen",
    "https://graph.microsoft.com\\@evil.example/stolen",
    "https://evil.example\\@graph.microsoft.com/stolen",
    // Ports.
    "https://graph.microsoft.com:8443/stolen",
    "https://graph.microsoft.com:80/stolen",
    "https://graph.microsoft.com:0/stolen",
    "https://graph.microsoft.com:/stolen",
    "https://graph.microsoft.com:65979/stolen", // 443 in 16 bits
    "https://graph.microsoft.com:x/stolen",
    // No authority, or another scheme.
    "//evil.example/stolen",
    "https:///graph.microsoft.com/stolen",
    "https:evil.example/stolen",
    "wss://graph.microsoft.com/stolen",
    "javascript:alert(1)/stolen",
    "file:///stolen",
];
