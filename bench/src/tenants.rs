//! Many small tenants on one machine (T11): creation, touching each once, starting again.

use std::time::Instant;

use talang_engine::{Actor, Door, Query, Scope, TenantId};

use crate::world::{World, percentiles};

/// Resident memory of this process in megabytes.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|n| n.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

pub fn run(count: usize) {
    let world = World::new("tenants", 200);
    world.tenant("first");
    let (median, p99) = percentiles(count, |i| {
        let id = TenantId::parse(&format!("t{i}")).expect("a name");
        world.installation.create_tenant(&id, "Small", "en-GB", "").expect("a tenant");
    });
    println!("create                    median {median:.2} ms  p99 {p99:.2} ms");
    let touch = |i: usize| {
        let id = TenantId::parse(&format!("t{i}")).expect("a name");
        let tenant = world.installation.tenant(&id).expect("there");
        let scope = Scope::new(&world.installation, &tenant, Actor::System, Door::Screen);
        scope
            .view(|v| {
                let object = v.object("Employee")?;
                v.list(&object, &Query { limit: 50, ..Query::default() })
            })
            .expect("a list");
    };
    let (median, p99) = percentiles(count, touch);
    println!("touch                     median {median:.2} ms  p99 {p99:.2} ms");
    println!("resident memory           {:.0} MB", resident());
    let begin = Instant::now();
    let registry = talang_engine::Registry::new(vec![talang_core_hr::module()]).expect("modules");
    println!("modules read              {:.0} ms", begin.elapsed().as_secs_f64() * 1000.0);
    drop(registry);
}
