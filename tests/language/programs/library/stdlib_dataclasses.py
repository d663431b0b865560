"""dataclasses: asdict, astuple, replace, fields, is_dataclass, frozen instances."""

from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace


@dataclass
class Address:
    street: str
    number: int = 1


@dataclass
class Person:
    name: str
    home: Address
    tags: list[str] = field(default_factory=list)
    others: dict[str, Address] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


def main() -> None:
    person = Person("Ann", Address("Main", 5), ["a"], {"work": Address("Side")})
    print(asdict(person))
    print(astuple(person))
    print(replace(person, name="Bob"), replace(Version(1, 2), minor=3))
    print([f.name for f in fields(person)], [f.name for f in fields(Version)], is_dataclass(person), is_dataclass(Version), is_dataclass(3))
    print(asdict(Version(3)), Version(1) < Version(1, 1), hash(Version(1)) == hash(Version(1)))
    try:
        Version(1).major = 2  # type: ignore[misc]
    except FrozenInstanceError as error:
        print(type(error).__name__, error)
    try:
        asdict(3)  # type: ignore[call-overload]
    except TypeError as error:
        print(error)


main()
