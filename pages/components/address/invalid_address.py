"""An address that asks for something unknown: a message with the options, and no figures."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessment.definitions.spelling import close_to
from assessment.definitions.spelling import plain as in_plain_words
from assessment.outputs.escaping import markdown
from assessment.periods import joined
from pages.components.address.carried_choices import ASKED, PAGE, let_go, remember_address

REFUSED = "address-refused"
MOST_NAMED, LONGEST = 12, 80
# What an address would have to say, by what is then shown; None leaves a name out.
Address = tuple[str, Mapping[str, list[str]]]
Instead = Mapping[str, Mapping[str, str | None]]


class Unusable(Exception):
    """What an address asks for that does not exist, and what it could ask for instead."""

    def __init__(self, sentence: str, instead: Instead, *keys: str) -> None:
        super().__init__(sentence)
        without = f"Leave out {joined([_short(key) for key in keys])}"
        self.instead, self.keys = {**instead, without: dict.fromkeys(keys)}, keys


def begin() -> Unusable | None:
    """Before a page is drawn: forget the last one's names; return what was refused of this one."""
    st.session_state[ASKED] = {}
    refused: tuple[Unusable, Address] | None = st.session_state.get(REFUSED)
    if refused and refused[1] == _address():
        return refused[0]
    st.session_state.pop(REFUSED, None)
    return None


def refuse(fault: Unusable) -> None:
    """Draw the page anew without what it has shown so far."""
    if not let_go(fault.keys):
        st.session_state[REFUSED] = fault, _address()
    st.rerun()


def show(page: StreamlitPage, fault: Unusable) -> None:
    """Say what is unknown, name the options, and lead on; the address stays as it is."""
    st.title(markdown(page.title), anchor=False)
    st.error(
        f"{markdown(str(fault), 2000)} No figures are shown: they would not be those that the "
        "address names.",
        icon=":material/link_off:",
    )
    for label, change in fault.instead.items():
        # A link to the page that is shown would leave the address as it is.
        if st.button(markdown(label), type="tertiary", icon=":material/arrow_forward:"):
            _change(change)
            st.rerun()
    # The names in the address would go with what is not drawn.
    st.stop()


def _address() -> Address:
    """Return where somebody is, and all that the address says."""
    values = {key: st.query_params.get_all(key) for key in st.query_params}
    return str(st.session_state.get(PAGE)), values


def _change(change: Mapping[str, str | None]) -> None:
    for key, value in change.items():
        if value is None:
            del st.query_params[key]
        else:
            st.query_params[key] = value


def asks(label: str, key: str) -> list[str]:
    """Take note that the page asks for something; return what the address says, if it decides.

    Once something was chosen on the page, that is what is shown.
    """
    st.session_state.setdefault(ASKED, {})[key] = label
    return [] if key in st.session_state else st.query_params.get_all(key)


def meant(text: str, shown: Mapping[str, str]) -> str | None:
    """Return the one option that a text names, by its id or how it is shown, in any case."""
    if text in shown:
        return text
    words = in_plain_words(text)
    alike = [id_ for id_, name in shown.items() if words in map(in_plain_words, (id_, name))]
    return alike[0] if words and len(alike) == 1 else None


def option_of(label: str, key: str, texts: Sequence[str], shown: Mapping[str, str]) -> str:
    """Return the one option that the address names; raises Unusable where it does not."""
    (text, *others) = dict.fromkeys(texts)
    if others:
        raise _refusal(label, key, texts, "where there can be one", shown, texts)
    if (option := meant(text, shown)) is None:
        near = close_to(text, shown.values()) if in_plain_words(text) else ()
        raise _refusal(label, key, texts, "which there is not", shown, near)
    return option


def end_here() -> NoReturn:
    """End a page that has no more to show; its address is held to what it has asked for so far."""
    check_nothing_else_is_said()
    remember_address()
    st.stop()


def check_nothing_else_is_said() -> None:
    """Refuse an address with a name that no choice of this page has."""
    choices: Mapping[str, str] = st.session_state[ASKED]
    # What was asked until just now is still there until the page has been drawn.
    strange = [key for key in st.query_params if key not in {*choices, *st.session_state}]
    if not strange or not choices:  # what asks for nothing shows no figures
        return
    entries = joined([_short(f"{key}={st.query_params[key]}") for key in strange])
    offered = joined([_named(key, _in_text(label)) for key, label in choices.items()])
    raise Unusable(
        f"The address says {entries}, which this page does not ask for as it stands. "
        f"What it asks for: {offered}.",
        {},
        *strange,
    )


def _named(key: str, label: str) -> str:
    """Return a name in the address, with what it is where that is another word."""
    return key if in_plain_words(label) == in_plain_words(key) else f"{key} ({label})"


def _refusal(
    label: str,
    key: str,
    texts: Iterable[str],
    why: str,
    shown: Mapping[str, str],
    near: Iterable[str],
) -> Unusable:
    options = [_short(name) for name in shown.values()]
    more = f" and {len(shown) - MOST_NAMED} more" if len(shown) > MOST_NAMED else ""
    ids = [id_ for name in near if (id_ := meant(name, shown))] or list(shown)[:3]
    return Unusable(
        f"The address asks for {_in_text(label)} {joined(quoted(texts))}, {why}. "
        f"There {'is' if len(shown) == 1 else 'are'}: {', '.join(options[:MOST_NAMED])}{more}.",
        {_short(shown[id_]): {key: id_} for id_ in ids},
        key,
    )


def quoted(texts: Iterable[str]) -> list[str]:
    """Return what an address says as quotations."""
    return [f"“{_short(text)}”" for text in texts]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _in_text(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"
