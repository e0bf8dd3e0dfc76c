"""How isp shows, tells and asks; it knows nothing of guides and portfolios."""
