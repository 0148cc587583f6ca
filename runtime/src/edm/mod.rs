//! Types for the primitive values of Graph that JSON has only texts for: dates, times, durations, GUIDs, bytes; and
//! decimal numbers.
//!
//! | EDM type | on the wire | here | `jiff` | `time` | `chrono` | `uuid` |
//! |---|---|---|---|---|---|---|
//! | `Edm.Date` | `2026-11-24` | [`Date`] | `civil::Date` | `Date` | `NaiveDate` | |
//! | `Edm.TimeOfDay` | `17:00:00.0000000` | [`TimeOfDay`] | `civil::Time` | `Time` | `NaiveTime` | |
//! | `Edm.DateTimeOffset` | `2019-06-06T20:15:38.9Z` | [`DateTimeOffset`] | `Timestamp` | `OffsetDateTime`, `UtcDateTime` | `DateTime<FixedOffset>`, `DateTime<Utc>` | |
//! | `Edm.String`, of a `dateTimeTimeZone` | `2019-03-15T12:00:00.0000000` | [`LocalDateTime`] | `civil::DateTime` | `PrimitiveDateTime` | `NaiveDateTime` | |
//! | `Edm.Duration` | `-PT3M22.1587532S` | [`Duration`] | `SignedDuration` | `Duration` | `TimeDelta` | |
//! | `Edm.Guid` | `6e7b768e-07e2-4810-8459-485f84f8f204` | [`Guid`] | | | | `Uuid` |
//! | `Edm.Binary` | `T0RhdGE=` | [`Binary`] | | | | |
//! | `Edm.Decimal` | `12.50`, a number | [`Decimal`] | | | | |
//!
//! The types of this module lose nothing: they print as the text that they were read from, with as many digits and the
//! same offset, and compare by value. They have no arithmetic. For that there are the crates above, each behind the
//! feature of its name: their types are [`Text`] too, and convert from and to these, by `From` where each value has a
//! counterpart and by `TryFrom` where not. They hold nanoseconds, where a service may send picoseconds: finer digits
//! are cut off; what is beyond their range is an error, never another value. .NET's latest time,
//! `9999-12-31T23:59:59.9999999Z`, is such a case: jiff's `Timestamp` ends a day before it.
//!
//! ```
//! use graph_entity::edm::{DateTimeOffset, Duration};
//!
//! let time: DateTimeOffset = "2017-01-01T00:00:35.1329464-08:00".parse()?;
//! assert_eq!(time.to_string(), "2017-01-01T00:00:35.1329464-08:00");
//! assert_eq!(time.unix_seconds(), 1_483_257_635);
//!
//! let error = "1 hour".parse::<Duration>().unwrap_err();
//! assert_eq!(error.to_string(), r#"expected a Duration such as PT1H30M, not "1 hour""#);
//! # Ok::<(), graph_entity::edm::ParseError>(())
//! ```

mod binary;
#[cfg(feature = "chrono")]
mod chrono;
mod date;
mod date_time_offset;
mod decimal;
mod duration;
mod error;
mod fraction;
mod guid;
pub(crate) mod impls;
#[cfg(feature = "jiff")]
mod jiff;
mod local_date_time;
mod scan;
#[cfg(test)]
mod testing;
mod text;
#[cfg(feature = "time")]
mod time;
mod time_of_day;
#[cfg(feature = "uuid")]
mod uuid;

use crate::__private::fits::Edm;
use crate::model::{Place, SlotMut, SlotRef, Value};

pub use binary::Binary;
pub use date::Date;
pub use date_time_offset::DateTimeOffset;
pub use decimal::Decimal;
pub use duration::Duration;
pub use error::{OutOfRange, ParseError};
pub use guid::Guid;
pub use local_date_time::LocalDateTime;
pub use text::{LiteralForm, Text};
pub use time_of_day::TimeOfDay;

crate::__text_value!(
    Binary => Edm::Primitive(&["Edm.Binary"]),
    Date => Edm::Primitive(&["Edm.Date"]),
    DateTimeOffset => Edm::Primitive(&["Edm.DateTimeOffset"]),
    Duration => Edm::Primitive(&["Edm.Duration"]),
    Guid => Edm::Primitive(&["Edm.Guid"]),
    // Of a `dateTimeTimeZone`.
    LocalDateTime => Edm::Primitive(&["Edm.String"]),
    TimeOfDay => Edm::Primitive(&["Edm.TimeOfDay"]),
);
impls::serde_impls!(Binary, Date, DateTimeOffset, Duration, Guid, LocalDateTime, TimeOfDay);

impl Value for Decimal {
    const EDM: Edm = Edm::Primitive(&["Edm.Decimal", "Edm.Int64", "Edm.Int32", "Edm.Int16", "Edm.Byte", "Edm.SByte"]);

    fn empty() -> Self {
        Self::default()
    }

    fn place(place: Place<'_, Self>) -> SlotMut<'_> {
        SlotMut::Decimal(place)
    }

    fn get(&self) -> SlotRef<'_> {
        SlotRef::Decimal(self)
    }
}
