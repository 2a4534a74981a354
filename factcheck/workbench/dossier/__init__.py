"""The dossier of an article: gathered from a workspace, verified and replayed from its file alone."""
