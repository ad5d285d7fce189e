"""Long work away from the screen: lanes, the engine with its loops, the link between window and engine."""
