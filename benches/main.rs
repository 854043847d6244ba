//! `make bench`: what the hub does beside what this machine could do at most, measured in the same run on loopback.
//!
//! The hub runs as it is shipped, on one core; the load runs on another. Beside each figure stands a limit: a bare
//! server ([`bare`]) that does only what cannot be left out, on the core where the hub runs, under the same load.
//! Hub and limit take turns, three times; a row is the median, with the lowest and the highest.
//!
//! `make bench BENCH=fanout` measures one family; `BENCH_HUB=…` another binary; `BENCH_POSTGRES=…` another server.

#![expect(clippy::unwrap_used, reason = "a bench that cannot measure stops, and says where")]

mod bare;
mod bed;
mod client;
mod process;
mod report;
mod rows;
mod server;

use bed::Beds;
use report::Report;
use rows::FAMILIES;

fn main() {
    // Cargo says `--bench` to every bench.
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let Some((first, rest)) = args.split_first()
        && first == "--bare"
    {
        return bare::run(rest);
    }
    if let Some(code) = process::moved_to_client_core() {
        std::process::exit(code);
    }
    let chosen: Vec<_> =
        FAMILIES.iter().filter(|family| args.is_empty() || args.iter().any(|arg| arg == family.name)).collect();
    if chosen.is_empty() {
        let names = FAMILIES.map(|family| family.name).join(", ");
        eprintln!("Kies uit: {names}.");
        std::process::exit(2);
    }
    if !process::can_pin() {
        eprintln!("Eén kern, of geen taskset: hub en belasting delen wat er is.");
    }
    let beds = Beds::make(&chosen.iter().flat_map(|family| family.boards).copied().collect::<Vec<_>>());
    let mut report = Report::default();
    for family in chosen {
        (family.measure)(&beds, &mut report);
    }
    report.finish();
}
