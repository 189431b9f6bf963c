"""`serve`: what keeps it from listening is told; that it listens is a journey."""

import socket

from .conftest import Run


def test_a_port_in_use_is_written_as_ports_are(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        told = run("serve", "--port", port)
    assert (told.code, f"port {port}" in told.err) == (6, True)


def test_an_address_that_others_reach_is_refused(run: Run) -> None:
    ran = run("serve", "--host", "192.0.2.1")
    assert (ran.code, "192.0.2.1" in ran.err) == (5, True)
