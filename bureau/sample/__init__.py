"""The sample bureau: invented people, firms and cases, for a first look, for tests and for training."""
