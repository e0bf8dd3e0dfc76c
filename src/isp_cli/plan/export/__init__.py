"""`isp plan export`: a plan handed over."""
