"""Starts the service: python -m app"""

import signal
import sys
from types import FrameType

import uvicorn

from app.item_store import connect
from app.logs import start_logs
from app.main import create_app
from app.probes import Draining
from app.settings import WrongEnvironmentError, read_settings
from app.tracing import create_tracer_provider


class Server(uvicorn.Server):
    """A server that says at once that it wants no more requests when it is told to end."""

    def __init__(self, config: uvicorn.Config, draining: Draining) -> None:
        super().__init__(config)
        self._draining = draining

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._draining.began = True
        super().handle_exit(sig, frame)


def main() -> int:
    """Serves until SIGTERM or SIGINT, finishes what was begun, and ends with 0."""
    try:
        settings = read_settings()
    except WrongEnvironmentError as error:
        print(error, file=sys.stderr)
        return 1
    start_logs(settings)
    draining = Draining()
    app = create_app(
        settings,
        redis=connect(settings),
        tracer_provider=create_tracer_provider(settings),
        draining=draining,
    )
    server = Server(
        uvicorn.Config(
            app,
            host="0.0.0.0",  # noqa: S104 - it serves from a container
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=settings.shutdown_grace_seconds,
        ),
        draining,
    )
    # uvicorn raises the signal again when it has finished; without these the process
    # would end by the signal instead of with 0
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: None)
    server.run()
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main())
