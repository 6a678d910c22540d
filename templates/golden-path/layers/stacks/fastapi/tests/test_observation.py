import json
import logging
from typing import Any, ClassVar

import pytest

from app.logs import JsonFormatter
from app.settings import Settings
from app.tracing import create_tracer_provider
from tests.conftest import Service

TRACE = "0af7651916cd43dd8448eb211c80319c"


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    formatter = JsonFormatter(Settings(service_name="shelf", service_version="1.2.3"))
    return [json.loads(formatter.format(record)) for record in caplog.records]


def test_the_span_continues_the_callers_trace(service: Service) -> None:
    service.client.get("/api/items/a", headers={"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"})
    spans = {span.name: span for span in service.spans.get_finished_spans()}
    assert set(spans) == {"GET /api/items/{id}", "GET"}
    for span in spans.values():
        assert span.context is not None
        assert f"{span.context.trace_id:032x}" == TRACE
    attributes = spans["GET /api/items/{id}"].attributes
    assert attributes is not None
    assert attributes["http.response.status_code"] == 404
    assert attributes["http.route"] == "/api/items/{id}"


def test_a_request_has_one_line_without_what_the_caller_sent(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="app"):
        service.client.put("/api/items/a?card=4111", json={"name": "Mug"})
        service.client.get("/healthz")
    records = [record for record in caplog.records if record.name == "app.request"]
    assert len(records) == 1
    fields = records[0].__dict__["fields"]
    assert fields.pop("duration_ms") >= 0
    assert fields == {"method": "PUT", "route": "/api/items/{id}", "status": 200}
    assert "4111" not in str(lines(caplog))
    assert "Mug" not in str(lines(caplog))


def test_lines_carry_the_ids_of_the_trace(caplog: pytest.LogCaptureFixture) -> None:
    formatter = JsonFormatter(Settings(service_name="shelf", service_version="1.2.3"))
    record = logging.LogRecord("app", logging.WARNING, __file__, 1, "careful", None, None)
    tracer = create_tracer_provider(Settings()).get_tracer("test")
    with tracer.start_as_current_span("work") as span:
        line = json.loads(formatter.format(record))
    assert line["level"] == "warn"
    assert line["message"] == "careful"
    assert (line["service"], line["version"]) == ("shelf", "1.2.3")
    assert line["trace_id"] == f"{span.get_span_context().trace_id:032x}"
    assert line["span_id"] == f"{span.get_span_context().span_id:016x}"
    assert line["time"].endswith("+00:00")
    assert "trace_id" not in json.loads(formatter.format(record))


class Exporter:
    """Stands where spans are sent from."""

    endpoints: ClassVar[list[str]] = []

    def __init__(self, endpoint: str) -> None:
        self.endpoints.append(endpoint)

    def shutdown(self) -> None:
        """Has nothing to end."""


def test_spans_are_sent_where_there_is_a_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.tracing.OTLPSpanExporter", Exporter)
    settings = Settings.model_validate({"otel_exporter_otlp_endpoint": "http://collector:4318"})
    create_tracer_provider(settings).shutdown()
    create_tracer_provider(Settings()).shutdown()
    assert Exporter.endpoints == ["http://collector:4318/v1/traces"]
