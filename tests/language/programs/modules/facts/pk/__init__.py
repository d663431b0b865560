assert __package__ == "pk"
where = __path__
from . import part
