"""The command line: one thin function a command."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ceasewire.access import assess_command, label_command, users
from ceasewire.export import FORMATS, export
from ceasewire.model import Status
from ceasewire.options import (
    ActorName,
    AsJson,
    AsOf,
    CacheFile,
    Ceiling,
    Engine,
    Jobs,
    Leaving,
    NewRecord,
    NoCache,
    Pages,
    Pipeline,
    RecordFile,
    Redact,
    allowed,
    day,
)
from ceasewire.record import Record, RecordError, open_record
from ceasewire.record.tlp import LEAVES
from ceasewire.review import add_to
from ceasewire.show.contradictions import Contradictions
from ceasewire.show.facts import Facts
from ceasewire.show.graph import dot
from ceasewire.show.lineage import Lineage
from ceasewire.show.paint import clean
from ceasewire.show.sources import Sources
from ceasewire.show.story import Overview
from ceasewire.show.tracks import Tracks
from ceasewire.show.view import present, seen
from ceasewire.show.why import Why
from ceasewire.show.words import withheld

app = typer.Typer(name="ceasewire", add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


class Text(StrEnum):
    """How much of a page's text a published site holds."""

    quoted = "quoted"
    full = "full"


def main() -> int:
    """Run the command line; the exit code: 0 done, 1 could not, 2 used wrongly, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = int(app(standalone_mode=False) or 0)
    except typer.TyperException as error:
        return _complain(error.format_message(), error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (RecordError, OSError) as error:
        return _complain(str(error), 1)
    except (typer.Abort, KeyboardInterrupt):
        code = 130
    except Exception as error:
        if "CEASEWIRE_TRACEBACK" in os.environ:
            raise
        told = f"a fault of its own: {type(error).__name__}: {error} (CEASEWIRE_TRACEBACK=1 shows where)"
        return _complain(told, 1)
    return _complain("interrupted; a build goes on from here when it is started again", code) if code == 130 else code


def _complain(message: str, code: int) -> int:
    print(f"ceasewire: {clean(message)}", file=sys.stderr)
    return code


@app.callback(invoke_without_command=True)
def about(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Builds the record of talks and truces from pages, and counts the sources not traced to each other behind it."""
    if version:
        from importlib.metadata import version as installed  # noqa: PLC0415  takes longer than the rest of --help

        typer.echo(f"ceasewire {installed('ceasewire')}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("build")
def build_command(
    pages: Pages,
    record: NewRecord,
    cache: CacheFile = None,
    no_cache: NoCache = False,
    pipeline: Pipeline = None,
    jobs: Jobs = None,
    engine: Engine = "auto",
    actors: Annotated[
        Path | None, typer.Option("--actors", metavar="FILE", help="Your table of actors, TOML or CSV.")
    ] = None,
) -> None:
    """Read pages and write their record.

    An older record in the same file gives way to the record of the pages given; rulings on it and readings are kept.
    """
    from ceasewire.commands import run_build  # noqa: PLC0415  brings in every stage

    raise typer.Exit(
        run_build(pages, record, cache, pipeline, keep=not no_cache, jobs=jobs, actors=actors, engine=engine)
    )


@app.command("add")
def add_command(
    record: RecordFile,
    pages: Pages,
    cache: CacheFile = None,
    no_cache: NoCache = False,
    pipeline: Pipeline = None,
    jobs: Jobs = None,
    engine: Engine = "auto",
) -> None:
    """Add pages to a record.

    They alone are taken in, read and compared with the pages that come near them; rulings are kept.
    """
    from ceasewire.commands import run_add  # noqa: PLC0415  brings in every stage

    raise typer.Exit(run_add(record, pages, cache, pipeline, keep=not no_cache, jobs=jobs, engine=engine))


@app.command("demo")
def demo_command(record: NewRecord = Path("demo.db")) -> None:
    """Build and show a bundled story.

    It tells of a war that never was.
    """
    from ceasewire.commands import run_demo  # noqa: PLC0415  brings in every stage

    raise typer.Exit(run_demo(record))


@app.command("show")
def show_command(
    record: RecordFile, json: AsJson = False, as_of: AsOf = None, redact: Redact = False, tlp: Ceiling = None
) -> None:
    """The story on one screen.

    Who talks with whom, on what terms, what is contested, and on how many sources it rests.
    """
    with allowed(record, tlp) as path:
        present(Overview(str(record)), path, day(as_of), as_json=json, redact=redact)


@app.command("facts")
def facts_command(
    record: RecordFile,
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Only facts of this type.")] = None,
    status: Annotated[Status | None, typer.Option("--status", help="Only facts of this status.")] = None,
    actor: ActorName = None,
    json: AsJson = False,
    as_of: AsOf = None,
    redact: Redact = False,
    tlp: Ceiling = None,
) -> None:
    """Every fact and what it rests on.

    With the sources and camps for and against it, contested ones first.
    """
    with allowed(record, tlp) as path:
        present(Facts(_type(type), status, actor), path, day(as_of), as_json=json, redact=redact)


@app.command("why")
def why_command(
    record: RecordFile,
    fact: Annotated[str, typer.Argument(metavar="FACT", help="The id of a fact, or the beginning of one.")],
    graphviz: Annotated[bool, typer.Option("--graphviz", help="Print the graph as Graphviz dot text.")] = False,
    json: AsJson = False,
    as_of: AsOf = None,
    redact: Redact = False,
    tlp: Ceiling = None,
) -> None:
    """From a fact to the words on pages.

    Each source behind the fact once, and under it every passage through which it reached us.
    """
    with allowed(record, tlp) as path:
        if graphviz:
            typer.echo(dot(seen(path, day(as_of), redact=redact), fact), nl=False)
        else:
            present(Why(fact), path, day(as_of), as_json=json, redact=redact)


@app.command("contradictions")
def contradictions_command(
    record: RecordFile, json: AsJson = False, as_of: AsOf = None, redact: Redact = False, tlp: Ceiling = None
) -> None:
    """Both sides of what cannot both be so."""
    with allowed(record, tlp) as path:
        present(Contradictions(), path, day(as_of), as_json=json, redact=redact)


@app.command("sources")
def sources_command(
    record: RecordFile,
    actor: ActorName = None,
    json: AsJson = False,
    as_of: AsOf = None,
    redact: Redact = False,
    tlp: Ceiling = None,
) -> None:
    """Who said what, with which stance."""
    with allowed(record, tlp) as path:
        present(Sources(actor), path, day(as_of), as_json=json, redact=redact)


@app.command("tracks")
def tracks_command(
    record: RecordFile, json: AsJson = False, as_of: AsOf = None, redact: Redact = False, tlp: Ceiling = None
) -> None:
    """The series of talks and the truces.

    With everybody who has a part in them, and their terms.
    """
    with allowed(record, tlp) as path:
        present(Tracks(), path, day(as_of), as_json=json, redact=redact)


@app.command("lineage")
def lineage_command(
    record: RecordFile, json: AsJson = False, as_of: AsOf = None, redact: Redact = False, tlp: Ceiling = None
) -> None:
    """Whose words stand on which page."""
    with allowed(record, tlp) as path:
        present(Lineage(), path, day(as_of), as_json=json, redact=redact)


@app.command("export")
def export_command(
    record: RecordFile,
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="The folder for the files; made where it is missing.")
    ],
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="jsonl.")] = "jsonl",
    as_of: AsOf = None,
    redact: Redact = False,
    tlp: Leaving = LEAVES,
) -> None:
    """Write the record as files for other tools.

    What is labelled higher than --tlp stays behind, and is counted in withheld.jsonl.
    """
    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is none of: {', '.join(FORMATS)}", param_hint="--format")
    with allowed(record, tlp) as path:
        known = seen(path, day(as_of), redact=redact)
        files = export(known, to, format)
    typer.echo(f"{clean(str(to))}: {len(files)} files{_left(known)}")


@app.command("serve")
def serve_command(
    record: RecordFile,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="An address of this machine.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 8620,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="A host name that it answers to.")
    ] = None,
    named: Annotated[bool, typer.Option("--named", help="Named users alone, on this machine too.")] = False,
    cert: Annotated[Path | None, typer.Option("--cert", metavar="FILE", help="A certificate for TLS.")] = None,
    cert_key: Annotated[Path | None, typer.Option("--cert-key", metavar="FILE", help="Its key.")] = None,
    behind_tls: Annotated[bool, typer.Option("--behind-tls", help="A proxy in front of it ends TLS.")] = False,
) -> None:
    """Open the dossier in a browser.

    Prints its address. On this machine alone (127.0.0.1) the address holds the key to it; on any other address, and
    with --named, only the users of `ceasewire users` come in.
    """
    from ceasewire.dossier.serve import Service, serve  # noqa: PLC0415  brings in the web server

    serve(record, Service(host, port, tuple(name or ()), named, cert, cert_key, behind_tls), typer.echo)


@app.command("publish")
def publish_command(
    record: RecordFile,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder for the site.")],
    text: Annotated[Text, typer.Option("--text", help="What of the pages goes out.")] = Text.quoted,
    contact: Annotated[str | None, typer.Option("--contact", metavar="WORDS", help="Whom to write to.")] = None,
    built_at: Annotated[str | None, typer.Option("--built-at", metavar="WORDS", help="When it was made.")] = None,
    as_of: AsOf = None,
    redact: Redact = False,
    tlp: Leaving = LEAVES,
) -> None:
    """Write the dossier as plain files.

    They open from a disk, without a network. Pages go out as quotations with a little context, unless --text full.
    What is labelled higher than --tlp stays behind, and is counted.
    """
    from ceasewire.dossier.paper import About  # noqa: PLC0415  brings in the templates
    from ceasewire.dossier.publish import Terms, publish  # noqa: PLC0415
    from ceasewire.record.redact import redacted_file  # noqa: PLC0415

    terms = Terms(text is Text.full, About(built_at, contact))
    with allowed(record, tlp) as path:
        if redact:
            with redacted_file(path, day(as_of)) as protected:
                files = publish(protected, folder, terms)
        else:
            files = publish(path, folder, terms, day(as_of))
        left = _left(open_record(path))
    typer.echo(f"{clean(str(folder))}: {files:,} files{left}; open {clean(str(folder / 'index.html'))}")


def _left(record: Record) -> str:
    return f"; {withheld(record.withheld)}" if record.withheld else ""


def _type(name: str | None) -> str | None:
    from ceasewire.codebook import table  # noqa: PLC0415  reads a table, which few commands need

    known = table("fusion")["frames"]
    if name is not None and name not in known:
        raise typer.BadParameter(f"{name!r} is none of: {', '.join(sorted(known))}", param_hint="--type")
    return name


add_to(app)
app.add_typer(users, name="users")
app.command("label")(label_command)
app.command("assess")(assess_command)

if __name__ == "__main__":
    sys.exit(main())
