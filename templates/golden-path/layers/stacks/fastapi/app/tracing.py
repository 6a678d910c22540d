"""Traces. Every request has ids for its log lines; spans leave the process only if there is
somewhere to send them."""

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from app.settings import Settings


def create_tracer_provider(settings: Settings) -> TracerProvider:
    """A provider that exports to OTEL_EXPORTER_OTLP_ENDPOINT, or nowhere where that is unset."""
    provider = TracerProvider(
        resource=Resource.create(
            {
                "service.name": settings.service_name,
                "service.version": settings.service_version,
                "deployment.environment.name": settings.deployment_environment,
            }
        ),
        shutdown_on_exit=False,
    )
    if settings.otel_exporter_otlp_endpoint is not None:
        base = str(settings.otel_exporter_otlp_endpoint).rstrip("/")
        exporter = OTLPSpanExporter(endpoint=f"{base}/v1/traces")
        provider.add_span_processor(BatchSpanProcessor(exporter))
    return provider
