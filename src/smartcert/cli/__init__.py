"""The command line: one module a command, and `main`, where faults become exit codes."""
