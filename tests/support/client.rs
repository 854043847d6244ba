//! A browser or a program that speaks to the hub over HTTP.

use std::net::SocketAddr;

use reqwest::{
    Client, Method, RequestBuilder, StatusCode,
    header::{AUTHORIZATION, COOKIE, HeaderMap},
};
use serde_json::{Value, json};

use super::{Subscription, TestSocket};

#[derive(Clone)]
pub struct TestClient {
    http: Client,
    pub address: SocketAddr,
    pub cookie: Option<String>,
    pub token: Option<String>,
}

/// An answer, read.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Answer {
    /// The code of the first error.
    pub fn code(&self) -> &str {
        let top = &self.body["errors"][0]["extensions"]["code"];
        top.as_str().or(self.body["fouten"][0]["code"].as_str()).unwrap_or_default()
    }

    /// The secret in the cookie that was set.
    pub fn cookie(&self) -> Option<String> {
        self.header("set-cookie").split(['=', ';']).nth(1).map(str::to_owned)
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl TestClient {
    pub fn new(address: SocketAddr, cookie: Option<String>, token: Option<String>) -> Self {
        let http = Client::builder().no_proxy().build().unwrap();
        Self { http, address, cookie, token }
    }

    /// The same person, at another address.
    pub fn at(&self, address: SocketAddr) -> Self {
        Self { address, ..self.clone() }
    }

    /// A request with the sign-in, and nothing else.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let mut request = self.http.request(method, format!("http://{}{path}", self.address));
        if let Some(cookie) = &self.cookie {
            request = request.header(COOKIE, format!("samenspel={cookie}"));
        }
        if let Some(token) = &self.token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        request
    }

    pub async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    /// Posts JSON as our own pages do.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        send(self.request(Method::POST, path).header("x-samenspel", "1").json(body)).await
    }

    /// Asks, whatever the answer is.
    pub async fn graphql(&self, query: &str, variables: Value) -> Answer {
        self.post("/graphql", &json!({ "query": query, "variables": variables })).await
    }

    /// Asks a hub that may be gone; answers what it said, if it did.
    pub async fn try_graphql(&self, query: &str, variables: Value) -> Option<Value> {
        let body = json!({ "query": query, "variables": variables });
        let request = self.request(Method::POST, "/graphql").header("x-samenspel", "1").json(&body);
        request.send().await.ok()?.json().await.ok()
    }

    /// Asks or changes something that must go well; answers the data.
    pub async fn query(&self, query: &str, variables: Value) -> Value {
        let answer = self.graphql(query, variables).await;
        assert!(answer.status.is_success() && answer.body.get("errors").is_none(), "{query}: {answer:#?}");
        answer.body["data"].clone()
    }

    /// Does the mutation of this name with an input (a `clientMutatieId` is added when it has none); answers the
    /// payload, `fouten` included. `fields` are asked besides `positie` and `fouten`.
    pub async fn mutate(&self, naam: &str, mut input: Value, fields: &str) -> Value {
        let type_name = format!("{}{}Input", naam[..1].to_uppercase(), &naam[1..]);
        if input.get("clientMutatieId").is_none() {
            input["clientMutatieId"] = json!(uuid::Uuid::new_v4());
        }
        let query = format!(
            "mutation ($input: {type_name}!) {{ {naam}(input: $input) {{ positie fouten {{ code bericht veld }} {fields} }} }}"
        );
        self.query(&query, json!({ "input": input })).await[naam].take()
    }

    /// Opens a socket and has it acknowledged.
    pub async fn socket(&self) -> TestSocket {
        let mut socket = TestSocket::connect(self).await;
        socket.greet().await;
        socket
    }

    /// Subscribes on a socket of its own.
    pub async fn subscribe(&self, query: &str, variables: Value) -> Subscription {
        Subscription::start(self.socket().await, query, variables).await
    }
}

pub async fn send(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let text = response.text().await.unwrap();
    let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
    Answer { status, headers, body }
}
