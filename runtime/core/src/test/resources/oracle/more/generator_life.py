"""The body begins at the first step, ends at return or failure; closing before the start runs nothing."""
from vt import *

async def g(fail=False):
    p("begins")
    try:
        yield 1
        if fail: raise ValueError("in body")
        yield 2
    finally: p("finally")
async def m():
    a = g(); p("made")
    async for v in a: p("item", v)
    try: await a.__anext__()
    except StopAsyncIteration: p("ended")
    a = g(True)
    try:
        async for v in a: p("item", v)
    except ValueError as e: p(x(e))
    try: await a.__anext__()
    except StopAsyncIteration: p("ended too")
    a = g(); await a.aclose(); p("closed before")
    try: await a.__anext__()
    except StopAsyncIteration: p("never begins")
    a = g(); await a.__anext__(); await a.aclose(); await a.aclose(); p("closed twice")
main(m())
