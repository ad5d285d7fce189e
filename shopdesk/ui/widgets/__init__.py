"""Small widgets that every screen uses; they decide nothing."""
