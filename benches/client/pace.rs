//! The ways to load a server: one write at a time, back to back, or at a steady pace.

use std::time::{Duration, Instant};

use super::{
    net::{Happened, Net, What},
    screens::is,
    wire::Answer,
};
use crate::process::Process;

/// Nothing takes this long that works.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long the first part of a load is that does not count.
const WARM: Duration = Duration::from_millis(400);
/// How long it must be quiet before a load counts as drained.
const QUIET: Duration = Duration::from_millis(400);
/// How long a server may take to deliver what it still owes; after that its screens are opened anew.
const DRAIN: Duration = Duration::from_secs(10);
const TURN: Duration = Duration::from_millis(100);

/// Makes the bytes of the next request, for one of the lines.
pub type Make<'m> = &'m mut dyn FnMut(usize) -> Vec<u8>;

/// What a server did under a load.
pub struct Load {
    pub events: u64,
    pub answers: u64,
    pub elapsed: Duration,
    pub cpu: Duration,
    /// Per round, from the first screen that had it to the last; only for one at a time.
    pub spread: Duration,
}

impl Load {
    pub fn events_per_second(&self) -> f64 {
        self.events as f64 / self.elapsed.as_secs_f64()
    }

    pub fn answers_per_second(&self) -> f64 {
        self.answers as f64 / self.elapsed.as_secs_f64()
    }

    /// Microseconds of the server's processor per event delivered.
    pub fn cpu_per_event(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / self.events as f64
    }
}

fn check(answer: &Answer) {
    assert!(answer.ok && !is(&answer.body, "\"code\":"), "refused: {}", String::from_utf8_lossy(&answer.body));
}

/// One write, delivered to every screen before the next; at least one.
pub fn one_at_a_time(
    net: &mut Net,
    server: &Process,
    writer: usize,
    screens: usize,
    time: Duration,
    make: Make,
) -> Load {
    let mut load = Load { events: 0, answers: 0, elapsed: time, cpu: server.cpu(), spread: Duration::ZERO };
    let began = Instant::now();
    let mut seen = Vec::new();
    while load.answers == 0 || began.elapsed() < time {
        net.send(writer, &make(0));
        let (mut to_come, mut answered, sent) = (screens as u64, false, Instant::now());
        let (mut first, mut last) = (None, sent);
        while to_come > 0 || !answered {
            assert!(sent.elapsed() < PATIENCE, "{to_come} screens had no event");
            net.turn(TURN, &mut seen);
            for happened in &seen {
                match &happened.what {
                    What::Events(count) => {
                        to_come = to_come.checked_sub(u64::from(*count)).unwrap_or_else(|| panic!("an event too many"));
                        last = *first.get_or_insert(happened.at).max(&mut happened.at.clone());
                    }
                    What::Answered(answer) => {
                        check(answer);
                        answered = true;
                    }
                    What::Said(_) | What::Closed => refuse(happened),
                }
            }
        }
        load.answers += 1;
        load.events += screens as u64;
        load.spread += last - first.unwrap_or(last);
    }
    load.elapsed = began.elapsed();
    load.cpu = server.cpu() - load.cpu;
    load
}

fn refuse(happened: &Happened) {
    match &happened.what {
        What::Said(text) => panic!("line {}: {}", happened.line, String::from_utf8_lossy(text)),
        What::Closed => panic!("line {} was closed", happened.line),
        What::Events(_) | What::Answered(_) => {}
    }
}

/// Every line asks again as soon as it has its answer. Counts after a warm-up; drains what is still on its way
/// before it answers, and says whether that worked.
pub fn back_to_back(net: &mut Net, server: &Process, lines: &[usize], time: Duration, make: Make) -> (Load, bool) {
    let mut load = Load { events: 0, answers: 0, elapsed: time, cpu: Duration::ZERO, spread: Duration::ZERO };
    let mut began = Instant::now();
    let (mut warm, mut open, mut seen) = (false, 0_usize, Vec::new());
    for line in lines {
        net.send(*line, &make(*line));
        open += 1;
    }
    let (mut running, mut quiet) = (true, Instant::now());
    while running || open > 0 || quiet.elapsed() < QUIET {
        if began.elapsed() > time + DRAIN {
            return (load, false);
        }
        net.turn(TURN, &mut seen);
        let elapsed = began.elapsed();
        if !warm && elapsed >= WARM {
            (load.events, load.answers, load.cpu) = (0, 0, server.cpu());
            (warm, began) = (true, Instant::now());
        } else if warm && running && elapsed >= time {
            (load.elapsed, load.cpu) = (elapsed, server.cpu() - load.cpu);
            running = false;
            if load.events == 0 {
                quiet -= QUIET.min(quiet.elapsed());
            }
        }
        for happened in &seen {
            match &happened.what {
                What::Events(count) => {
                    load.events += if running { u64::from(*count) } else { 0 };
                    quiet = Instant::now();
                }
                What::Answered(answer) => {
                    check(answer);
                    open -= 1;
                    if running {
                        load.answers += 1;
                        net.send(happened.line, &make(happened.line));
                        open += 1;
                    }
                }
                // Under more than it can do, a server may hang up on someone: what it did until then counts.
                What::Said(_) | What::Closed if warm => {
                    eprintln!("een scherm is afgesloten terwijl de server meer kreeg dan hij kon");
                    if running {
                        (load.elapsed, load.cpu) = (began.elapsed(), server.cpu() - load.cpu);
                    }
                    return (load, false);
                }
                What::Said(_) | What::Closed => refuse(happened),
            }
        }
    }
    (load, true)
}

/// Writes at a steady pace, whatever the server does; answers how long each event took to each screen, counted
/// from the moment it was due.
pub fn paced(
    net: &mut Net,
    screens: &[usize],
    writers: &[usize],
    rate: u32,
    time: Duration,
    make: Make,
) -> Vec<Duration> {
    let step = Duration::from_secs(1) / rate;
    let total = (time.as_secs_f64() * f64::from(rate)) as usize;
    let (began, mut sent) = (Instant::now(), Vec::with_capacity(total));
    let mut had = vec![0_usize; screens.iter().max().map_or(0, |line| line + 1)];
    let mut took = Vec::with_capacity(total * screens.len());
    let (mut answers, mut seen) = (0, Vec::new());
    while took.len() < total * screens.len() || answers < total {
        assert!(began.elapsed() < PATIENCE + time, "{} of {} came", took.len(), total * screens.len());
        let due = began + step * sent.len() as u32;
        if sent.len() < total && Instant::now() >= due {
            let line = writers[sent.len() % writers.len()];
            net.send(line, &make(line));
            sent.push(due);
        }
        let next = if sent.len() < total { (began + step * sent.len() as u32) - Instant::now() } else { TURN };
        net.turn(next, &mut seen);
        for happened in &seen {
            match &happened.what {
                What::Events(count) => {
                    let had = &mut had[happened.line];
                    took.extend((*had..*had + *count as usize).map(|event| happened.at - sent[event]));
                    *had += *count as usize;
                }
                What::Answered(answer) => {
                    check(answer);
                    answers += 1;
                }
                What::Said(_) | What::Closed => refuse(happened),
            }
        }
    }
    took
}
