"""What many pages say to what is known: actors, origins, facts, contradictions, tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ceasewire.fusion.actors import join, relations
from ceasewire.fusion.contradictions import contradictions
from ceasewire.fusion.facts import facts
from ceasewire.fusion.material import Material, gather
from ceasewire.fusion.origins import Origins
from ceasewire.fusion.rulings import Guide
from ceasewire.fusion.rulings.links import unlinked
from ceasewire.fusion.society import Society
from ceasewire.fusion.tracks import tracks
from ceasewire.model import Document, Link, Reading, Story
from ceasewire.pause import uncollected
from ceasewire.pile import Room


def fuse(
    documents: Sequence[Document],
    links: Sequence[Link],
    readings: Mapping[str, Reading],
    guide: Guide | None = None,
    room: Room | None = None,
) -> Story:
    """The story of the documents. `readings` are adopted ones, keyed by document id; `guide` is what people told.

    `room` is where statements and mentions wait, memory unless told.
    """
    with uncollected():
        guide = guide or Guide()
        readings = unlinked(documents, links, readings, guide.force)
        return _fused(gather(documents, readings, room or Room()), guide)


def _fused(gathered: Material, guide: Guide) -> Story:
    guided, of = guide.begin(*join(gathered))
    related = relations(gathered.relations, of)
    del gathered, of
    material = guided.material
    society = Society(material)
    origins = Origins(material, society)
    known = guided.corrected(facts(material, origins, guided.events))
    kept = guided.kept(known)
    story = [fact for _, fact in kept]
    for statement in material.statements.values():
        statement.origin = origins.of_statement(statement).id
        material.statements[statement.id] = statement
    room = material.room
    told = Story(
        list(material.actors.values()),
        related,
        society.places,
        material.times,
        room.view([row.id for row in material.said()], material.statements.__getitem__),
        room.view([row.id for row in material.named()], material.mentions.__getitem__),
        origins.listed(),
        story,
        contradictions(kept, material, origins),
        tracks(story, material, society),
        [],
        [],
    )
    return guided.end(told, known)
