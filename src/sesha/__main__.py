"""`python -m sesha`."""

from sesha.cli.main import main

if __name__ == "__main__":
    main()
