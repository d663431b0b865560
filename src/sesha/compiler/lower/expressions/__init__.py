"""Lower expressions: names, attributes, operators, displays, comprehensions."""
