"""The shielded one lives on. wait_for gives a late value rather than lose it; nested limits: the inner one expires alone."""
from vt import *

async def inner(): await asyncio.sleep(3); p("inner done", now()); return "v"
async def late():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: return "late value"
async def m():
    t = asyncio.create_task(inner()); o = asyncio.create_task(asyncio.wait_for(asyncio.shield(t), 1))
    try: await o
    except TimeoutError: p("limit", now(), t.cancelled())
    p(await t)
    s = asyncio.shield(t); p(s is t)
    c = asyncio.create_task(inner()); s = asyncio.shield(c); await asyncio.sleep(0); c.cancel()
    try: await s
    except asyncio.CancelledError: p("inner cancelled", s.cancelled(), asyncio.current_task().cancelling())
    p(await asyncio.wait_for(late(), 1), now())
    try:
        async with asyncio.timeout(10) as o:
            try:
                async with asyncio.timeout(1) as i: await asyncio.sleep(100)
            except TimeoutError: p("inner limit", now(), i.expired(), o.expired())
            await asyncio.sleep(1); p("outer goes on", now())
    except TimeoutError: p("never")
main(m())
