"""The page of cases: the board, the list, one case, the forms that open and move them."""
