"""Tables of many persons, evaluated by the engine's one path."""
