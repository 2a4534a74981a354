"""The matrix of a claim: which of its parts each origin covers, contradicts or is silent on, and the gaps."""
