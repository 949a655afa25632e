"""What do the papers look like with little, usual and much in them? Content for the gallery and the tests."""
