//! The contract of `HttpClient`, one suite for every transport, against raw servers on loopback.
//!
//! The clients are those that `new` makes, so a proxy in the environment has to leave loopback out (`NO_PROXY`).

#![allow(clippy::unwrap_used, reason = "all of this is test code, helpers included")]

mod bounds;
mod chunks;
mod download;
mod drop;
mod failure;
mod inner;
mod large;
mod media;
mod request;
mod response;
mod server;
mod transport;
mod upload;
mod url;

use std::sync::Arc;

use graph_entity::transport::{ReqwestClient, UreqClient};

use self::transport::{Erased, Whole};

/// Runs each case for each transport.
macro_rules! contract {
    ([$($name:ident: $transport:ty),+ $(,)?] $cases:tt) => {
        $(contract!(@ $name, $transport, $cases);)+
    };
    (@ $name:ident, $transport:ty, { $($file:ident: $($case:ident)*;)* }) => {
        mod $name {
            $($(
                #[test]
                fn $case() {
                    use super::*;
                    crate::$file::$case::<$transport>();
                }
            )*)*
        }
    };
}

contract! { [on_reqwest: ReqwestClient, on_ureq: UreqClient] {
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
}}

// What holds for a stream that is a whole in truth, too.
contract! { [
    stream_on_reqwest: ReqwestClient,
    stream_on_ureq: UreqClient,
    stream_on_erased_reqwest: Erased<ReqwestClient>,
    stream_on_erased_ureq: Erased<UreqClient>,
    stream_by_default_on_reqwest: Whole<ReqwestClient>,
    stream_by_default_on_ureq: Whole<UreqClient>,
] {
    upload: known_length_is_content_length
            chunk_sizes_do_not_matter
            empty_put_and_post_have_length_zero
            empty_get_and_delete_have_none
            wrong_framing_is_put_right
            reader_is_read_to_its_length
            failing_body
            body_that_fails_after_its_last_byte
            body_that_times_out_is_no_deadline
            body_that_cannot_connect
            short_body
            long_body
            body_that_is_not_empty
            connection_refused
            connection_dropped
            answer_before_the_end;
    download: redirect_is_not_followed
              error_statuses_are_responses
              empty_bodies
              head_has_a_length_and_no_body
              headers_are_kept
              known_length
              chunked
              until_the_connection_ends
              cut_off
              reset
              exactly_the_bound
              over_the_bound
              deadline_passed_before
              never_ends
              trickles
              silent_server
              user_information_is_refused
              connection_is_reused;
} }

// What is a stream in truth.
contract! { [
    chunks_on_reqwest: ReqwestClient,
    chunks_on_ureq: UreqClient,
    chunks_on_erased_reqwest: Erased<ReqwestClient>,
    chunks_on_erased_ureq: Erased<UreqClient>,
    chunks_on_shared_reqwest: Arc<ReqwestClient>,
    chunks_on_shared_ureq: Arc<UreqClient>,
] {
    upload: unknown_length_is_chunked
            empty_body_of_unknown_length
            body_of_unknown_length_with_get
            failing_chunked_body
            goes_out_as_it_is_made
            slow_reader_meets_the_deadline
            slow_body_meets_the_deadline
            answer_and_close_before_the_end;
    download: arrives_before_the_server_has_finished
              dropping_closes_the_connection
              dropped_unread_and_asked_again
              several_in_parallel;
} }

contract! { [large_on_reqwest: ReqwestClient, large_on_ureq: UreqClient] {
    large: upload
           upload_in_chunks
           download
           download_in_chunks
           download_read_slowly;
} }

contract! { [client_on_reqwest: ReqwestClient, client_on_ureq: UreqClient] {
    media: silent_download
           download_that_stops
           download_that_trickles
           error_that_never_ends
           upload_that_nobody_reads
           redirect_keeps_what_the_range_depends_on;
} }
