"""The site as it is served, in real processes over real sockets, while things go wrong."""
