"""The wish: free words into what a box says and holds."""
