"""smartcert: holds a Thai smart-city proposal against the 7-Smarts criteria and says what is missing, where, and how to mend it."""

__version__ = "0.1.0"
