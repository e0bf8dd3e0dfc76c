"""The whole cycle on a sample portfolio, then gone."""
