//! The line to the other nodes, over Redis: a tap on the shoulder after every commit, and who is where.
//!
//! Nothing is kept there and nothing depends on it. Without it each node looks at the log by itself, only later,
//! and does not see who is on another node.

use std::{sync::Arc, time::Duration};

use futures_util::StreamExt;
use redis::{
    AsyncCommands, Client, RedisError,
    aio::{ConnectionManager, ConnectionManagerConfig},
};
use serde::{Deserialize, Serialize};
use tokio::{
    sync::mpsc,
    task::JoinHandle,
    time::{interval, sleep, timeout},
};
use uuid::Uuid;

use super::{
    documents::{self, Documents},
    presence::{Presence, Said},
};

/// Each node says this often who is with it, and so that it is still there.
const HEARTBEAT: Duration = Duration::from_secs(5);
/// Silence beyond this means that the line is dead: a node hears its own heartbeat too.
const SILENCE: Duration = Duration::from_secs(15);
const RECONNECT: Duration = Duration::from_millis(250);
/// What may wait to be said. It is all of the moment: when more waits, the newest is dropped.
const QUEUE: usize = 1024;

#[derive(Serialize, Deserialize)]
struct Message {
    node: Uuid,
    word: Word,
}

/// What nodes say to each other.
#[derive(Serialize, Deserialize)]
enum Word {
    /// I am new here: tell me who is with you.
    Hello,
    /// The log is at this position.
    Log(i64),
    Presence(Said),
    Document(documents::Said),
}

/// The way to speak to the other nodes. Cheap to clone; silent when there are none.
#[derive(Clone, Default)]
pub struct Fanout(Option<mpsc::Sender<Word>>);

impl Fanout {
    /// Tells the other nodes that the log is at `seq`.
    pub fn announce(&self, seq: i64) {
        self.say(Word::Log(seq));
    }

    fn say(&self, word: Word) {
        if let Some(out) = &self.0 {
            // Full: the line is away or slow, and all of this is said again.
            let _ = out.try_send(word);
        }
    }
}

/// Joins the nodes that share a log, those with the same `epoch`. Answers the way to speak to them, and the task
/// that listens: it ends when it is aborted.
///
/// `tapped` is called with the position another node says the log is at, and with none when the line was away.
pub fn join(
    url: &str,
    epoch: Uuid,
    presence: Presence,
    documents: Documents,
    tapped: impl Fn(Option<i64>) + Send + Sync + 'static,
) -> Result<(Fanout, Line), RedisError> {
    let client = Client::open(url)?;
    let channel = format!("samenspel:{}", epoch.simple());
    let (out, words) = mpsc::channel(QUEUE);
    let fanout = Fanout(Some(out));
    let config = ConnectionManagerConfig::new()
        .set_number_of_retries(1)
        .set_connection_timeout(Some(Duration::from_secs(1)))
        .set_response_timeout(Some(Duration::from_secs(1)));
    let connection = client.get_connection_manager_lazy(config)?;
    let node = Uuid::new_v4();
    let said = fanout.clone();
    presence.join(move |what| said.say(Word::Presence(what)));
    let said = fanout.clone();
    documents.join(move |what| said.say(Word::Document(what)));
    let (channel_too, presence_too, fanout_too) = (channel.clone(), presence.clone(), fanout.clone());
    let ear = Ear { client, channel: channel_too, node, presence: presence_too, documents, fanout: fanout_too, tapped };
    let tasks = [
        tokio::spawn(speak(connection, channel, node, words)),
        tokio::spawn(Arc::new(ear).listen()),
        tokio::spawn(beat(presence)),
    ];
    Ok((fanout, Line(tasks)))
}

/// The tasks of the line; gone when dropped.
pub struct Line([JoinHandle<()>; 3]);

impl Drop for Line {
    fn drop(&mut self) {
        self.0.iter().for_each(JoinHandle::abort);
    }
}

async fn speak(mut line: ConnectionManager, channel: String, node: Uuid, mut words: mpsc::Receiver<Word>) {
    let mut away = false;
    while let Some(word) = words.recv().await {
        let Ok(text) = serde_json::to_string(&Message { node, word }) else { continue };
        let said: Result<(), RedisError> = line.publish(&channel, text).await;
        if let (Err(error), false) = (&said, away) {
            tracing::warn!(%error, "Redis cannot be reached; nodes look at the log by themselves: {error}");
        }
        away = said.is_err();
    }
}

async fn beat(presence: Presence) {
    let mut beat = interval(HEARTBEAT);
    loop {
        beat.tick().await;
        presence.say_everything();
        presence.forget_silent(SILENCE);
    }
}

struct Ear<F> {
    client: Client,
    channel: String,
    node: Uuid,
    presence: Presence,
    documents: Documents,
    fanout: Fanout,
    tapped: F,
}

impl<F: Fn(Option<i64>) + Send + Sync + 'static> Ear<F> {
    async fn listen(self: Arc<Self>) {
        loop {
            if let Err(error) = self.listen_once().await {
                tracing::debug!(%error, "the line to Redis broke: {error}");
            }
            sleep(RECONNECT).await;
        }
    }

    async fn listen_once(&self) -> Result<(), RedisError> {
        let mut line = self.client.get_async_pubsub().await?;
        line.subscribe(&self.channel).await?;
        tracing::info!("connected to the other nodes over Redis");
        // What was said before was not heard.
        (self.tapped)(None);
        self.fanout.say(Word::Hello);
        let mut messages = line.into_on_message();
        while let Ok(Some(message)) = timeout(SILENCE, messages.next()).await {
            if let Ok(message) = serde_json::from_slice(message.get_payload_bytes()) {
                self.hear(message);
            }
        }
        Ok(())
    }

    fn hear(&self, Message { node, word }: Message) {
        match word {
            _ if node == self.node => {}
            Word::Hello => self.presence.say_everything(),
            Word::Log(seq) => (self.tapped)(Some(seq)),
            Word::Presence(said) => self.presence.hear(node, said),
            Word::Document(said) => self.documents.hear(said),
        }
    }
}
