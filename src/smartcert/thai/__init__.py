"""What Thai offices write: numbers, money, areas, dates, yes and no, and words without blanks.

Each reader takes text as it was written and raises `ValueReadError` with a reason and a hint.
"""
