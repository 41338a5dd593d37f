//! `talang serve`.

use std::net::SocketAddr;

use clap::Args;

use super::open::{Failure, Opener, Outcome};
use crate::config::EXAMPLE;
use crate::{log, web};

fn examples() -> String {
    let example: String = EXAMPLE.lines().map(|l| format!("  {l}\n")).collect();
    format!(
        "Examples:\n  talang serve\n  talang serve --config /etc/talang.toml\n  talang serve --data /var/lib/talang --listen 0.0.0.0:8080\n\n\
         Every key of the configuration file, with its default:\n\n{example}\n\
         Ends on SIGTERM or SIGINT after finishing the requests that run. Load balancers ask /health/live and /health/ready."
    )
}

/// Serve the tenants of an installation over HTTP.
#[derive(Args, Debug)]
#[command(after_help = examples())]
pub(super) struct Serve {
    /// Address and port; wins over the configuration
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<SocketAddr>,
}

impl Serve {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        let mut config = open.config()?;
        config.listen = self.listen.unwrap_or(config.listen);
        log::set_format(config.log);
        let installation = open.create(&config)?;
        let listen = config.listen;
        let app = web::App::new(installation, config)?;
        web::serve(app, |_| ()).map_err(|e| {
            Failure::new(format!("cannot serve on {listen}: {e}")).hint("choose another port with --listen")
        })?;
        Ok(Outcome::Done)
    }
}
