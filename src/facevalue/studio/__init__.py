"""The picture, made on this machine: words become things, a photo becomes coarse traits."""
