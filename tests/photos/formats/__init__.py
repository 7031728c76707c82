"""Image formats, one by one."""
