//! `samenspel`: see `samenspel --help`.

fn main() {}
