"""Outlets by name, by address and in prose."""

from __future__ import annotations

import pytest

from ceasewire.codebook.outlets import find_outlets, outlet_by_domain, outlet_by_name, outlet_name, outlets

CONTROLS = {"state", "party", "armed group", "public", "private"}
KINDS = {"agency", "state agency", "paper", "broadcaster", "site", "party organ", "monitor", "body", "platform"}


def test_table_is_broad_and_well_formed() -> None:
    assert len(outlets()) >= 200
    assert len({outlet.country for outlet in outlets()}) >= 60
    assert {outlet.control for outlet in outlets()} <= CONTROLS
    assert {outlet.kind for outlet in outlets()} <= KINDS


def test_no_address_belongs_to_two_outlets() -> None:
    domains = [domain for outlet in outlets() for domain in outlet.domains]
    assert len(domains) == len(set(domains))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.ft.com/content/1", "Financial Times"),
        ("edition.cnn.com", "CNN"),
        ("news.bbc.co.uk", "BBC"),
        ("m.dw.com:443", "Deutsche Welle"),
        ("http://[broken", None),
        ("veldania-today.example", None),
        ("", None),
    ],
)
def test_by_domain(address: str, name: str | None) -> None:
    outlet = outlet_by_domain(address)
    assert (outlet.name if outlet else None) == name


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("FT", "Financial Times"),
        ("the washington post", "Washington Post"),
        ("AFP", "Agence France-Presse"),
        ("INDEPENDENT.IE", "Irish Independent"),
        ("Sun Online", "The Sun"),
        ("The Veldanian", None),
    ],
)
def test_by_name(given: str, name: str | None) -> None:
    outlet = outlet_by_name(given)
    assert (outlet.name if outlet else None) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The envoy told Reuters and the Financial Times's man in Orsk.", ["Reuters", "Financial Times"]),
        ("It was the time of the harvest; The sun rose over Dawn Hill.", []),
        ("The mayor wrote in the Guardian, and The Sun copied him.", ["The Guardian", "The Sun"]),
        ("A clerk told the New York Times. The Times printed it.", ["New York Times", "New York Times"]),
        ("See FT.com for more.", ["Financial Times"]),
    ],
)
def test_in_prose(text: str, names: list[str]) -> None:
    found = list(find_outlets(text))
    assert [outlet.name for _, _, outlet in found] == names
    assert all(text[start:end] for start, end, _ in found)


@pytest.mark.parametrize(
    ("name", "controller"),
    [("TASS", "Russia"), ("Granma", "Communist Party of Cuba"), ("BBC", None), ("Reuters", None)],
)
def test_controller(name: str, controller: str | None) -> None:
    outlet = outlet_by_name(name)
    assert outlet is not None
    assert outlet.controller == controller


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("as the Daily Mail reported", ["Daily Mail"]),
        ("as the Daily Mail Observer reported", []),
        ("as the Sky News Service reported", []),
    ],
)
def test_a_name_that_goes_on_is_another(text: str, names: list[str]) -> None:
    assert [outlet.name for _, _, outlet in find_outlets(text)] == names


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("The Evening Ledger", "Evening Ledger"),
        ("Evening  Ledger", "Evening Ledger"),
        ("the guardian", "The Guardian"),
        ("FT", "Financial Times"),
    ],
)
def test_one_spelling_of_a_name(printed: str, name: str) -> None:
    assert outlet_name(printed) == name


def test_every_row_says_where_its_control_can_be_checked() -> None:
    assert all(outlet.evidence for outlet in outlets())
    assert outlet_by_name("Xinhua").evidence == "English Wikipedia, Xinhua"  # type: ignore[union-attr]
