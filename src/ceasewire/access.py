"""The commands that say who may look at what, and what somebody makes of it: users, labels, assessments."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from ceasewire.options import RecordFile
from ceasewire.review import At, Why, moment
from ceasewire.show.paint import clean

users = typer.Typer(help="The named users of a record's dossier.", no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of a user; it stands under his rulings.")]


By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")]


class Role(StrEnum):
    """What a user may do."""

    read = "read"
    review = "review"


@users.command("add")
def add_command(
    record: RecordFile,
    name: Name,
    role: Annotated[Role, typer.Option("--role", help="read looks, review rules too.")] = Role.read,
    sees: Annotated[
        str, typer.Option("--sees", metavar="TLP", help="The highest label that is shown to him.")
    ] = "AMBER+STRICT",
    stdin: Annotated[bool, typer.Option("--stdin", help="Read the password from the first line of the input.")] = False,
) -> None:
    """Add a user, or give one another password, role and sight.

    Users stand in a file beside the record, RECORD.users, with argon2 hashes of their passwords.
    """
    from ceasewire.dossier.users import Users, beside  # noqa: PLC0415  brings in argon2

    told = sys.stdin.readline().rstrip("\r\n") if stdin else typer.prompt(
        "Password", hide_input=True, confirmation_prompt=True
    )  # fmt: skip
    made = Users(beside(record)).add(name, told, role.value, sees)
    typer.echo(clean(f"{made.name}: {made.role}, sees up to TLP:{made.sees}"))


@users.command("list")
def list_command(record: RecordFile) -> None:
    """Every user, with role and sight."""
    from ceasewire.dossier.users import Users, beside  # noqa: PLC0415  brings in argon2

    for user in Users(beside(record)).all():
        typer.echo(clean(f"{user.name}: {user.role}, sees up to TLP:{user.sees}"))


@users.command("remove")
def remove_command(record: RecordFile, name: Name) -> None:
    """Take a user out; who is logged in under the name is out at once."""
    from ceasewire.dossier.users import Users, beside  # noqa: PLC0415  brings in argon2

    typer.echo(clean(f"removed: {Users(beside(record)).remove(name).name}"))


def label_command(
    record: RecordFile,
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help="The path of a page, documents/ID, facts/ID or assessments/ID.")
    ],
    tlp: Annotated[str, typer.Argument(metavar="LABEL", help="clear, green, amber, amber+strict or red.")],
    by: By,
    why: Why,
    at: At = None,
) -> None:
    """Say how far a page, a fact or a note may travel.

    The label (Traffic Light Protocol) stands until the next one, through every build, and is honoured by every way out.
    """
    from ceasewire.record.noting import label  # noqa: PLC0415  brings in fusion

    made = label(record, what, tlp, by=by, at=moment(at), why=why)
    typer.echo(clean(f"{made.id}: {made.what} TLP:{made.tlp}"))


def assess_command(
    record: RecordFile,
    fact: Annotated[str, typer.Argument(metavar="FACT", help="The id of a fact; with --withdraw, of an assessment.")],
    by: By,
    words: Annotated[str | None, typer.Argument(metavar="WORDS", help="What you make of it.")] = None,
    tlp: Annotated[str | None, typer.Option("--tlp", metavar="LABEL", help="How far your words may go.")] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take an assessment of yours back.")] = False,
    at: At = None,
) -> None:
    """Put down what you make of a fact.

    It stands under your name beside the fact and changes no status. A later one of yours undoes it.
    """
    from ceasewire.record import noting  # noqa: PLC0415  brings in fusion

    if withdraw == bool(words):
        raise typer.BadParameter("give WORDS, or --withdraw", param_hint="WORDS")
    if withdraw:
        made = noting.withdraw(record, fact, by=by, at=moment(at))
        typer.echo(clean(f"{made.undoes}: taken back"))
    else:
        made = noting.assess(record, fact, words or "", by=by, at=moment(at), tlp=tlp)
        typer.echo(clean(f"{made.id}: facts/{made.fact}"))
