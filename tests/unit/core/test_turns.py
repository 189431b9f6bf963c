"""A model is asked no more questions at once than there are turns, whoever takes them and when."""

import asyncio

import pytest

from eclaireur.core.turns import Turns


async def asked(turns: Turns) -> None:
    await asyncio.wait_for(turns.take(), 1)


async def is_free(turns: Turns) -> bool:
    turn = await turns.ahead(0)
    if turn is not None:
        turn.end()
    return turn is not None


async def test_a_turn_taken_ahead_serves_one_question() -> None:
    turns = Turns(2)
    turn = await turns.ahead(1)
    assert turn is not None
    with turn:
        await asked(turns)
        assert await is_free(turns), "the question took no other"
        await asked(turns)
        assert not await is_free(turns), "the second one did"
        turns.give_back()
        assert await is_free(turns)
        turns.give_back()
    first, second = await turns.ahead(1), await turns.ahead(1)
    assert first
    assert second
    assert not await is_free(turns)
    first.end()
    first.end()
    assert await is_free(turns)
    assert await turns.ahead(1)
    assert not await is_free(turns), "it was given back once"


async def test_a_turn_that_no_question_took_is_given_back() -> None:
    turns = Turns(1)
    turn = await turns.ahead(1)
    assert turn is not None
    with pytest.raises(ZeroDivisionError), turn:
        raise ZeroDivisionError
    assert await is_free(turns)


async def test_a_turn_of_one_model_is_none_of_another() -> None:
    turns, others = Turns(1), Turns(1)
    turn = await turns.ahead(1)
    assert turn is not None
    with turn:
        await asked(others)
        assert not await is_free(others)
        assert not await is_free(turns)
    assert await is_free(turns)


async def test_fewer_turns_are_waited_for_until_what_is_under_way_has_ended() -> None:
    turns = Turns(3)
    for _ in range(3):
        await asked(turns)
    fewer = asyncio.create_task(turns.narrow(2))
    await asyncio.sleep(0)
    assert turns.part == 1
    turns.give_back()
    await asyncio.sleep(0)
    assert not fewer.done()
    turns.give_back()
    await asyncio.wait_for(fewer, 1)
    assert not await is_free(turns)
    turns.give_back()
    assert await is_free(turns)
    turns.widen(2)
    for _ in range(3):
        await asked(turns)
    assert not await is_free(turns)
