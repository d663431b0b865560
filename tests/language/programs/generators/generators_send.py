"""Generators driven from outside: send, throw, close, yield as an expression, try/finally inside."""

from collections.abc import Generator


def averager() -> Generator[float, float, str]:
    total = 0.0
    count = 0
    average = 0.0
    while True:
        value = yield average
        if value < 0:
            return f"{count} values"
        total += value
        count += 1
        average = total / count


def careful(log: list[str]) -> Generator[str, str | None, None]:
    received: str | None = "none yet"
    try:
        while True:
            try:
                received = yield f"got {received}"
            except ValueError as error:
                log.append(f"handled {error}")
                received = "after error"
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")


def stubborn() -> Generator[int, None, None]:
    try:
        yield 1
    except GeneratorExit:
        yield 2


def finishing() -> Generator[int, None, int]:
    try:
        yield 1
    except KeyError:
        return 99
    return 0


def main() -> None:
    average = averager()
    print(next(average), average.send(10), average.send(20), average.send(60))
    try:
        average.send(-1)
    except StopIteration as stop:
        print(stop.value)
    log: list[str] = []
    generator = careful(log)
    try:
        generator.send("too early")
    except TypeError as error:
        print(error)
    print(next(generator), generator.send("hello"), generator.throw(ValueError("oops")), next(generator))
    generator.close()
    generator.close()
    print(log, next(generator, "closed"))
    log.clear()
    generator = careful(log)
    next(generator)
    try:
        generator.throw(KeyError("not handled"))
    except KeyError as error:
        print(error, log)
    unstarted = careful(log)
    log.clear()
    unstarted.close()
    print(log)
    try:
        careful(log).throw(RuntimeError("before the start"))
    except RuntimeError as error:
        print(error, log)
    bad = stubborn()
    next(bad)
    try:
        bad.close()
    except RuntimeError as error:
        print(error)
    finish = finishing()
    next(finish)
    try:
        finish.throw(KeyError())
    except StopIteration as stop:
        print(stop.value)

    def itself() -> Generator[int, None, None]:
        yield next(me)

    me = itself()
    try:
        next(me)
    except ValueError as error:
        print(error)

    def stop_inside() -> Generator[int, None, None]:
        yield 1
        raise StopIteration

    try:
        print(list(stop_inside()))
    except RuntimeError as error:
        print(error)


main()
