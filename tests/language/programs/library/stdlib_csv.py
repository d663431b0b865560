"""csv: readers, writers and dicts of both, dialects of the program, errors."""


import csv
import io
import sys


class Pipes(csv.Dialect):
    delimiter = "|"
    quotechar = "'"
    doublequote = True
    skipinitialspace = True
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


TABLE = '''day,region,amount,note
01.02.2024,north,10.5,"plain"
15.01.2024,south,2000,"with ""quotes"", and comma"
29.02.2024,north,7.25,"two
lines"

03.03.2023,east,1,
short,row
'''
reader = csv.DictReader(io.StringIO(TABLE, newline=""), restval="-")
rows = []
for row in reader:
    rows.append(row)
    print(reader.line_num, row)
print(reader.fieldnames, len(rows), isinstance(rows[0], dict))
writer = csv.DictWriter(sys.stdout, fieldnames=["day", "amount", "note"], extrasaction="ignore", lineterminator="\n")
writer.writeheader()
writer.writerows(sorted(rows, key=lambda r: (r["region"], r["day"])))
plain = csv.writer(sys.stdout, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
plain.writerow(["a b", 1, 2.5, 'q"q', "semi;colon", None, True])
csv.writer(sys.stdout, Pipes).writerows([["a|b", "it's", 3], ("x", "", None), "abc", [""]])
for record in csv.reader(["a,'b,c',d", "1,2", "", "'x''y',z"], quotechar="'"):
    print(record)
print(list(csv.reader(["a| 'b|c' |d"], Pipes)), list(csv.reader(["1,2.5,\"x\""], quoting=csv.QUOTE_NONNUMERIC)))
csv.register_dialect("semi", delimiter=";")
print(next(csv.reader(["a;b,c"], "semi")), sorted(csv.list_dialects()), list(csv.reader("a\tb".splitlines(), csv.excel_tab)))
for wrong in (
    lambda: next(csv.reader([b"bytes"])),
    lambda: csv.reader([], "unknown"),
    lambda: csv.writer(sys.stdout).writerow(5),
    lambda: csv.writer(sys.stdout, quoting=csv.QUOTE_NONE).writerow(["a,b"]),
    lambda: list(csv.reader(['"a"b'], strict=True)),
    lambda: writer.writerow({"x": 1}) or csv.DictWriter(sys.stdout, ["a"]).writerow({"b": 1}),
):
    try:
        print(wrong())
    except (csv.Error, ValueError) as error:
        print(type(error).__name__, error)
