//! `samenspel`: see `samenspel --help`.

use std::process::ExitCode;

/// An answer is thousands of small pieces: this allocator makes and frees them in half the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    samenspel::cli::main()
}
