"""The bulk work of campaigns: durable, shared by processes, taken over from those that die.

DBOS is used here and nowhere else. It takes a while to load: only whoever works on a campaign
imports `engine`.
"""
