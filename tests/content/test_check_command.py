"""What `check` prints, and the exit status it gives."""

import io

from rich.console import Console

from bot.terminal.check_command import check


def checked(folder):
    out = Console(file=io.StringIO(), width=40)
    status = check(folder, out)
    return status, out.file.getvalue().splitlines()


def test_all_is_well_and_what_is_of_no_use_is_named(knowledge):
    assert checked(knowledge.path) == (
        0,
        [
            "note: knowledge/scenarios/lamp.yaml:58: answers: No world answers questions about: other_buyers, "
            "how_long, why, condition, lowest_price, who_decides, extras, deadline. They are put off.",
            "All is well: 2 tactics, 1 scenario and 1 voice.",
        ],
    )


def test_every_problem_on_a_line_of_its_own_and_their_number(knowledge):
    knowledge.change("scenarios/lamp.yaml", ("level: 1", "level: 4"), ("item: the lamp", "item: [red] lamp"))
    knowledge.change("tactics/go-home.yaml", ("level: 1", "level: 0"), ("[go home]", "['[bold]']"))

    status, lines = checked(knowledge.path)

    assert status == 1
    assert lines == [
        "knowledge/scenarios/lamp.yaml:8: A text that begins with [ must stand in quotes as a whole. Put it in quotes.",
        "knowledge/tactics/go-home.yaml:4: level: The number must be 1 or more.",
        "2 problems in 2 places.",
    ]


def test_what_authors_wrote_is_no_markup(knowledge):
    knowledge.change("scenarios/lamp.yaml", ("voice: dealer", "voice: '[bold]x[/bold]'"))

    assert checked(knowledge.path)[1][0] == (
        "knowledge/scenarios/lamp.yaml:10: voice: There is no voice `[bold]x[/bold]`. There is: dealer."
    )


def test_a_folder_that_is_not_there(knowledge):
    assert checked(knowledge.path / "x") == (
        1,
        [
            "knowledge/x: There is no such folder. Name the one that holds `tactics`, `scenarios` and `voices`.",
            "1 problem in 1 place.",
        ],
    )


def test_a_scenario_that_teaches_nothing_is_named(knowledge):
    out = Console(file=io.StringIO(), width=40)

    status = check(knowledge.path, out, teach=True)

    lines = out.file.getvalue().splitlines()
    assert status == 1
    assert lines
    assert all(line.startswith("scenarios/lamp.yaml: ") for line in lines)


def test_a_line_number_is_no_emoji(knowledge):
    """ ":100:" is the name of one."""
    knowledge.change("scenarios/lamp.yaml", ("level: 1", "\n" * 95 + "level: 4"))

    assert checked(knowledge.path)[1][0] == "knowledge/scenarios/lamp.yaml:100: level: The number must be 3 or less."
