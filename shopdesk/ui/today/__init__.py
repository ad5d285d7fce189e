"""The page of today: morning review and wrap-up."""
