"""Every sentence smartcert says that is not in the catalog, in Thai and in English."""
