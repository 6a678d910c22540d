import pytest

from app.service import NAME
from app.settings import WrongEnvironmentError, read_settings


def test_has_a_value_for_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REDIS_URL", raising=False)
    settings = read_settings()
    assert settings.service_name == NAME
    assert settings.port == 8080
    assert settings.faults_enabled is False
    assert settings.otel_exporter_otlp_endpoint is None


def test_an_empty_value_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "")
    assert read_settings().otel_exporter_otlp_endpoint is None


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PORT", "http"),
        ("PORT", "70000"),
        ("LOG_LEVEL", "loud"),
        ("SERVICE_NAME", "Not A Name"),
        ("REDIS_URL", "postgres://user:hunter2@db"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector"),
        ("RATE_LIMIT_PER_SECOND", "0"),
        ("SHUTDOWN_GRACE_SECONDS", "-1"),
        ("FAULTS_ENABLED", "perhaps"),
        ("FAULT_ERROR_RATIO", "1.5"),
        ("FAULT_DELAY_MS", "1.5"),
    ],
)
def test_names_the_variable_that_is_wrong_but_not_its_value(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(WrongEnvironmentError) as raised:
        read_settings()
    assert f"The environment variable {variable} is wrong: " in str(raised.value)
    assert "hunter2" not in str(raised.value)
