"""RSS, Atom and saved mail."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from intake.story import LAST, LEAD, MORE, TEXT, TITLE, body, pages, reasons

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>World | The Veldanian</title><link>https://veldanian.example/</link>
<item><guid>7</guid><title>{TITLE}</title><link>https://veldanian.example/orsk</link>
<pubDate>Sun, 04 May 2031 10:00:00 GMT</pubDate><description>Teaser.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE}</p>]]></content:encoded></item>
<item><guid>8</guid></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>BBC News - World</title>
<entry><id>tag:x,1</id><title>{TITLE}</title><updated>2031-05-04T10:00:00Z</updated>
<author><name>Ana Vel</name></author>
<summary type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</summary></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    (page,) = (each for each in pages(tmp_path, "a.xml", RSS.replace("<item><guid>8</guid></item>", "").encode()))
    assert (page.path, page.title, page.published) == ("a.xml#7", TITLE, "2031-05-04")
    assert (page.url, page.outlet) == ("https://veldanian.example/orsk", "Veldanian")
    assert body(page) == [LEAD, MORE]
    assert reasons(tmp_path, "a.rss", RSS.encode()) == {"a.rss#8": "no title and no text"}


def test_atom(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, "a.atom", ATOM.encode())
    assert (page.outlet, page.byline, page.published, body(page)) == ("BBC", "Ana Vel", "2031-05-04", [LEAD])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<a><b/></a>", "no feed"),
        ("<rss version='2.0'><channel></channel></rss>", "without entries"),
        ('<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss><channel>&c;</channel></rss>', ""),
    ],
)
def test_bad_feeds(tmp_path: Path, data: str, words: str) -> None:
    assert words in reasons(tmp_path, "a.xml", data.encode())["a.xml"]


def mail(sender: str = "The Veldanian <news@veldanian.example>") -> EmailMessage:
    """A mail without a body."""
    found = EmailMessage()
    found["From"], found["Subject"] = sender, TITLE
    found["Date"] = "Sun, 04 May 2031 10:00:00 +0000"
    return found


def test_text_is_preferred_over_markup(tmp_path: Path) -> None:
    message = mail()
    message.set_content(f"{LEAD}\n\n{MORE}\n")
    message.add_alternative("<p>Other words that nobody should read.</p>", subtype="html")
    (page,) = pages(tmp_path, "a.eml", message.as_bytes())
    assert (page.path, page.title, page.published, page.outlet) == ("a.eml", TITLE, "2031-05-04", "Veldanian")
    assert body(page) == [LEAD, MORE]
    assert page.text.startswith(f"{TITLE}\n\n{LEAD}")


def test_markup_alone_and_a_person(tmp_path: Path) -> None:
    message = mail("Ana Vel <ana@veldanian.example>")
    message.set_content(f"<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>", subtype="html")
    (page,) = pages(tmp_path, "a.eml", message.as_bytes())
    assert (body(page), page.byline) == ([LEAD, MORE, LAST], "Ana Vel")


def test_attached_files_are_pages(tmp_path: Path) -> None:
    message = mail()
    message.set_content(f"{LEAD}\n")
    message.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="statement.txt")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png")
    assert [page.path for page in pages(tmp_path, "a.eml", message.as_bytes())] == ["a.eml", "a.eml#statement.txt"]


def test_a_mail_without_text(tmp_path: Path) -> None:
    assert reasons(tmp_path, "a.eml", mail().as_bytes()) == {"a.eml": "a mail without text"}
