"""The service as a process of its own, as the container starts it."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from fakeredis import TcpFakeServer

# far beyond what anything here takes: a test must not depend on the machine's pace
_LIMIT_SECONDS = 120


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def _process(**environment: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "app"],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def redis_port() -> Iterator[int]:
    TcpFakeServer.allow_reuse_address = True
    server = TcpFakeServer(("127.0.0.1", _free_port()))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def _read_until(connection: socket.socket, end: bytes) -> bytes:
    read = b""
    while end not in read:
        part = connection.recv(4096)
        assert part, f"closed after {read!r}"
        read += part
    return read


def test_finishes_what_it_began_and_ends_with_0(redis_port: int) -> None:
    port = _free_port()
    body = b'{"name":"Mug"}'
    with _process(PORT=str(port), REDIS_URL=f"redis://127.0.0.1:{redis_port}") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "running on" in line:
                break
        with socket.create_connection(("127.0.0.1", port), timeout=_LIMIT_SECONDS) as connection:
            # "100 Continue" comes when the service waits for the body: the request is in flight
            connection.sendall(
                b"PUT /api/items/a HTTP/1.1\r\nhost: here\r\nexpect: 100-continue\r\n"
                b"content-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
            )
            _read_until(connection, b"100 Continue\r\n\r\n")
            process.send_signal(signal.SIGTERM)
            for line in process.stdout:
                if "Shutting down" in line:
                    break
            connection.sendall(body)
            assert b"HTTP/1.1 200 OK" in _read_until(connection, b'"name":"Mug"}')
        output, _ = process.communicate(timeout=_LIMIT_SECONDS)
        assert process.returncode == 0
    messages = [json.loads(line)["message"] for line in output.splitlines()]
    assert "request" in messages


def test_ends_with_a_sentence_where_the_environment_is_wrong() -> None:
    with _process(PORT="many") as process:
        _, errors = process.communicate(timeout=_LIMIT_SECONDS)
        assert process.returncode == 1
    assert errors.startswith("The environment variable PORT is wrong: ")
    assert "Traceback" not in errors


def test_ends_with_an_error_where_the_port_is_taken(redis_port: int) -> None:
    with _process(PORT=str(redis_port)) as process:
        process.communicate(timeout=_LIMIT_SECONDS)
        assert process.returncode > 0
