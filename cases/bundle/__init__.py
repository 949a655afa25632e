"""What does a court get of a case: originals, the bound main volume, hashes, the chain of the record?"""
