"""How do dates and times look where the country does not settle it?"""
