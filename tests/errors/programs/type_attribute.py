class Box:
    size = 1


def show(box: Box) -> None:
    print(box.colour)  # error: [attr-defined]


show(Box())
