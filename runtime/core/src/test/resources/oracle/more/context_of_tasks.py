"""A task has a copy of the values of its starter; what is awaited directly shares them."""
from vt import *

import contextvars
v = contextvars.ContextVar("v", default="default")
async def sets(x_): v.set(x_); await asyncio.sleep(0); return v.get()
async def m():
    p(v.get()); v.set("main")
    t = asyncio.create_task(sets("task")); v.set("main 2"); p(await t, v.get())
    p(await sets("direct"), v.get())
    p(await asyncio.gather(sets("g1"), sets("g2")), v.get())
    async def reads(): return v.get()
    t = asyncio.create_task(reads()); v.set("later"); p(await t)
    token = v.set("for a while"); p(v.get()); v.reset(token); p(v.get())
main(m())
