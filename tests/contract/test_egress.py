"""The one way out, over real connections: what is not declared is not reached."""

import asyncio
import ipaddress
import logging
import socket
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import fault_server as faults
import pytest
import trustme
from fault_server import FaultServer, answer, fault_server

from eclaireur.core.errors import (
    AnswerCutShort,
    AnswerTooLarge,
    EclaireurError,
    EgressRefused,
    HostTooSlow,
    HostUnreachable,
)
from eclaireur.egress import Answer, Destination, Egress, open_egress
from eclaireur.egress.reach import IP
from eclaireur.egress.resolving import Resolve, resolve_by_system

PRIVATE_PATH = "/v1/hunter2?key=hunter2"
PUBLIC = "93.184.216.34"


def resolving(*answers: list[str]) -> Resolve:
    """A name server that gives its answers in turn."""
    left = list(answers)

    async def resolve(host: str, port: int) -> list[IP]:  # noqa: ARG001
        return [ipaddress.ip_address(each) for each in left.pop(0)]

    return resolve


async def ask(
    egress: Egress, address: str, *, deadline_s: float = 5, max_bytes: int = 1_000_000
) -> Answer:
    return await egress.send("GET", address, headers={}, deadline_s=deadline_s, max_bytes=max_bytes)


async def refusal(
    server: FaultServer, address: str, *, resolve: Resolve = resolve_by_system, private: bool
) -> EgressRefused:
    """Ask for a path of an address that was declared, and is refused."""
    async with open_egress([Destination.of(address, private=private)], resolve=resolve) as egress:
        with pytest.raises(EgressRefused) as refused:
            await ask(egress, address + PRIVATE_PATH)
        assert sum(egress.refusals.values()) == 1
    assert server.received == []
    return refused.value


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as server:
        server.play(answer(b"served"))
        yield server


async def test_what_is_declared_is_reached(server: FaultServer) -> None:
    async with open_egress([Destination.of(server.origin, private=False)]) as egress:
        sent = {"authorization": "Bearer x", "content-type": "application/json"}
        got = await egress.send(
            "POST",
            f"{server.origin}/v1/chat?a=b",
            headers=sent,
            body=b"{}",
            deadline_s=5,
            max_bytes=100,
        )
    assert (got.status, got.body, got.headers["content-length"]) == (200, b"served", "6")
    [request] = server.received
    assert (request.line, request.body) == ("POST /v1/chat?a=b HTTP/1.1", b"{}")
    assert sent.items() <= request.headers.items()
    assert request.headers["host"] == f"127.0.0.1:{server.port}"


async def test_a_connection_serves_again(server: FaultServer) -> None:
    async with open_egress([Destination.of(server.origin, private=False)]) as egress:
        for _ in range(3):
            await ask(egress, server.origin)
    assert (len(server.received), server.connections) == (3, 1)


async def test_what_is_not_declared_is_refused_and_counted(
    server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "eclaireur")
    port = server.port
    undeclared = [
        f"https://127.0.0.1:{port}",
        f"http://127.0.0.1:{port + 1}",
        f"http://127.0.0.2:{port}",
        f"http://localhost:{port}",
        f"http://[::1]:{port}",
        f"http://2130706433:{port}",
        f"http://0x7f.1:{port}",
        f"http://user@127.0.0.1:{port}",
        "file:///etc/passwd",
    ]
    async with open_egress([Destination.of(server.origin, private=False)]) as egress:
        for address in undeclared:
            with pytest.raises(EgressRefused) as refused:
                await ask(egress, address + PRIVATE_PATH)
            assert "hunter2" not in f"{refused.value}{refused.value.params}"
        assert sum(egress.refusals.values()) == len(undeclared)
        assert egress.refusals[f"http://127.0.0.2:{port}", "undeclared"] == 1
    assert server.connections == 0
    assert "hunter2" not in caplog.text
    assert len(caplog.records) == len(undeclared)


async def test_forms_of_a_declared_address_are_the_same(server: FaultServer) -> None:
    async with open_egress([Destination.of(server.origin, private=False)]) as egress:
        for form in ("HTTP://127.0.0.1.:{}", "http://[::ffff:7f00:1]:{}", "http://１２７.0.0.1:{}"):
            assert (await ask(egress, form.format(server.port))).status == 200


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["::ffff:127.0.0.1"],
        ["64:ff9b::7f00:1"],
        ["2002:7f00:1::"],
        ["10.0.0.1", "169.254.169.254", "fe80::1", "::1", "0.0.0.0"],  # noqa: S104
        [],
    ],
)
async def test_a_name_that_leads_inside_is_refused(server: FaultServer, found: list[str]) -> None:
    refused = await refusal(
        server, f"https://model.example:{server.port}", resolve=resolving(found), private=False
    )
    assert refused.params == {
        "origin": f"https://model.example:{server.port}",
        "problem": "not-public",
    }


async def test_a_private_name_that_leads_outside_is_refused(server: FaultServer) -> None:
    refused = await refusal(
        server, "http://model.example", resolve=resolving([PUBLIC]), private=True
    )
    assert refused.params["problem"] == "not-private"


async def test_the_address_that_was_judged_is_the_one_connected_to(server: FaultServer) -> None:
    """A name whose owner changes its answer between the two (DNS rebinding) gains nothing."""
    name = f"http://model.example:{server.port}"
    server.play(faults.answer(b"", headers={"connection": "close"}))
    resolve = resolving(["127.0.0.1"], [PUBLIC], [PUBLIC, "127.0.0.1"])
    async with open_egress([Destination.of(name, private=True)], resolve=resolve) as egress:
        await ask(egress, name)
        with pytest.raises(EgressRefused):
            await ask(egress, name)
        await ask(egress, name)
    assert [each.headers["host"] for each in server.received] == [name.removeprefix("http://")] * 2


async def test_the_next_address_is_tried_when_one_does_not_answer(server: FaultServer) -> None:
    name = f"http://model.example:{server.port}"
    resolve = resolving(["::1", "127.0.0.1"])
    async with open_egress([Destination.of(name, private=True)], resolve=resolve) as egress:
        assert (await ask(egress, name)).body == b"served"


async def test_the_system_resolves_names(server: FaultServer) -> None:
    address = f"http://localhost:{server.port}"
    async with open_egress([Destination.of(address, private=False)]) as egress:
        assert (await ask(egress, address)).body == b"served"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed_even_to_what_is_declared(
    server: FaultServer, status: int
) -> None:
    async with fault_server() as other:
        other.play(answer(b"reached"))
        destinations = [Destination.of(each.origin, private=False) for each in (server, other)]
        server.play(answer(b"", status, {"location": other.origin}))
        async with open_egress(destinations) as egress:
            with pytest.raises(EgressRefused) as refused:
                await ask(egress, server.origin)
            assert egress.refusals[server.origin, "redirect"] == 1
        assert refused.value.params["problem"] == "redirect"
        assert other.connections == 0


async def test_no_proxy_is_used(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    async with fault_server() as proxy:
        proxy.play(answer(b"through the proxy"))
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.origin)
            monkeypatch.setenv(name.upper(), proxy.origin)
        async with open_egress([Destination.of(server.origin, private=False)]) as egress:
            assert (await ask(egress, server.origin)).body == b"served"
        assert proxy.connections == 0


async def failure(
    address: str, *, deadline_s: float = 5, resolve: Resolve = resolve_by_system
) -> EclaireurError:
    destination = Destination.of(address, private=True)
    async with open_egress([destination], resolve=resolve) as egress:
        with pytest.raises(EclaireurError) as failed:
            await ask(egress, address + PRIVATE_PATH, deadline_s=deadline_s, max_bytes=1_000)
        assert egress.refusals == {}
    assert "hunter2" not in f"{failed.value}{failed.value.params}"
    assert failed.value.params["origin"] == str(destination.origin)
    return failed.value


async def test_a_name_that_does_not_exist_is_told() -> None:
    async def resolve(host: str, port: int) -> list[IP]:
        raise socket.gaierror(socket.EAI_NONAME, f"{host}:{port}")

    error = await failure("http://nowhere.example", resolve=resolve)
    assert isinstance(error, HostUnreachable)
    assert error.params["problem"] == "name"


async def test_a_refused_connection_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    error = await failure(f"http://127.0.0.1:{port}")
    assert isinstance(error, HostUnreachable)
    assert error.params["problem"] == "connection"


@pytest.mark.parametrize("behaviour", [faults.hang, faults.hang_in_the_body, faults.trickle])
async def test_the_deadline_is_that_of_the_whole_answer(
    server: FaultServer, behaviour: faults.Behaviour
) -> None:
    server.play(behaviour)
    error = await failure(server.origin, deadline_s=0.2)
    assert isinstance(error, HostTooSlow)
    assert error.params["seconds"] == 0.2


@pytest.mark.parametrize("behaviour", [faults.cut, faults.close, faults.garbage])
async def test_a_broken_answer_is_told(server: FaultServer, behaviour: faults.Behaviour) -> None:
    server.play(behaviour)
    assert isinstance(await failure(server.origin), AnswerCutShort)


@pytest.mark.parametrize("behaviour", [faults.endless, answer(b"x" * 1_001)])
async def test_a_long_answer_is_not_read_to_its_end(
    server: FaultServer, behaviour: faults.Behaviour
) -> None:
    server.play(behaviour)
    assert isinstance(await failure(server.origin), AnswerTooLarge)


@pytest.fixture
async def encrypted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FaultServer]:
    """A server for model.example, by an authority that the system trusts."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("model.example").configure_cert(tls)
    async with fault_server(tls) as server:
        server.play(answer(b"served"))
        yield server


async def test_a_certificate_is_checked_against_the_name_that_was_declared(
    encrypted: FaultServer,
) -> None:
    name = f"https://model.example:{encrypted.port}"
    resolve = resolving(["127.0.0.1"])
    async with open_egress([Destination.of(name, private=True)], resolve=resolve) as egress:
        assert (await ask(egress, name)).body == b"served"
    other = f"https://other.example:{encrypted.port}"
    error = await failure(other, resolve=resolving(["127.0.0.1"]))
    assert error.params["problem"] == "certificate"


async def test_an_unknown_authority_is_not_trusted(
    encrypted: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    name = f"https://model.example:{encrypted.port}"
    error = await failure(name, resolve=resolving(["127.0.0.1"]))
    assert isinstance(error, HostUnreachable)
    assert error.params["problem"] == "certificate"


async def test_a_server_without_tls_is_told() -> None:
    async def refuse(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as plain:
        error = await failure(f"https://127.0.0.1:{plain.sockets[0].getsockname()[1]}")
    assert isinstance(error, HostUnreachable)
    assert error.params["problem"] == "tls"


async def test_a_document_is_written_as_it_comes_within_bounds(
    server: FaultServer, tmp_path: Path
) -> None:
    async with open_egress([Destination.of(server.origin, private=False)]) as egress:
        server.play(faults.endless)
        with (tmp_path / "whole").open("wb") as sink:
            answer_ = await egress.download(
                f"{server.origin}/", sink, headers={}, deadline_s=20, max_bytes=10_000_000
            )
        assert (answer_.status, answer_.body) == (200, b"")
        assert (tmp_path / "whole").stat().st_size == 10_000_000
        with (tmp_path / "part").open("wb") as sink, pytest.raises(AnswerTooLarge):
            await egress.download(
                f"{server.origin}/", sink, headers={}, deadline_s=20, max_bytes=1_000_000
            )
        assert (tmp_path / "part").stat().st_size <= 1_000_000
        with (tmp_path / "part").open("wb") as sink, pytest.raises(EgressRefused):
            await egress.download(
                "http://127.0.0.2:1/", sink, headers={}, deadline_s=1, max_bytes=1
            )
        server.play(faults.trickle)
        with (tmp_path / "part").open("wb") as sink, pytest.raises(HostTooSlow):
            await egress.download(
                f"{server.origin}/", sink, headers={}, deadline_s=0.3, max_bytes=1_000_000
            )
