"""An outlet that no table knows names itself in its copyright notice."""

from __future__ import annotations

import pytest

from ceasewire.intake.outlet import Text, outlet_of


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2021 The Orsk Lantern. All rights reserved.", "Orsk Lantern"),
        ("Copyright © 2019-2021 Orsk Lantern", "Orsk Lantern"),
        ("(c) 2021 Orsk Lantern, a service of the port", "Orsk Lantern"),
        ("© 2021 all rights reserved", None),
        ("© Ana Vel", None),
        ("News", None),
    ],
)
def test_a_notice_names_the_outlet(line: str, outlet: str | None) -> None:
    text = Text(["The ferry left."], ["Home", line, "Contact"], [], [], None)
    assert outlet_of(text, None, None, None) == outlet
