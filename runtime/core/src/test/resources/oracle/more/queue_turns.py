"""Bounded queues, turn by turn: a producer and a consumer of several speeds, and what size and full say meanwhile."""
from vt import *

async def pr(q, n, k):
    for i in range(k): await q.put(f"{n}{i}"); p("put", n, i, q.qsize(), q.full())
async def co(q, n, k, pause):
    for i in range(k):
        p(n, "got", await q.get(), q.qsize())
        for _ in range(pause): await asyncio.sleep(0)
async def clock(k):
    for i in range(k): p("turn", i); await asyncio.sleep(0)
async def m():
    for size, pause in ((1, 0), (2, 0), (3, 0), (2, 2), (1, 1), (1, 3)):
        q = asyncio.Queue(size); p("size", size, "pause", pause)
        await asyncio.gather(clock(30), pr(q, "a", 7), co(q, "x", 7, pause))
main(m())
