"""The dossier: a record in a browser, served on this machine or published as plain files."""
