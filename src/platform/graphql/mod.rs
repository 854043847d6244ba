//! What every GraphQL type of the hub shares: global ids, scalars, pages.

pub mod page;
pub mod relay;
pub mod scalars;
