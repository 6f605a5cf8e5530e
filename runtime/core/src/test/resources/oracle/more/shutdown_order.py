"""run(): tasks are cancelled and awaited, then generators are closed; all may await."""
from vt import *

keep = []
async def g():
    try: yield 1
    finally: await asyncio.sleep(1); p("generator closed", now())
async def bg(n):
    try: await asyncio.sleep(100)
    finally: await asyncio.sleep(2); p("task ended", n, now())
async def m():
    a = g(); keep.append(a); await a.__anext__()
    keep.append(asyncio.create_task(bg(1))); await asyncio.sleep(1); p("main ends", now()); return "r"
main(m())
