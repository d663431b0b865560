class Box:
    size = 1


print(Box().colour)  # error: [attr-defined]
