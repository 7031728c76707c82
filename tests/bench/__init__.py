"""What benches work out, on cases whose answer is known."""
