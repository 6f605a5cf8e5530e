"""Locks and semaphores, turn by turn: newcomers behind those who were woken; a bounded semaphore that is released too often."""
from vt import *

async def w(lk, n, rounds, pause):
    for i in range(rounds):
        async with lk:
            p("in", n, i)
            for _ in range(pause): await asyncio.sleep(0)
        p("out", n, i)
async def clock(k):
    for i in range(k): p("turn", i); await asyncio.sleep(0)
async def m():
    for lk in (asyncio.Lock(), asyncio.Semaphore(1), asyncio.Semaphore(2)):
        p(type(lk).__name__); await asyncio.gather(clock(9), w(lk, "a", 2, 1), w(lk, "b", 2, 0), w(lk, "c", 1, 2)); p(lk.locked())
    lk = asyncio.Lock(); await lk.acquire(); t = asyncio.create_task(w(lk, "t", 1, 1)); await asyncio.sleep(0)
    lk.release(); p("promised", lk.locked()); u = asyncio.create_task(w(lk, "u", 1, 0)); await asyncio.sleep(0); p("taken", lk.locked()); await asyncio.gather(t, u); p(lk.locked())
    s = asyncio.BoundedSemaphore(2); await s.acquire(); s.release()
    try: s.release()
    except ValueError as e: p(x(e))
    p(s.locked())
main(m())
