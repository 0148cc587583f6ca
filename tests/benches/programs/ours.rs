//! The body of a create request, by graph-entity.
#![deny(warnings, unused)]

fn main() -> Result<(), graph_entity::Error> {
    let request = State::in_device_shell_script("3f5a")
        .create()
        .success_device_count(2)
        .error_device_count(0)
        .user_principal_name("user@contoso.com")
        .request()?;
    println!("{}", String::from_utf8_lossy(request.body()));
    Ok(())
}
