//! This context in the schema.
