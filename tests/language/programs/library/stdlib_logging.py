"""logging: levels, formats, the tree of loggers, exceptions, handlers."""

import io
import logging
import sys

out = io.StringIO()
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
log = logging.getLogger("app.part")


class Shout(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return super().format(record).upper()


def main() -> None:
    log.debug("hidden")
    log.info("hello %s, %d of %5.1f", "you", 3, 2.25)
    log.warning("%(a)s and %(b)s", {"a": 1, "b": 2})
    logging.error("no arguments: 100%")
    log.log(logging.CRITICAL, "custom level call")
    print(log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(30), log.name, log.parent is logging.getLogger())
    handler = logging.StreamHandler(out)
    handler.setFormatter(Shout("%(name)-10s|%(levelname)8s|%(message)s|%(user)s"))
    handler.setLevel(logging.ERROR)
    app = logging.getLogger("app")
    app.addHandler(handler)
    app.propagate = False
    log.info("too low")
    log.error("seen", extra={"user": "me"})
    print(out.getvalue(), end="")
    app.propagate = True
    app.removeHandler(handler)
    try:
        print(int("k"))
    except ValueError:
        log.exception("failed", exc_info=False)
    logging.disable(logging.ERROR)
    log.error("off")
    logging.disable(logging.NOTSET)
    quiet = logging.getLogger("quiet")
    quiet.setLevel("ERROR")
    quiet.warning("no")
    quiet.error("yes")


main()
