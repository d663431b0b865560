import helper

print(helper.half(3))
