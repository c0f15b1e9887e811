"""Discord takes an answer for three seconds: whatever is pressed, typed or filled in is answered, or put off, before
the database or anything else that may take long is asked. What a handler awaits first shows whether it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

import bot.discord_front

Function: TypeAlias = ast.AsyncFunctionDef

FRONT = Path(bot.discord_front.__file__).parent
MODULES = {str(path.relative_to(FRONT)): ast.parse(path.read_text(encoding="utf-8")) for path in FRONT.rglob("*.py")}
FUNCTIONS = {
    name: {node.name: node for node in ast.walk(module) if isinstance(node, Function)}
    for name, module in MODULES.items()
}
LOOK_FIRST = {  # they open a form, or ask back, and must know what to ask: one look, nothing written
    "views/table.py: offer",
    "views/table.py: reply",
    "views/table.py: prepare",
    "views/table.py: walk",
    "views/table.py: end",
    "drilling/pairs.py: offer",
}


def called(node: ast.expr) -> list[str]:
    """`a.b.c(...)` as ["a", "b", "c"]."""
    match node:
        case ast.Call(func=func):
            return called(func)
        case ast.Attribute(value=value, attr=attr):
            return [*called(value), attr]
        case ast.Name(id=name):
            return [name]
        case _:
            return []


def awaited(function: Function) -> Iterator[ast.Await]:
    """In the order in which they are done: what is an argument comes first."""
    found = [node for statement in function.body for node in ast.walk(statement) if isinstance(node, ast.Await)]
    return iter(sorted(found, key=lambda node: (node.end_lineno, node.end_col_offset)))


def handlers() -> Iterator[tuple[str, Function]]:
    for name, module in MODULES.items():
        submitted = {
            each.id
            for call in ast.walk(module)
            if isinstance(call, ast.Call) and called(call) == ["Forms"]
            for each in ast.walk(call)
            if isinstance(each, ast.Name)
        }
        menus = {
            keyword.value.attr
            for call in ast.walk(module)
            if isinstance(call, ast.Call) and called(call)[-1:] == ["ContextMenu"]
            for keyword in call.keywords
            if isinstance(keyword.value, ast.Attribute)
        }
        for function in FUNCTIONS[name].values():
            decorators = [called(each) for each in function.decorator_list]
            pressed = ["on_press"] in decorators or ["app_commands", "command"] in decorators
            if pressed or function.name in submitted | menus:
                yield f"{name}: {function.name}", function


HANDLERS = dict(handlers())


def answers_first(function: Function, module: str) -> bool:
    """Whether the first thing that it, or what it calls first, waits for is Discord taking the answer."""
    path = called(next(awaited(function)).value)
    if path[:2] == ["interaction", "response"] or path == ["done_or_deferred"]:
        return True
    for where in (module, *imported(path[0], module)):
        if path[-1] in FUNCTIONS.get(where, {}):
            return answers_first(FUNCTIONS[where][path[-1]], where)
    return False


def imported(name: str, module: str) -> Iterator[str]:
    """The modules that `name` may stand for, or come from."""
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.ImportFrom) and name in {each.name for each in node.names}:
            package = (node.module or "").removeprefix("bot.discord_front").lstrip(".").replace(".", "/")
            yield f"{package}.py"
            yield f"{package}/{name}.py".lstrip("/")


def test_all_that_members_can_do_is_here():
    assert len(HANDLERS) > 70
    assert HANDLERS.keys() >= LOOK_FIRST


@pytest.mark.parametrize("name", sorted(HANDLERS.keys() - LOOK_FIRST))
def test_it_is_answered_first(name: str):
    assert answers_first(HANDLERS[name], name.split(":")[0])


@pytest.mark.parametrize("name", sorted(LOOK_FIRST))
def test_one_look_and_the_answer_where_a_form_is_opened(name: str):
    look, answer = awaited(HANDLERS[name])

    assert called(look.value)[-1] in ("pressed_by_learner", "view")
    assert called(answer.value)[:2] == ["interaction", "response"]
