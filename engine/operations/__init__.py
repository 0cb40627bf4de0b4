"""The closed vocabulary: what a document can say about money, one operation a file."""
