def area(width: float, height: float) -> float:
    return width * height


print(area(2.0))  # error: [call-arg]
