"""How Thai writes numbers, dates, money, areas and words; each reader takes text as written and raises `ValueReadError`."""
