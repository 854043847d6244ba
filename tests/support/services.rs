//! The PostgreSQL and Redis of the tests: those on the standard ports when they answer, else our own.

use std::sync::OnceLock;

use super::{OwnPostgres, OwnRedis, postgres, redis};

const POSTGRES: u16 = 5432;
const REDIS: u16 = 6379;

/// Address of the PostgreSQL server, without a database.
pub fn postgres() -> String {
    static OWN: OnceLock<Option<OwnPostgres>> = OnceLock::new();
    let own = OWN.get_or_init(|| (!postgres::answers(POSTGRES)).then(OwnPostgres::start));
    own.as_ref().map_or_else(|| postgres::url(POSTGRES), OwnPostgres::url)
}

/// Address of the Redis server.
pub fn redis() -> String {
    static OWN: OnceLock<Option<OwnRedis>> = OnceLock::new();
    let own = OWN.get_or_init(|| (!redis::answers(REDIS)).then(OwnRedis::start));
    own.as_ref().map_or_else(|| redis::url(REDIS), OwnRedis::url)
}
