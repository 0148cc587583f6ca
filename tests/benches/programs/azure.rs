//! The same request by the pipeline of azure_core. Sends if it is called with an address; the build is the same.
#![deny(warnings, unused)]
use azure_core::http::{ClientOptions, Context, Method, Pipeline, Request, Url};

fn request(base: &str) -> Result<Request, Box<dyn std::error::Error>> {
    let path = "beta/deviceManagement/deviceShellScripts/3f5a/userRunStates";
    let mut request = Request::new(Url::parse(&format!("{base}/{path}"))?, Method::Post);
    request.insert_header("authorization", "Bearer token");
    request.insert_header("content-type", "application/json");
    request.set_json(&state())?;
    Ok(request)
}

async fn send(mut request: Request) -> azure_core::Result<State> {
    let pipeline = Pipeline::new(None, None, ClientOptions::default(), Vec::new(), Vec::new(), None);
    let response = pipeline.send(&Context::new(), &mut request, None).await?;
    response.into_body().json()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let base = std::env::args().nth(1);
    let request = request(base.as_deref().unwrap_or("https://localhost"))?;
    let body = azure_core::Bytes::from(request.body());
    println!("{}", String::from_utf8_lossy(&body));
    if base.is_some() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        println!("{:?}", runtime.block_on(send(request))?);
    }
    Ok(())
}
