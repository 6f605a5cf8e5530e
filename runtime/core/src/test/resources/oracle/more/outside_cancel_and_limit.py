"""A cancellation from outside and a limit in one turn, in both orders: the cancellation wins."""
from vt import *

async def w(n):
    try:
        async with asyncio.timeout(5) as tm: await asyncio.sleep(100)
    except BaseException as e: p(n, x(e), "expired", tm.expired(), "count", asyncio.current_task().cancelling()); raise
async def m():
    L = asyncio.get_running_loop()
    t = asyncio.create_task(w("cancel first")); L.call_later(5, t.cancel, "ext"); await asyncio.wait([t]); p(t.cancelled())
    t = asyncio.create_task(w("limit first")); await asyncio.sleep(0); L.call_later(5, t.cancel, "ext"); await asyncio.wait([t]); p(t.cancelled())
    t = asyncio.create_task(w("before")); await asyncio.sleep(1); t.cancel("ext"); await asyncio.wait([t]); p(t.cancelled())
main(m())
