"""Print tables that line up."""

Cell = str | float


def text_of(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    return f"{cell:.2f}" if abs(cell) < 1000 else f"{cell:,.0f}"


def print_table(title: str, heads: list[str], rows: list[list[Cell]], notes: list[str]) -> None:
    texts = [heads, *([text_of(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in texts) for i in range(len(heads))]
    print(f"\n{title}")
    for number, row in enumerate(texts):
        first = row[0].ljust(widths[0])
        rest = "  ".join(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        print(f"  {first}  {rest}")
        if number == 0:
            print("  " + "-" * (sum(widths) + 2 * len(widths) - 2))
    for note in notes:
        print(f"  note: {note}")
