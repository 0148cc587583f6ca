//! The contract of `HttpClient`, one suite for every transport, against raw servers on loopback.
//!
//! The clients are those that `new` makes, so a proxy in the environment has to leave loopback out (`NO_PROXY`).

#![allow(clippy::unwrap_used, reason = "all of this is test code, helpers included")]

mod bounds;
mod drop;
mod failure;
mod inner;
mod request;
mod response;
mod server;
mod transport;
mod url;

/// Runs each case for each transport.
macro_rules! contract {
    ($($file:ident: $($case:ident)*;)*) => {
        contract!(@ on_reqwest, graph_entity::transport::ReqwestClient, $($file: $($case)*;)*);
        contract!(@ on_ureq, graph_entity::transport::UreqClient, $($file: $($case)*;)*);
    };
    (@ $name:ident, $transport:ty, $($file:ident: $($case:ident)*;)*) => {
        mod $name {
            $($(
                #[test]
                fn $case() {
                    crate::$file::$case::<$transport>();
                }
            )*)*
        }
    };
}

contract! {
    request: post_sends_the_given_headers_and_no_other
             get_sends_no_length
             delete_without_a_body
             delete_with_a_body
             empty_post_has_length_zero
             empty_patch_has_length_zero
             wrong_framing_is_put_right
             large_body_arrives_whole
             connection_is_reused
             sleep_sleeps;
    response: redirect_is_returned_and_not_followed
              redirect_with_a_body_is_returned
              not_modified_is_returned
              error_statuses_are_responses
              no_content
              created_with_an_empty_body
              chunked_body
              body_until_the_connection_ends
              head_has_a_length_and_no_body
              headers_are_kept
              interim_responses_are_skipped
              erased;
    bounds: body_of_exactly_the_bound
            known_length_over_the_bound
            default_bound
            endless_body
            no_limits_mean_the_defaults
            deadline_passed_before
            silent_server
            response_head_never_ends
            response_never_ends
            response_trickles;
    failure: connection_refused
             host_unknown
             no_tls_here
             url_without_a_host
             dropped_before_the_response
             reused_connection_dropped
             dropped_within_the_body
             dropped_within_a_chunk
             garbage;
    url: sent_as_it_is_or_not_at_all
         user_information_is_refused;
}
