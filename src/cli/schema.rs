//! `samenspel schema`

use crate::schema;

/// The schema is the same for every store.
pub fn run() {
    print!("{}", schema::sdl());
}
