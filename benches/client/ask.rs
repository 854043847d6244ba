//! Asking one thing at a time, for what is prepared before measuring.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
};

use serde_json::{Value, json};

use super::wire::content_length;

/// The bytes of a request to `/graphql`.
pub fn request(token: &str, body: &Value) -> Vec<u8> {
    let body = body.to_string();
    let mut bytes = format!(
        "POST /graphql HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\naccept: application/json\r\n\
         authorization: Bearer {token}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend_from_slice(body.as_bytes());
    bytes
}

/// Head and body of the answer to a request.
pub fn exchange(address: SocketAddr, request: &[u8]) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(request).unwrap();
    let head = read_head(&mut stream);
    let mut body = vec![0; content_length(head.as_bytes())];
    stream.read_exact(&mut body).unwrap();
    (head, body)
}

/// Reads up to and including the empty line, and nothing beyond.
pub fn read_head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

/// The data that answers a query; fails on any error.
pub fn data(address: SocketAddr, token: &str, query: &str, variables: Value) -> Value {
    let (_, body) = exchange(address, &request(token, &json!({ "query": query, "variables": variables })));
    let mut answer: Value = serde_json::from_slice(&body).unwrap();
    assert!(answer.get("errors").is_none(), "{query}: {answer:#}");
    answer["data"].take()
}
