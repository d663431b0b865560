"""The `sesha` command: one file per command, and how it talks to people."""
