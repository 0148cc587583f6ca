//! The same request by hand. Sends if it is called with an address; the build is the same.
#![deny(warnings, unused)]

fn request(client: &reqwest::Client, base: &str) -> reqwest::Result<reqwest::Request> {
    let path = "beta/deviceManagement/deviceShellScripts/3f5a/userRunStates";
    client.post(format!("{base}/{path}")).bearer_auth("token").json(&state()).build()
}

async fn send(client: &reqwest::Client, request: reqwest::Request) -> reqwest::Result<State> {
    client.execute(request).await?.error_for_status()?.json().await
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = reqwest::Client::new();
    let base = std::env::args().nth(1);
    let request = request(&client, base.as_deref().unwrap_or("https://localhost"))?;
    let body = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
    println!("{}", String::from_utf8_lossy(body));
    if base.is_some() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        println!("{:?}", runtime.block_on(send(&client, request))?);
    }
    Ok(())
}
