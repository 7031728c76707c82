"""Carriers of metadata, one by one."""
