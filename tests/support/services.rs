//! The PostgreSQL and Redis of the tests.

/// Address of the PostgreSQL server, without a database.
pub fn postgres() -> String {
    "postgres://postgres@127.0.0.1:5432".into()
}

/// Address of the Redis server.
pub fn redis() -> String {
    "redis://127.0.0.1:6379".into()
}
