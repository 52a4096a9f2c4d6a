"""Tables as files: CSV, Excel workbooks, JSON lines."""
