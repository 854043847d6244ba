//! Traces, for OpenTelemetry: one for every mutation, from the command to each delivery, over all nodes.
//!
//! The id of a trace is the id the client gave the mutation. It stands in the log, so whoever delivers the event
//! knows to which trace that belongs, on any node, and a report with that id leads to the trace.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use opentelemetry::{
    Context, KeyValue, global,
    trace::{
        SpanBuilder, SpanContext, SpanId, SpanKind, Status, TraceContextExt, TraceFlags, TraceId, TraceState, Tracer,
    },
};
use opentelemetry_otlp::{ExporterBuildError, Protocol, SpanExporter, WithExportConfig};
use opentelemetry_sdk::{Resource, trace::SdkTracerProvider};
use uuid::Uuid;

const NAME: &str = "samenspel";
static ON: AtomicBool = AtomicBool::new(false);

/// Sends what was traced, and stops tracing, when dropped.
pub struct Traces(SdkTracerProvider);

/// Traces from here on, to the collector at `endpoint` (OTLP over HTTP).
pub fn start(endpoint: &str) -> Result<Traces, ExporterBuildError> {
    let endpoint = format!("{}/v1/traces", endpoint.trim_end_matches('/'));
    let exporter =
        SpanExporter::builder().with_http().with_protocol(Protocol::HttpBinary).with_endpoint(endpoint).build()?;
    let node = KeyValue::new("service.instance.id", Uuid::new_v4().to_string());
    let resource = Resource::builder().with_service_name(NAME).with_attribute(node).build();
    let provider = SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource).build();
    global::set_tracer_provider(provider.clone());
    ON.store(true, Relaxed);
    Ok(Traces(provider))
}

impl Drop for Traces {
    fn drop(&mut self) {
        ON.store(false, Relaxed);
        if let Err(error) = self.0.shutdown() {
            tracing::warn!(%error, "the last traces were not sent: {error}");
        }
    }
}

/// Is anyone interested? When not, there is no need to find out which mutation something is of.
pub fn are_on() -> bool {
    ON.load(Relaxed)
}

/// Something that takes time, as a part of a trace. It ends when dropped.
pub struct Part(Option<Context>);

impl Part {
    /// A part of the trace of this mutation.
    pub fn of(mutation: Option<Uuid>, name: &'static str, kind: SpanKind) -> Self {
        let Some(id) = mutation.filter(|_| are_on()) else { return Self(None) };
        let bytes = id.into_bytes();
        let mut root = [0; 8];
        root.copy_from_slice(&bytes[8..]);
        let (trace, span) = (TraceId::from_bytes(bytes), SpanId::from_bytes(root));
        let client = SpanContext::new(trace, span, TraceFlags::SAMPLED, true, TraceState::NONE);
        Self::begin(name, kind, &Context::new().with_remote_span_context(client))
    }

    /// A part of this part.
    pub fn part(&self, name: &'static str) -> Self {
        self.0.as_ref().map_or(Self(None), |context| Self::begin(name, SpanKind::Internal, context))
    }

    fn begin(name: &'static str, kind: SpanKind, within: &Context) -> Self {
        let tracer = global::tracer(NAME);
        let span = tracer.build_with_context(SpanBuilder::from_name(name).with_kind(kind), within);
        Self(Some(within.with_span(span)))
    }

    /// Adds a figure.
    pub fn note(&self, name: &'static str, value: i64) {
        if let Some(context) = &self.0 {
            context.span().set_attribute(KeyValue::new(name, value));
        }
    }

    /// It did not go well.
    pub fn fail(&self, why: &'static str) {
        if let Some(context) = &self.0 {
            context.span().set_status(Status::error(why));
        }
    }
}
