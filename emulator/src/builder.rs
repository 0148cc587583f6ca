//! How an emulator is set up. What the settings mean is in `setup` and `rules`.

use std::fmt;
use std::time::Duration;

use graph_entity::GraphEntity;
use serde_json::Value;

use crate::emulator::Emulator;
use crate::log::LogEntry;
use crate::rules::Config;
use crate::setup::{self, SetupError, Spot};

const DEFAULT_MAX_REQUEST_BYTES: usize = 4 * 1024 * 1024;
const DEFAULT_READ_TIMEOUT: Duration = Duration::from_secs(10);

pub(crate) type Hook = Box<dyn Fn(&LogEntry) + Send + Sync>;

/// Sets up an [`Emulator`]. The order of calls doesn't matter.
#[must_use = "nothing is set up before `build`"]
pub struct Builder {
    token: Option<String>,
    collections: Vec<Spot>,
    unique: Vec<(Spot, String)>,
    types: Vec<(Spot, String)>,
    items: Vec<(Spot, Value)>,
    max_request_bytes: usize,
    read_timeout: Duration,
    hook: Option<Hook>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            token: None,
            collections: Vec::new(),
            unique: Vec::new(),
            types: Vec::new(),
            items: Vec::new(),
            max_request_bytes: DEFAULT_MAX_REQUEST_BYTES,
            read_timeout: DEFAULT_READ_TIMEOUT,
            hook: None,
        }
    }

    /// The one bearer token that is accepted. Without it any will do, as long as it isn't empty.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Declares a collection: `users`, or `users/{id}/messages` with parameters for the keys. A leading slash is
    /// dropped.
    pub fn collection(mut self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.collections.push(spot(version, template));
        self
    }

    /// Declares all collections of an entity, in its own version or `v1.0`, with the type that they hold.
    pub fn entity<T: GraphEntity>(mut self) -> Self {
        let version = T::VERSION.unwrap_or("v1.0");
        for template in T::COLLECTIONS {
            self = self.collection(version, *template).odata_type(version, *template, T::ODATA_TYPE);
        }
        self
    }

    /// No two items of the collection have the same value of `property`; the second is a 409. Strings are compared
    /// without regard to ASCII case.
    pub fn unique(
        mut self,
        version: impl Into<String>,
        template: impl Into<String>,
        property: impl Into<String>,
    ) -> Self {
        self.unique.push((spot(version, template), property.into()));
        self
    }

    /// The qualified type name of the collection's items, without `#`. A `POST` whose `@odata.type` names another type
    /// is a 400.
    pub fn odata_type(
        mut self,
        version: impl Into<String>,
        template: impl Into<String>,
        name: impl Into<String>,
    ) -> Self {
        self.types.push((spot(version, template), name.into()));
        self
    }

    /// Stores an item in the collection at `path`, which has keys in place of parameters and is encoded as in a URL. An
    /// item without an `id` gets one. Where the collection of its parent is declared, the parent must be an item, too.
    pub fn item(mut self, version: impl Into<String>, path: impl Into<String>, item: Value) -> Self {
        self.items.push((spot(version, path), item));
        self
    }

    /// How long a request body may be; a longer one is a 413. 4 MiB unless told otherwise.
    pub fn max_request_bytes(mut self, bytes: usize) -> Self {
        self.max_request_bytes = bytes;
        self
    }

    /// How long a client may take to send one request over a socket, from its first byte to its last; then it is a 408.
    /// Ten seconds unless told otherwise.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = timeout;
        self
    }

    /// Calls `hook` with each entry of the log, after it was written and before the answer leaves.
    pub fn on_request(mut self, hook: impl Fn(&LogEntry) + Send + Sync + 'static) -> Self {
        self.hook = Some(Box::new(hook));
        self
    }

    /// The emulator.
    ///
    /// # Panics
    /// Where [`try_build`](Self::try_build) fails, with its message: in a test that is a mistake of the test.
    pub fn build(self) -> Emulator {
        match self.try_build() {
            Ok(emulator) => emulator,
            Err(error) => panic!("{error}"),
        }
    }

    /// The emulator, or what is wrong with the settings.
    pub fn try_build(self) -> Result<Emulator, SetupError> {
        let mut collections = setup::collections(&self.collections)?;
        for (spot, property) in self.unique {
            spot.find(&mut collections)?.unique.push(property);
        }
        for (spot, name) in self.types {
            spot.find(&mut collections)?.odata_type = Some(name);
        }
        let store = setup::store(&collections, self.items)?;
        let config = Config { token: self.token, max_request_bytes: self.max_request_bytes, collections };
        Ok(Emulator::new(config, store, self.read_timeout, self.hook))
    }
}

fn spot(version: impl Into<String>, path: impl Into<String>) -> Spot {
    Spot { version: version.into(), path: path.into() }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").field("collections", &self.collections).finish_non_exhaustive()
    }
}
