//! The tables, how they came to be, and how a file is opened.
//!
//! There are two files. The first has what was sent and cannot be had again: events, what was
//! refused, what was seen. The second has the facts, which are made from it; it is never waited for
//! to be safe on the disk, and is made anew when it is missing, behind the times or of another form.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::failure::{Failure, Outcome};
use crate::events::StoreError;
use crate::settings::private;

/// Tells a store of ours from any other database: `trct`.
const APPLICATION: i64 = 0x7472_6374;

/// Every change of the first file's tables, in order. A store has as many of them as its
/// `user_version` says; they are only ever added to.
const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    INSERT INTO about VALUES ('store', randomblob(16));

    CREATE TABLE kinds (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE places (id INTEGER PRIMARY KEY, account BLOB, workspace BLOB);

    CREATE TABLE events (
        position INTEGER PRIMARY KEY,
        sid BLOB NOT NULL,
        at INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        place INTEGER NOT NULL,
        body BLOB NOT NULL
    );
    CREATE UNIQUE INDEX events_by_sid ON events (sid);
    CREATE INDEX events_by_time ON events (at);
    CREATE TABLE counts (
        day INTEGER, kind INTEGER, place INTEGER, events INTEGER NOT NULL,
        PRIMARY KEY (day, kind, place)
    ) WITHOUT ROWID;

    -- Events that were told anew and what that did.
    CREATE TABLE retold (
        number INTEGER PRIMARY KEY, position INTEGER NOT NULL, contradicts INTEGER NOT NULL
    );
    CREATE TABLE seen (
        noun INTEGER, sid BLOB, number INTEGER NOT NULL, state BLOB NOT NULL,
        PRIMARY KEY (noun, sid)
    ) WITHOUT ROWID;
    CREATE INDEX seen_by_number ON seen (number);

    CREATE TABLE quarantine (
        number INTEGER PRIMARY KEY, at INTEGER NOT NULL, encoding TEXT NOT NULL,
        reason TEXT NOT NULL, body TEXT NOT NULL
    );
",
    "
    -- Nothing is left of what was promised once it is kept, but its key.
    CREATE TABLE promises (
        number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, what TEXT
    );
    CREATE INDEX promises_open ON promises (number) WHERE what IS NOT NULL;
",
    "
    -- What an event spoke of before it was told anew, and no longer does.
    ALTER TABLE retold ADD COLUMN lost BLOB;
",
    "
    -- In the place of an index, so that it can be behind: events up to the position `listed` are on
    -- it, later ones may be.
    CREATE TABLE sids (sid BLOB PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO sids SELECT sid, position FROM events ORDER BY sid;
    DROP INDEX events_by_sid;
    INSERT INTO about SELECT 'listed', coalesce(max(position), 0) FROM events;
",
];

/// The form of the facts: whatever else is found is made anew.
const FACTS_FORM: i64 = 3;

const FACTS: &str = "
    -- How far the facts are true. Events told anew are in them up to `retold`, and what they said
    -- before is out of them up to `mended`.
    CREATE TABLE mark (
        one INTEGER PRIMARY KEY CHECK (one = 1), store BLOB NOT NULL,
        position INTEGER NOT NULL, retold INTEGER NOT NULL, mended INTEGER NOT NULL,
        seen INTEGER NOT NULL, last INTEGER
    );
    CREATE TABLE tasks (
        id INTEGER PRIMARY KEY, sid BLOB NOT NULL UNIQUE,
        created INTEGER, accepted INTEGER, ended INTEGER, open INTEGER NOT NULL, state BLOB NOT NULL
    );
    CREATE INDEX tasks_created ON tasks (created);
    CREATE INDEX tasks_accepted ON tasks (accepted) WHERE accepted IS NOT NULL;
    CREATE INDEX tasks_ended ON tasks (ended) WHERE ended IS NOT NULL;
    CREATE INDEX tasks_open ON tasks (id) WHERE open = 1;
    CREATE TABLE reservations (
        id INTEGER PRIMARY KEY, sid BLOB NOT NULL UNIQUE, task BLOB,
        created INTEGER, accepted INTEGER, ended INTEGER, open INTEGER NOT NULL, state BLOB NOT NULL
    );
    CREATE INDEX reservations_task ON reservations (task, open);
    CREATE INDEX reservations_created ON reservations (created);
    CREATE INDEX reservations_accepted ON reservations (accepted) WHERE accepted IS NOT NULL;
    CREATE INDEX reservations_ended ON reservations (ended) WHERE ended IS NOT NULL;
    CREATE INDEX reservations_open ON reservations (id) WHERE open = 1;
    CREATE TABLE workers (sid BLOB PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE stays (
        id INTEGER PRIMARY KEY, task BLOB NOT NULL, queue BLOB NOT NULL, second INTEGER NOT NULL,
        entered INTEGER NOT NULL, ended INTEGER, state BLOB NOT NULL,
        UNIQUE (task, second, queue)
    );
    CREATE INDEX stays_entered ON stays (entered);
    CREATE INDEX stays_ended ON stays (ended) WHERE ended IS NOT NULL;
    CREATE TABLE names (
        noun INTEGER, sid BLOB, state BLOB NOT NULL, PRIMARY KEY (noun, sid)
    ) WITHOUT ROWID;
    CREATE TABLE changes (
        position INTEGER PRIMARY KEY, event BLOB NOT NULL, worker BLOB NOT NULL, at INTEGER NOT NULL,
        activity BLOB, previous BLOB, milliseconds INTEGER
    );
    CREATE INDEX changes_at ON changes (at);
    CREATE INDEX changes_worker ON changes (worker, at);
";

/// Tables of facts that are emptied before they are made anew.
pub(super) const FACT_TABLES: [&str; 6] = [
    "tasks",
    "reservations",
    "workers",
    "stays",
    "names",
    "changes",
];

/// Where a store keeps what.
#[derive(Debug, Clone)]
pub(super) struct Files {
    pub(super) events: PathBuf,
    pub(super) facts: PathBuf,
    pub(super) lock: PathBuf,
}

impl Files {
    pub(super) fn of(path: &Path) -> Self {
        let beside = |ending: &str| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        Self {
            events: path.to_owned(),
            facts: beside("-facts"),
            lock: beside("-lock"),
        }
    }
}

/// Opens the events to write to them, making the file if it is missing, and brings its tables up to
/// date.
pub(super) fn open_events(path: &Path) -> Result<Connection, StoreError> {
    let failed = |failure: Failure| failure.into_error(path);
    let mut connection = connect_to_write(path)?;
    let version = check(&connection, path)?;
    configure(&connection, "FULL", 16).map_err(failed)?;
    // Checkpoints are made beside the writer, so that nobody waits for one.
    connection
        .pragma_update(None, "wal_autocheckpoint", 0)
        .map_err(Failure::from)
        .map_err(failed)?;
    migrate(&mut connection, version).map_err(failed)?;
    Ok(connection)
}

/// Another connection to the events, for who copies the log back.
pub(super) fn connect_again(path: &Path) -> Result<Connection, StoreError> {
    let connection = connect_to_write(path)?;
    configure(&connection, "FULL", 1).map_err(|failure| failure.into_error(path))?;
    Ok(connection)
}

/// Opens the facts to write to them, or makes them anew.
pub(super) fn open_facts(path: &Path, store: &[u8], last: i64) -> Result<Connection, StoreError> {
    let kept = connect_to_write(path).and_then(|connection| {
        configure(&connection, "NORMAL", 16)
            .and_then(|()| Ok(fits(&connection, store, last)?.then_some(connection)))
            .map_err(|failure| failure.into_error(path))
    });
    match kept {
        Ok(Some(connection)) => return Ok(connection),
        Ok(None) | Err(StoreError::Damaged { .. } | StoreError::NotAStore { .. }) => {}
        Err(error) => return Err(error),
    }
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        match std::fs::remove_file(&name) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                return Err(StoreError::Open {
                    path: path.to_owned(),
                    source,
                });
            }
            _ => {}
        }
    }
    let connection = connect_to_write(path)?;
    let made = configure(&connection, "NORMAL", 16).and_then(|()| {
        connection.execute_batch(&format!("BEGIN; {FACTS}"))?;
        connection.execute("INSERT INTO mark VALUES (1, ?, 0, 0, 0, 0, NULL)", [store])?;
        connection.execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FACTS_FORM}; COMMIT"
        ))?;
        Ok(())
    });
    made.map_err(|failure| failure.into_error(path))?;
    Ok(connection)
}

/// Opens a file to read from it, beside whoever writes to it.
pub(super) fn open_to_read(path: &Path, cache_megabytes: i64) -> Result<Connection, StoreError> {
    if !path.exists() {
        return Err(StoreError::Missing {
            path: path.to_owned(),
        });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |error: rusqlite::Error| Failure::from(error).into_error(path);
    let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    connection
        .busy_timeout(std::time::Duration::from_secs(5))
        .and_then(|()| connection.pragma_update(None, "cache_size", -1024 * cache_megabytes))
        .and_then(|()| connection.pragma_update(None, "query_only", true))
        .map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Opens the events to read from them, if this version can.
pub(super) fn open_events_to_read(path: &Path) -> Result<Connection, StoreError> {
    let connection = open_to_read(path, 2)?;
    let version = check(&connection, path)?;
    let known = known_version();
    if version < known {
        return Err(StoreError::Older {
            path: path.to_owned(),
            found: version,
            known,
        });
    }
    Ok(connection)
}

/// Whether the facts are of the form that this version reads.
pub(super) fn is_readable(connection: &Connection) -> Outcome<bool> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(version == FACTS_FORM)
}

/// Which store this is.
pub(super) fn identity(connection: &Connection) -> Outcome<Vec<u8>> {
    Ok(
        connection.query_row("SELECT value FROM about WHERE name = 'store'", [], |row| {
            row.get(0)
        })?,
    )
}

fn known_version() -> i64 {
    i64::try_from(MIGRATIONS.len()).expect("a handful of migrations")
}

fn connect_to_write(path: &Path) -> Result<Connection, StoreError> {
    let open = |source| StoreError::Open {
        path: path.to_owned(),
        source,
    };
    // Made here, so that it is its owner's alone; what `SQLite` puts beside it has the same mode.
    drop(private::open_lock(path).map_err(open)?);
    keep_private(path).map_err(open)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)
        .map_err(|error| Failure::from(error).into_error(path))?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

#[cfg(unix)]
fn keep_private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path)?.permissions().mode();
    if mode & 0o077 != 0 {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn keep_private(_path: &Path) -> std::io::Result<()> {
    Ok(())
}

fn configure(connection: &Connection, synchronous: &str, cache_megabytes: i64) -> Outcome<()> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
    connection.pragma_update(None, "synchronous", synchronous)?;
    connection.pragma_update(None, "cache_size", -1024 * cache_megabytes)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // What a full disk or a long reader let it grow to is given back.
    connection.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
    Ok(())
}

/// The schema of the file, which may be empty; an error when it is somebody else's or too new.
fn check(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    let read = |name: &str| {
        connection
            .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
            .map_err(|error| Failure::from(error).into_error(path))
    };
    let (application, found) = (read("application_id")?, read("user_version")?);
    let is_empty = read("schema_version")? == 0;
    if application != APPLICATION && !is_empty {
        return Err(StoreError::NotAStore {
            path: path.to_owned(),
        });
    }
    let known = known_version();
    if found > known {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known,
        });
    }
    Ok(found)
}

/// Runs the migrations the file has not had, each whole or not at all.
fn migrate(connection: &mut Connection, version: i64) -> Outcome<()> {
    let done = usize::try_from(version).unwrap_or(0);
    for (number, migration) in (1_i64..).zip(MIGRATIONS).skip(done) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    if (1..known_version()).contains(&version) {
        // A store may be large, and so is what was done to it.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    }
    Ok(())
}

/// Whether the facts are of this form, of this store, and no further than its events.
fn fits(connection: &Connection, store: &[u8], last: i64) -> Outcome<bool> {
    if !is_readable(connection)? {
        return Ok(false);
    }
    let mark: Option<(Vec<u8>, i64)> = connection
        .query_row("SELECT store, position FROM mark", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(mark.is_some_and(|(of, position)| of == store && position <= last))
}
