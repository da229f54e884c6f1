"""From the fields of a form to the values of rulings: `stance=denies`, `content=120-180`, `role.party=ID@120-140`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Form = Mapping[str, str]
PAIR = re.compile(r"(?P<name>content|words)-(?P<number>\d{1,2})-start")
FILLER = re.compile(r"filler-(?P<number>\d{1,2})-role")
ROLE = re.compile(r"[a-z][a-z_]{1,30}")


@dataclass(frozen=True)
class Filler:
    """A line of the form for what fills a role of an event; `was` is the role that it had, empty for a new one."""

    role: str
    was: str
    told: str
    changed: bool


def values_of(form: Form) -> list[str | None]:
    """The values of the rulings that a form asks for, one each; a single None where its ruling needs none."""
    field = form.get("field", "")
    if field in ("content", "words"):
        return [f"{field}={','.join(_pairs(form, field))}"]
    if field == "roles":
        return [f"role.{role}={','.join(told)}" for role, told in _roles(form).items()] or [None]
    if field:
        return [f"{field}={form.get(f'to-{field}', '').strip()[:400]}"]
    ticked = [name.partition("-")[2] for name in form if name.startswith("tick-")]
    return [form.get("value", "").strip()[:500] or ",".join(ticked)[:4000] or None]


def _pairs(form: Form, field: str) -> Iterator[str]:
    """The stretches of a field, `120-180` each; those left empty are left out."""
    for name in form:
        hit = PAIR.fullmatch(name)
        if hit and hit["name"] == field and (found := _stretch(form, f"{field}-{hit['number']}")):
            yield found


def _stretch(form: Form, name: str) -> str:
    start, end = form.get(f"{name}-start", "").strip(), form.get(f"{name}-end", "").strip()
    return f"{start}-{end}" if start or end else ""


def _roles(form: Form) -> dict[str, list[str]]:
    """All fillers of every role that a line of the form changes: the role it has, and the one it had."""
    rows = [_filler(form, hit["number"]) for name in form if (hit := FILLER.fullmatch(name))]
    changed = [role for row in rows if row.changed for role in (row.was, row.role) if ROLE.fullmatch(role)]
    return {role: [row.told for row in rows if row.role == role and row.told] for role in dict.fromkeys(changed)}


def _filler(form: Form, number: str) -> Filler:
    lead = f"filler-{number}"
    who, at = form.get(f"{lead}-who", "").strip().replace(",", " "), _stretch(form, lead)
    told = who + (f"@{at}" if at else "")
    role, was = form.get(f"{lead}-role", ""), form.get(f"{lead}-was", "")
    return Filler(role, was, told, told != form.get(f"{lead}-old", "") or (role != was and bool(was or told)))
