//! How an emulator is set up. What the settings mean is in `setup` and `rules`.

mod content;
mod delta;
mod faults;
mod relations;
mod traits;

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use graph_entity::GraphEntity;
use http::Method;
use serde_json::Value;

use crate::declared::Kind;
use crate::emulator::Emulator;
use crate::fault::Faults;
use crate::log::LogEntry;
use crate::monitor::LongRunning;
use crate::operation::Handler;
use crate::rules::Config;
use crate::sample;
use crate::seed::{self, Seeds};
use crate::setup::{self, Declaration, Setting, SetupError, Spot};
use crate::store::Content;
use crate::upload::UploadStyle;

const DEFAULT_MAX_REQUEST_BYTES: usize = 4 * 1024 * 1024;
const DEFAULT_READ_TIMEOUT: Duration = Duration::from_secs(10);

pub(crate) type Hook = Box<dyn Fn(&LogEntry) + Send + Sync>;

/// Sets up an [`Emulator`]. The order of calls doesn't matter.
#[must_use = "nothing is set up before `build`"]
pub struct Builder {
    token: Option<String>,
    declarations: Vec<(Spot, Declaration)>,
    singletons: Vec<(Spot, Value)>,
    operations: Vec<(Method, Spot, Handler)>,
    long_running: Vec<(Method, Spot, LongRunning)>,
    downloads: BTreeMap<String, Content>,
    uploads: Vec<(Spot, UploadStyle)>,
    keeps_uploads: bool,
    settings: Vec<(Spot, Setting)>,
    seeds: Seeds,
    faults: Faults,
    max_request_bytes: usize,
    read_timeout: Duration,
    hook: Option<Hook>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            token: None,
            declarations: Vec::new(),
            singletons: Vec::new(),
            operations: Vec::new(),
            long_running: Vec::new(),
            downloads: BTreeMap::new(),
            uploads: Vec::new(),
            keeps_uploads: true,
            settings: Vec::new(),
            seeds: Seeds::default(),
            faults: Faults::default(),
            max_request_bytes: DEFAULT_MAX_REQUEST_BYTES,
            read_timeout: DEFAULT_READ_TIMEOUT,
            hook: None,
        }
    }

    /// Adds a tenant to try things on, the one that the program serves.
    ///
    /// | path | what is there |
    /// |---|---|
    /// | `users` | five users, by the rules of directory objects, with `delta`; below them `messages`, `manager`, `photo`, `sendMail`, `reminderView` |
    /// | `me` | the first of them, Adele Vance, who has all of that |
    /// | `groups` | two groups, with `delta`, the alternate key `uniqueName` and the relations `members` and `owners` |
    /// | `devices`, `applications` | one of each; an application has `owners` and a `logo`, and the alternate keys `appId` and `uniqueName` |
    /// | `directoryObjects` | all of these |
    /// | `planner/plans`, `planner/tasks` | one of each, which are changed with `If-Match` only |
    /// | `deviceManagement/deviceConfigurations` | an abstract type (`v1.0`) |
    /// | `deviceManagement/deviceShellScripts`, `…/deviceManagementScripts`, `…/deviceCustomAttributeShellScripts` | a script with `userRunStates` (`beta`) |
    /// | `auditLogs/signIns` | ten thousand sign-ins (`v1.0`) |
    /// | `me/drive/root:/{path}:`, `me/messages/{id}/attachments` | uploads in parts, by `createUploadSession` (`v1.0`) |
    /// | `users/{id}/drive/items` | a file, whose `content` redirects to a download without a token (`v1.0`) |
    ///
    /// What no version is named for is in both, each with items of its own.
    ///
    /// ```
    /// use graph_entity_emulator::Emulator;
    ///
    /// let emulator = Emulator::builder().sample().build();
    /// assert_eq!(emulator.items("v1.0", "me/manager")[0]["displayName"], "Megan Bowen");
    /// ```
    pub fn sample(self) -> Self {
        sample::add(self)
    }

    /// The one bearer token that is accepted. Without it any will do, as long as it isn't empty.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Declares a collection: `users`, or `users/{id}/messages` with parameters for the keys. A leading slash is
    /// dropped.
    pub fn collection(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.declare(version, template, Declaration::Kind(Kind::Items))
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
    pub fn unique(self, version: impl Into<String>, template: impl Into<String>, property: impl Into<String>) -> Self {
        self.set(version, template, Setting::Unique(property.into()))
    }

    /// The qualified type name of the collection's items, without `#`. A `POST` whose `@odata.type` names another type
    /// is a 400, unless the collection is an [`abstract_type`](Self::abstract_type).
    pub fn odata_type(self, version: impl Into<String>, template: impl Into<String>, name: impl Into<String>) -> Self {
        self.set(version, template, Setting::Type(name.into()))
    }

    /// Stores an item in the collection at `path`, which has keys in place of parameters and is encoded as in a URL. An
    /// item without an `id` gets one. Where the collection of its parent is declared, the parent must be an item, too.
    ///
    /// An array for a collection below the item has items of that collection; `members@odata.bind` has the URLs of items
    /// that a relation leads to, such as `users/u1`, stored before or after.
    pub fn item(mut self, version: impl Into<String>, path: impl Into<String>, item: Value) -> Self {
        self.seeds.items.push((spot(version, path), item));
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
        let mut declarations = self.declarations;
        for (spot, value) in self.singletons {
            let item = setup::object(&spot, value)?;
            declarations.push((spot, Declaration::Kind(Kind::Singleton(item))));
        }
        let mut declared = setup::declare(declarations)?;
        setup::set(&mut declared, self.settings)?;
        let operations = setup::operations(&declared, self.operations)?;
        let long_running = setup::long_running(self.long_running)?;
        let uploads = setup::uploads(self.uploads)?;
        let mut store = seed::store(&declared, self.seeds)?;
        store.track(&declared);
        let Self { token, max_request_bytes, downloads, keeps_uploads, .. } = self;
        let config =
            Config { token, max_request_bytes, declared, operations, long_running, downloads, uploads, keeps_uploads };
        Ok(Emulator::new(config, store, self.faults, self.read_timeout, self.hook))
    }

    fn declare(mut self, version: impl Into<String>, template: impl Into<String>, declaration: Declaration) -> Self {
        self.declarations.push((spot(version, template), declaration));
        self
    }

    fn set(mut self, version: impl Into<String>, template: impl Into<String>, setting: Setting) -> Self {
        self.settings.push((spot(version, template), setting));
        self
    }
}

fn spot(version: impl Into<String>, path: impl Into<String>) -> Spot {
    Spot { version: version.into(), path: path.into() }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let declared: Vec<_> = self.declarations.iter().map(|(spot, _)| spot).collect();
        f.debug_struct("Builder").field("declared", &declared).finish_non_exhaustive()
    }
}
