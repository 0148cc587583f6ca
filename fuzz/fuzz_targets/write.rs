#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| graph_entity_fuzz::write::run(data));
