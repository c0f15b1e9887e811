"""Whatever stands in a file, loading it raises ContentProblems or nothing."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.source import parse
from bot.negotiation.coach import Remark
from tests.content.conftest import GO_HOME, LAMP, Knowledge, dealer, pools

FILES = {
    "scenarios/lamp.yaml": LAMP,
    "tactics/go-home.yaml": GO_HOME,
    "voices/dealer.yaml": json.dumps(dealer(), indent=1),
    "coach.yaml": json.dumps(pools(Remark), indent=1),
}
YAML_BITS = st.text(alphabet="ab:-[]{}&*!|>'\"%@`#?,\n\t 019.~<=ä\u2028\x85\ufeff", max_size=40)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def is_told_or_right(knowledge: Knowledge, name: str, content: str | bytes) -> bool:
    """Loads the folder with this file in it. Every problem names a file and says something."""
    before = (knowledge.path / name).read_bytes()
    knowledge.write(name, content)
    try:
        return all(
            problem.startswith("knowledge/") and problem.endswith((".", "?")) for problem in knowledge.problems()
        )
    finally:
        knowledge.write(name, before)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_complained_about(raw):
    source = parse(raw, "file.yaml")

    assert source.problems or source.data is not None


@given(YAML_BITS)
def test_any_marks_are_read_or_complained_about(text):
    source = parse(text.encode(), "file.yaml")
    lines = len(text.splitlines()) or 1

    assert source.problems or source.data is not None
    assert all(problem.line is None or 1 <= problem.line <= lines for problem in source.problems)


@in_one_folder
@given(name=st.sampled_from(sorted(FILES)), content=st.binary(max_size=60) | YAML_BITS)
def test_any_text_in_the_place_of_a_file(knowledge, name, content):
    assert is_told_or_right(knowledge, name, content)


@in_one_folder
@given(name=st.sampled_from(sorted(FILES)), cut=st.tuples(st.floats(0, 1), st.floats(0, 1)), bits=YAML_BITS)
def test_any_text_in_the_midst_of_a_file(knowledge, name, cut, bits):
    text = FILES[name]
    start, end = sorted(int(share * len(text)) for share in cut)

    assert is_told_or_right(knowledge, name, text[:start] + bits + text[min(end, start + 80) :])


@in_one_folder
@given(data=st.data(), name=st.sampled_from(sorted(FILES)), value=anything)
def test_any_value_in_any_field(knowledge, data, name, value):
    content = parse(FILES[name].encode(), name).data
    holder = content
    while True:
        keys = sorted(holder) if isinstance(holder, dict) else range(len(holder))
        key = data.draw(st.sampled_from(keys))
        inside = holder[key]
        if not isinstance(inside, dict | list) or not inside or data.draw(st.booleans()):
            break
        holder = inside
    holder[key] = value

    assert is_told_or_right(knowledge, name, json.dumps(content))
