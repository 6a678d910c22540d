"""The environment of the process, read and checked once at the start."""

from typing import Annotated, Literal

from pydantic import Field, HttpUrl, RedisDsn, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.service import NAME


class Settings(BaseSettings):
    """Each field is the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore")

    port: Annotated[int, Field(ge=1, le=65535)] = 8080
    log_level: Literal["debug", "info", "warn", "error"] = "info"
    service_name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,62}$")] = NAME
    service_version: Annotated[str, Field(max_length=128)] = "dev"
    deployment_environment: Annotated[str, Field(max_length=63)] = "local"
    redis_url: RedisDsn = RedisDsn("redis://localhost:6379/0")
    otel_exporter_otlp_endpoint: HttpUrl | None = None
    rate_limit_per_second: Annotated[float, Field(gt=0, le=1_000_000)] = 500
    shutdown_grace_seconds: Annotated[int, Field(ge=1, le=600)] = 20
    faults_enabled: bool = False
    fault_error_ratio: Annotated[float, Field(ge=0, le=1)] = 0
    fault_delay_ms: Annotated[int, Field(ge=0, le=60_000)] = 0


class WrongEnvironmentError(Exception):
    """A variable of the environment has a value with which the service cannot start."""


def read_settings() -> Settings:
    """Reads the environment.

    Raises WrongEnvironmentError with a sentence for each wrong variable. It names the variable,
    never its value: that may hold a password.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise WrongEnvironmentError(
            " ".join(
                f"The environment variable {str(problem['loc'][0]).upper()} is wrong: "
                f"{problem['msg']}."
                for problem in error.errors(include_input=False, include_url=False)
            )
        ) from None
