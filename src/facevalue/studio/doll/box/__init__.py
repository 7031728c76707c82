"""The toy box: printed card, window, insert, stand and backdrop, sized to what it holds."""
