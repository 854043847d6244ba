//! How bytes come in and go out: status codes, close codes, limits, signing in, stopping.

mod close_codes;
mod http;
mod kept;
mod limits;
mod observed;
mod screens;
mod session;
mod sockets;
mod stopping;
