"""The arguments and options that commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ceasewire.record import open_record
from ceasewire.record.tlp import level

RecordFile = Annotated[Path, typer.Argument(metavar="RECORD", help="A record made by `ceasewire build`.")]
NewRecord = Annotated[
    Path, typer.Option("--record", "-o", metavar="RECORD", help="The file that the record goes into.")
]
Pages = Annotated[list[Path], typer.Argument(metavar="PAGES", help="Files and folders: .txt, .html, .jsonl.")]
CacheFile = Annotated[Path | None, typer.Option("--cache", metavar="PATH", help="Where readings are kept.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Keep no readings.")]
Pipeline = Annotated[
    str | None, typer.Option("--pipeline", metavar="NAME", help="Another spaCy pipeline, or a path to one.")
]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that read; one a core.")]
Engine = Annotated[
    str,
    typer.Option("--engine", metavar="ENGINE", help="Who reads: auto, own, native, ray or ray://HOST:PORT."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", metavar="DATE", formats=["%Y-%m-%d"], help="Only pages published by DATE (YYYY-MM-DD)."),
]
Redact = Annotated[
    bool, typer.Option("--redact", help="Leave out what describes unnamed sources: reason, place, affiliation, basis.")
]
Ceiling = Annotated[
    str | None,
    typer.Option("--tlp", metavar="LABEL", help="Only what may go this far: clear, green, amber, amber+strict, red."),
]
Leaving = Annotated[
    str, typer.Option("--tlp", metavar="LABEL", help="How far it may go: clear, green, amber, amber+strict, red.")
]
ActorName = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Only where a name holds NAME.")]


@contextmanager
def allowed(record: Path, tlp: str | None) -> Iterator[Path]:
    """The record as far as it may go, for as long as it is needed; the whole of it for None. Raises RecordError."""
    ceiling = level(tlp) if tlp is not None else None
    if ceiling is None or not open_record(record).labels:
        yield record
        return
    from ceasewire.sealing import sealed  # noqa: PLC0415  brings in every stage

    with sealed(record, ceiling) as path:
        yield path


def day(moment: datetime | None) -> str | None:
    """The ISO day of an option, None where it was not given."""
    return moment.date().isoformat() if moment else None
