//! What a failure of ureq means: whether the request may have left, without the URL that some errors carry.

use std::io;

use ureq::{Error, Timeout};

use crate::client::http_client::{Sent, TransportError};

/// A failure before the response's head had arrived.
pub(super) fn failure(error: Error) -> TransportError {
    let sent = if came_before_sending(&error) { Sent::No } else { Sent::Maybe };
    transport_error(sent, error)
}

/// A failure in the middle of the response's body.
pub(super) fn broken_off(error: io::Error) -> TransportError {
    transport_error(Sent::Maybe, error.into())
}

fn transport_error(sent: Sent, error: Error) -> TransportError {
    match error {
        Error::Timeout(_) => TransportError::timeout(sent),
        // These two quote the URL, with its query and ids.
        Error::BadUri(_) => TransportError::new(sent, "the URL has no host, or not the scheme http or https"),
        Error::RequireHttpsOnly(_) => TransportError::new(sent, "the agent is set to https only"),
        other => TransportError::new(sent, other),
    }
}

/// Whether `error` can come only before the first byte of a request. ureq doesn't say in which phase it failed, so an
/// error that an open connection may report as well isn't in here.
fn came_before_sending(error: &Error) -> bool {
    match error {
        Error::BadUri(_)
        | Error::RequireHttpsOnly(_)
        | Error::HostNotFound
        | Error::ConnectionFailed
        | Error::InvalidProxyUrl
        | Error::ConnectProxyFailed(_)
        | Error::Tls(_)
        | Error::TlsRequired
        | Error::Timeout(Timeout::Resolve | Timeout::Connect) => true,
        // Of the configuration; later errors of rustls come as `Error::Io`.
        #[cfg(feature = "rustls")]
        Error::Rustls(_) => true,
        // Of the handshake; likewise.
        #[cfg(feature = "native-tls")]
        Error::NativeTls(_) | Error::Der(_) => true,
        Error::Io(error) => is_connect_error(error),
        _ => false,
    }
}

fn is_connect_error(error: &io::Error) -> bool {
    // An open connection is reset, not refused. Unreachable hosts and networks are left out: TCP reports them for open
    // connections too.
    matches!(error.kind(), io::ErrorKind::ConnectionRefused | io::ErrorKind::AddrNotAvailable) || is_lookup_error(error)
}

/// Whether the host's name couldn't be looked up. The standard library has no kind for it, so this goes by its words;
/// should they change, the answer is the careful one.
fn is_lookup_error(error: &io::Error) -> bool {
    // WSAHOST_NOT_FOUND, WSATRY_AGAIN, WSANO_RECOVERY, WSANO_DATA
    let on_windows = cfg!(windows) && matches!(error.raw_os_error(), Some(11001..=11004));
    on_windows || error.to_string().starts_with("failed to lookup address information")
}
