"""How do dates and times look in English?"""
