"""The tests, with the cases and the exact reference that they are held to."""
