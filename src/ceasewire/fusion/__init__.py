"""What many pages say to what is known: actors, origins, facts, contradictions, tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ceasewire.fusion.actors import join, relations
from ceasewire.fusion.contradictions import contradictions
from ceasewire.fusion.facts import facts
from ceasewire.fusion.material import gather
from ceasewire.fusion.origins import Origins
from ceasewire.fusion.society import Society
from ceasewire.fusion.tracks import tracks
from ceasewire.model import Document, Link, Reading, Story


def fuse(documents: Sequence[Document], links: Sequence[Link], readings: Mapping[str, Reading]) -> Story:
    """The story of the documents. `readings` are adopted ones, keyed by document id."""
    material, of = join(gather(documents, links, readings))
    society = Society(material)
    origins = Origins(material, society)
    known = facts(material, origins)
    clashes = contradictions(known, material, origins)
    story = [fact for _, fact in known]
    for statement in material.statements.values():
        statement.origin = origins.of_statement(statement).id
    related = relations([r for reading in readings.values() for r in reading.relations], of)
    times = [t for reading in readings.values() for t in reading.times]
    return Story(
        list(material.actors.values()),
        related,
        [],
        sorted(times, key=lambda t: (t.doc, t.span.start, t.id)),
        sorted(material.statements.values(), key=lambda s: (s.doc, s.cue.start, s.id)),
        sorted(material.mentions.values(), key=lambda m: (m.doc, m.trigger.start, m.id)),
        origins.listed(),
        story,
        clashes,
        tracks(story, material, society),
        [],
        [],
    )
