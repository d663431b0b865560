import nosuchmodule_at_all  # error: nosuchmodule_at_all

print(nosuchmodule_at_all.x)
