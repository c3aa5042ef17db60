//! A PostgreSQL of the tests' own: in a temporary folder, reached by a socket in it, run by another
//! user where the tests run as root, since PostgreSQL refuses that. It is stopped when the last
//! test that uses it ends.

use server::store::DatabaseUrl;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// Whose processes the databases are.
const USER: &str = "postgres";

/// A running cluster.
#[derive(Debug)]
pub struct Cluster {
    folder: tempfile::TempDir,
    programs: PathBuf,
    databases: AtomicU32,
}

static RUNNING: Mutex<Weak<Cluster>> = Mutex::new(Weak::new());

impl Cluster {
    /// The cluster that other tests use at this time, or a new one.
    ///
    /// # Panics
    /// Where PostgreSQL isn't installed or doesn't start.
    #[must_use]
    pub fn shared() -> Arc<Self> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(cluster) = running.upgrade() {
            return cluster;
        }
        let cluster = Arc::new(Self::start());
        *running = Arc::downgrade(&cluster);
        cluster
    }

    fn start() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("countersign-pg-")
            .tempdir()
            .expect("a temporary folder");
        if root() {
            let (user, group) = (id("-u"), id("-g"));
            chown(folder.path(), Some(user), Some(group))
                .expect("the folder becomes the database's");
        }
        let cluster = Self {
            folder,
            programs: programs(),
            databases: AtomicU32::new(0),
        };
        let data = cluster.data();
        let data = data.to_str().expect("a plain path");
        cluster.run(
            "initdb",
            &[
                "-D",
                data,
                "-A",
                "trust",
                "-U",
                USER,
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
            ],
        );
        let socket = format!(
            "-c listen_addresses= -c unix_socket_directories={}",
            cluster.folder.path().display()
        );
        let log = cluster.folder.path().join("log");
        cluster.run(
            "pg_ctl",
            &[
                "-D",
                data,
                "-w",
                "-o",
                &socket,
                "-l",
                log.to_str().expect("a plain path"),
                "start",
            ],
        );
        cluster
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A new, empty database.
    ///
    /// # Panics
    /// Where it can't be made.
    #[must_use]
    pub fn database(&self) -> DatabaseUrl {
        let name = format!(
            "countersign_{}",
            self.databases.fetch_add(1, Ordering::Relaxed)
        );
        let socket = self.folder.path().to_str().expect("a plain path");
        self.run("createdb", &["-h", socket, "-U", USER, &name]);
        DatabaseUrl::new(format!(
            "postgres://{USER}@localhost/{name}?host={}",
            socket.replace('/', "%2F")
        ))
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let program = self.programs.join(program);
        let mut command = if root() {
            let mut command = Command::new("runuser");
            command.args(["-u", USER, "--"]).arg(&program);
            command
        } else {
            Command::new(&program)
        };
        let output = command
            .args(arguments)
            .current_dir("/")
            .output()
            .expect("PostgreSQL's programs run");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{} failed: {said}",
            program.display()
        );
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.data();
        self.run(
            "pg_ctl",
            &[
                "-D",
                data.to_str().expect("a plain path"),
                "-m",
                "immediate",
                "-w",
                "stop",
            ],
        );
    }
}

/// The newest of Debian's PostgreSQL programs.
fn programs() -> PathBuf {
    let versions = Path::new("/usr/lib/postgresql");
    let entries = std::fs::read_dir(versions).expect("PostgreSQL is installed: .ci/need postgres");
    let version = |entry: &PathBuf| {
        entry
            .file_name()
            .and_then(|name| name.to_str()?.parse::<u32>().ok())
    };
    let newest = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .max_by_key(version);
    newest
        .expect("PostgreSQL is installed: .ci/need postgres")
        .join("bin")
}

fn root() -> bool {
    output("id", &["-u"]) == "0"
}

fn id(which: &str) -> u32 {
    output("id", &[which, USER]).parse().expect("a number")
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .expect("a program of every system");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
