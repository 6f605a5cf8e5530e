"""call_soon, timers that are due, and timers that are set while timers run."""
from vt import *

async def m():
    L = asyncio.get_running_loop()
    L.call_later(0, p, "later 0"); L.call_soon(p, "soon 1"); L.call_at(-5, p, "past"); L.call_soon(p, "soon 2")
    L.call_later(1, lambda: (p("timer a"), L.call_soon(p, "soon of a"), L.call_later(0, p, "later of a")))
    L.call_later(1, lambda: p("timer b"))
    await asyncio.sleep(0); p("turn 1")
    await asyncio.sleep(0); p("turn 2")
    await asyncio.sleep(1); p("woken", now())
    await asyncio.sleep(0); p("last")
main(m())
