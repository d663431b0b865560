"""Build, look up and loop over a dict."""

def main() -> None:
    ages = {"ann": 3, "bob": 4}
    ages["cid"] = 5
    for name in ages:
        print(name, ages[name])
    print(ages, "bob" in ages, len(ages))


main()
