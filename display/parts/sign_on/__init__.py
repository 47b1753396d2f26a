"""Who sits at a screen: asked by name and PIN, with keys or with a mouse alone."""
