"""The commands for those who may look at a dossier: its named users."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from ceasewire.options import RecordFile
from ceasewire.show.paint import clean

users = typer.Typer(help="The named users of a record's dossier.", no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of a user; it stands under his rulings.")]


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
