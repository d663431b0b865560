"""Keep the guest library lowered between builds: the file, and how it is made."""
