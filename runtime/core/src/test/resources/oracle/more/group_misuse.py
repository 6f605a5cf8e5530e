"""Nothing can be started in a group that shuts down or has ended; a body that fails is the last in the group."""
from vt import *

async def child(n):
    try: await asyncio.sleep(n); p("done", n)
    except asyncio.CancelledError: p("cancelled", n); raise
async def spawner(tg):
    try: await asyncio.sleep(100)
    finally:
        c = child(1)
        try: tg.create_task(c)
        except RuntimeError as e: c.close(); p("refused while it shuts down")
async def m():
    async with asyncio.TaskGroup() as tg: tg.create_task(child(1))
    c = child(2)
    try: tg.create_task(c)
    except RuntimeError as e: c.close(); p("refused when it has ended")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(spawner(tg)); await asyncio.sleep(1); raise KeyError("body")
    except BaseException as e: p(x(e), now())
    async def grows(tg, n):
        await asyncio.sleep(1); p("level", n)
        if n: tg.create_task(grows(tg, n - 1))
    async with asyncio.TaskGroup() as tg: tg.create_task(grows(tg, 2))
    p("end", now(), "count", asyncio.current_task().cancelling())
main(m())
