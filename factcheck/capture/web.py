"""Fetching one page, carefully: http and https only, limits on size, time and redirects, no way into the own network.

Every address is checked when it is connected to, and again at each redirect: a host that leads to a private, loopback
or otherwise special address is refused unless it was allowed by name. The connection goes to the address that was
checked, so that a name that changes its answer in between gains nothing.
"""

from __future__ import annotations

import contextlib
import gzip
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urljoin, urlsplit

from factcheck.errors import EvidenceError

MAX_BYTES = 10 * 1024 * 1024
MAX_REDIRECTS = 5
SECONDS = 20.0
READABLE = ("text/html", "application/xhtml+xml", "text/plain")
BY_HAND = "complete the record by hand, with the passage and the address of an archived copy"
_ASKED = {
    "User-Agent": "factcheck (newsroom fact-checking; one page on request)",
    "Accept": ", ".join(READABLE),
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was served: `asked` was fetched, `url` is where it was found, `body` its bytes, decompressed.

    `raw` are the bytes as sent, with `headers` as sent; `fetched` is the moment in UTC, ISO 8601.
    """

    asked: str
    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    content_type: str
    charset: str | None
    body: bytes
    raw: bytes
    fetched: str


def fetch(
    url: str,
    *,
    allow_hosts: Collection[str] = (),
    max_bytes: int = MAX_BYTES,
    seconds: float = SECONDS,
    max_redirects: int = MAX_REDIRECTS,
) -> Page:
    """The page at `url`. Raises `EvidenceError`, which says what to do instead, for anything but a readable answer."""
    deadline = time.monotonic() + seconds
    place = url
    for _ in range(max_redirects + 1):
        status, reason, headers, raw = _get(place, frozenset(allow_hosts), max_bytes, deadline)
        if status in (301, 302, 303, 307, 308) and (target := _header(headers, "location")):
            place = urljoin(place, target)
            continue
        if status != 200:
            raise EvidenceError(f"{place} answered {status} {reason}; check the address, or {BY_HAND}.")
        kind, charset = _content_type(headers)
        if kind not in READABLE:
            raise EvidenceError(f"{place} is {kind or 'of no stated type'}; a page is HTML or plain text; {BY_HAND}.")
        body = _decompressed(raw, _header(headers, "content-encoding") or "", max_bytes, place)
        fetched = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
        return Page(url, place, status, reason, headers, kind, charset, body, raw, fetched)
    raise EvidenceError(f"{url} redirects more than {max_redirects} times; give the address where it ends.")


def _get(
    url: str, allow_hosts: frozenset[str], max_bytes: int, deadline: float
) -> tuple[int, str, tuple[tuple[str, str], ...], bytes]:
    """One request without following anything: status, reason, headers, and the body as sent."""
    connection, path = _connection(url, allow_hosts, deadline)
    # Time-outs of the socket are for one read each: a server that sends a byte now and then is ended by this clock.
    clock = threading.Timer(max(0.1, deadline - time.monotonic()), connection.abort)
    clock.start()
    try:
        connection.request("GET", path, headers=_ASKED)
        response = connection.getresponse()
        raw = bytearray()
        while chunk := response.read1(65536):
            raw += chunk
            if len(raw) > max_bytes:
                raise EvidenceError(f"{url} is larger than {max_bytes // 1024 // 1024} MB; {BY_HAND}.")
        if time.monotonic() > deadline:
            raise TimeoutError
        return response.status, response.reason, tuple(response.getheaders()), bytes(raw)
    except TimeoutError:
        raise EvidenceError(f"{url} did not answer in time; try again, or {BY_HAND}.") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if time.monotonic() > deadline:
            raise EvidenceError(f"{url} did not answer in time; try again, or {BY_HAND}.") from None
        raise EvidenceError(f"{url} could not be fetched ({error or type(error).__name__}); {BY_HAND}.") from None
    finally:
        clock.cancel()
        connection.close()


def _connection(url: str, allow_hosts: frozenset[str], deadline: float) -> tuple[_Pinned, str]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        parts, host, port = urlsplit(""), None, None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise EvidenceError(
            f"{url!r} is no address of a page; give one that begins with http:// or https://.", "told.address", url=url
        )
    port = port or (443 if parts.scheme == "https" else 80)
    address = _checked_address(host, port, allow_hosts)
    left = max(0.1, deadline - time.monotonic())
    path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe="%/:?@!$&'()*+,;=~[]")
    kind = _PinnedHttps if parts.scheme == "https" else _Pinned
    return kind(host, port, timeout=left, address=address), path


def _checked_address(host: str, port: int, allow_hosts: frozenset[str]) -> str:
    """The first address of a host, all of whose addresses are public or whose name is allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise EvidenceError(f"{host} is not found: no network, or no such host; {BY_HAND}.") from None
    addresses = [str(one[4][0]) for one in found]
    for address in addresses:
        if host not in allow_hosts and not _is_public(address):
            raise EvidenceError(
                f"{host} leads to {address}, an address of a private network; it is fetched only if allowed by name."
            )
    return addresses[0]


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)
    return ip.is_global and not ip.is_multicast


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was checked, whatever its host's name leads to by now."""

    def __init__(self, host: str, port: int, *, timeout: float, address: str) -> None:
        super().__init__(host, port, timeout=timeout)
        self._address = address
        self._open: socket.socket | None = None  # http.client lets go of its own before the body is read

    def connect(self) -> None:
        self.sock = self._open = socket.create_connection((self._address, self.port), self.timeout)

    def abort(self) -> None:
        """End the connection from outside, whatever it waits for."""
        if self._open is not None:
            with contextlib.suppress(OSError):
                self._open.shutdown(socket.SHUT_RDWR)


class _PinnedHttps(_Pinned):
    default_port = 443

    def connect(self) -> None:
        super().connect()
        context = ssl.create_default_context()
        self.sock = self._open = context.wrap_socket(self.sock, server_hostname=self.host)


def _header(headers: tuple[tuple[str, str], ...], name: str) -> str | None:
    return next((value for key, value in headers if key.lower() == name), None)


def _content_type(headers: tuple[tuple[str, str], ...]) -> tuple[str, str | None]:
    kind, _, rest = (_header(headers, "content-type") or "").partition(";")
    name, _, charset = rest.strip().partition("=")
    return kind.strip().lower(), charset.strip(" \"'") or None if name.lower() == "charset" else None


def _decompressed(raw: bytes, encoding: str, max_bytes: int, url: str) -> bytes:
    if encoding.lower() not in ("gzip", "x-gzip"):
        return raw
    try:
        out = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(raw, max_bytes + 1)
    except (zlib.error, gzip.BadGzipFile):
        raise EvidenceError(f"{url} sent damaged data; try again, or {BY_HAND}.") from None
    if len(out) > max_bytes:
        raise EvidenceError(f"{url} is larger than {max_bytes // 1024 // 1024} MB when unpacked; {BY_HAND}.")
    return out
