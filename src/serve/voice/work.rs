//! What has to be done in TaskRouter after a webhook was answered. An answer never waits for it.

use futures::TryStreamExt as _;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::directory::Names;
use crate::model::sid::{CallSid, TaskSid, WorkflowSid, WorkspaceSid};
use crate::model::{Task, Workflow};
use crate::twilio::{Change, Client, Error, ErrorKind, Form, ListQuery};

/// Something to do. Twilio may ask twice for the same document, so the same work may come twice;
/// [`Work::carry_out`] does it once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "work", rename_all = "snake_case")]
pub enum Work {
    /// A message is to reach somebody.
    Voicemail {
        /// The task that is told of it; a new one unless given.
        task_sid: Option<TaskSid>,
        /// The recording.
        recording: Recording,
        /// The new task.
        task: NewTask,
    },
    /// A caller is to be called back.
    Callback {
        /// The caller's call.
        call_sid: Option<CallSid>,
        /// The new task.
        task: NewTask,
    },
    /// A conversation was recorded: the recording is noted at its task.
    Recording {
        /// The task; that of the call unless given.
        task_sid: Option<TaskSid>,
        /// The call.
        call_sid: Option<CallSid>,
        /// The recording.
        recording: Recording,
    },
    /// A message was written down: the text is noted at its task.
    Transcription {
        /// The recording.
        recording_sid: String,
        /// What was said.
        text: String,
    },
}

/// A recording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// `RE…`
    pub sid: String,
    /// Where it is.
    pub url: String,
    /// Seconds.
    pub duration: Option<u64>,
}

/// A task to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NewTask {
    /// Its workflow; the workspace's only one unless given.
    pub workflow_sid: Option<WorkflowSid>,
    /// What the workflow is called, where its SID was not known yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workflow: Option<String>,
    /// Its priority.
    pub priority: Option<u32>,
    /// Seconds until it is canceled.
    pub timeout: Option<u32>,
    /// Unique name of its channel.
    pub channel: Option<String>,
    /// Its attributes.
    pub attributes: Map<String, Value>,
    /// Since when it counts as waiting.
    pub virtual_start: Option<Timestamp>,
}

/// Why a piece of work could not be done.
#[derive(Debug, thiserror::Error)]
pub enum WorkError {
    /// Twilio refuses or cannot be reached.
    #[error("cannot {doing}")]
    Twilio {
        /// What was being done.
        doing: String,
        /// What Twilio says.
        source: Error,
    },
    /// The task's attributes cannot be added to.
    #[error("the attributes of task {0} are no JSON object")]
    Attributes(TaskSid),
}

fn cannot(doing: impl Into<String>) -> impl FnOnce(Error) -> WorkError {
    let doing = doing.into();
    move |source| WorkError::Twilio { doing, source }
}

/// What became of a piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A task was created.
    Created(TaskSid),
    /// A task was changed.
    Noted(TaskSid),
    /// It had been done before.
    Already(TaskSid),
    /// There is no task to note it at.
    NoTask,
}

impl Recording {
    /// As a task's attributes have it.
    pub(super) fn attributes(&self) -> Map<String, Value> {
        Map::from_iter([
            ("recording_sid".to_owned(), self.sid.clone().into()),
            ("recording_url".to_owned(), self.url.clone().into()),
            ("recording_duration".to_owned(), self.duration.into()),
        ])
    }
}

impl Work {
    /// The same for the same work, however often it comes; nothing where a request did not say
    /// which call it is about.
    pub fn key(&self) -> Option<String> {
        Some(match self {
            Self::Voicemail { recording, .. } => format!("voicemail {}", recording.sid),
            Self::Callback { call_sid, .. } => format!("callback {}", (*call_sid)?),
            Self::Recording { recording, .. } => format!("recording {}", recording.sid),
            Self::Transcription { recording_sid, .. } => format!("transcription {recording_sid}"),
        })
    }

    /// The key of the work that makes the task this one is noted at.
    pub(in crate::serve) fn follows(&self) -> Option<String> {
        match self {
            Self::Transcription { recording_sid, .. } => Some(format!("voicemail {recording_sid}")),
            _ => None,
        }
    }

    /// Does it, unless it has been done: a task it would create is looked for first, by the call
    /// or the recording it is about.
    ///
    /// # Errors
    /// Twilio refuses or cannot be reached.
    pub async fn carry_out(
        &self,
        client: &Client,
        workspace: WorkspaceSid,
    ) -> Result<Done, WorkError> {
        let of = Tasks { client, workspace };
        match self {
            Self::Voicemail {
                task_sid,
                recording,
                task,
            } => {
                if let Some(known) = task_sid {
                    match of.note(*known, recording.attributes()).await {
                        // Its caller left, and it with them: the message is heard all the same.
                        Err(WorkError::Twilio { source, .. })
                            if source.kind() == ErrorKind::NotFound => {}
                        noted => return noted,
                    }
                }
                let known = of.by("recording_sid", &recording.sid).await?;
                of.create_unless(known, task).await
            }
            Self::Callback { call_sid, task } => {
                let known = match call_sid {
                    Some(call) => of.by("callback_for", &call.to_string()).await?,
                    None => None,
                };
                of.create_unless(known, task).await
            }
            Self::Recording {
                task_sid,
                call_sid,
                recording,
            } => {
                let task = match (task_sid, call_sid) {
                    (Some(task), _) => Some(*task),
                    (None, Some(call)) => of.by("call_sid", &call.to_string()).await?,
                    (None, None) => None,
                };
                match task {
                    Some(task) => of.note(task, recording.attributes()).await,
                    None => Ok(Done::NoTask),
                }
            }
            Self::Transcription {
                recording_sid,
                text,
            } => match of.by("recording_sid", recording_sid).await? {
                Some(task) => {
                    let text = Map::from_iter([("transcription".to_owned(), text.clone().into())]);
                    of.note(task, text).await
                }
                None => Ok(Done::NoTask),
            },
        }
    }
}

struct Tasks<'a> {
    client: &'a Client,
    workspace: WorkspaceSid,
}

impl Tasks<'_> {
    /// The task with this text in an attribute.
    async fn by(&self, attribute: &str, text: &str) -> Result<Option<TaskSid>, WorkError> {
        let wanted = format!("{attribute} == \"{}\"", text.replace(['"', '\\'], ""));
        let query = ListQuery::all().filter("EvaluateTaskAttributes", &wanted);
        let found: Vec<TaskSid> = self
            .client
            .list::<Task>(self.workspace, &query)
            .map_ok(|record| record.value.sid)
            .try_collect()
            .await
            .map_err(cannot(format!("look for the task with {wanted}")))?;
        Ok(found.first().copied())
    }

    /// The workflow of this name, if there is one.
    async fn workflow(&self, name: &str) -> Result<Option<WorkflowSid>, WorkError> {
        let found: Vec<(WorkflowSid, String)> = self
            .client
            .list::<Workflow>(self.workspace, &ListQuery::all())
            .map_ok(|record| (record.value.sid, record.value.friendly_name))
            .try_collect()
            .await
            .map_err(cannot(format!("look for the workflow `{name}`")))?;
        Ok(Names::new(found).find(name))
    }

    async fn create_unless(
        &self,
        known: Option<TaskSid>,
        new: &NewTask,
    ) -> Result<Done, WorkError> {
        if let Some(task) = known {
            return Ok(Done::Already(task));
        }
        let mut form = Form::new().with("Attributes", Value::Object(new.attributes.clone()));
        let workflow = match (new.workflow_sid, &new.workflow) {
            (None, Some(name)) => self.workflow(name).await?,
            (sid, _) => sid,
        };
        if let Some(workflow) = workflow {
            form = form.with("WorkflowSid", workflow);
        }
        if let Some(priority) = new.priority {
            form = form.with("Priority", priority);
        }
        if let Some(timeout) = new.timeout {
            form = form.with("Timeout", timeout);
        }
        if let Some(channel) = &new.channel {
            form = form.with("TaskChannel", channel);
        }
        if let Some(since) = new.virtual_start {
            form = form.with("VirtualStartTime", since);
        }
        let made = self.client.create::<Task>(self.workspace, form).await;
        let made = made.map_err(cannot("create the task"))?;
        Ok(Done::Created(made.record.value.sid))
    }

    /// Adds attributes to a task; what somebody else changes meanwhile is not undone.
    async fn note(&self, sid: TaskSid, added: Map<String, Value>) -> Result<Done, WorkError> {
        let mut tries = 0;
        loop {
            let found = self.client.get::<Task>(self.workspace, sid).await;
            let found = found.map_err(cannot(format!("get task {sid}")))?;
            let attributes = serde_json::from_str(&found.record.value.attributes);
            let Ok(Value::Object(mut attributes)) = attributes else {
                return Err(WorkError::Attributes(sid));
            };
            if added
                .iter()
                .all(|(name, value)| attributes.get(name) == Some(value))
            {
                return Ok(Done::Already(sid));
            }
            attributes.extend(added.clone());
            let form = Form::new().with("Attributes", Value::Object(attributes));
            let change = Change::new(form).if_match(found.etag);
            tries += 1;
            match self
                .client
                .update::<Task>(self.workspace, sid, change)
                .await
            {
                Ok(_) => return Ok(Done::Noted(sid)),
                Err(Error::PreconditionFailed(_)) if tries < 5 => {}
                Err(source) => return Err(cannot(format!("change task {sid}"))(source)),
            }
        }
    }
}
