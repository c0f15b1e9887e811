"""Walkaway: a negotiation coach that lives in Discord."""
