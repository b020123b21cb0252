"""The command line: one module a command (`app` declares them), and the edge where faults become exit codes."""
