"""One file a style: ``paint`` lays it on a canvas, ``finish`` (if there) is its paper."""
