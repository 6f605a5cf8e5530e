"""Several tasks await one future: cancelling one of them cancels it for all; a task that refuses is awaited on."""
from vt import *

async def w(f, n):
    try: p(n, await f)
    except asyncio.CancelledError: p(n, "cancelled", asyncio.current_task().cancelling()); raise
async def stubborn():
    for i in range(3):
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: p("refuses", i)
    return "at last"
async def m():
    f = asyncio.get_running_loop().create_future()
    a, b = asyncio.create_task(w(f, "a")), asyncio.create_task(w(f, "b")); await asyncio.sleep(0)
    a.cancel(); await asyncio.wait([a, b]); p(a.cancelled(), b.cancelled(), f.cancelled())
    s = asyncio.create_task(stubborn()); o = asyncio.create_task(w(s, "o")); await asyncio.sleep(1)
    for _ in range(3): o.cancel(); await asyncio.sleep(1)
    await asyncio.wait([o]); p(o.cancelled(), s.result(), now())
main(m())
