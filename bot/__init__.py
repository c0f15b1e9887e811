"""Walkaway: a negotiation coach that lives in Discord."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy has little to do for a message
