"""A condition, turn by turn: who is woken waits for the lock in line; a cancellation while it waits for the signal, or for the lock."""
from vt import *

async def w(c, n):
    async with c:
        try: await c.wait(); p("woken", n)
        except asyncio.CancelledError: p("cancelled", n, c.locked()); raise
async def a(c, n):
    async with c: p("acquired", n)
async def clock(k):
    for i in range(k): p("turn", i); await asyncio.sleep(0)
async def m():
    c = asyncio.Condition(); ts = [asyncio.create_task(w(c, n)) for n in "abc"]; await asyncio.sleep(0)
    async with c:
        u = asyncio.create_task(a(c, "u")); c.notify_all(); k = asyncio.create_task(clock(6)); await tick(2); p("releasing")
    await asyncio.gather(*ts, u, k)
    ts = [asyncio.create_task(w(c, n)) for n in "def"]; await asyncio.sleep(0)
    async with c:
        ts[0].cancel(); await tick(2); ts[1].cancel(); await tick(2); p("releasing", [t.done() for t in ts])
    await tick(4); p([t.done() for t in ts])
    async with c: c.notify(5)
    await asyncio.wait(ts); p([t.cancelled() for t in ts], c.locked())
main(m())
