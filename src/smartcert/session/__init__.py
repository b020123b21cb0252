"""A session: files are read, what lies beside them is looked for, and all is assessed.

The command line stands on it, and so do programs that `import smartcert`.
"""

DEFAULT_PROPOSAL = "proposal.yaml"
"""The usual name of a proposal."""
