"""The words of the table in sentences: `[attack stormed]` is a mention of that type, `{stormed}` is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ceasewire.reading.events.company import Words
from ceasewire.reading.events.triggers import find_hits
from sentences import page

if TYPE_CHECKING:
    from spacy.language import Language

    from ceasewire.reading.parse import Paragraph

SENTENCES = """
The two sides [talks sat] down with Orsic mediators on the lake.
Rebel negotiators [talks huddled] with the envoy late into the night.
The two presidents [talks spoke] by telephone on Sunday.
The factions returned to the negotiating [talks table].
The envoy has been [talks shuttling] between the two delegations.
The minister {spoke} to reporters at the airport.
The mediator [invitation asked] the militia to attend the conference.
The militia will not [boycott negotiate] while foreign troops remain.
The two sides did not [talks meet] on Friday.
The militia [boycott ruled] out talks with the junta.
The militia [rejection ruled] out a compromise.
The army [boycott rejected] direct talks with the rebels.
The army [rejection rejected] a proposal for talks.
The [boycott absence] of the main faction from the talks hurt the mediator.
The farmers' leader was [boycott absent] from the talks in Osten.
The rebels [boycott called] off the talks.
The government [boycott recalled] its negotiators from Osten.
The militia did not [boycott show] up for the talks.
The talks were [boycott put] on hold after the raid.
The general [boycott declined] to {meet} the delegation.
The rebels [boycott quit] the talks on Friday.
The bishop [proposal appealed] to the warlords to disarm.
The rebel chief laid down [proposal conditions] for a truce.
The rebels [proposal offered] a truce.
The commander confirmed the raid but {offered} no details.
The officials {pressed} on with the talks on Monday.
The general {called} a meeting on Friday.
The junta [rejection brushed] aside the demand.
The council did not [rejection accept] the terms.
The army {brushed} dust off the tank.
The rebels agreed to hold their [ceasefire fire].
The two sides agreed to [ceasefire refrain] from attacks for a month.
It would [ceasefire cease] military operations at noon.
The two armies [ceasefire stopped] {shooting} at midnight.
The army announced a [ceasefire halt] to {hostilities}.
The army promised to [ceasefire stop] [attack shelling] the port.
A humanitarian [ceasefire pause] ended at midnight.
The policemen {stopped} an [attack attack] on the bank.
The rebels [violation violated] every word of the agreement.
The peacekeepers [monitoring patrol] the buffer zone.
The agreement sets up a monitoring [monitoring mission].
The nurses were met by the observer {mission}.
The battalion [withdrawal evacuated] its base.
Tanks [withdrawal rolled] out of the valley on Monday.
The soldiers [withdrawal returned] to barracks.
The militia will [withdrawal decommission] its rifles.
The government {withdrew} from the accord.
The army [withdrawal withdrew] from the ridge.
Six hostages [release walked] free.
The guards [release let] the captives go.
The women {escaped} the fighting.
The colonel {returned} home in his jeep.
The militia is [seizure holding] forty soldiers in a prison.
Gunmen [seizure dragged] two nurses from their car.
Members of the {kidnapping} ring were named.
The embassy [evacuation pulled] out its staff.
Helicopters [evacuation took] the wounded to safety.
Foreign nationals were [evacuation flown] out of the country.
Relief workers were denied [aid access] to the camp.
The lawyer was denied {access} to the prisoner.
The [aid airlift] of flour and medicine went on.
The militia has [aid cut] off food supplies to the town.
Orsa is [transfer providing] the rebels with missiles.
The planes [transfer carried] weapons to the rebels.
Government troops [attack retaliated] at dawn.
The rebels [attack hit] back with mortars.
The minister {hit} back at the critics.
The rebels [attack took] up arms again last year.
A bomb [attack went] off near the mill.
The farmers [attack rose] up against the junta.
The militia is [attack battling] for control of the port.
The rebels were [attack routed] by the army.
A sea [attack battle] broke the calm.
There was an [attack exchange] of fire on the ridge.
There was a cultural {exchange} between the schools.
Machine-gun [attack fire] was heard on the ridge.
The shells [attack damaged] a school.
The [attack war] in Spain cost him his home.
The [attack fighting] flared again on Monday.
The guests {stormed} out of the hall.
The general {attacked} the proposal.
The rebels [advance hold] half of the town.
Government troops [advance entered] the town.
Rebels [advance swept] into the capital.
The army is [advance closing] in on the town.
The town [advance changed] hands twice.
The rebels made [advance gains] in the north.
The army [advance pushed] back the rebels.
The rebels {hold} a meeting every week.
Rebels [deployment set] up roadblocks on the highway.
The soldiers [deployment dug] in around the town.
Soldiers [deployment patrolled] the streets.
The militia [deployment recruited] children.
We have no [deployment troops] in the valley.
The junta denied any [deployment involvement] in the war.
The doctor was {involved} in the operation.
The general [threat vowed] to crush the rebels.
The militia [threat swore] revenge.
The junta [threat warned] the rebels that their time was running out.
The junta repeated its [threat threat] to bomb the port.
The drought is a {threat} to the farmers.
The general {vowed} to halt the offensive.
The union has [designation listed] the front as a terrorist body.
The general [transition seized] power in May.
The island declared [transition independence] in May.
The rebels [transition joined] the government.
The rebels were [transition integrated] into the army.
The president [transition fled] the country.
A faction [transition broke] off from the front.
The chess title was a {coup} for the school.
The fighting has [casualties driven] thousands from their homes.
The fighting [casualties displaced] thousands of people.
The raid left 17 rebels and a soldier [casualties dead].
Two children were among the [casualties dead].
The army suffered heavy [casualties losses].
The [casualties toll] rose to 26.
Police found nine [casualties bodies] in a well.
A mass [casualties grave] was found near the mill.
Soldiers recovered the [casualties bodies] of two miners.
The drivers sat at the {table}.
The envoys [boycott walked] out of the talks.
The rebels were under [attack fire] all day.
Small-arms [attack fire] was heard on the ridge.
The army began a counter-[attack offensive] in the north.
The union wants a no-fly [designation zone] over the valley.
Gunmen [attack rampaged] through the town.
Police started a {campaign} to clear the streets of snow.
The militia completed the weapons [withdrawal handover] on Monday.
The militia [withdrawal laid] down half of its arms.
Trucks with flour [aid streamed] into the camp.
The soldiers [transition mutinied] in May.
The president [transition fled] on Monday.
Hundreds of families [casualties sought] shelter in the church.
The rebels are waging a bloody [attack insurgency] in the south.
The warring sides will [talks reconvene] on the lake.
The two delegations [talks exchanged] lists of prisoners.
The rebels [agreement consented] to a truce.
The militia [rejection scoffed] at the proposal.
The statement [proposal called] on all sides to respect the truce.
The miners regained their [release freedom] in May.
Soldiers [seizure captured] the warlord in his hideout.
The film {captured} the mood of the nation.
Buses [evacuation carried] the civilians to the town.
Nurses with flour and medicine [aid reached] the camp.
Government troops [advance broke] through the rebel lines.
The rebels have [advance expanded] their control of the valley.
The army has [deployment called] up its reservists.
The army [deployment built] up its forces along the river.
The rebels [transition formed] a government of their own.
The flood made hundreds [casualties homeless].
The miner [casualties succumbed] to his wounds.
Hundreds of refugees [casualties streamed] across the border.
The sea was calm after the [attack battle] on Sunday.
Sunday's [attack violence] shocked the town.
The envoy spoke of {violence} in films.
The report lists [attack looting] and [attack rape] by soldiers.
A farmer, [casualties killed] by rebels the previous day, was buried on Monday.
Three miners were [casualties dead] by dawn.
Orsa [deployment sent] nine tanks into the valley.
The president was re-[transition elected] in May.
The envoy {mediated} the [evacuation evacuation] of two miners.
Drivers are {required} to wear a belt.
The firm gives students a line of {credit}.
The jet was {pushed} back from the gate.
The court will {execute} the sentence.
A {lull} in trade hurt the port.
""".strip().split("\n")
MARK = re.compile(r"\[(\w+) ([^]]+)]|{([^}]+)}")


def plain(sentence: str) -> str:
    """The sentence without its marks."""
    return MARK.sub(lambda mark: mark[2] or mark[3], sentence)


@pytest.fixture(scope="module")
def paragraphs(nlp: Language) -> dict[str, Paragraph]:
    """All sentences, parsed at once."""
    parsed = page("\n".join(map(plain, SENTENCES)), nlp)
    return dict(zip(SENTENCES, parsed.paragraphs, strict=True))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_in_company(sentence: str, paragraphs: dict[str, Paragraph]) -> None:
    doc = paragraphs[sentence].doc
    types = {hit.token.text: hit.entry.type for hit in find_hits(doc, False, Words([doc]))}
    for mark in MARK.finditer(sentence):
        word = mark[2] or mark[3]
        assert types.get(word) == mark[1], types
