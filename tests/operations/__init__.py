"""Every operation of the vocabulary, held against plain fractions."""
