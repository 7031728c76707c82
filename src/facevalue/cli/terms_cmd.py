"""``facevalue terms``: what services may do with what you send them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import click


@click.group(
    epilog="""
\b
Examples:
  facevalue terms list
  facevalue terms show grok
  facevalue terms compare chatgpt grok midjourney
  facevalue terms check grok --text tos.md
  facevalue terms fetch grok --into Terms/
  facevalue terms read tos.md
  facevalue terms diff tos-april.md tos-june.md

\b
Exit status: 0 done; 1 a sentence is gone from a text; 2 wrong use.
"""
)
def command() -> None:
    """Say what a service may do with your photo and your words, and where it says so.

    Each fact rests on a sentence of the service's own documents, and names the version that was
    read. Nothing is fetched by itself: 'terms fetch' is the one command that uses the network.
    """


_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@command.command("list")
def list_() -> None:
    """List the services whose terms were read."""
    from ..show.terms import list_lines
    from ..terms.catalogue import services

    for line in list_lines(services()):
        click.echo(line)


@command.command()
@click.argument("service")
@_json
def show(service: str, *, as_json: bool) -> None:
    """Show everything known of one SERVICE, by topic."""
    from ..core.codec import service_to_json
    from ..show.terms import service_lines
    from ..terms.catalogue import service as found

    one = found(service)
    if as_json:
        click.echo(json.dumps(service_to_json(one), indent=2))
        return
    for line in service_lines(one, datetime.now(UTC).date()):
        click.echo(line)


@command.command()
@click.argument("names", nargs=-1, metavar="[SERVICE]...")
@_json
def compare(names: tuple[str, ...], *, as_json: bool) -> None:
    """Compare services topic by topic, worst first; all of them when none is named."""
    from ..core.codec import service_to_json
    from ..show.terms import comparison_lines
    from ..terms.catalogue import service, services
    from ..terms.compare import compare as compared

    chosen = dict.fromkeys(service(name) for name in names) if names else services()
    comparison = compared(tuple(chosen))
    if as_json:
        pairs = zip(comparison.services, comparison.weights, strict=True)
        answer = [{"weight": weight, **service_to_json(each)} for each, weight in pairs]
        click.echo(json.dumps(answer, indent=2))
        return
    for line in comparison_lines(comparison, datetime.now(UTC).date()):
        click.echo(line)


@command.command()
@click.argument("service")
@click.option(
    "--text",
    "texts",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A document of the service as text or Markdown; may be given several times.",
)
def check(service: str, texts: tuple[Path, ...]) -> int:
    """Find the sentence that each fact of SERVICE rests on, and show it.

    Every FILE is compared with every document of the service, so that names do not matter. A
    sentence that is gone means that the terms have changed, or that this is another document.
    """
    from ..show.terms import checked_lines
    from ..terms.catalogue import service as found
    from ..terms.read import read_text
    from ..terms.verify import matched

    one = found(service)
    checked = matched(one, [read_text(path) for path in texts])
    titles = {document.name: document.title for document in one.documents}
    for line in checked_lines(checked, titles):
        click.echo(line)
    return 0 if all(each.holds or not each.read for each in checked) else 1


@command.command()
@click.argument("service")
@click.option(
    "--into",
    default=".",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write the documents into this folder.",
)
@click.option("--now", is_flag=True, help="The newest version, not the one that was read.")
@click.option(
    "--from",
    "base",
    metavar="ADDRESS",
    help="Address or folder below which the archive lies, if not the public one.",
)
@click.option("--overwrite", is_flag=True, help="Replace what is there already.")
def fetch(service: str, into: Path, base: str | None, *, now: bool, overwrite: bool) -> None:
    """Bring the documents of SERVICE from their public archive, over the network, with git.

    Written are the versions in which the facts were read, as SERVICE.DOCUMENT.COMMIT.md; with
    --now the newest ones. Nothing of you is sent but the question for these documents.
    """
    from ..terms import fetch as archive
    from ..terms.catalogue import service as found
    from .outputs import Outputs

    outputs = Outputs((), overwrite=overwrite)
    one = found(service)
    for document in one.documents:
        got = archive.fetch(document, base or archive.ARCHIVES, now=now)
        path = into / f"{one.name}.{document.name}.{got.commit[:12]}.md"
        outputs.write(got.text.encode(), path)
        click.echo(f"{document.title}: {path}")


_file = click.Path(path_type=Path)


@command.command("read")
@click.argument("document", type=_file, metavar="FILE")
@click.option("--all", "whole", is_flag=True, help="Also clauses that any terms have.")
@_json
def read_(document: Path, *, whole: bool, as_json: bool) -> None:
    """Find the clauses in a document of terms, worst first, each with its sentence.

    FILE is text, Markdown or a saved web page, in English; of any service. What is found is found
    by rules and a small model, here: sentences are missed and misread. Nothing found on a topic
    does not mean that the document says nothing about it.
    """
    from ..core.codec import clause_to_json
    from ..show.clauses import reading_lines
    from ..terms.clauses import read, worst_first
    from ..terms.read import read_text

    reading = read(read_text(document))
    if as_json:
        skips = [{"by": skip.by, "reason": skip.reason} for skip in reading.skips]
        found = [clause_to_json(each) for each in worst_first(reading.clauses)]
        click.echo(json.dumps({"clauses": found, "skips": skips}, indent=2))
        return
    for line in reading_lines(reading, whole=whole):
        click.echo(line)


@command.command()
@click.argument("old", type=_file)
@click.argument("new", type=_file)
@click.option("--all", "whole", is_flag=True, help="Also clauses that any terms have.")
@_json
def diff(old: Path, new: Path, *, whole: bool, as_json: bool) -> None:
    """Show which clauses came, went or changed between the files OLD and NEW.

    Two versions of one document of terms. A sentence that only moved is no change; one that was
    reworded is shown with what it says now and what it said before.
    """
    from ..show.clauses import change_lines, change_to_json
    from ..terms.clauses import read
    from ..terms.diff import diff as differ
    from ..terms.read import read_text

    change = differ(read(read_text(old)), read(read_text(new)))
    if as_json:
        click.echo(json.dumps(change_to_json(change), indent=2))
        return
    for line in change_lines(change, whole=whole):
        click.echo(line)
