"""A task that waits for a thread can be cancelled; it does not wait for the thread."""
from vt import *

import threading
async def m():
    gate = threading.Event()
    t = asyncio.create_task(asyncio.to_thread(gate.wait, 10)); await asyncio.sleep(0)
    t.cancel("no more")
    try: await t
    except asyncio.CancelledError as e: p(x(e), now())
    gate.set(); p(await asyncio.to_thread(lambda: "next one"))
main(m())
