"""finally runs on every way out."""

def run(n: int) -> str:
    try:
        if n == 0:
            return "returned"
        if n == 1:
            raise KeyError("k")
    except KeyError:
        return "caught"
    finally:
        print("finally", n)
    return "fell through"


print(run(0), run(1), run(2))
