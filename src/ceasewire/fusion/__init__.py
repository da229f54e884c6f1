"""What many pages say to what is known: actors, origins, facts, contradictions, tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ceasewire.fusion.actors import join, relations
from ceasewire.fusion.contradictions import contradictions
from ceasewire.fusion.facts import facts
from ceasewire.fusion.material import gather
from ceasewire.fusion.origins import Origins
from ceasewire.fusion.places import places
from ceasewire.fusion.rulings import Guide
from ceasewire.fusion.rulings.links import unlinked
from ceasewire.fusion.society import Society
from ceasewire.fusion.tracks import tracks
from ceasewire.model import Document, Link, Reading, Story
from ceasewire.pause import uncollected


def fuse(
    documents: Sequence[Document], links: Sequence[Link], readings: Mapping[str, Reading], guide: Guide | None = None
) -> Story:
    """The story of the documents. `readings` are adopted ones, keyed by document id; `guide` is what people told."""
    with uncollected():
        return _fused(documents, links, readings, guide or Guide())


def _fused(
    documents: Sequence[Document], links: Sequence[Link], readings: Mapping[str, Reading], guide: Guide
) -> Story:
    links, readings = unlinked(documents, links, readings, guide.force)
    guided, of = guide.begin(*join(gather(documents, links, readings)))
    material = guided.material
    society = Society(material)
    origins = Origins(material, society)
    known = guided.corrected(facts(material, origins, guided.events))
    kept = guided.kept(known)
    story = [fact for _, fact in kept]
    for statement in material.statements.values():
        statement.origin = origins.of_statement(statement).id
    related = relations([r for reading in readings.values() for r in reading.relations], of)
    times = [t for reading in readings.values() for t in reading.times]
    told = Story(
        list(material.actors.values()),
        related,
        places(material),
        sorted(times, key=lambda t: (t.doc, t.span.start, t.id)),
        sorted(material.statements.values(), key=lambda s: (s.doc, s.cue.start, s.id)),
        sorted(material.mentions.values(), key=lambda m: (m.doc, m.trigger.start, m.id)),
        origins.listed(),
        story,
        contradictions(kept, material, origins),
        tracks(story, material, society),
        [],
        [],
    )
    return guided.end(told, known)
