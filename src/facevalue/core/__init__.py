"""The words everything else is said in: plain frozen data, no work, no third-party library."""
