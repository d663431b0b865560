"""A while loop and a for loop over a range."""

def main() -> None:
    i = 0
    while i < 3:
        print(i)
        i += 1
    for j in range(5, 0, -2):
        print(j)


main()
