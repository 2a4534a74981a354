"""Quoted words: do they stand in the passage, whole or in parts?"""
