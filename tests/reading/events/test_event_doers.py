"""Who did it and to whom, where the sentence says so in a roundabout way; sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import one

if TYPE_CHECKING:
    from spacy.language import Language


def filled(text: str, word: str, role: str, nlp: Language) -> list[str]:
    return [arg.text for arg in one(text, word, nlp).args if arg.role == role]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The rebels were blamed for the bombing of the station.", "bombing", ["The rebels"]),
        ("Orsa was thought to be behind a mortar attack.", "attack", ["Orsa"]),
        ("The Sallin Front claimed responsibility for the raid on the airport.", "raid", ["The Sallin Front"]),
        ("Officials blamed the airstrike on the Orsan army.", "airstrike", ["the Orsan army"]),
        ("The group behind the attacks fled.", "attacks", ["The group"]),
        ("Veldania accused the militia of attacks on two villages.", "attacks", ["the militia"]),
        ("Orsa held the rebels responsible for the ambush.", "ambush", ["the rebels"]),
        ("The army killed nine villagers in a raid on Lima.", "raid", ["The army"]),
        ("The raid on the depot was claimed by the Sallin Front.", "raid", ["the Sallin Front"]),
        ("Planes from the Orsan army bombed the harbour of Lima.", "bombed", ["the Orsan army"]),
        ("The ministers discussed an attack on the port.", "attack", []),
        ("A court heard of the attack on the port.", "attack", []),
        ("Rebel mortars had hit the village of Lima.", "hit", ["Rebel"]),
        ("The losses increased pressure on the army to fight the pirates.", "fight", ["the army"]),
    ],
)
def test_who_is_said_to_be_the_attacker(text: str, word: str, expected: list[str], nlp: Language) -> None:
    assert filled(text, word, "attacker", nlp) == expected


@pytest.mark.parametrize(
    ("text", "word", "role", "expected"),
    [
        ("Killings that targeted farmers went on.", "Killings", "target", ["farmers"]),
        (
            "Norway accused both the army and the rebels of attacking farmers.",
            "attacking",
            "attacker",
            ["the army", "the rebels"],
        ),
        ("Nine guards died in a rebel ambush on a convoy.", "ambush", "attacker", ["rebel"]),
        ("Negotiators from the army and the rebels met.", "met", "party", ["the army", "the rebels"]),
        (
            "They seized and searched a tanker that on Oct. 19 shipped 600 tons of oil to Chile.",
            "shipped",
            "provider",
            ["a tanker"],
        ),
        ("Chile denied any of its ships were involved in oil sales.", "sales", "provider", ["any of its ships"]),
        ("The nurses were flown to Lima, where they met the mayor.", "met", "venue", ["Lima"]),
        ("Peru freed nine sailors amid talks with Chile.", "talks", "party", ["Peru", "Chile"]),
        ("Norway sold oil to Peruvian ships at sea.", "sold", "place", ["sea"]),
        ("A truce agreed on Friday broke down.", "agreed", "party", []),
        ("Mediators tried to save the talks.", "talks", "mediator", ["Mediators"]),
        ("The army attacked the Lima area on Friday.", "attacked", "place", ["Lima"]),
        ("Shelling resumed near the port of Lima.", "Shelling", "place", ["Lima"]),
        ("Rockets struck Lima's outskirts.", "struck", "place", ["Lima"]),
        ("Rocket strikes on the depot went on.", "strikes", "means", ["Rocket"]),
        ("The depot was hit, with both camps blaming Chile.", "hit", "means", []),
        ("The two armies fired at each other.", "fired", "target", []),
        ("Traders were hurt in Peru after shelling near the port.", "shelling", "attacker", []),
        ("The army shelled Lima in violation of the truce.", "violation", "violator", ["The army"]),
        ("A truce struck two days earlier between Peru and Chile held.", "truce", "party", ["Peru", "Chile"]),
        ("Mediators held talks with Chile.", "talks", "mediator", ["Mediators"]),
        ("Peru did not attend the talks.", "talks", "party", []),
        ("Norway hosted closed-door talks.", "talks", "secret", ["closed-door"]),
        ("They discussed the surrender of the rebels.", "surrender", "party", ["the rebels"]),
        ("Peru negotiated the surrender of Lima.", "surrender", "party", []),
        ("A man blew himself up at a checkpoint in Lima.", "blew", "target", ["a checkpoint"]),
        ("Army posts along the canal were shelled by pirates.", "shelled", "target", ["Army posts"]),
        ("Gunmen abducted six nurses on a road near Lima.", "abducted", "place", ["Lima"]),
        ("The nurses were taken hostage by gunmen.", "taken", "seized", ["The nurses"]),
        ("Four reporters were freed on Friday.", "freed", "released", ["Four reporters"]),
        ("Peru will deploy nine observers to watch the truce.", "deploy", "overseer", ["Peru"]),
        ("Peru signed a treaty in Geneva, mediated by Norway.", "treaty", "party", ["Peru"]),
        ("Peru has observed a truce brokered by Norway.", "truce", "mediator", ["Norway"]),
        ("France designated the Sallin Front a terrorist group.", "designated", "target", ["the Sallin Front"]),
        ("The Sallin Front repeated its demand for an airport.", "demand", "proposer", ["The Sallin Front"]),
        ("The army turned down a rebel offer of a truce.", "turned", "proposer", ["rebel"]),
        ("An attack that killed nine guards was filmed.", "attack", "target", ["nine guards"]),
        ("The raid on the depot killed nine guards.", "raid", "target", ["the depot"]),
        ("Miners who officers said were killed came from Lima.", "killed", "number", ["Miners"]),
        ("Of the 40 sailors seized in May, dozens escaped.", "escaped", "released", ["dozens"]),
        ("Artillery struck the village at 21:40.", "struck", "target", ["the village"]),
        ("The US-brokered truce collapsed.", "truce", "mediator", ["US"]),
        ("UN-sponsored talks began in Geneva.", "talks", "mediator", ["UN"]),
        ("The talks on a truce in Lima failed.", "talks", "venue", []),
        ("The talks with the rebels in Lima failed.", "talks", "venue", ["Lima"]),
        ("Police fined the crew for smuggling oil to Chile.", "smuggling", "provider", ["the crew"]),
        ("They accused Peru of letting fuel flow into Chile.", "flow", "provider", ["Peru"]),
        ("Orsa was behind an attack that saw nine people killed in Lima.", "attack", "place", ["Lima"]),
        ("The envoys met in the Peruvian capital Lima.", "met", "venue", ["Lima"]),
        ("The envoys met at a Lima hotel on Friday.", "met", "venue", ["Lima"]),
        ("Talks that began in Lima failed.", "Talks", "venue", ["Lima"]),
        ("The army remained ready to talk with the rebels.", "talk", "party", ["The army", "the rebels"]),
        ("The depot was hit by army guns.", "hit", "means", ["army guns"]),
        ("The rebels fired eleven rockets at men near Lima.", "fired", "place", ["Lima"]),
        ("The opposition demanded that the president leave the palace.", "demanded", "addressee", ["the president"]),
        ("The envoy called for sanctions against Chile.", "called", "proposer", ["The envoy"]),
        ("The council rejected an Australian ultimatum.", "rejected", "proposer", ["Australian"]),
        ("The UN will provide 25,000 tons of food aid to refugees.", "aid", "provider", ["The UN"]),
        ("The UN will provide 25,000 tons of food aid to refugees.", "aid", "recipient", ["refugees"]),
        ("Chile launched a mediation effort between the two states.", "effort", "mediator", ["Chile"]),
        ("Villagers were shot and killed by militiamen.", "shot", "attacker", ["militiamen"]),
        ("The gang violence in Haiti has worsened.", "violence", "place", ["Haiti"]),
        ("The jets hit a village in the province of Herat.", "hit", "target", ["a village"]),
        (
            "The rebels demanded a ransom of a million for the crew.",
            "demanded",
            "terms",
            ["a ransom of a million for the crew"],
        ),
        ("The minister defended the right of troops to fire on militants.", "fire", "attacker", ["troops"]),
        ("The rebels dismissed an appeal from Peru.", "dismissed", "proposer", ["Peru"]),
        ("The rebels demanded a truce with Chile.", "demanded", "addressee", []),
        ("A surgeon from Hobart was arrested in Peru.", "arrested", "place", ["Peru"]),
        ("Chile deployed peacekeepers in Iraq.", "deployed", "actor", ["Chile"]),
        (
            "A group of envoys held their second meeting with the rebels.",
            "meeting",
            "party",
            ["A group of envoys", "the rebels"],
        ),
        ("The group refused an invitation to join the talks.", "invitation", "invitee", ["The group"]),
        (
            "Chile and Peru signed a treaty of trade and transit.",
            "treaty",
            "terms",
            ["trade and transit"],
        ),
        ("Chile is a backer of the rebels.", "backer", "actor", ["Chile"]),
        ("Several states, including Chile and Peru, met.", "met", "party", ["Several states", "Chile", "Peru"]),
        ("The truce, brokered by Chile, excludes the Sallin Front.", "truce", "excluded", ["the Sallin Front"]),
        ("The truce, brokered by Chile, excludes the Sallin Front.", "truce", "mediator", ["Chile"]),
        ("The government extended the truce by two weeks.", "truce", "duration", ["two weeks"]),
        ("Chile and Peru agreed to a truce starting on Thursday.", "agreed", "terms", []),
        ("A Peruvian missile strike on a school in Lima killed nine people.", "strike", "attacker", ["Peruvian"]),
        ("A Peruvian missile strike on a school in Lima killed nine people.", "strike", "place", ["Lima"]),
        ("The UN convoy carrying food reached the besieged town of Lima.", "reached", "provider", ["UN"]),
        ("Rebels blocked an aid convoy from entering Lima.", "blocked", "place", ["Lima"]),
        ("Chile freed nine rebels in exchange for two spies.", "freed", "in_exchange", ["two spies"]),
        ("The Red Cross evacuated 50 fighters from Lima to Santiago.", "evacuated", "to", ["Santiago"]),
        ("An airstrike by the coalition hit a wedding.", "airstrike", "target", ["a wedding"]),
        ("The town has been under siege since May.", "siege", "target", ["The town"]),
        ("Clashes erupted between the army and the militia in Lima.", "Clashes", "place", ["Lima"]),
        ("The troops have left the towns of Lima and Santiago.", "left", "from", ["Lima", "Santiago"]),
        ("Rebels took control of the port from the army.", "took", "place", ["the port"]),
        ("Rebels took control of the port from the army.", "took", "loser", ["the army"]),
        ("The envoys gathered in Lima for talks brokered by Chile.", "talks", "party", ["The envoys"]),
        ("The envoys gathered in Lima for talks brokered by Chile.", "talks", "mediator", ["Chile"]),
        ("The ceasefire agreed in Lima has collapsed.", "ceasefire", "scope", []),
        ("The Marl Front declared a ceasefire in a bid to save the talks.", "ceasefire", "scope", []),
        ("The truce collapsed in a hail of rockets.", "truce", "scope", []),
        ("Residents reported shelling on the outskirts of Lima.", "shelling", "attacker", []),
        ("Villagers heard shelling late on Tuesday.", "shelling", "attacker", []),
        ("The army reported seizing 12 boats.", "seizing", "holder", ["The army"]),
        ("The army began shelling Lima.", "shelling", "attacker", ["The army"]),
        ("The Marl Front declared a ceasefire in the valley.", "ceasefire", "scope", ["the valley"]),
        ("Chile and Peru are negotiating a border treaty.", "treaty", "party", ["Chile", "Peru"]),
        ("Chile negotiated a truce between Peru and the rebels.", "truce", "mediator", ["Chile"]),
        ("The rebels are unwilling to quit the city.", "unwilling", "party", ["The rebels"]),
        ("The council represented the rebels at the peace talks in Lima.", "talks", "party", ["The council"]),
        ("At the talks the rebels refused a truce.", "talks", "party", ["the rebels"]),
        ("Chile was involved in a round of talks alongside Peru.", "talks", "party", ["Chile", "Peru"]),
        ("The rebels insisted that the truce be extended to Chile.", "insisted", "addressee", []),
        ("The release was part of the deal.", "deal", "terms", ["The release"]),
        ("The army regained territory from the rebels.", "regained", "place", []),
        ("The general set an ultimatum for midnight.", "ultimatum", "actor", ["The general"]),
        ("The envoy proposed that the truce be extended by ten days.", "proposed", "deadline", []),
    ],
)
def test_who_and_where_in_a_roundabout_way(text: str, word: str, role: str, expected: list[str], nlp: Language) -> None:
    assert filled(text, word, role, nlp) == expected


def test_a_verb_with_a_tense_is_joined_to_one_with_a_tense(nlp: Language) -> None:
    text = "The council bars the kingdom from importing gas and capped its oil imports in May."
    assert filled(text, "capped", "authority", nlp) == ["The council"]


def test_a_truce_that_begins_has_the_parties_that_agreed_it(nlp: Language) -> None:
    text = "Chile and Peru agreed a truce that will begin on Sunday."
    assert filled(text, "truce", "party", nlp) == ["Chile", "Peru"]
