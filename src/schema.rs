//! The merged schema.
