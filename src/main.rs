//! `samenspel`: see `samenspel --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    samenspel::cli::main()
}
