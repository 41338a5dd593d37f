//! The command line: a file per group of commands. What a command says goes to standard output, in words or, with
//! `--json`, as one JSON document; what goes wrong goes to standard error with a hint.

mod activity;
mod check;
mod demo;
pub mod files;
mod keys;
mod open;
mod report;
mod schedule;
mod serve;
mod tenants;
mod users;
mod vault;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

pub use open::{Failure, Outcome};

/// What every command takes.
#[derive(Args, Clone, Debug)]
struct Global {
    /// Data folder: directory, tenants, attachments [default: ./talang-data]
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Configuration file, for installations on PostgreSQL and for `serve`; --data wins over its data folder
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Answer as one JSON document, for programs
    #[arg(long, global = true)]
    json: bool,
}

const ABOUT: &str = "\
Talang: an HR suite in one program.

Start with a living demo, no preparation needed:
  talang demo

Or set up your own:
  talang tenant create acme --name \"Acme Ltd\" --culture en-GB
  talang user create ana@acme.example --tenant acme --role administrator --role hr-manager
  talang serve

Commands that read or write a tenant's data (import, export, report, formats, openapi) act as a standard account of that tenant,
the login `operator` with the role `integration`: nobody stands above the tenants. It has no password, so nobody can sign
in with it; a tenant that suspends it, or takes its role away, shuts the command line out.";

/// The command line.
#[derive(Parser, Debug)]
#[command(name = "talang", version, about = "Talang: an HR suite in one program", long_about = ABOUT)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve three demo companies, made on the first start
    Demo(demo::Demo),
    /// Serve the tenants of an installation
    Serve(serve::Serve),
    /// Create, list and delete tenants
    #[command(subcommand)]
    Tenant(tenants::TenantCommand),
    /// Accounts of a tenant: the first administrator, passwords, roles
    #[command(subcommand)]
    User(users::UserCommand),
    /// Keys with which programs use the interfaces
    #[command(subcommand)]
    Key(keys::KeyCommand),
    /// Import CSV files
    Import(files::Import),
    /// Export a business object as CSV, Excel or PDF
    Export(files::Export),
    /// Reports that somebody kept on a list, as files
    Report(report::SavedReport),
    /// The formats of import and export files, and examples of them
    Formats(files::Formats),
    /// The OpenAPI document of a tenant's REST interface
    Openapi(files::OpenApi),
    /// Work at set times: imports, exports and purge of file spaces, mails
    #[command(subcommand)]
    Schedule(schedule::ScheduleCommand),
    /// A tenant's application log for machines
    #[command(subcommand)]
    Log(activity::LogCommand),
    /// The keys of sealed secrets: where they are, exchanging them
    #[command(subcommand)]
    Vault(vault::VaultCommand),
    /// Check the databases of an installation
    Check(check::Check),
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    // Documents that people bring are read in a process of its own: this program, once more, with nothing but the document.
    if std::env::args_os().nth(1).is_some_and(|what| what == talang_reading::apart::ARGUMENT) {
        return talang_reading::apart::read();
    }
    // On Linux this stays the program that runs, also after its file was exchanged for a newer one.
    let own = std::path::PathBuf::from("/proc/self/exe");
    let program = if own.exists() { Ok(own) } else { std::env::current_exe() };
    program.into_iter().for_each(talang_reading::apart::use_program);
    let cli = Cli::parse();
    let json = cli.global.json;
    let open = open::Opener::new(cli.global);
    let outcome = match cli.command {
        Command::Demo(command) => command.run(&open),
        Command::Serve(command) => command.run(&open),
        Command::Tenant(command) => command.run(&open),
        Command::User(command) => command.run(&open),
        Command::Key(command) => command.run(&open),
        Command::Import(command) => command.run(&open),
        Command::Export(command) => command.run(&open),
        Command::Report(command) => command.run(&open),
        Command::Formats(command) => command.run(&open),
        Command::Openapi(command) => command.run(&open),
        Command::Schedule(command) => command.run(&open),
        Command::Log(command) => command.run(&open),
        Command::Vault(command) => command.run(&open),
        Command::Check(command) => command.run(&open),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Rejected) => ExitCode::FAILURE,
        Err(failure) => {
            failure.tell(json);
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }

    #[test]
    fn every_command_shows_an_example() {
        fn walk(command: &mut clap::Command, found: &mut Vec<String>) {
            let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_string()).collect();
            if names.is_empty() && !command.render_long_help().to_string().contains("talang ") {
                found.push(command.get_name().to_string());
            }
            for name in names.iter().filter(|n| *n != "help") {
                if let Some(sub) = command.find_subcommand_mut(name) {
                    walk(sub, found);
                }
            }
        }
        let mut command = super::Cli::command();
        command.build();
        let mut found = Vec::new();
        for name in [
            "demo", "serve", "tenant", "user", "key", "import", "export", "report", "formats", "openapi",
            "schedule", "log", "vault", "check",
        ] {
            let sub = command.find_subcommand_mut(name).unwrap();
            // The usage line names the program too: look below it.
            if !sub.get_after_help().is_some_and(|h| h.to_string().contains("talang "))
                && sub.get_subcommands().next().is_none()
            {
                found.push(name.to_string());
            }
            walk(sub, &mut found);
        }
        assert_eq!(found, Vec::<String>::new());
    }
}
