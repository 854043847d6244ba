//! The limits of reading: an answer of the hub served as it is, and the same data serialised anew for every request.

use std::{fs, sync::Arc};

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, HeaderName, HeaderValue},
    routing::{MethodRouter, post},
    serve::ListenerExt,
};
use tokio::net::TcpListener;

use super::{commit::one_thread, kaart::Board};

/// Headers that the library writes itself.
const OWN: [&str; 4] = ["content-length", "date", "connection", "transfer-encoding"];

/// Serves at `/graphql`: `static file` or `serde file`; the file is an answer, head and all.
pub fn serve(args: &[&str]) {
    let [kind, file] = args else { panic!("static or serde, and a file: {args:?}") };
    let answer = fs::read(file).unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let headers = headers(&String::from_utf8_lossy(&answer[..end]));
    let body = Bytes::from(answer[end + 4..].to_vec());
    let handler: MethodRouter = match *kind {
        "static" => post(async move |_: Bytes| (headers, body)),
        "serde" => {
            let board: Arc<Board> = Arc::new(serde_json::from_slice(&body).unwrap());
            assert_eq!(serde_json::to_vec(&board).unwrap().len(), body.len(), "the same data: see kaart.rs");
            post(async move |_: Bytes| (headers, serde_json::to_vec(&board).unwrap()))
        }
        other => panic!("no such server: {other}"),
    };
    one_thread().block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("http://{}", listener.local_addr().unwrap());
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        axum::serve(listener, Router::new().route("/graphql", handler)).await.unwrap();
    });
}

fn headers(head: &str) -> HeaderMap {
    let lines = head.split("\r\n").skip(1).filter_map(|line| line.split_once(": "));
    lines
        .filter(|(name, _)| !OWN.contains(&name.to_ascii_lowercase().as_str()))
        .map(|(name, value)| (HeaderName::try_from(name).unwrap(), HeaderValue::try_from(value).unwrap()))
        .collect()
}
