"""The proposal: which fields it may have (`proposal`, `types`), its JSON Schema (`schema`), and how a draft is read (`read`)."""
