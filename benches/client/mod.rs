//! The load: one thread, one loop over all sockets, so lean that the client is not what is measured.

pub mod ask;
pub mod documents;
pub mod editors;
pub mod net;
pub mod pace;
pub mod screens;
pub mod wire;
