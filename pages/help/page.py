"""Help: the guide, the methods and the glossary, a topic at a time, from the product's files."""

from collections.abc import Iterable

import streamlit as st

from assessment.numbers import count_of
from assessment.outputs.escaping import markdown
from pages.components.address.choices import choose_by_id, turn_to
from pages.help.topics import PARTS, Topic, topics

TOPIC, FIND, EVERY = "topic", "find", "all"


def show_links(named: Iterable[Topic]) -> None:
    """Lead to some topics."""
    for topic in named:
        st.button(
            topic.title,
            key=f"to-{topic.id}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=turn_to,
            args=({TOPIC: topic.id, FIND: ""},),
        )


def show_contents() -> None:
    """List every topic that is no part of another, document by document."""
    for part in PARTS.values():
        st.header(part, anchor=False)
        show_links(each for each in topics().values() if each.part == part and not each.within)


def show_found(words: str) -> None:
    """List the topics that some words stand in, with the text around the first of them."""
    found = [topic for topic in topics().values() if topic.has(words.split())]
    st.markdown(f"{count_of(len(found), 'topic')} with **{markdown(words)}**")
    for topic in found:
        show_links([topic])
        st.caption(markdown(f"{topic.part}: … {topic.around(words.split()[0])} …"))


def show_topic(topic: Topic) -> None:
    """Show one topic, and lead on to its parts, to what it mentions and to where it belongs."""
    st.header(topic.title, anchor=False)
    st.markdown(topic.text)
    parts = [each.id for each in topics().values() if each.within == topic.id]
    around = (topic.within,) if topic.within else ()
    beside = [each for each in dict.fromkeys((*around, *topic.also)) if each not in parts]
    for title, names in (("More on this", parts), ("See also", beside)):
        if names:
            st.subheader(title, anchor=False)
            show_links(topics()[name] for name in names)


st.title("Help", anchor=False)
with st.container(width=900, key="guide"):
    names = {topic.id: f"{topic.part}: {topic.title}" for topic in topics().values()}
    chosen = choose_by_id("Topic", TOPIC, {EVERY: "every topic", **names})
    words = st.text_input("Find words in all topics", key=FIND, bind="query-params").strip()
    if words:
        show_found(words)
    elif chosen == EVERY:
        show_contents()
    else:
        show_topic(topics()[chosen])
