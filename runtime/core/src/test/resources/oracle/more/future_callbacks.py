"""Callbacks and waiting tasks resume in the order in which they came; one that is added late runs in the next turn."""
from vt import *

async def waiter(f, n): p("task", n, await f)
async def m():
    L = asyncio.get_running_loop(); f = L.create_future()
    f.add_done_callback(lambda f: p("cb 1", f.result()))
    t = asyncio.create_task(waiter(f, "A")); await asyncio.sleep(0)
    gone = lambda f: p("never"); f.add_done_callback(gone)
    f.add_done_callback(lambda f: (p("cb 2"), f.add_done_callback(lambda f: p("late"))))
    f.remove_done_callback(gone)
    f.set_result(7); p("set"); await asyncio.sleep(0); p("turn"); await t
    await asyncio.sleep(0); f.add_done_callback(lambda f: p("after")); p("added"); await asyncio.sleep(0)
main(m())
