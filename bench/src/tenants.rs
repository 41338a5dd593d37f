//! Many small tenants on one machine (T11): creation, touching each once, and a server that starts over all of them.

use std::io::Write as _;
use std::time::{Duration, Instant};

use talang_engine::TenantId;

use crate::client::Server;
use crate::report::{Report, Target, memory, middle_and_tail, processor};
use crate::world::World;

pub fn run(count: usize) -> bool {
    let mut report = Report::new("tenants");
    let world = World::new("tenants", 200);
    // The template is made with the first.
    let begin = Instant::now();
    world.tenant("first");
    report.figure(
        "the first tenant, with its template",
        begin.elapsed().as_secs_f64() * 1000.0,
        "ms",
        None,
        Target::None,
    );

    // The limit: the files of a tenant written and brought to the disk, nothing else.
    let files = tenant_files(&world.folder.0);
    let bytes: usize = files.iter().map(Vec::len).sum();
    let scratch = world.folder.0.join("scratch");
    let copies = (0..100.min(count)).map(|i| {
        let folder = scratch.join(i.to_string());
        std::fs::create_dir_all(&folder).expect("a folder");
        let begin = Instant::now();
        for (n, bytes) in files.iter().enumerate() {
            let mut file = std::fs::File::create(folder.join(n.to_string())).expect("a file");
            file.write_all(bytes).and_then(|()| file.sync_all()).expect("written");
        }
        begin.elapsed().as_secs_f64() * 1000.0
    });
    let (copy, _) = middle_and_tail(copies.collect());
    let _ = std::fs::remove_dir_all(&scratch);
    report.figure(
        &format!("a tenant's files written ({} KiB): median", bytes / 1024),
        copy,
        "ms",
        None,
        Target::None,
    );

    let alone = started(&world);
    let cpu = processor("self");
    let times = (0..count).map(|i| {
        let id = TenantId::parse(&format!("t{i}")).expect("a name");
        let begin = Instant::now();
        world.installation.create_tenant(&id, "Small", "en-GB", "").expect("a tenant");
        begin.elapsed().as_secs_f64() * 1000.0
    });
    let (median, tail) = middle_and_tail(times.collect());
    let cpu = processor("self").saturating_sub(cpu).as_secs_f64() * 1000.0 / count as f64;
    let of = Some((median / copy, "writing its files"));
    report.figure(&format!("creating each of {count}: median"), median, "ms", of, Target::AtMost(50.0));
    report.figure("creating: p99", tail, "ms", None, Target::AtMost(50.0));
    report.figure("creating: processor", cpu, "ms", None, Target::None);

    // The server over all of them, as a process of its own.
    let folder = world.close();
    let server = Server::start(&folder.0);
    let one = alone.as_secs_f64() * 1000.0;
    let start = server.started.as_secs_f64() * 1000.0;
    report.figure("start of the server with 1 tenant", one, "ms", None, Target::AtMost(1000.0));
    report.figure(
        &format!("start with {count}"),
        start,
        "ms",
        Some((start / one, "the start with 1")),
        Target::AtMost(1000.0),
    );
    let before = memory(&server.process(), "VmRSS");
    report.figure("resident memory after the start", before, "MB", None, Target::None);
    let mut client = server.connect("first");
    let cpu = processor(&server.process());
    let times = (0..count).map(|i| {
        client.turn_to(&format!("t{i}"));
        let begin = Instant::now();
        client.get("/sign-in");
        begin.elapsed().as_secs_f64() * 1000.0
    });
    let (median, tail) = middle_and_tail(times.collect());
    let cpu = processor(&server.process()).saturating_sub(cpu).as_secs_f64() * 1000.0 / count as f64;
    report.figure("a page of each: median", median, "ms", None, Target::None);
    report.figure("a page of each: p99", tail, "ms", None, Target::None);
    report.figure("a page of each: processor", cpu, "ms", None, Target::None);
    std::thread::sleep(Duration::from_secs(5));
    let idle = memory(&server.process(), "VmRSS");
    let of = Some((idle / before, "the memory after the start"));
    report.figure("idle resident memory, all touched once", idle, "MB", of, Target::AtMost(400.0));
    let cpu = processor(&server.process());
    std::thread::sleep(Duration::from_secs(5));
    let cpu = processor(&server.process()).saturating_sub(cpu).as_secs_f64() * 1000.0 / 5.0;
    report.figure("idle processor time", cpu, "ms/s", None, Target::None);
    report.end()
}

/// How long a server takes to start over what is there now.
fn started(world: &World) -> Duration {
    let mut times: Vec<Duration> = (0..5).map(|_| Server::start(&world.folder.0).started).collect();
    times.sort();
    times[times.len() / 2]
}

/// The content of the files of one tenant, largest folder first come.
fn tenant_files(folder: &std::path::Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let of_template = path.to_string_lossy().contains("template");
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "db") && of_template {
                found.push(std::fs::read(&path).unwrap_or_default());
            }
        }
    }
    assert!(!found.is_empty(), "the template's files are in the data folder");
    found
}
