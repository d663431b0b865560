"""Top-level code runs once, in the order of the imports; also inside functions and under conditions."""

print("main begins")
import alpha

if alpha.READY:
    import beta
else:
    import gamma  # never


def late() -> str:
    import delta

    return delta.NAME


print("main after imports", beta.VALUE)
print(late(), late())

if __name__ == "__main__":
    print("is main")
