"""What does each printed paper carry: one frozen dataclass per form, grouped by the step it belongs to."""
