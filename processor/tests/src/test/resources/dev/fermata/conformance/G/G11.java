// G11: texts come through to the byte: text blocks, escapes, dollars, comment signs, tabs
// trace: x, "a\b" é é 	 // no /* comment */ $1 $$ %s ${x}, text|  block\|, 4
// ends: value: null
class G11 {
  int $dollar$ = 3;

  @Async
  Coroutine<Object> run() {
    int $ = await(at("x", 1)); // a comment with "quotes" and await(x)
    log("\"a\\b\" \u00e9 é \t // no /* comment */ $1 $$ %s ${x}");
    /* another $comment */
    log(
        """
        text
          block\\
        """
            .replace('\n', '|'));
    log($ + $dollar$);
    return done(null);
  }
}
