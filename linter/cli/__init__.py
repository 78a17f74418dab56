"""The command lines: they read, print and set exit codes; everything else is elsewhere."""
