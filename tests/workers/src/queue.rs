//! The queue: a stream of JetStream in which each message is a position of a sync. A message is one until it is
//! acknowledged; if its worker dies before, another gets it.

use std::error::Error;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_nats::HeaderMap;
use async_nats::jetstream::consumer::{PullConsumer, pull};
use async_nats::jetstream::{self, AckKind, Context, Message, stream};
use futures_util::StreamExt as _;
use serde_json::{Value, json};

use crate::store::Position;

pub(crate) type Failure = Box<dyn Error + Send + Sync>;

const STREAM: &str = "directory-sync";
const SUBJECTS: &str = "directory-sync.>";

pub(crate) struct Queue {
    context: Context,
    consumer: PullConsumer,
}

/// A position that this worker has, until it is done or the worker is dead.
pub(crate) struct Task {
    message: Message,
    pub(crate) table: String,
    pub(crate) position: Position,
    /// When it is to be done.
    due: SystemTime,
}

impl Queue {
    /// `patience` is how long a worker may take for a message before another one gets it, too.
    pub(crate) async fn open(url: &str, patience: Duration) -> Result<Self, Failure> {
        let context = jetstream::new(async_nats::connect(url).await?);
        let retention = stream::RetentionPolicy::WorkQueue;
        let config =
            stream::Config { name: STREAM.into(), subjects: vec![SUBJECTS.into()], retention, ..Default::default() };
        let stream = context.get_or_create_stream(config).await?;
        let workers = pull::Config { durable_name: Some("workers".into()), ack_wait: patience, ..Default::default() };
        let consumer = stream.get_or_create_consumer("workers", workers).await?;
        Ok(Self { context, consumer })
    }

    /// Tells the others where the sync of a table is, to go on there after `pause`. A position that was told already is not
    /// told again (`Nats-Msg-Id`), however many workers say so.
    pub(crate) async fn put(&self, table: &str, position: &Position, pause: Duration) -> Result<(), Failure> {
        let due = (SystemTime::now() + pause).duration_since(UNIX_EPOCH)?.as_millis();
        let mut headers = HeaderMap::new();
        headers.insert("Nats-Msg-Id", format!("{table}-{}", position.pages));
        let message = json!({"position": position.to_json(), "due": u64::try_from(due)?}).to_string();
        let sent = self.context.publish_with_headers(format!("{STREAM}.{table}"), headers, message.into()).await?;
        // It is in the stream once the server says so.
        sent.await?;
        Ok(())
    }

    /// The next task; `None` if there was none for a while.
    pub(crate) async fn next(&self) -> Result<Option<Task>, Failure> {
        let mut messages = self.consumer.fetch().max_messages(1).expires(Duration::from_secs(1)).messages().await?;
        match messages.next().await {
            Some(message) => Task::new(message?).await,
            None => Ok(None),
        }
    }
}

impl Task {
    /// What is no task is thrown away: nobody could do it.
    async fn new(message: Message) -> Result<Option<Self>, Failure> {
        let table = message.subject.rsplit('.').next().unwrap_or_default().to_owned();
        let content: Value = serde_json::from_slice(&message.payload).unwrap_or_default();
        let position = content["position"].as_str().and_then(Position::from_json);
        let Some((position, due)) = position.zip(content["due"].as_u64()) else {
            message.ack_with(AckKind::Term).await?;
            return Ok(None);
        };
        Ok(Some(Self { message, table, position, due: UNIX_EPOCH + Duration::from_millis(due) }))
    }

    /// How long it is to be left alone yet.
    pub(crate) fn wait(&self) -> Duration {
        self.due.duration_since(SystemTime::now()).unwrap_or_default()
    }

    /// It is done, and what comes after it is in the queue.
    pub(crate) async fn done(self) -> Result<(), Failure> {
        // The server has heard of it when this returns; a lost one would only bring the message once more.
        self.message.double_ack().await
    }

    /// It is for somebody else, after `pause`.
    pub(crate) async fn put_back(self, pause: Duration) -> Result<(), Failure> {
        self.message.ack_with(AckKind::Nak(Some(pause))).await
    }
}
