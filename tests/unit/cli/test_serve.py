"""`serve`: what keeps it from listening is told; that it listens is a journey."""

import socket

import pytest

from .conftest import Run


def test_a_port_in_use_is_written_as_ports_are(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        told = run("serve", "--port", port)
    assert (told.code, told.out, f"port {port}" in told.err) == (6, "", True)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "example.org", "192.0.2.1"])  # noqa: S104
def test_an_address_that_others_reach_is_refused(run: Run, host: str) -> None:
    ran = run("serve", "--host", host)
    assert (ran.code, ran.out, host in ran.err) == (5, "", True)
