"""The commands with which people review a record: rulings, removals, changes, truces."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from ceasewire.options import AsJson, AsOf, Ceiling, RecordFile, Redact, allowed, day
from ceasewire.show.paint import clean
from ceasewire.show.view import present

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who rules.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; it is shown in every export.")]
At = Annotated[str | None, typer.Option("--at", metavar="TIME", help="When, as an ISO day or moment; now by default.")]
Since = Annotated[
    datetime, typer.Option("--since", metavar="DATE", formats=["%Y-%m-%d"], help="The day to compare with.")
]


def add_to(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    for name, command in (
        ("rule", rule_command),
        ("rulings", rulings_command),
        ("remove", remove_command),
        ("changes", changes_command),
        ("truce", truce_command),
    ):
        app.command(name)(command)


def rule_command(
    record: RecordFile,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="FILE/ID: facts/3fa21c, actors/09ab, camps/NAME.")],
    ruling: Annotated[str, typer.Argument(metavar="RULING", help="accept, reject, correct, merge, split or undo.")],
    by: By,
    why: Why,
    value: Annotated[
        str | None, typer.Option("--value", metavar="V", help="FIELD=VALUE; the other's id; what to take out.")
    ] = None,
    at: At = None,
) -> None:
    """Rule on a fact, statement, mention, actor, link or camp.

    The ruling is added to the log, survives rebuilds, and is undone by another: rule RECORD rulings/ID undo.
    """
    from ceasewire.record.rulings import append  # noqa: PLC0415  brings in fusion

    made = append(record, what, ruling, value=value, by=by, at=moment(at), why=why)
    typer.echo(clean(f"{made.id}: {made.what} {made.ruling}"))


def rulings_command(record: RecordFile, json: AsJson = False, redact: Redact = False, tlp: Ceiling = None) -> None:
    """The log of rulings, undone ones too, the pages taken out, labels and assessments."""
    from ceasewire.show.rulings import Rulings  # noqa: PLC0415  brings in fusion

    with allowed(record, tlp) as path:
        present(Rulings(path), path, as_json=json, redact=redact)


def remove_command(
    record: RecordFile,
    page: Annotated[str, typer.Argument(metavar="PAGE", help="The path of a page as the record has it, or its id.")],
    why: Why = "removed on request",
    purge: Annotated[bool, typer.Option("--purge", help="Out of the cache of readings too.")] = False,
    cache: Annotated[
        Path | None, typer.Option(metavar="PATH", help="The cache, where it is not the usual one.")
    ] = None,
    at: At = None,
) -> None:
    """Take a page out, with all that rests on it.

    A tombstone stays in the record: a hash of the page's path, the day and the reason. A rebuild leaves the page out.
    """
    from ceasewire.record.cache import default_cache  # noqa: PLC0415  few commands need it
    from ceasewire.removing import remove  # noqa: PLC0415  brings in every stage

    used = (cache or default_cache()) if purge else None
    gone = remove(record, page, at=moment(at)[:10], why=why, cache=used)
    typer.echo(f"removed: {clean(gone.path)}" + ("; also from the cache" if purge else ""))


def changes_command(
    record: RecordFile,
    since: Since,
    json: AsJson = False,
    as_of: AsOf = None,
    redact: Redact = False,
    tlp: Ceiling = None,
) -> None:
    """What is new since a day, and who is silent.

    Newly claimed, supported, denied, withdrawn, corrected; who did not answer, and who is accused and not heard.
    """
    from ceasewire.show.changes import Since as View  # noqa: PLC0415  brings in fusion

    with allowed(record, tlp) as path:
        present(View(path, str(day(since)), redact), path, day(as_of), as_json=json, redact=redact)


def truce_command(
    record: RecordFile,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A party, a place, or the id of a truce.")],
    on: Annotated[
        datetime | None, typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="The state on that day.")
    ] = None,
    json: AsJson = False,
    as_of: AsOf = None,
    redact: Redact = False,
    tlp: Ceiling = None,
) -> None:
    """A truce as a ledger.

    Parties, phases, scope, terms and oversight; alleged violations and how far each is borne out.
    """
    from ceasewire.show.truce import Truce  # noqa: PLC0415  brings in fusion

    with allowed(record, tlp) as path:
        present(Truce(name, day(on)), path, day(as_of), as_json=json, redact=redact)


def moment(at: str | None) -> str:
    """The time of a ruling or a note as it is written down, to the second in UTC where it is now."""
    if at is None:
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        datetime.fromisoformat(at)
    except ValueError as error:
        raise typer.BadParameter(f"{at!r} is no ISO day or moment", param_hint="--at") from error
    return at
