"""Turns a search query into what the full-text index understands; every text is a valid one."""

import re
from collections.abc import Sequence

from shopdesk.domain.search import SearchQuery
from shopdesk.storage.spaced import spaced
from shopdesk.storage.storable import storable

_MOST_TERMS = 32
_MOST_SIGNS = 200  # of one term: what is longer was pasted by mistake, its beginning finds the mail as well
_WORDS = re.compile(r"[^\W_]")


def match_expression(query: SearchQuery) -> str:
    """The FTS5 expression of what must occur, and must not beside it; empty when nothing has to occur.

    Phrases simply stand side by side: joined so, FTS5 passes over one in which it sees no word.
    """
    parts = [phrase for phrase in map(_phrase, query.words[:_MOST_TERMS]) if phrase]
    for column, terms in (("subject", query.subject), ("sender", query.sender), ("numbers", query.order)):
        parts += [f"{column} : {phrase}" for phrase in map(_phrase, terms[:_MOST_TERMS]) if phrase]
    wanted, unwanted = " ".join(parts), exclusion(query)
    return f"({wanted}) NOT ({unwanted})" if wanted and unwanted else wanted


def exclusion(query: SearchQuery) -> str:
    """The FTS5 expression of what must not occur; empty when anything may."""
    return " OR ".join(phrase for phrase in map(_phrase, query.without[:_MOST_TERMS]) if phrase)


def search_terms(query: SearchQuery) -> Sequence[str]:
    """The words and phrases that a found text may contain, as they were typed, without the trailing star."""
    terms = [*query.words, *query.subject, *query.order]
    return [term.rstrip("*").strip()[:_MOST_SIGNS] for term in terms[:_MOST_TERMS] if _WORDS.search(term)]


def _phrase(term: str) -> str:
    """A quoted phrase of the spaced form; empty for a term without any letter or digit."""
    term = storable(term)
    star = " *" if term.endswith("*") else ""
    text = spaced(term[:_MOST_SIGNS].rstrip("*")).replace('"', " ").strip()
    return f'"{text}"{star}' if _WORDS.search(text) else ""
