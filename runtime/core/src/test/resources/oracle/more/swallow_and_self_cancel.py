"""A cancellation that is swallowed is over; a task that cancels itself and returns is cancelled, one that raises has failed."""
from vt import *

async def swallow():
    try: await asyncio.sleep(9)
    except asyncio.CancelledError: p("swallowed")
    await asyncio.sleep(1); p("works on"); return "value"
async def self_return(): asyncio.current_task().cancel("me"); return "dropped"
async def self_raise(): asyncio.current_task().cancel(); raise ValueError("instead")
async def m():
    t = asyncio.create_task(swallow()); await asyncio.sleep(1); t.cancel(); p(await t, t.cancelled(), t.cancelling())
    for f in (self_return, self_raise):
        t = asyncio.create_task(f()); await asyncio.wait([t]); p(f.__name__, t.cancelled(), "" if t.cancelled() else x(t.exception()))
main(m())
