"""The arguments and options that commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

RecordFile = Annotated[Path, typer.Argument(metavar="RECORD", help="A record made by `ceasewire build`.")]
NewRecord = Annotated[
    Path, typer.Option("--record", "-o", metavar="RECORD", help="The file that the record goes into.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", metavar="DATE", formats=["%Y-%m-%d"], help="Only pages published by DATE (YYYY-MM-DD)."),
]
Redact = Annotated[
    bool, typer.Option("--redact", help="Leave out what describes unnamed sources: reason, place, affiliation, basis.")
]
ActorName = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Only where a name holds NAME.")]


def day(moment: datetime | None) -> str | None:
    """The ISO day of an option, None where it was not given."""
    return moment.date().isoformat() if moment else None
