//! The copy, in `SQLite`, and where its sync is. A page of changes and the link behind it are written in one transaction, so
//! that whoever is killed in between has neither.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use graph_entity::delta::DeltaPage;
use graph_entity::{Change, DeltaLink};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::{Value, json};

use crate::directory::Row;

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, displayName TEXT, mail TEXT, seen INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS groups
        (id TEXT PRIMARY KEY, displayName TEXT, description TEXT, seen INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS members
        (\"group\" TEXT, member TEXT, seen INTEGER NOT NULL, PRIMARY KEY (\"group\", member)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sync (\"table\" TEXT PRIMARY KEY, position TEXT NOT NULL) WITHOUT ROWID;
";

/// A database with the copy.
pub(crate) struct Store(Connection);

/// Where the sync of a table is. As JSON it can be a message to another process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Position {
    /// How many pages were written before. With the table it names the position, as a service may tell a link twice.
    pub(crate) pages: i64,
    /// The link to go on at, as JSON; `None` is the beginning.
    link: Option<String>,
    /// The number of the last round that told everything.
    generation: i64,
    /// Whether that round still goes on.
    is_full: bool,
}

/// What became of a page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Applied {
    /// It is in the copy, and the sync is here.
    Here {
        /// Where to go on.
        position: Position,
        /// Whether the round is over: there is nothing to ask for but what changes later.
        is_over: bool,
    },
    /// The sync is elsewhere: another process had this page, too. Nothing was written.
    Stale,
}

impl Position {
    /// The link to go on at.
    pub(crate) fn link<T: Row>(&self) -> Result<Option<DeltaLink<T>>, serde_json::Error> {
        self.link.as_deref().map(serde_json::from_str).transpose()
    }

    /// As JSON: what is stored, and what may be a message. It holds the link, and so is a secret.
    pub(crate) fn to_json(&self) -> String {
        let Self { pages, link, generation, is_full } = self;
        json!({"pages": pages, "link": link, "generation": generation, "isFull": is_full}).to_string()
    }

    /// Reads such a text.
    pub(crate) fn from_json(text: &str) -> Option<Self> {
        let message: Value = serde_json::from_str(text).ok()?;
        let link = message["link"].as_str().map(str::to_owned);
        let (pages, generation) = (message["pages"].as_i64()?, message["generation"].as_i64()?);
        Some(Self { pages, link, generation, is_full: message["isFull"].as_bool()? })
    }
}

impl Store {
    /// Opens the database, and makes its tables if there are none.
    pub(crate) fn open(path: &Path) -> Result<Self, rusqlite::Error> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.execute_batch(TABLES)?;
        Ok(Self(connection))
    }

    /// Where the sync of a table is: before the first one, at the beginning of a round that tells everything.
    pub(crate) fn position<T: Row>(&self) -> Result<Position, Box<dyn Error>> {
        position::<T>(&self.0)
    }

    /// Writes a page that was asked for at `position`, and where to go on.
    ///
    /// A page that is there already, or that comes after a later one, as messages of a queue may, changes nothing.
    pub(crate) fn apply<T: Row>(
        &mut self,
        position: &Position,
        page: &DeltaPage<T>,
    ) -> Result<Applied, Box<dyn Error>> {
        let link = page.link()?;
        self.at::<T>(position, |transaction| {
            for change in page.changes() {
                apply_change(transaction, position, change)?;
            }
            if position.is_full && link.is_delta() {
                sweep::<T>(transaction, position.generation)?;
            }
            let is_full = position.is_full && !link.is_delta();
            Ok((Position { link: Some(serde_json::to_string(link)?), is_full, ..*position }, link.is_delta()))
        })
    }

    /// Begins a round that tells everything, at the link that the service told, or at the beginning. What is not told again
    /// is removed at its end; until then the copy stays as it is.
    pub(crate) fn begin_again<T: Row>(
        &mut self,
        position: &Position,
        link: Option<&DeltaLink<T>>,
    ) -> Result<Applied, Box<dyn Error>> {
        self.at::<T>(position, |_| {
            let link = link.map(serde_json::to_string).transpose()?;
            Ok((Position { link, generation: position.generation + 1, is_full: true, ..*position }, false))
        })
    }

    /// Does something in a transaction if the sync is at `position`, and puts it to where it then is.
    fn at<T: Row>(
        &mut self,
        position: &Position,
        write: impl FnOnce(&Transaction<'_>) -> Result<(Position, bool), Box<dyn Error>>,
    ) -> Result<Applied, Box<dyn Error>> {
        // Whoever reads first and writes then would have to wait for others in between.
        let transaction = Transaction::new(&mut self.0, rusqlite::TransactionBehavior::Immediate)?;
        if self::position::<T>(&transaction)? != *position {
            return Ok(Applied::Stale);
        }
        let (mut position, is_over) = write(&transaction)?;
        position.pages += 1;
        transaction.execute("INSERT OR REPLACE INTO sync VALUES (?1, ?2)", params![T::TABLE, position.to_json()])?;
        transaction.commit()?;
        Ok(Applied::Here { position, is_over })
    }

    /// How many rows there are: users, groups and memberships.
    pub(crate) fn counts(&self) -> Result<[i64; 3], rusqlite::Error> {
        let count = |table| self.0.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
        Ok([count("users")?, count("groups")?, count("members")?])
    }
}

fn position<T: Row>(connection: &Connection) -> Result<Position, Box<dyn Error>> {
    let mut query = connection.prepare_cached("SELECT position FROM sync WHERE \"table\" = ?1")?;
    let stored: Option<String> = query.query_row([T::TABLE], |row| row.get(0)).optional()?;
    match stored {
        Some(text) => Position::from_json(&text).ok_or_else(|| "what is stored is no position".into()),
        None => Ok(Position { pages: 0, link: None, generation: 1, is_full: true }),
    }
}

/// The last word on an entity holds, so that a change may come again.
fn apply_change<T: Row>(
    transaction: &Transaction<'_>,
    position: &Position,
    change: &Change<T>,
) -> Result<(), Box<dyn Error>> {
    let id = change.key().ok_or("a change without a key")?;
    match change {
        Change::Removed(_) => remove::<T>(transaction, &id)?,
        Change::Upsert(partial) => {
            begin_row::<T>(transaction, position, &id)?;
            for (column, value) in T::COLUMNS.into_iter().zip(partial.value().values()) {
                if partial.is_present(column) {
                    let sql = format!("UPDATE {} SET {column} = ?1 WHERE id = ?2", T::TABLE);
                    transaction.prepare_cached(&sql)?.execute(params![value, id])?;
                }
            }
            for member in partial.value().members() {
                let key = member.key().ok_or("a member without a key")?;
                let sql = match member {
                    Change::Upsert(_) => "INSERT OR REPLACE INTO members VALUES (?1, ?2, ?3)",
                    Change::Removed(_) => "DELETE FROM members WHERE \"group\" = ?1 AND member = ?2 AND ?3 > 0",
                };
                transaction.prepare_cached(sql)?.execute(params![id, key, position.generation])?;
            }
        }
    }
    Ok(())
}

/// A row for the entity, marked as one that was told of. Where everything is told anew, what is not told of it is null.
fn begin_row<T: Row>(transaction: &Transaction<'_>, position: &Position, id: &str) -> Result<(), rusqlite::Error> {
    let (table, [a, b]) = (T::TABLE, T::COLUMNS);
    let sql = format!(
        "INSERT INTO {table} (id, seen) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET
            {a} = iif(?3 AND seen < ?2, NULL, {a}), {b} = iif(?3 AND seen < ?2, NULL, {b}), seen = ?2"
    );
    transaction.prepare_cached(&sql)?.execute(params![id, position.generation, position.is_full])?;
    Ok(())
}

fn remove<T: Row>(transaction: &Transaction<'_>, id: &str) -> Result<(), rusqlite::Error> {
    transaction.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", T::TABLE))?.execute([id])?;
    if T::TABLE == "groups" {
        transaction.prepare_cached("DELETE FROM members WHERE \"group\" = ?1")?.execute([id])?;
    }
    Ok(())
}

/// Removes what a round that told everything did not tell.
fn sweep<T: Row>(transaction: &Transaction<'_>, generation: i64) -> Result<(), rusqlite::Error> {
    transaction.execute(&format!("DELETE FROM {} WHERE seen < ?1", T::TABLE), [generation])?;
    if T::TABLE == "groups" {
        transaction.execute("DELETE FROM members WHERE seen < ?1", [generation])?;
    }
    Ok(())
}
