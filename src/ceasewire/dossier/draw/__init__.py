"""Pictures, worked out on the server and written as SVG by the templates: no text of a page is ever markup."""
