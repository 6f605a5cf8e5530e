"""A limit around a group cancels it; a body may swallow or replace its cancellation, the errors of the children stay."""
from vt import *

async def child(n):
    try: await asyncio.sleep(100)
    finally: await asyncio.sleep(1); p("cleaned", n, now())
async def bad(): await asyncio.sleep(1); raise ValueError("bad")
async def m():
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as tg: tg.create_task(child(1)); await asyncio.sleep(100)
    except TimeoutError: p("limit", now(), "count", asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            try: await asyncio.sleep(100)
            except asyncio.CancelledError: p("body swallows")
    except BaseException as e: p(x(e), "count", asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            try: await asyncio.sleep(100)
            except asyncio.CancelledError: raise OSError("body replaces")
    except BaseException as e: p(x(e), "count", asyncio.current_task().cancelling())
    await asyncio.sleep(0); p("no stray cancel")
main(m())
