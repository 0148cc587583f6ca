//! The same body, by serde_derive and serde_json.
#![deny(warnings, unused)]

fn main() -> serde_json::Result<()> {
    println!("{}", serde_json::to_string(&state())?);
    Ok(())
}
