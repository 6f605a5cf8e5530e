"""Errors as values; the same awaitable twice; nothing to gather; a second error later is silent."""
from vt import *

def handler(loop, ctx): p("HANDLER", ctx["message"])
async def w(n, d, bad=False):
    await asyncio.sleep(d)
    if bad: raise ValueError(n)
    return n
async def m():
    t = asyncio.create_task(w("t", 2))
    asyncio.get_running_loop().call_later(1, t.cancel)
    r = await asyncio.gather(w("a", 1), w("b", 2, True), t, return_exceptions=True)
    p([x(e) if isinstance(e, BaseException) else e for e in r])
    c = w("once", 1); p(await asyncio.gather(c, c), await asyncio.gather())
    try: await asyncio.gather(w("x", 1, True), w("y", 2, True))
    except ValueError as e: p(x(e))
    await asyncio.sleep(3); p("silent")
    d = asyncio.get_running_loop().create_future(); d.set_result(1)
    g = asyncio.gather(d, d); p("done at once", g.done())
    await asyncio.sleep(0); p(g.result())
main(m(), handler=handler)
