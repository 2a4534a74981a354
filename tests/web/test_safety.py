"""What may be asked: web addresses in every disguise, and the addresses that lie behind them."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import RefusedError
from factcheck.web.safety import check_address, check_url, shown_host

LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/a?b=c#part", "https://example.org/a?b=c"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("https://example.org./", "https://example.org/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://ｅｘａｍｐｌｅ。org/", "https://example.org/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://134744072/", "http://8.8.8.8/"),
        ("http://example.org/a/../b/./c", "http://example.org/b/c"),
        ("http://example.org/a/%2e%2E/b/%2e", "http://example.org/b/"),
        ("http://example.org/../..", "http://example.org/"),
        ("http://example.org//a/...", "http://example.org//a/..."),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_an_address_is_brought_into_one_form(written: str, asked: str) -> None:
    assert check_url(written).url == asked


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/",
        "example.org",
        "",
        "http://",
        "http:///path",
        "https://user:secret@example.org/",
        "https://user@example.org/",
        "https://example.org\\@other.example/",
        "https://exa\tmple.org/",
        "https://example.org/a b",
        "https://example.org/\r\nHost: other.example",
        "https://example.org:22/",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://-example.org/",
        "https://exa%6dple.org/",
        "https://[fe80::1%25eth0]/",
        "https://[::1/",
        "https://1.2.3.4.5/",
        "https://256.1.1.1/",
        "https://example.09/",
        "https://127%2e0%2e0%2e1/",
        "http://127.0.0.1%00.example.org/",
        "http://4294967296/",
        "https://example.0x/" + "a" * 9_000,
    ],
)
def test_what_is_no_public_web_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        check_url(url)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "１２７.0.0.1",
        "127。0。0。1",
        "127.0.0.1.",
        "127.0.0.1..",
        "①②⑦.0.0.1",
        "0X7F.1",
        "127.0.0.0x1",
        "0",
        "0.0.0.0",
        "00.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "0xa9fea9fe",
        "168.63.129.16",
        "100.127.255.255",
        "192.0.0.1",
        "192.0.0.170",
        "198.19.255.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "192.0.2.1",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        "[::ffff:0:127.0.0.1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b::a00:1]",
        "[2002:7f00:1::]",
        "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd00::1]",
        "[fd12:3456:789a::1]",
        "[64:ff9b:1::7f00:1]",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:a9fe:a9fe::]",
        "[fd00:ec2::254]",
        "[ff02::1]",
        "[2001:db8::1]",
        "[4000::1]",
    ],
)
def test_an_address_that_is_not_public_is_refused_in_every_form(host: str) -> None:
    with pytest.raises(RefusedError, match="not public"):
        check_url(f"http://{host}/")


def test_the_password_of_an_address_is_not_repeated_in_the_message() -> None:
    with pytest.raises(RefusedError) as caught:
        check_url("https://user:hunter2@example.org/")
    assert "hunter2" not in str(caught.value)


def test_loopback_is_asked_only_where_it_is_allowed_by_name() -> None:
    assert check_url("http://127.0.0.1:8000/", allowed=LOOPBACK).host == "127.0.0.1"
    assert check_url("http://[::1]:8000/", allowed=LOOPBACK).url == "http://[::1]:8000/"
    assert str(check_address("::ffff:127.0.0.1", allowed=LOOPBACK)) == "127.0.0.1"
    with pytest.raises(RefusedError):
        check_url("http://10.0.0.1/", allowed=LOOPBACK)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_a_public_address_may_be_connected_to(address: str) -> None:
    check_address(address)


@given(st.ip_addresses())
def test_no_address_is_allowed_that_the_standard_library_calls_private(address: object) -> None:
    from ipaddress import IPv4Address, IPv6Address

    assert isinstance(address, IPv4Address | IPv6Address)
    try:
        plain = check_address(str(address))
    except RefusedError:
        return
    assert not any((plain.is_private, plain.is_loopback, plain.is_link_local, plain.is_multicast, plain.is_reserved))


@given(st.ip_addresses(v=4))
def test_every_writing_of_an_ipv4_address_has_the_same_answer(address: object) -> None:
    number = int(address)  # type: ignore[call-overload]
    octets = [number >> shift & 255 for shift in (24, 16, 8, 0)]
    writings = [
        str(address),
        str(number),
        hex(number),
        f"0{number:o}",
        ".".join(f"{o:#x}" for o in octets),
        ".".join(f"0{o:o}" for o in octets),
        f"{octets[0]}.{number & 0xFFFFFF}",
        f"[::ffff:{address}]",
    ]
    assert len({_answer(f"http://{writing}/") for writing in writings}) == 1


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    _answer(text)
    _answer(f"http://{text}/")


def _answer(url: str) -> str:
    try:
        return check_url(url).url
    except RefusedError:
        return "refused"


def test_a_host_name_that_may_only_look_alike_is_shown_with_its_punycode() -> None:
    homoglyph = check_url("https://аррle.example/").host  # the first three letters are Cyrillic
    assert homoglyph.startswith("xn--")
    assert shown_host(homoglyph) == f"аррle.example ({homoglyph})"
    assert shown_host("example.org") == "example.org"
    assert shown_host("xn--\x1b.example") == "xn--\x1b.example"


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("169.254.169.254", "169.254.0.0/16"),
        ("169.254.170.2", "0.0.0.0/0"),
        ("100.100.100.200", "100.64.0.0/10"),
        ("[fd00:ec2::254]", "fc00::/7"),
        ("[::ffff:169.254.169.254]", "169.254.0.0/16"),
        ("0xa9fea9fe", "169.254.0.0/16"),
    ],
)
def test_a_network_that_is_allowed_opens_no_metadata_service_in_it(host: str, network: str) -> None:
    with pytest.raises(RefusedError, match="a cloud's metadata service"):
        check_url(f"http://{host}/latest", allowed=(ip_network(network),))


def test_a_metadata_service_that_is_named_alone_is_allowed() -> None:
    assert check_url("http://169.254.169.254/", allowed=(ip_network("169.254.169.254/32"),)).host == "169.254.169.254"
