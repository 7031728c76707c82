"""The hand-painted picture: a photo understood, then painted stroke by stroke."""
