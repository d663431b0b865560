package = __package__
