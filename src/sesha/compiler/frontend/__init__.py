"""Turn sources into mypy's checked trees and types. Only `frontend` and `lower` import mypy."""
